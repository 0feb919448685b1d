// @ts-check
// What the panel sends at a press, and what it makes of the answers and States that
// come, in a real browser with a stand-in for the extension API.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answers, focused, openStage, press, sent, showing, tell, told, turn, unfold, words } from "./panel-stage.mjs";
import { gone, reads } from "./shown.mjs";
import { states, tab } from "./states.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => { stage = await openStage(); });
after(() => stage?.close());

/** @param {string} name @param {(page: import("./panel-stage.mjs").Panel) => Promise<void>} check @param {object} [options] */
const shows = (name, check, options) => showing(() => stage, name, check, options);
/** Waits until the presses after the first look have sent this. @param {import("./panel-stage.mjs").Panel} page @param {object[]} expected */
const sends = (page, expected) => becomes(async () => (await sent(page)).slice(1), expected);
/** Has the background answer when the test says so. @param {import("./panel-stage.mjs").Panel} page */
const answerLater = (page) => page.evaluate(() => { /** @type {any} */ (globalThis).stage.answer = () => new Promise((done) => { /** @type {any} */ (globalThis).reply = done; }); });
/** Answers what was asked last. @param {import("./panel-stage.mjs").Panel} page @param {string} name */
const reply = (page, name) => page.evaluate((s) => /** @type {any} */ (globalThis).reply(s), JSON.stringify(states[name]));

test("asks for the tab in view, and for the one in the address", async () => {
  await shows("keep", async (page) => assert.deepEqual(await sent(page), [{ do: "look", tab }]))();
  await shows("keep", async (page) => {
    assert.deepEqual(await sent(page), [{ do: "look", tab: 12 }]);
    assert.ok((await words(page)).includes("Keep going"));
  }, { path: "/panel.html#tab=12" })();
});

test("Track sends who is looked at, and shows at once that it was pressed", shows("untracked", async (page) => {
  await answerLater(page);
  await press(page, "Track");
  const waiting = page.getByRole("button", { name: "Saving…" });
  assert.equal(await waiting.getAttribute("aria-disabled"), "true");
  await waiting.click({ force: true });
  await reply(page, "keep");
  await page.locator("#root").getByText("Keep going", { exact: true }).waitFor();
  assert.deepEqual((await sent(page)).slice(1), [{ do: "track", tab, url: states.untracked.url, person: states.untracked.person.name }], "pressed twice, sent once");
}));

test("Stop tracking asks first", shows("keep", async (page) => {
  await page.getByRole("button", { name: "Stop tracking" }).click();
  await focused(page, "Keep tracking"); // the careful answer
  await page.keyboard.press("Escape");
  await focused(page, "Stop tracking");
  await page.getByRole("button", { name: "Stop tracking" }).click();
  await answers(page, JSON.stringify(states.untracked));
  await page.getByRole("button", { name: "Stop and forget" }).click();
  await page.locator("#root").getByText("Not tracked").waitFor();
  await sends(page, [{ do: "untrack", tab, url: states.keep.url, person: states.keep.person.name }]);
}));

test("picking one of several people sends who it is", shows("several", async (page) => {
  await page.getByRole("button", { name: "Jo Berg" }).click();
  await sends(page, [{ do: "choose", tab, url: states.several.url, person: "Jo Berg" }]);
}));

test("a call is logged with how it went, another touch without", shows("keep", async (page) => {
  await unfold(page, "log");
  await page.getByLabel("How it went").selectOption("left-voicemail");
  await page.getByRole("button", { name: "Log it" }).click();
  await page.getByLabel("What").selectOption("letter");
  await page.getByLabel("How it went").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Log it" }).click();
  const url = states.keep.url;
  await sends(page, [
    { do: "log", person: "Kim Olsen", tab, url, entered: { type: "touch", channel: "call", disposition: "left-voicemail" } },
    { do: "log", person: "Kim Olsen", tab, url, entered: { type: "touch", channel: "letter" } }]);
}));

