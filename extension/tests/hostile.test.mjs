// @ts-check
// Pages and words that mean harm, against the built extension: no code of theirs
// runs, they decide nothing, and they get no work out of the reader that would
// slow the page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { driverOf, open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { longThread, wordyPage } from "./fixtures.mjs";
import { harms, storm } from "./harms.mjs";
import { settled } from "./told.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

/** Opens a page and the panel beside it, until the test is over. @param {{url: string, html: string}} from @param {import("node:test").TestContext} t */
async function beside(from, t) {
  const page = await open(browser, from);
  const tab = await tabOf(browser, page.url());
  const panel = await openPanel(browser, tab);
  t.after(() => Promise.all([page.close(), panel.close()].map((p) => p.catch(() => {}))));
  return { page, tab, panel };
}
harms(() => driverOf(browser));

/** Counts what the reader of a tab asks of its page, from now on. @param {number} tab */
const count = (tab) =>
  browser.worker().evaluate((tab) => chrome.scripting.executeScript({ target: { tabId: tab }, func: () => {
    const mine = /** @type {any} */ (globalThis);
    mine.counted = {};
    for (const [on, names] of /** @type {[any, string[]][]} */ ([
      [Document.prototype, ["querySelectorAll"]], [Element.prototype, ["querySelectorAll", "matches", "getAttribute", "checkVisibility"]],
      [mine, ["requestIdleCallback"]], [chrome.runtime, ["sendMessage"]],
    ])) {
      for (const name of names) {
        const real = on[name];
        on[name] = /** @this {any} */ function (/** @type {any[]} */ ...given) {
          mine.counted[name] = (mine.counted[name] ?? 0) + 1;
          return real.apply(this, given);
        };
      }
    }
  } }), tab);

/** What was counted since it was asked last. @param {number} tab @returns {Promise<Record<string, number>>} */
const counted = (tab) =>
  browser.worker().evaluate(async (tab) => {
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab }, func: () => {
      const mine = /** @type {any} */ (globalThis);
      const was = mine.counted;
      mine.counted = {};
      return was;
    } });
    return result;
  }, tab);

describe("floods of changes", () => {
  test("in LinkedIn are not looked at, nor is anything after the panel was closed", async (t) => {
    const { page, panel, tab } = await beside(saved("linkedin-messaging"), t);
    await panel.locator("[data-phase=someone]").waitFor();
    await count(tab);
    await storm(page);
    assert.deepEqual(await counted(tab), {});
    const own = await browser.context.newPage();
    t.after(() => own.close());
    await own.goto(`chrome-extension://${browser.id}/welcome.html`);
    await panel.close();
    await page.evaluate(() => {
      history.pushState({}, "", "/in/tomas-lindqvist-ops/");
      document.body.append("somebody else");
    });
    await settled(own);
    assert.deepEqual(await counted(tab), { sendMessage: 1 }); // that the page was left
    await settled(own);
    assert.deepEqual(await counted(tab), {});
  });
});

describe("the reader takes less than 1 MB of a page's memory", () => {
  for (const [name, from] of /** @type {const} */ ([
    ["a conversation", saved("linkedin-messaging")], ["a profile with 1.7 MB of JSON", wordyPage()], ["a thread of 2,000 mails", longThread(2000)],
  ])) {
    test(name, async (t) => {
      await browser.worker().evaluate(() => chrome.scripting.unregisterContentScripts()); // it comes with the panel, and not before
      const page = await open(browser, from);
      t.after(() => page.close());
      const devtools = await browser.context.newCDPSession(page);
      const used = async () => {
        for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
        return (await devtools.send("Runtime.getHeapUsage")).usedSize;
      };
      const before = await used();
      const panel = await openPanel(browser, await tabOf(browser, page.url()));
      await panel.locator("[data-phase=someone]").waitFor();
      await panel.close();
      const taken = (await used()) - before;
      t.diagnostic(`${Math.round(taken / 1024)} kB`);
      assert.ok(taken < 1_000_000, `${taken} bytes`);
    });
  }
});

test("a page that takes the names the reader uses is read all the same", async (t) => {
  const { url, html } = saved("linkedin-messaging");
  const taken = ["cleanBreakReader", "cleanBreakWriter", "cleanBreakPages", "navigation", "title", "querySelectorAll", "documentElement"].map((name) => `<form id="${name}" name="${name}"><input name="alive"><input name="site"></form>`).join("");
  const { panel } = await beside({ url, html: html.replace("</body>", `${taken}</body>`) }, t);
  await panel.locator("[data-phase=someone]").waitFor();
});
