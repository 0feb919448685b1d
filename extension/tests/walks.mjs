// @ts-check
// What a rep does from the first day to the day somebody comes back, in the built
// extension: walk.test.mjs has it walked in Chromium, firefox.test.mjs in Firefox.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { saved } from "./extension.mjs";
import { choose, count, fill, logTouch, press, shows, showsNoMore, state, track, unfold } from "./hands.mjs";
import { thread } from "./threads.mjs";
import { becomes, until } from "./waits.mjs";

/** A tab, or a page of the extension. @typedef {import("./told.mjs").Own & {close: () => Promise<unknown>, bringToFront: () => Promise<unknown>, url: () => string}} Page */
/** @typedef {{open: (page: {url: string, html: string}) => Promise<Page>, panel: (tab: any) => Promise<Page>, own: (name: string) => Promise<Page>}} Driver */

/** @param {number} days */
const daysAgo = (days) => new Date(Date.now() - days * 864e5).toISOString().slice(0, 10);
/** @param {Page} page @param {string} selector @returns {Promise<string[]>} */
const texts = (page, selector) => page.evaluate((/** @type {string} */ selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent), selector);

/** Goes on to the page Today. @param {Page} welcome */
async function toToday(welcome) {
  await press(welcome, "#to-today");
  const there = () => welcome.evaluate(() => location.pathname === "/today.html" && document.readyState === "complete").catch(() => false); // on the way
  await until(there, "the page Today opens");
}

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
      const list = [
        "Name;E-Mail;Firma;Letzter Kontakt;Touches",
        `"Olsen, Kim";kim@acme.example;Acme GmbH;${daysAgo(9)};9`,
        `Jo Berg;JO@north.example;North;${daysAgo(12)};1`,
        "No Address;;Nowhere;;3",
        `Bo Lind;bo@south.example;South;;`,
      ].join("\r\n");
      await choose(welcome, "#list-file", { "list.csv": `\uFEFF${list}\r\n` });
      await becomes(() => texts(welcome, "#offer-list b"), ["Olsen, Kim", "Jo Berg", "Bo Lind"]);
      await shows(welcome, "1 row has no e-mail address or LinkedIn profile and is left out.");
      await press(welcome, "#offer-list label", "Bo Lind");
      await press(welcome, "#take", "Track 2 people");
      await shows(welcome, "You now track 2 more people.");
      await toToday(welcome);
      await shows(welcome, "need something from you.");
      for (const name of ["Olsen, Kim", "Jo Berg"]) await shows(welcome, name, ".today-row");
      await showsNoMore(welcome, "Bo Lind");
    });

    test("the first run: whom Gmail's rows show is offered, tracked, and in Today", async (t) => {
      const row = (/** @type {string} */ name, /** @type {string} */ email, /** @type {string} */ id) => `<tr class="zA"><td><span class="yP" email="${email}" name="${name}">${name}</span></td>
        <td><span class="bog"><span data-thread-id="#thread-f:1" data-legacy-thread-id="${id}" data-legacy-last-message-id="${id}">Hello</span></span><span class="y2">Snippet</span></td></tr>`;
      const gmail = await driver().open({
        url: "https://mail.google.com/mail/u/0/#search/from%3Aacme",
        html: `<title>Search results - robin@seller.example - Gmail</title><div role="main"><table><tbody>${row("Una Reis", "una@east.example", "18a41665ecb473a3")}${row("Max Ott", "max@west.example", "18a41665ecb473a4")}</tbody></table></div>`,
      });
      const welcome = await driver().own("welcome.html#begin");
      t.after(() => Promise.all([gmail.close(), welcome.close()]));
      await shows(welcome, "Fill your first day");
      await welcome.evaluate(() => { chrome.permissions.request = async () => true; }); // granted in this build; no automation accepts a prompt
      await press(welcome, "#from-gmail");
      await becomes(() => texts(welcome, "#offer-list b"), ["Una Reis", "Max Ott"]);
      await press(welcome, "#offer-list label", "Max Ott");
      await press(welcome, "#take", "Track 1 person");
      await shows(welcome, "You now track 1 more person.");
      await toToday(welcome);
      await shows(welcome, "Una Reis", ".today-row");
    });

    test("a profile is read and tracked; a call is logged, an answer pasted, and the verdict changes", async (t) => {
      const { panel } = await beside(saved("linkedin-profile-2026"), t);
      await shows(panel, "Tomas Lindqvist", "h1");
      await track(panel, "Get in touch");
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
      const rules = (/** @type {string} */ file) => panel.evaluate((/** @type {string} */ file) => chrome.runtime.sendMessage({ ask: "setPlaybook", file }), file);
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
      await shows(panel, `Let go; look again on ${again}`, "section.verdict");

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
