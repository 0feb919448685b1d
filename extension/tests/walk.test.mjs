// @ts-check
// The walk of a rep through the built extension in real Chromium: open a page,
// track, badge and panel, log a call, reload, still there.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { driverOf, logOf, open, openPanel, saved, start, stopBackground, tabOf } from "./extension.mjs";
import { countReadings, hear, noteAny, scriptsIn } from "./told.mjs";
import { becomes, until } from "./waits.mjs";
import { walks } from "./walks.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

/** @param {import("playwright-core").Page} panel */
const verdict = (panel) => panel.locator("section.verdict");
/** @param {number} tab */
const badge = (tab) => browser.worker().evaluate((tab) => chrome.action.getBadgeText({ tabId: tab }), tab);
const log = () => logOf(browser);
/** @param {string} kind @param {string} [channel] */
const count = async (kind, channel) => (await log()).filter((e) => e.kind === kind && (!channel || e.clear.channel === channel)).length;

/** Opens a saved page and the panel beside it, until the test is over. @param {string} name @param {(close: () => Promise<unknown>) => void} [closing] */
async function beside(name, closing = () => {}) {
  const page = await open(browser, saved(name));
  const tab = await tabOf(browser, page.url());
  const panel = await openPanel(browser, tab);
  const close = () => Promise.all([page.close(), panel.close()]);
  closing(close);
  return { page, tab, panel, close };
}

/** @param {import("playwright-core").Page} panel @param {string} channel @param {string} [outcome] */
async function logTouch(panel, channel, outcome) {
  await panel.locator("#log-channel").selectOption(channel);
  if (outcome) await panel.locator("#log-outcome").selectOption(outcome);
  await panel.getByRole("button", { name: "Log it" }).click();
}

/** Writes more into the newest mail, as if the page had changed. @param {import("playwright-core").Page} page @param {string} text */
const change = (page, text) =>
  page.evaluate((text) => [...document.querySelectorAll("div.a3s")].at(-1)?.append(text), text);

describe("a Gmail thread", () => {
  /** @type {Awaited<ReturnType<typeof beside>>} */
  let there;
  before(async () => void (there = await beside("gmail-thread-en")));
  after(() => there.close());

  test("of somebody not tracked: nothing is kept, the badge is silent", async () => {
    await there.panel.getByRole("heading", { name: "Maren Holt" }).waitFor();
    assert.deepEqual(await log(), []);
    assert.equal(await badge(there.tab), "");
  });

  test("tracked: counted, judged, on the badge and in the panel", async () => {
    await there.panel.getByRole("button", { name: "Track", exact: true }).click();
    await verdict(there.panel).getByText("One last try").waitFor();
    assert.equal(await count("touch"), 9);
    assert.equal(await badge(there.tab), "!9");
  });

  test("opened again, and in a second tab: counted once", async (t) => {
    const heard = await hear(there.panel);
    await there.page.reload();
    await heard();
    const second = await beside("gmail-thread-en", (close) => t.after(close));
    await verdict(second.panel).getByText("One last try").waitFor();
    assert.equal(await count("touch"), 9);
  });

  test("a call logged by hand is there after a reload, and can be taken back", async () => {
    const { panel } = there;
    await panel.getByText("Log a touch").click();
    await logTouch(panel, "call", "no-answer");
    await panel.locator(".noted").getByText("You called: no answer").waitFor();
    assert.equal(await count("touch"), 10);
    await panel.reload();
    const history = panel.locator("details[data-fold=history]");
    await history.locator("summary").click();
    await history.getByText("You called: no answer").waitFor();
    await history.getByRole("button", { name: "Take back" }).click();
    await history.getByText("You called: no answer").waitFor({ state: "detached" });
    assert.equal(await count("touch"), 9);
  });

  test("a fault in the brain is said, and the next press works", async () => {
    const { panel } = there;
    await browser.worker().evaluate(() => {
      const host = /** @type {any} */ (globalThis).cleanBreakHost;
      const put = host.put;
      host.put = () => {
        host.put = put;
        throw new Error("broken on purpose");
      };
    });
    await panel.getByText("Log a touch").click();
    await logTouch(panel, "letter");
    await panel.getByText("broken on purpose").waitFor();
    assert.equal(await count("touch"), 9);
    await logTouch(panel, "letter");
    await becomes(() => count("touch"), 10);
  });

  test("goes on when the background was stopped", async () => {
    await stopBackground(browser, there.panel);
    await logTouch(there.panel, "voicemail");
    await becomes(() => count("touch"), 11);
  });

  test("the last try is recorded, and waits for an answer", async () => {
    await there.panel.locator("[data-do=decide]").first().click();
    await verdict(there.panel).getByText(/Wait until/).waitFor();
    assert.equal(await badge(there.tab), "");
  });

  test("stop tracking forgets everything", async () => {
    await there.panel.getByText("Stop tracking").click();
    await there.panel.locator("[data-do=untrack]").click();
    await there.panel.getByRole("button", { name: "Track", exact: true }).waitFor();
    assert.deepEqual(await log(), []);
  });
});

