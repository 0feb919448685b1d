// @ts-check
// The panel by its keys: two log anything, one takes it back, and none is stolen
// from somebody who types.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answers, focused, openStage, said, says, showing, tell, told, turn, unfold } from "./panel-stage.mjs";
import { gone, reads } from "./shown.mjs";
import { states, tab } from "./states.mjs";
import { becomes } from "./waits.mjs";

/** @typedef {import("./panel-stage.mjs").Panel} Panel */

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => { stage = await openStage(); });
after(() => stage?.close());

/** @param {string} name @param {(page: Panel) => Promise<void>} check @param {object} [options] */
const shows = (name, check, options) => showing(() => stage, name, check, options);
const mailing = "writing, to mend";
/** @param {Panel} page @param {string[]} keys */
const type = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

describe("two keys log", () => {
  for (const [keys, entered] of /** @type {[string, object][]} */ ([
    ["ln", { type: "touch", channel: "call", disposition: "no-answer" }],
    ["lv", { type: "touch", channel: "call", disposition: "left-voicemail" }],
    ["lr", { type: "touch", channel: "call", disposition: "connected" }],
    ["lw", { type: "touch", channel: "call", disposition: "wrong-number" }],
    ["lm", { type: "meeting", disposition: "completed" }],
    ["lt", { type: "meeting", disposition: "rescheduled", by: "them" }],
    ["lu", { type: "meeting", disposition: "rescheduled", by: "us" }],
    ["lx", { type: "meeting", disposition: "no-show", by: "them" }],
    ["li", { type: "touch", channel: "linkedin" }],
    ["ls", { type: "touch", channel: "sms" }],
    ["ll", { type: "touch", channel: "letter" }],
  ])) {
    test(`${keys[0]} ${keys[1]}`, shows("keep", async (page) => {
      await type(page, ...keys);
      await says(page, [entered]);
      await page.locator(".quick").waitFor({ state: "detached" });
    }));
  }

  test("the legend shows every key, is read out, and Esc leaves it", shows("keep", async (page) => {
    await type(page, "l");
    const legend = page.getByRole("group", { name: "What happened? Press its key" });
    await focused(page, "NNo answer");
    for (const one of await legend.getByRole("button").all()) {
      const key = await one.locator("kbd").innerText();
      assert.equal(await one.getAttribute("aria-keyshortcuts"), `l ${key.toLowerCase()}`);
    }
    assert.match(await legend.innerText(), /N\s+No answer/);
    await type(page, "q", "Tab", "Shift");
    await type(page, "Escape");
    await gone(legend);
    await focused(page, "Log");
    assert.deepEqual(await said(page), []);
  }));

  test("by mouse too", shows("keep", async (page) => {
    await page.getByRole("button", { name: "Log", exact: true }).click();
    await page.locator(".quick").getByRole("button", { name: "They did not come" }).click();
    await says(page, [{ type: "meeting", disposition: "no-show", by: "them" }]);
  }));

  test("not while one types, nor with the browser's own keys, nor where nobody is shown", async () => {
    await shows("keep", async (page) => {
      await unfold(page, "log");
      await page.locator("#f-log-minutes").focus();
      await type(page, "l", "n", "u", "?");
      await page.locator("#log-channel").focus();
      await type(page, "l");
      await page.locator("summary").first().focus();
      await type(page, "Control+l", "Alt+l", "Meta+l", "?");
      await page.getByRole("group", { name: "Keys" }).waitFor(); // in the legend ? means nothing
      assert.equal(await page.locator(".quick").count(), 1);
      assert.deepEqual(await said(page), []);
    })();
    for (const name of ["untracked", "several", "elsewhere"]) {
      await shows(name, async (page) => {
        await type(page, "l", "n", "u");
        await tell(page, told("keep"));
        await page.locator("#root").getByText("Keep going", { exact: true }).waitFor();
        assert.deepEqual(await said(page), []);
      })();
    }
  });

  test("u takes back what was logged, the last first, and says when nothing is left", shows("keep", async (page) => {
    const { keep } = states;
    const call = (/** @type {string} */ id) => ({ ...keep.entries[1], id, by_hand: true });
    const with1 = [call("one"), ...keep.entries], with2 = [call("two"), ...with1];
    const missed = { type: "touch", channel: "call", disposition: "no-answer" };
    for (const [i, entries] of [with1, with2].entries()) {
      await answers(page, JSON.stringify({ ...keep, entries }));
      await type(page, "l", "n");
      await says(page, Array(i + 1).fill(missed));
      await page.locator(".noted").waitFor();
      await gone(page.locator(".quick"));
    }
    await answers(page, JSON.stringify({ ...keep, entries: with1 }));
    await type(page, "u");
    await page.getByText("Taken back.").waitFor();
    await answers(page, JSON.stringify(keep));
    await type(page, "u");
    await says(page, [missed, missed, "unlog two", "unlog one"]);
    await page.getByText("Taken back.").waitFor();
    await type(page, "u");
    await page.getByText("Nothing that you logged here is left to undo.").first().waitFor();
    assert.deepEqual(await said(page), [missed, missed, "unlog two", "unlog one"]);
  }));

  test("u takes a correction back once, then what was logged before it", shows("keep", async (page) => {
    const { keep } = states;
    const missed = { type: "touch", channel: "call", disposition: "no-answer" };
    const called = { ...keep, entries: [{ ...keep.entries[1], id: "one", by_hand: true }, ...keep.entries] };
    await answers(page, JSON.stringify(called));
    await type(page, "l", "n");
    await page.locator(".noted").waitFor();
    await unfold(page, "correct");
    await page.getByRole("button", { name: "Name: Kim Olsen" }).click();
    await page.getByLabel("What are they called?").fill("Kim Lund");
    await answers(page, JSON.stringify({ ...called, person: { ...keep.person, name: "Kim Lund" }, deal: { name: "Kim Lund" } }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Kim Lund" }).waitFor();
    await answers(page, JSON.stringify(called));
    await type(page, "u");
    await page.getByRole("heading", { name: "Kim Olsen" }).waitFor();
    await answers(page, JSON.stringify(keep));
    await type(page, "u");
    await says(page, [missed, { name: "Kim Lund" }, {}, "unlog one"]);
    await page.getByText("Taken back.").waitFor();
    await type(page, "u");
    await page.getByText("Nothing that you logged here is left to undo.").first().waitFor();
  }));
});

describe("one key", () => {
  const copied = (/** @type {Panel} */ page) => page.evaluate(() => /** @type {any} */ (globalThis).stage.copied);

  test("c copies the draft as it stands now, n the CRM note", shows("last-try", async (page) => {
    await page.getByLabel("Message").first().fill("My own words");
    await page.locator("h1.who").focus();
    await type(page, "c");
    await page.getByText("The draft is copied.").waitFor();
    await type(page, "n");
    await page.getByText("The CRM note is copied.").waitFor();
    await becomes(() => copied(page), ["My own words", states["last-try"].assessment.crm_note]);
  }));

  test("i puts it into the mail that goes to them", shows(mailing, async (page) => {
    const put = page.getByRole("button", { name: "Put into the mail" });
    assert.equal(await put.getAttribute("aria-keyshortcuts"), "i");
    await answers(page, { put: true, above: false, subject: false });
    await type(page, "i");
    await page.locator("p.put").getByText("It is in the mail now. Fill in the blanks before you send it. Ctrl+Z in the mail takes it out.").waitFor();
    await reads(page.locator("#say"), /^It is in the mail now/);
    const [, asked] = await page.evaluate(() => /** @type {any} */ (globalThis).stage.sent);
    const { into, url } = states[mailing];
    assert.deepEqual(asked, { do: "put", tab, url, ...into, subject: "Shorter checks", body: "Hi Kim,\n\nHere is ____.\n\nAnna" });
  }));

  test("i pressed twice puts it in once, and a press that finds the background just ending is sent until one hears it", shows(mailing, async (page) => {
    await page.evaluate(() => {
      const { stage } = /** @type {any} */ (globalThis);
      const heard = new Promise((resolve) => { stage.put = () => resolve({ put: true, above: false, subject: false }); });
      stage.answer = () => {
        if (stage.sent.length === 2) throw new Error("Could not establish connection. Receiving end does not exist.");
        return heard;
      };
    });
    await type(page, "i", "i");
    const asked = () => page.evaluate(() => /** @type {any} */ (globalThis).stage.sent.map((/** @type {any} */ a) => a.do));
    await becomes(asked, ["look", "put", "put"]); // the second, for the first found nobody
    const button = page.getByRole("button", { name: "Put into the mail" });
    assert.equal(await button.getAttribute("aria-busy"), "true");
    await button.click({ force: true });
    await type(page, "i");
    await page.evaluate(() => /** @type {any} */ (globalThis).stage.put());
    await page.locator("p.put").getByText("It is in the mail now.").waitFor();
    assert.deepEqual(await asked(), ["look", "put", "put"]);
    assert.equal(await button.getAttribute("aria-busy"), null);
  }));

  test("i without an open mail says what to open, and asks for nothing", shows(mailing, async (page) => {
    await tell(page, told(mailing, { into: null, writing: null }));
    await type(page, "i");
    await page.getByText("Open a reply or a new mail to Kim Olsen in Gmail, then press again.").first().waitFor();
    assert.deepEqual(await said(page), []);
  }));

  test("o opens the record, by the playbook's address", shows(mailing, async (page) => {
    const link = page.getByRole("link", { name: "Open the record" });
    assert.equal(await link.getAttribute("href"), "https://crm.example/deals?q=kim%40acme.example");
    assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
    await page.context().route(/crm\.example/, (route) => route.fulfill({ body: "the record" }));
    const opened = page.context().waitForEvent("page");
    await type(page, "o");
    await (await opened).waitForURL("https://crm.example/deals?q=kim%40acme.example");
  }));

  test("what is not there is said", shows("pause", async (page) => {
    await type(page, "o");
    await page.getByText("No record to open").first().waitFor();
    await type(page, "u");
    await page.getByText("Nothing that you logged here").first().waitFor();
  }));

  test("? lists the keys, and turns them off until they are wanted again", shows("keep", async (page) => {
    await type(page, "?");
    await reads(page.getByRole("group", { name: "Keys" }), /U\s+Undo the last thing you logged/);
    await page.getByRole("button", { name: "Turn the keys off" }).click();
    await page.getByRole("button", { name: "Turn the keys on" }).waitFor();
    await type(page, "Escape", "l", "?");
    await gone(page.locator(".quick"));
    await page.reload();
    await page.locator("[data-do=keys]").waitFor();
    await type(page, "l");
    await turn(page);
    assert.equal(await page.locator(".quick").count(), 0, "the legend came by a key that is off");
    await page.getByRole("button", { name: "Keys", exact: true }).click();
    await page.getByRole("button", { name: "Turn the keys on" }).click();
    await page.getByRole("button", { name: "Turn the keys off" }).waitFor();
    await type(page, "Escape", "l");
    await page.getByRole("group", { name: "What happened? Press its key" }).waitFor();
  }));
});

test("a warning stands above everything and is an alert", shows("writing, stop", async (page) => {
  const alerts = async () => (await page.getByRole("alert").allInnerTexts()).map((a) => a.split("\n")[0]);
  await becomes(alerts, ["Do not write to Kim Olsen: they asked not to be contacted", "You let Jo Berg go: leave them in peace until 22 Feb 2027"]);
  const [warning, name] = await Promise.all([page.locator(".warned").first().boundingBox(), page.locator("h1.who").boundingBox()]);
  assert.ok((warning?.y ?? 0) < (name?.y ?? 0));
  await reads(page.locator("#say"), /^Do not write to Kim Olsen/);
  await reads(page.locator("#root"), /Stop: do not contact them/);
}));
