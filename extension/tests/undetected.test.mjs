// @ts-check
// LinkedIn's page cannot tell that the extension is there: a page on its origin
// that looks for it (witness.mjs) sees nothing, before, during and after a
// reading, in Chromium and in Firefox.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { firefoxOrigin, startFirefox } from "./firefox.mjs";
import { settled } from "./told.mjs";
import { becomes } from "./waits.mjs";
import { look, pace, probe, race, seen, watched } from "./witness.mjs";

const files = ["manifest.json", "content.js", "panel.html", "brain.wasm", "icons/icon-16.png"];
const conversation = watched(saved("linkedin-messaging"));
const profile = "/in/tomas-lindqvist-ops/";

/** What is seen of a script in the page's own world. */
const leaveTraces = `document.querySelector("p"); globalThis.mine = 1; localStorage.setItem("mine", "1"); document.body.dataset.mine = "1"; postMessage("mine", "*")`;
/** @param {string[]} found @param {string[]} traces */
const holds = (found, traces) => traces.forEach((trace) => assert.ok(found.some((f) => f.includes(trace)), `${trace} in ${found.join("\n")}`));

const nobody = "/in/nobody-we-know/";

/** Makes the person of the profile one who must not be contacted. @param {import("./told.mjs").Own} own a page of the extension */
async function stopped(own) {
  const shown = await own.evaluate(async (/** @type {string} */ slug) => {
    const action = { tab: -1, url: "https://news.example/", by_hand: true, person: { name: "Tomas Lindqvist", slug } };
    await chrome.runtime.sendMessage({ ...action, do: "track" });
    return chrome.runtime.sendMessage({ ...action, do: "log", entered: { type: "decision", verdict: "stop" } });
  }, profile.split("/")[2]);
  assert.equal(JSON.parse(shown).assessment.verdict, "stop");
}

/** The badge of LinkedIn's tab. @param {import("./told.mjs").Own} own */
const badge = (own) => own.evaluate(async () => {
  const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
  return chrome.action.getBadgeText({ tabId: tab.id });
});

/** Has a page go to two addresses until it goes as it should: a busy machine blurs a round. @param {(pair: [string, string]) => Promise<[number, number]>} paced @param {(slower: [number, number]) => boolean} should */
async function paces(paced, should) {
  const rounds = [];
  while (rounds.length < 8) {
    const slower = await paced([profile, nobody]);
    if (should(slower)) return;
    rounds.push(slower);
  }
  assert.fail(`slower at one and at the other, of 60: ${rounds.join("; ")}`);
}
const neither = (/** @type {[number, number]} */ [one, other]) => Math.abs(one - other) < 20;
const theFirst = (/** @type {[number, number]} */ [one, other]) => one - other > 40;

/** What a script of the page's own process that knew the person would do. */
const dawdle = `{ const go = history.pushState.bind(history); history.pushState = (...to) => { go(...to); const until = performance.now() + 6; while (location.pathname === "${profile}" && performance.now() < until); }; }`;