test("only what was logged by hand can be taken back", shows("keep", async (page) => {
  await unfold(page, "history");
  const back = page.getByRole("button", { name: "Take back" });
  assert.equal(await back.count(), 1);
  const entry = states.keep.entries.find((/** @type {any} */ e) => e.by_hand);
  await answers(page, JSON.stringify({ ...states.keep, entries: states.keep.entries.filter((/** @type {any} */ e) => e !== entry) }));
  await back.click();
  await back.waitFor({ state: "detached" });
  await sends(page, [{ do: "unlog", tab, url: states.keep.url, person: states.keep.person.name, id: entry?.id }]);
  await page.locator("summary:focus").waitFor();
}));

test("Copy takes exactly the draft, and says so", shows("last-try", async (page) => {
  await page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  await reads(page.locator("#say"), /^Copied$/);
  await page.clock.runFor(2000);
  await gone(page.getByRole("button", { name: "Copied" }));
  await page.getByRole("button", { name: "Copy subject" }).click();
  const { subject, body } = states["last-try"].assessment.plan.steps[0];
  await becomes(() => page.evaluate(() => /** @type {any} */ (globalThis).stage.copied), [body, subject]);
}, { still: true }));

test("the permission is asked for within the press", shows("no-access linkedin", async (page) => {
  await answers(page, JSON.stringify(states.press));
  await page.getByRole("button", { name: "Allow LinkedIn" }).click();
  await page.locator("#root").getByText("Press the Clean Break button").waitFor();
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).stage.granted), [{ origins: ["https://*.linkedin.com/*"], act: true }]);
}));

test("a refused permission is said, and nothing else changes", shows("no-access gmail", async (page) => {
  await page.evaluate(() => { /** @type {any} */ (globalThis).stage.grants = false; });
  await page.getByRole("button", { name: "Allow Gmail" }).click();
  await page.getByRole("alert").getByText("Not allowed").waitFor();
}));

test("a new State keeps focus, opened sections and what was chosen", shows("keep", async (page) => {
  await unfold(page, "log");
  await page.getByLabel("How it went").selectOption("connected");
  await page.getByLabel("How it went").focus();
  await page.evaluate(() => { /** @type {any} */ (document.querySelector("h1")).mine = true; });
  await tell(page, told("last-try"));
  await page.locator("#root").getByText("One last try").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "log-outcome");
  assert.equal(await page.getByLabel("How it went").inputValue(), "connected");
  assert.ok(await page.evaluate(() => /** @type {any} */ (document.querySelector("h1")).mine), "the heading was drawn anew");
  await reads(page.locator("#say"), /Kim Olsen\. One last try\./);
}));

test("another person starts with everything closed", shows("keep", async (page) => {
  await unfold(page, "log");
  await tell(page, told("keep", { person: { ...states.keep.person, name: "Jo Berg", email: "jo@acme.example" } }));
  await page.locator("#root").getByText("Jo Berg").waitFor();
  assert.equal(await page.locator("details[open]").count(), 0);
}));

test("somebody entered by hand is asked about anew when something was recorded elsewhere", shows("keep, by hand", async (page) => {
  await tell(page, { type: "log", tab }); // by this panel's own press
  await answers(page, JSON.stringify({ ...states["keep, by hand"], assessment: states.stop.assessment }));
  await tell(page, { type: "log", tab: 99 });
  await page.locator("#root").getByText("Stop: do not contact them").waitFor();
  assert.deepEqual((await sent(page)).slice(1).map((a) => [a.do, a.person, a.by_hand]), [["choose", "Kim Olsen", true]]);
}));

test("somebody whom the page shows is not: a State comes", shows("keep", async (page) => {
  await tell(page, { type: "log", tab: 99 });
  await tell(page, told("stop"));
  await page.locator("#root").getByText("Stop: do not contact them").waitFor();
  assert.equal((await sent(page)).length, 1);
}));

test("a State of another tab, or from a page, is not drawn", shows("keep", async (page) => {
  await tell(page, told("stop", { tab: 99 }));
  await tell(page, told("stop"), { id: "stage", tab: { id: tab } });
  await tell(page, told("stop"), { id: "another extension" });
  assert.ok((await words(page)).includes("Keep going"));
  await tell(page, told("stop"));
  await page.locator("#root").getByText("Stop: do not contact them").waitFor();
}));