describe("the rep's word", () => {
  /** @type {Awaited<ReturnType<typeof beside>>} */
  let there;
  before(async () => {
    there = await beside("gmail-thread-en");
    await there.panel.getByRole("button", { name: "Track", exact: true }).click();
    await verdict(there.panel).getByText("One last try").waitFor();
  });
  after(() => there.close());

  /** The one thing to press that does this. @param {string} press @param {string} [id] */
  const press = (press, id) => there.panel.locator(`[data-do="${press}"]${id ? `[data-id="${id}"]` : ""}`).first();
  /** Opens a section, and a chip of what can be told. @param {string} fact */
  async function tell(fact) {
    await there.panel.locator("details[data-fold=tell]").evaluate((fold) => void (/** @type {HTMLDetailsElement} */ (fold).open = true));
    await press("tell", fact).click();
  }
  /** @param {string} fact @param {string} text */
  async function write(fact, text) {
    await tell(fact);
    const line = there.panel.locator(`[data-field="tell ${fact}"]`);
    await line.fill(text);
    await line.press("Enter");
  }
  /** Takes back what was noted last, which the panel names. @param {string} noted */
  async function undo(noted) {
    const line = there.panel.locator(".noted").getByText(noted);
    await line.waitFor();
    await press("undo").click();
    await line.waitFor({ state: "detached" });
    await verdict(there.panel).getByText("One last try").waitFor();
  }

  test("a meeting that they moved is kept as theirs, and taken back", async () => {
    await tell("outcome");
    await there.panel.getByText("They moved it").click();
    await becomes(() => count("meeting"), 1);
    const [moved] = (await log()).filter((e) => e.kind === "meeting");
    assert.deepEqual([moved.clear.disposition, moved.clear.by, moved.clear.by_hand], ["rescheduled", "them", true]);
    await undo("Noted: ");
    assert.equal(await count("meeting"), 0);
  });

  test("a promise makes it the rep's turn, and kept it is done", async () => {
    await write("promise", "send the security sheet");
    await verdict(there.panel).getByText("Your turn: keep your promise").waitFor();
    const [promise] = (await log()).filter((e) => e.kind === "promise");
    assert.ok(!JSON.stringify(promise.clear).includes("security"), "no word of it in the clear");
    await tell("promise");
    await there.panel.getByRole("button", { name: "send the security sheet" }).click();
    await verdict(there.panel).getByText("One last try").waitFor();
  });

  test("an answer about how they live stays on the device", async () => {
    await write("why-here", "the commute is short");
    await becomes(() => count("answer"), 1);
    const [answer] = (await log()).filter((e) => e.kind === "answer");
    assert.equal(answer.local.text, "the commute is short");
    assert.ok(!/commute|why/.test(JSON.stringify([answer.clear, answer.sealed])));
    await undo("Why there");
    assert.equal(await count("answer"), 0);
  });

  test("what is known of the deal is followed, and taken back", async () => {
    await write("stage", "proposal");
    await there.panel.getByText("Stage: proposal").waitFor();
    assert.equal(await count("deal"), 1);
    await undo("Noted: ");
    await there.panel.getByText("Stage: proposal").waitFor({ state: "detached" });
  });

  test("a rule that is left out does not speak, until that is taken back", async () => {
    await there.panel.locator("details[data-fold=reasons]").evaluate((fold) => void (/** @type {HTMLDetailsElement} */ (fold).open = true));
    await press("dismiss", "rule").click();
    await verdict(there.panel).getByText("One last try").waitFor({ state: "detached" });
    await press("restore").click();
    await verdict(there.panel).getByText("One last try").waitFor();
    assert.equal(await count("dismiss"), 0);
  });

  test("a disagreement is followed at once, and kept with its reason", async () => {
    await press("disagree").click();
    await press("instead", "keep").click();
    await there.panel.locator("[data-field=instead-why]").fill("They are at a fair");
    await there.panel.locator("form[data-id=disagree] button[type=submit]").click();
    await verdict(there.panel).locator("h2").getByText("Keep going").waitFor();
    const [decision] = (await log()).filter((e) => e.kind === "decision");
    assert.deepEqual([decision.clear.verdict, decision.sealed.against, decision.sealed.text], ["keep", "last-try", "They are at a fair"]);
    await undo("Noted: ");
  });

  test("a stop holds until it is lifted, and survives that the person is forgotten", async () => {
    const { panel, tab } = there;
    await press("disagree").click();
    await press("instead", "stop").click();
    await panel.locator("form[data-id=disagree] button[type=submit]").click();
    await verdict(panel).getByText("Stop: do not contact them").waitFor();
    assert.match(await badge(tab), /^■/);
    await panel.getByText("Stop tracking").click();
    await panel.locator("[data-do=untrack]").click();
    await panel.getByRole("button", { name: "Track", exact: true }).click();
    await verdict(panel).getByText("Stop: do not contact them").waitFor();
    await press("lift-ask").click();
    await press("lift").click();
    await verdict(panel).getByText("One last try").waitFor();
  });
});