describe("in Chromium", () => {
  /** @type {import("./extension.mjs").Browser} */
  let browser;
  before(async () => void (browser = await start()));
  after(() => browser.close());

  /** Runs an expression in the page, with nothing of the test tool's around it. @param {import("playwright-core").Page} page @returns {Promise<(expression: string) => Promise<any>>} */
  async function inside(page) {
    const devtools = await browser.context.newCDPSession(page);
    return async (expression) => {
      const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    };
  }
  /** @param {string} expression @param {(expression: string) => Promise<any>} run @returns {Promise<string[]>} */
  const list = async (expression, run) => JSON.parse(await run(expression));

  /** @type {import("playwright-core").Page} */
  let page;
  /** @type {(expression: string) => Promise<any>} */
  let run;
  before(async () => {
    page = await open(browser, conversation);
    run = await inside(page);
  });

  test("nothing is seen: idle, read, moved on, and closed again", async () => {
    const own = await browser.context.newPage();
    await own.goto(`chrome-extension://${browser.id}/welcome.html`);
    await run(look);
    await settled(own);
    assert.deepEqual(await list(seen, run), [], "idle");
    const panel = await openPanel(browser, await tabOf(browser, page.url()));
    await panel.locator("[data-phase=someone]").waitFor();
    assert.deepEqual(await list(seen, run), [], "read");
    await run(`history.pushState({}, "", "${profile}")`);
    await run(look);
    await panel.locator("[data-phase=unreadable]").waitFor(); // the page stays as it is, and the reader gives up
    assert.deepEqual(await list(seen, run), [], "moved on");
    await panel.close();
    await settled(own);
    assert.deepEqual(await list(seen, run), [], "closed");
    await own.close();
  });

  test("what another extension leaves is seen", async () => {
    const tab = await tabOf(browser, page.url());
    await run(look);
    await browser.worker().evaluate((tab) => chrome.scripting.executeScript({ target: { tabId: tab }, func: () => {
      document.body.dataset.mine = "1";
      window.postMessage("mine", "*");
      performance.mark("mine");
    } }), tab);
    holds(await list(seen, run), ["changed: attributes BODY data-mine", "heard: message mine", "measured: mark mine", "new in html"]);
    await run(look);
    await run(leaveTraces);
    holds(await list(seen, run), ["called: Document.querySelector", "new in globals: mine", "new in stored: mine"]);
  });

  test("the address of somebody tracked is neither slower nor faster than another", async () => {
    const own = await browser.context.newPage();
    await own.goto(`chrome-extension://${browser.id}/welcome.html`);
    await stopped(own);
    await run(`history.pushState({}, "", "${nobody}")`);
    await run(`history.pushState({}, "", "${profile}")`);
    await becomes(() => badge(own), "■0"); // the toolbar tells them apart
    const paced = (/** @type {[string, string]} */ pair) => run(`(${pace})(${JSON.stringify(pair)})`);
    await paces(paced, neither);
    await run(`history.pushState({}, "", "${nobody}")`);
    await becomes(() => badge(own), "");
    await run(`history.pushState({}, "", "${profile}")`);
    await run(look);
    await becomes(() => badge(own), "■0");
    await settled(own);
    assert.deepEqual(await list(seen, run), []);
    await run(dawdle);
    await paces(paced, theFirst); // what takes longer is told
    await own.close();
  });

  const known = () => `chrome-extension://${browser.id}/`;
  const unknown = `chrome-extension://${"abcdefghijklmnop".repeat(2)}/`;

  test("its files answer as those of no extension, whatever way they are asked for", async () => {
    const learnt = (/** @type {string} */ base, of = files) => run(`(${probe})(${JSON.stringify({ base, files: of })})`);
    assert.deepEqual(await learnt(known()), await learnt(unknown));
    const { pathname } = new URL(conversation.url);
    await open(browser, conversation).then((p) => p.close());
    const there = await learnt("https://www.linkedin.com", [pathname]);
    assert.equal(there[`fetch ${pathname}`], "200"); // a file that is there is told from one that is not
  });

  test("its files are neither sooner nor later refused", async () => {
    /** Has two race until it goes as it should: a busy machine blurs a round, and a difference that is there shows in every one. @param {string} one @param {string} other @param {(won: number[]) => boolean} should */
    async function races(one, other, should) {
      const rounds = [];
      while (rounds.length < 8) {
        const won = await run(`(${race})(${JSON.stringify([`${one}manifest.json`, `${other}manifest.json`])})`); // of 30 each
        if (should(won)) return;
        rounds.push(won);
      }
      assert.fail(`asked first and answered first, of 30 each: ${rounds.join("; ")}`);
    }
    await races(known(), unknown, (both) => Math.min(...both) > 20);
    await races("https://nobody.example/", unknown, ([slow, fast]) => slow < 10 && fast > 20); // what takes longer is told from what does not
  });

  test("nobody outside can talk to it", async () => {
    assert.equal(await run("typeof chrome.runtime"), "undefined");
    const hears = await browser.worker().evaluate(() => [chrome.runtime.onMessageExternal.hasListeners(), chrome.runtime.onConnectExternal.hasListeners()]);
    assert.deepEqual(hears, [false, false]);
  });
});

describe("in Firefox", () => {
  /** @type {Awaited<ReturnType<typeof startFirefox>>} */
  let firefox;
  /** @type {import("./firefox.mjs").Page} */
  let page;
  before(async () => {
    firefox = await startFirefox();
    page = await firefox.open(conversation);
  });
  after(() => firefox.close());
  const list = async () => JSON.parse(/** @type {string} */ (await page.evaluate(seen)));

  test("nothing is seen: idle, read, moved on, and closed again", async () => {
    const own = await firefox.own("welcome.html");
    await page.evaluate(look);
    await settled(own);
    assert.deepEqual(await list(), [], "idle");
    const panel = await firefox.panel(page);
    await panel.waitForSelector("[data-phase=someone]");
    assert.deepEqual(await list(), [], "read");
    await page.evaluate(`history.pushState({}, "", "${profile}")`);
    await page.evaluate(look);
    await panel.waitForSelector("[data-phase=unreadable]"); // the page stays as it is, and the reader gives up
    assert.deepEqual(await list(), [], "moved on");
    await panel.close();
    await settled(own);
    assert.deepEqual(await list(), [], "closed");
    await own.close();
  });

  test("what another extension leaves is seen", async () => {
    await page.evaluate(look);
    await page.evaluate(leaveTraces);
    holds(await list(), ["changed: attributes BODY data-mine", "heard: message mine", "called: Document.querySelector", "new in globals: mine", "new in stored: mine"]);
  });

  test("the address of somebody tracked is neither slower nor faster than another", async () => {
    const own = await firefox.own("welcome.html");
    await stopped(own);
    await page.evaluate(`history.pushState({}, "", "${nobody}")`);
    await page.evaluate(`history.pushState({}, "", "${profile}")`);
    await becomes(() => badge(own), "■0"); // the toolbar tells them apart
    const paced = (/** @type {[string, string]} */ pair) => /** @type {Promise<[number, number]>} */ (page.evaluate(pace, pair));
    await paces(paced, neither);
    await page.evaluate(dawdle);
    await paces(paced, theFirst); // what takes longer is told
    await own.close();
  });

  test("its files answer as those of no extension, even to who knows where they are", async () => {
    // The address is drawn at random for each profile, and no page is told it.
    // Asked for a worker there, Firefox itself refuses in two ways.
    const learnt = async (/** @type {string} */ base) =>
      Object.entries(await page.evaluate(probe, { base, files })).filter(([way]) => !way.startsWith("worker"));
    assert.deepEqual(await learnt(`${firefoxOrigin}/`), await learnt("moz-extension://0f0e0d0c-0b0a-4908-8706-050403020100/"));
  });

  test("nobody outside can talk to it", async () => {
    assert.equal(await page.evaluate("typeof globalThis.browser + typeof globalThis.chrome?.runtime"), "undefinedundefined");
  });
});