test("a State of another page shows nothing of the person before, at once, and a late answer stays out", shows("keep", async (page) => {
  await answerLater(page);
  await unfold(page, "log");
  await page.getByRole("button", { name: "Log it" }).click();
  const rightAfter = await page.evaluate(([message, late]) => {
    /** @type {any} */ (globalThis).stage.tell(message);
    const shown = document.getElementById("root")?.innerText;
    /** @type {any} */ (globalThis).reply(late);
    return shown;
  }, [told("reading", { url: "https://mail.google.com/mail/u/0/#inbox/next" }), JSON.stringify(states.keep)]);
  assert.match(rightAfter ?? "", /^\s*Reading the page…\s+Enter somebody by hand/);
  assert.doesNotMatch(rightAfter ?? "", /Kim|Keep going/);
  await turn(page);
  assert.ok(!(await words(page)).includes("Kim"));
}));

test("a State that came unasked outdates an answer that is still on its way", shows("press", async (page) => {
  await answerLater(page);
  await page.evaluate(() => /** @type {any} */ (globalThis).stage.activate({ tabId: 7, windowId: 1 }));
  await tell(page, told("keep"));
  await reply(page, "reading");
  await turn(page);
  assert.match(await words(page), /Keep going/, "stuck at reading");
  await unfold(page, "log");
  await page.getByRole("button", { name: "Log it" }).click();
  await tell(page, told("press"));
  await reply(page, "keep");
  await turn(page);
  assert.match(await words(page), /Press the Clean Break button/, "the page before came back");
}));

test("another active tab clears at once and is asked about; another window's is not", shows("keep", async (page) => {
  await page.evaluate(() => { /** @type {any} */ (globalThis).stage.answer = () => new Promise(() => {}); });
  const activate = (/** @type {object} */ info) => page.evaluate((i) => {
    /** @type {any} */ (globalThis).stage.activate(i);
    return document.getElementById("root")?.innerText.trim();
  }, info);
  assert.match(await activate({ tabId: 30, windowId: 2 }) ?? "", /Keep going/);
  const cleared = await activate({ tabId: 8, windowId: 1 }) ?? "";
  assert.match(cleared, /^Reading the page…\s+Enter somebody by hand/);
  assert.doesNotMatch(cleared, /Kim|Keep going/);
  assert.deepEqual((await sent(page)).slice(1), [{ do: "look", tab: 8 }]);
}));

test("what was typed about somebody stands there again when they are shown again, of twenty people at most", shows("last-try", async (page) => {
  const { person } = states["last-try"];
  const message = page.getByLabel("Message").first();
  const body = await message.inputValue();
  /** Shows a tab's person, as it comes to be the active one. @param {number} tabId @param {string} who @param {object} [over] */
  const visit = async (tabId, who, over) => {
    await answers(page, JSON.stringify({ ...states["last-try"], tab: tabId, person: { ...person, name: who, email: `${who}@acme.example` }, ...over }));
    await page.evaluate((info) => /** @type {any} */ (globalThis).stage.activate(info), { tabId, windowId: 1 });
    await page.getByRole("heading", { name: who, exact: true }).waitFor();
  };
  await visit(8, "jo");
  await message.fill("Words for Jo");
  await visit(9, "kay");
  assert.equal(await message.inputValue(), body, "words for another");
  await visit(8, "jo");
  assert.equal(await message.inputValue(), "Words for Jo");
  await visit(9, "kay");
  await visit(8, "jo", { tracked: false });
  await visit(9, "kay");
  await visit(8, "jo");
  assert.equal(await message.inputValue(), body, "words for one who was forgotten meanwhile");
  for (let i = 0; i <= 20; i++) {
    await visit(100 + i, `person${i}`);
    await message.fill(`Words for ${i}`);
  }
  await visit(8, "jo");
  await visit(100, "person0");
  assert.equal(await message.inputValue(), body);
  await visit(101, "person1");
  assert.equal(await message.inputValue(), "Words for 1");
}));