test("an answer in German gets a draft in German", async (t) => {
  const { panel } = await beside("gmail-thread-de", (close) => t.after(close));
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await verdict(panel).getByText("Your turn").waitFor();
  const { assessment } = JSON.parse(await panel.evaluate(() => chrome.runtime.sendMessage({ do: "look", tab: Number(location.hash.slice(5)) })));
  const draft = assessment.plan.steps.find((/** @type {{purpose: string}} */ s) => s.purpose.startsWith("answer."));
  assert.match(draft.body, /(Guten Tag|Hallo) .*Jonas/);
});

describe("in-app navigation in Gmail", () => {
  test("clears at once and never shows the previous person", async (t) => {
    const { page, tab, panel } = await beside("gmail-thread-en", (close) => t.after(close));
    await panel.getByRole("heading", { name: "Maren Holt" }).waitFor();
    await page.evaluate(() => void (location.hash = "#inbox/FMfcgzAnotherThreadAltogether"));
    await panel.getByRole("heading", { name: "Maren Holt" }).waitFor({ state: "detached" });
    const cameBack = await noteAny(panel, "Maren Holt");
    const readings = await countReadings(panel, tab);
    await change(page, " The old thread still changes.");
    await until(async () => (await readings()) > 3, "the old thread is read under the new address");

    const next = saved("gmail-thread-de");
    await page.evaluate((html) => {
      const body = new DOMParser().parseFromString(html, "text/html");
      document.title = body.title;
      document.body.replaceWith(body.body);
    }, next.html);
    await panel.getByRole("heading", { name: "Jonas Weidner" }).waitFor();
    assert.equal(await cameBack(), false, "the old thread was shown under the new address");
  });
});

describe("LinkedIn", () => {
  test("is not read while no panel is open", async (t) => {
    const page = await open(browser, saved("linkedin-messaging"));
    t.after(() => page.close());
    const tab = await tabOf(browser, page.url());
    const { panel } = await beside("linkedin-profile-2026", (close) => t.after(close)); // that is opened later, and read
    await panel.getByRole("heading", { name: "Tomas Lindqvist" }).waitFor();
    assert.equal((await scriptsIn(panel, tab)).reader, "");
  });

  test("a conversation beside the panel is read and counted", async (t) => {
    const { panel, tab } = await beside("linkedin-messaging", (close) => t.after(close));
    await panel.getByRole("button", { name: "Track", exact: true }).click();
    await verdict(panel).getByText("Your turn").waitFor();
    assert.equal(await count("touch", "linkedin"), 3);
    assert.equal(await count("reply", "linkedin"), 2);
    assert.equal(await badge(tab), "↩3");
  });

  test("leaving a profile in the app clears at once, and the next one is read", async (t) => {
    const { page, panel } = await beside("linkedin-profile-2026", (close) => t.after(close));
    await panel.getByRole("heading", { name: "Tomas Lindqvist" }).waitFor();
    await page.evaluate(() => history.pushState({}, "", "/in/somebody-else/"));
    await panel.getByRole("heading", { name: "Tomas Lindqvist" }).waitFor({ state: "detached" });
    const cameBack = await noteAny(panel, "Tomas Lindqvist");
    await panel.locator("[data-phase=unreadable]").waitFor(); // the reader has given up
    assert.equal(await cameBack(), false, "the old profile was shown under the new address");
  });
});

walks(() => driverOf(browser));
