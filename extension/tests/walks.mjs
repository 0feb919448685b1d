// @ts-check
// What a rep does from the first day to the day somebody comes back, in the built
// extension: walk.test.mjs has it walked in Chromium, firefox.test.mjs in Firefox.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { saved } from "./extension.mjs";
import { count, fill, logTouch, press, shows, showsNoMore, state, track, unfold } from "./hands.mjs";
import { thread } from "./threads.mjs";
import { becomes } from "./waits.mjs";

/** A tab, or a page of the extension. @typedef {import("./told.mjs").Own & {close: () => Promise<unknown>, bringToFront: () => Promise<unknown>, url: () => string}} Page */
/** @typedef {{open: (page: {url: string, html: string}) => Promise<Page>, panel: (tab: any) => Promise<Page>, own: (name: string) => Promise<Page>}} Driver */

const mara = { to: "mara@fjordline.example", name: "Mara Lindqvist" };

/** @param {() => Driver} driver of the browser, once it runs */
export function walks(driver) {
  /** Opens a page and the panel beside it, until the test is over. @param {{url: string, html: string}} page @param {import("node:test").TestContext} t */
  async function beside(page, t) {
    const tab = await driver().open(page);
    const panel = await driver().panel(tab);
    t.after(() => Promise.all([tab.close(), panel.close()]));
    return { tab, panel };
  }

  describe("a rep's walk", () => {
    test("the first run: what it does, a prospect to play with, and whom to begin with", async (t) => {
      const welcome = await driver().own("welcome.html");
      t.after(() => welcome.close());
      await shows(welcome, "Know when to let go");
      await press(welcome, "a[href='#try']", "Try it");
      await shows(welcome, "Keep going", "#sample-says");
      await press(welcome, "[data-add=interested]");
      await shows(welcome, "Your turn", "#sample-says");
      await press(welcome, "a[href='#begin']", "Begin");
      await shows(welcome, "✓ Allowed", "[data-site=gmail]"); // the test variant has them
      await shows(welcome, "✓ Allowed", "[data-site=linkedin]");
    });

    test("a profile is read and tracked; a call is logged, an answer pasted, and the verdict changes", async (t) => {
      const { panel } = await beside(saved("linkedin-profile-2026"), t);
      await shows(panel, "Tomas Lindqvist", "h1");
      await track(panel, "Keep going");
      await logTouch(panel, "call", "no-answer");
      await shows(panel, "You called: no answer", ".noted");
      assert.equal(await count(panel, "touch"), 1);
      await unfold(panel, "reply");
      await fill(panel, "form[data-id=reply] textarea", "What would it cost for 40 people?");
      await press(panel, "form[data-id=reply] button[type=submit]");
      await shows(panel, "Your turn", "section.verdict");
      assert.equal(await count(panel, "reply"), 1);
    });

    test("evidence that is left out does not speak, until that is taken back", async (t) => {
      const { panel } = await beside(saved("gmail-thread-en"), t);
      await shows(panel, "Maren Holt", "h1");
      if ((await state(panel)).tracked) await shows(panel, "One last try", "section.verdict");
      else await track(panel, "One last try");
      await unfold(panel, "reasons");
      await press(panel, "[data-do=dismiss][data-id=rule]");
      await showsNoMore(panel, "One last try", "section.verdict");
      await press(panel, "[data-do=restore]");
      await shows(panel, "One last try", "section.verdict");
      assert.equal(await count(panel, "dismiss"), 0);
    });

    test("the work is done: a goodbye in three ways on one day, the day of a second look, and they come back", async (t) => {
      const now = Date.now();
      const mails = [80, 74, 68, 62, 56, 50, 44, 38, 32, 26].map((day) => ({ day, text: "Would a call about food safety suit you?" }));
      const { tab, panel } = await beside(thread(mara, mails, now), t);
      const rules = (/** @type {string} */ file) => panel.evaluate((/** @type {string} */ file) => chrome.runtime.sendMessage({ team: "setRules", file }), file);
      await shows(panel, mara.name, "h1");
      await rules(JSON.stringify({ name: "Ten in all ways", extends: "calvert", attempts: { times: 10 } }));
      await track(panel, "Let go");
      await shows(panel, "Say goodbye in all of these ways, on one day");
      await press(panel, "[data-do=decide]", "Let go");
      await shows(panel, "You decided: let go", ".noted");
      for (const [i, said] of ["You left a voicemail", "You sent an e-mail", "You left a message with a person"].entries()) {
        await press(panel, "[data-do=did]");
        await shows(panel, said, ".noted");
        assert.equal(await count(panel, "touch"), mails.length + i + 1);
      }
      await showsNoMore(panel, "Say goodbye");
      const { assessment } = await state(panel);
      assert.deepEqual([assessment.verdict, assessment.kind], ["pause", "let-go"]);
      const again = new Date(assessment.until).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "Europe/Berlin" });
      assert.ok(Date.parse(assessment.until) - now > 80 * 864e5, again);
      await shows(panel, `Let go, back ${again}`, "section.verdict");

      const answered = thread(mara, [...mails, { theirs: true, day: (now - Date.now()) / 864e5, text: "We have budget now. What would it cost for 40 people?" }], now);
      await tab.evaluate((/** @type {string} */ html) => document.body.replaceWith(new DOMParser().parseFromString(html, "text/html").body), answered.html);
      await shows(panel, "They came back", "header");
      await shows(panel, "Your turn", "section.verdict");
      const back = (await state(panel)).assessment;
      assert.deepEqual([back.cycle, back.plan.steps[0].purpose], [2, "welcome-back"]);
      await rules("");
    });
  });
}