test("before it is known which window this is, another window's tab is not followed, and one of ours is", async () => {
  for (const [windowId, looked] of [[2, 7], [1, 8]]) {
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript((info) => {
      let made = /** @type {any} */ (undefined); // the panel asks for its tab: another is activated before the answer comes
      Object.defineProperty(globalThis, "chrome", { configurable: true, get: () => made, set: (chrome) => {
        made = chrome;
        chrome.tabs.query = async () => {
          /** @type {any} */ (globalThis).stage.activate(info);
          return [{ id: 7, windowId: 1 }];
        };
      } });
    }, { tabId: looked === 7 ? 30 : 8, windowId });
    await stage.standIn(page, states.keep);
    await page.goto(`${stage.origin}/panel.html`);
    await page.getByText("Keep going").first().waitFor();
    assert.deepEqual((await sent(/** @type {any} */ (page))).map((a) => a.tab), [looked]);
    await context.close();
  }
});

test("a failure says what to do, and leaves the person in view", shows("untracked", async (page) => {
  await page.evaluate(() => { /** @type {any} */ (globalThis).stage.answer = () => { throw new Error("the disk is full"); }; });
  await page.getByRole("button", { name: "Track" }).click();
  await page.getByRole("alert").getByText("That did not work: the disk is full.").waitFor();
  assert.ok((await words(page)).includes("Kim Olsen"));
  await answers(page, JSON.stringify({ ...states.broken, problem: "the page is gone; look again" }));
  await page.getByRole("button", { name: "Track" }).click(); // not stuck
  await page.getByRole("alert").getByText("That did not work: the page is gone; look again.").waitFor();
  assert.ok((await words(page)).includes("Kim Olsen"));
  await answers(page, JSON.stringify(states.keep));
  await page.getByRole("button", { name: "Track" }).click();
  await press(page, "Left a voicemail");
  await becomes(() => ids(page, "log").then((all) => all.length), 1);
  const pressed = await ids(page, "track");
  assert.match(pressed[0], /^[\w-]{22}$/);
  assert.deepEqual(pressed, [pressed[0], pressed[0], pressed[0]], "pressed again, it may have been done: the same event");
  assert.notEqual((await ids(page, "log"))[0], pressed[0]);
}));

/** The ids that presses of a kind came with. @param {import("./panel-stage.mjs").Panel} page @param {string} what @returns {Promise<string[]>} */
const ids = (page, what) => page.evaluate((what) => /** @type {any} */ (globalThis).stage.sent.filter((/** @type {any} */ a) => a.do === what).map((/** @type {any} */ a) => a.new), what);

test("a press that finds the background just ending is sent until one hears it", shows("untracked", async (page) => {
  await page.evaluate((kept) => {
    const { stage } = /** @type {any} */ (globalThis);
    stage.answer = () => { if (stage.sent.filter((/** @type {any} */ a) => a.do === "track").length < 4) throw new Error("Could not establish connection. Receiving end does not exist."); return kept; };
  }, JSON.stringify(states.keep));
  await page.getByRole("button", { name: "Track" }).click();
  await page.locator("section.verdict").waitFor();
  assert.equal((await sent(page)).filter((a) => a.do === "track").length, 4);
}));

test("without an answer the panel is broken, and can try again", async () => {
  const page = await stage.panel(undefined);
  await page.locator("#root").getByText("Something went wrong").waitFor();
  await answers(page, JSON.stringify(states.keep));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("#root").getByText("Keep going", { exact: true }).waitFor();
  await page.context().close();
});

test("an answer that cannot be read does not end the panel", shows("keep", async (page) => {
  for (const state of ["{", "[]", "null", JSON.stringify({ tab, phase: 7 }), 12]) await tell(page, { type: "state", state });
  await tell(page, told("stop"));
  await page.locator("#root").getByText("Stop: do not contact them").waitFor();
}));

test("the welcome page asks for each site alone and shows what is allowed", async () => {
  const page = await stage.panel(null, { path: "/welcome.html#begin" });
  const gmail = page.locator("[data-site=gmail]");
  await gmail.getByText("Not yet").waitFor();
  await gmail.getByRole("button").click();
  await gmail.getByText("Allowed").waitFor();
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).stage.granted), [{ origins: ["https://mail.google.com/*"], act: true }]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
