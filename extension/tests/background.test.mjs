// @ts-check
// What the background must never do: show somebody on another page than theirs,
// read where the rep did not let it, or believe a page about where it is.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { logOf, open, openPanel, saved, start, stopBackground, tabOf } from "./extension.mjs";
import { hear, scriptsIn, settled } from "./told.mjs";
import { becomes, until } from "./waits.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

const elsewhere = { url: "https://other.example/", html: "<h1>Hello</h1>" };

/** Serves HTML at an address for a tab to go to. @param {{url: string, html: string}} page */
const serve = async (page) => void (await (await open(browser, page)).close());
/** @param {number} tab */
const badge = (tab) => browser.worker().evaluate((tab) => chrome.action.getBadgeText({ tabId: tab }), tab);
/** @param {import("playwright-core").Page} panel @param {string} phase */
const phase = (panel, phase) => panel.locator(`[data-phase=${phase}]`).waitFor();

/** @param {string} name @param {import("node:test").TestContext} t */
async function beside(name, t) {
  const page = await open(browser, saved(name));
  const tab = await tabOf(browser, page.url());
  const panel = await openPanel(browser, tab);
  t.after(() => Promise.all([page.close(), panel.close()]));
  return { page, tab, panel };
}

/** How many rows the log has. */
const rows = async () => (await logOf(browser)).length;

/** Holds the store's calls of a kind until let go. @param {"load" | "put"} kind @returns {Promise<() => Promise<void>>} */
async function hold(kind) {
  await browser.worker().evaluate((kind) => {
    const all = /** @type {any} */ (globalThis);
    const real = all.cleanBreakHost[kind];
    const gate = new Promise((resolve) => (all.letGo = resolve));
    all.cleanBreakHost[kind] = async (/** @type {any} */ x) => {
      all.held = true;
      await gate;
      return real(x);
    };
    all.held = false;
    all.restore = () => (all.cleanBreakHost[kind] = real);
  }, kind);
  return () => browser.worker().evaluate(() => {
    const all = /** @type {any} */ (globalThis);
    all.restore();
    all.letGo();
  });
}

/** Waits until a held call has come. */
const held = () => until(() => browser.worker().evaluate(() => /** @type {any} */ (globalThis).held), "something is asked of the store");

describe("after the background was stopped", () => {
  for (const name of ["gmail-thread-en", "linkedin-profile-2026"]) {
    test(`${name}: leaving for another site clears the panel`, async (t) => {
      const { page, panel } = await beside(name, t);
      await phase(panel, "someone");
      await serve(elsewhere);
      await stopBackground(browser, panel);
      await page.goto(elsewhere.url);
      await panel.locator("[data-phase=someone]").waitFor({ state: "detached" });
    });
  }

  test("the next page of the same site is shown, and not the one before", async (t) => {
    const { page, panel } = await beside("linkedin-profile-2026", t);
    await phase(panel, "someone");
    const next = saved("linkedin-profile-2024");
    await serve(next);
    await stopBackground(browser, panel);
    await page.goto(next.url);
    await panel.getByRole("heading", { name: "Tomas Lindqvist" }).waitFor({ state: "detached" });
    await phase(panel, "someone");
  });

  test("a page that loads again is shown again", async (t) => {
    const { page, panel } = await beside("gmail-thread-en", t);
    await phase(panel, "someone");
    await stopBackground(browser, panel);
    const heard = await hear(panel);
    await page.reload();
    await heard();
    await phase(panel, "someone");
  });
});

describe("late answers", () => {
  test("a page that was being read when the tab went elsewhere is not shown there", async (t) => {
    const { page, tab, panel } = await beside("gmail-thread-en", t);
    await panel.getByRole("button", { name: "Track", exact: true }).click();
    await panel.locator("section.verdict[data-tone]").waitFor();
    await serve(elsewhere);
    await page.goto(elsewhere.url);
    const letGo = await hold("load");
    await page.goto(saved("gmail-thread-en").url);
    await held();
    await page.goto(elsewhere.url);
    await letGo();
    await settled(panel);
    assert.equal(await badge(tab), "");
    assert.equal(await panel.getByText("Maren Holt").count(), 0);
  });

  test("what a press answers late sets no badge on the next page", async (t) => {
    const { page, tab, panel } = await beside("gmail-thread-en", t);
    await panel.locator("section.verdict[data-tone]").waitFor();
    await serve(elsewhere);
    await panel.getByText("Log a touch").click();
    await panel.locator("#log-channel").selectOption("letter");
    const letGo = await hold("put");
    const before = await rows();
    await panel.getByRole("button", { name: "Log it" }).click();
    await held();
    await page.goto(elsewhere.url);
    await letGo();
    await becomes(rows, before + 1); // what was pressed is done
    await settled(panel);
    assert.equal(await badge(tab), "");
    assert.equal(await panel.getByText("Maren Holt").count(), 0);
  });
});

describe("on a LinkedIn profile, with the panel closed", () => {
  const profile = saved("linkedin-profile-2026");
  const slug = new URL(profile.url).pathname;
  const other = { url: "https://www.linkedin.com/in/nobody-we-know/", html: "<h1>Nobody</h1>" };

  test("somebody tracked is known by the address alone, wherever it is reached from", async (t) => {
    const { page, tab, panel } = await beside("linkedin-profile-2026", t);
    await panel.getByRole("button", { name: "Track", exact: true }).click();
    await panel.locator("section.verdict[data-tone]").waitFor();
    const stopped = await panel.evaluate(async (tab) => {
      const { url, person } = JSON.parse(await chrome.runtime.sendMessage({ do: "look", tab }));
      return chrome.runtime.sendMessage({ do: "log", tab, url, person, entered: { type: "decision", verdict: "stop" } });
    }, tab);
    assert.equal(JSON.parse(stopped).assessment.verdict, "stop");
    await panel.close();
    const own = await browser.context.newPage();
    await own.goto(`chrome-extension://${browser.id}/welcome.html`);
    const before = await logOf(browser);
    await serve(other);
    await page.goto(other.url);
    await becomes(() => badge(tab), "");
    await page.goto(profile.url);
    await becomes(() => badge(tab), "■0");
    await page.evaluate((to) => history.pushState({}, "", to), new URL(other.url).pathname);
    await becomes(() => badge(tab), "");
    await page.evaluate((to) => history.pushState({}, "", to), slug);
    await becomes(() => badge(tab), "■0");
    await stopBackground(browser, own);
    await page.reload();
    await becomes(() => badge(tab), "■0");
    assert.deepEqual(await logOf(browser), before, "nothing is recorded");
    assert.deepEqual(await scriptsIn(own, tab), { reader: "", writer: "" }, "the page is not read");
    await own.close();
  });
});

describe("a page's word", () => {
  /** Sends a snapshot as a reader of the tab would. @param {number} tab @param {object} snapshot */
  const forge = (tab, snapshot) =>
    browser.worker().evaluate(
      ({ tab, snapshot }) =>
        chrome.scripting.executeScript({
          target: { tabId: tab },
          args: [snapshot],
          func: (snapshot) => void chrome.runtime.sendMessage({ type: "page", snapshot, at: 0 }).catch(() => {}),
        }),
      { tab, snapshot: JSON.stringify(snapshot) },
    );

  /** What the reader makes of a saved page. @param {string} name @param {(text: string) => string} [change] */
  const snapshot = async (name, change = (text) => text) =>
    JSON.parse(change(await readFile(new URL(`../../testdata/pages/${name}.snapshot.json`, import.meta.url), "utf8")));
  /** That of the Gmail thread, with messages nobody has seen. */
  const unseen = () => snapshot("gmail-thread-en", (text) => text.replaceAll(/"1a1(\w{13})"/g, `"1a0$1"`));

  for (const [lie, change] of /** @type {[string, object][]} */ ([
    ["another address", {}],
    ["another site at its own address", { url: saved("linkedin-profile-2026").url }],
    ["its own site at another address", { site: "linkedin" }],
    ["no address", { url: "" }],
  ])) {
    test(`that names ${lie} is refused, and nothing is recorded`, async (t) => {
      const thread = await beside("gmail-thread-en", t); // tracked above
      await thread.panel.locator("section.verdict[data-tone]").waitFor();
      const { tab, panel } = await beside("linkedin-profile-2026", t);
      await phase(panel, "someone");
      const before = await rows();
      await forge(tab, { ...(await unseen()), ...change });
      const heard = await hear(panel);
      await forge(tab, await snapshot("linkedin-profile-2026")); // which goes the same way after it
      await heard();
      assert.equal(await rows(), before);
      assert.equal(await panel.getByText("Maren Holt").count(), 0);
    });
  }

  test("that is true is recorded", async (t) => {
    const { tab, panel } = await beside("gmail-thread-en", t);
    await panel.locator("section.verdict[data-tone]").waitFor();
    const before = await rows();
    await forge(tab, await unseen());
    await until(async () => (await rows()) > before, "its messages are recorded");
  });
});

describe("where the rep did not let it", () => {
  test("a LinkedIn page is not read for the panel of another tab", async (t) => {
    const { panel } = await beside("gmail-thread-en", t);
    await phase(panel, "someone");
    const page = await open(browser, saved("linkedin-messaging"));
    t.after(() => page.close());
    const tab = await tabOf(browser, page.url());
    await beside("linkedin-profile-2026", t).then((later) => phase(later.panel, "someone")); // which is read
    assert.equal((await scriptsIn(panel, tab)).reader, "");
  });

  // Automation can neither withdraw a permission of the test variant nor press
  // the toolbar button, so the background is told that no site is allowed.
  describe("with the permission withdrawn", () => {
    const withdraw = () =>
      browser.worker().evaluate(() => {
        const all = /** @type {any} */ (globalThis);
        all.contains ??= chrome.permissions.contains;
        chrome.permissions.contains = /** @type {any} */ (async () => false);
      });
    const giveBack = () => browser.worker().evaluate(() => void (chrome.permissions.contains = /** @type {any} */ (globalThis).contains));
    /** @param {number} tab */
    const press = (tab) =>
      browser.worker().evaluate(async (tab) => /** @type {any} */ (chrome.action.onClicked).dispatch(await chrome.tabs.get(tab)), tab);

    /** Makes every mail of a thread another one. @param {import("playwright-core").Page} page */
    const renew = (page) =>
      page.evaluate(() => {
        for (const mail of document.querySelectorAll("[data-legacy-message-id]")) {
          const id = BigInt(`0x${mail.getAttribute("data-legacy-message-id")}`) + 1n;
          mail.setAttribute("data-legacy-message-id", id.toString(16));
          mail.setAttribute("data-message-id", `#msg-f:${id}`);
        }
        [...document.querySelectorAll("div.a3s")].at(-1)?.append(" changed");
      });

    /** Whether the reader of a tab has sent its page since. @param {number} tab */
    async function pagesFrom(tab) {
      await browser.worker().evaluate((tab) => {
        const all = /** @type {any} */ (globalThis);
        all.arrived = false;
        chrome.runtime.onMessage.addListener((m, from) => void (all.arrived ||= m.type === "page" && from.tab?.id === tab));
      }, tab);
      return () => browser.worker().evaluate(() => /** @type {boolean} */ (/** @type {any} */ (globalThis).arrived));
    }

    /** How often the reader was put into a tab since. @param {number} tab */
    async function injections(tab) {
      await browser.worker().evaluate((tab) => {
        const all = /** @type {any} */ (globalThis);
        const real = (all.execute ??= chrome.scripting.executeScript);
        all.injected = 0;
        chrome.scripting.executeScript = /** @type {any} */ ((/** @type {any} */ what) => {
          all.injected += Number(what.target.tabId === tab && what.files?.includes("content.js"));
          return Reflect.apply(real, chrome.scripting, [what]);
        });
      }, tab);
      return () => browser.worker().evaluate(() => /** @type {number} */ (/** @type {any} */ (globalThis).injected));
    }

    test("a reader that goes on in Gmail is not listened to", async (t) => {
      const { page, tab, panel } = await beside("gmail-thread-en", t);
      await phase(panel, "someone");
      const before = await rows();
      await renew(page);
      await until(async () => (await rows()) > before, "new mails are recorded");
      await settled(panel);
      await withdraw();
      t.after(giveBack);
      const then = await rows();
      const arrived = await pagesFrom(tab);
      await renew(page);
      await until(arrived, "the reader sends the page");
      await settled(panel);
      assert.equal(await rows(), then);
      await becomes(async () => (await scriptsIn(panel, tab)).reader, "over"); // it is told to stop
      await page.evaluate(() => void (location.hash = "#inbox/FMfcgzAnotherThreadAltogether"));
      await phase(panel, "press");
      await panel.reload();
      await phase(panel, "no-access");
    });

    for (const name of ["gmail-thread-en", "linkedin-profile-2026"]) {
      test(`${name} is read where the button was pressed, again on that address, and nowhere else`, async (t) => {
        await withdraw();
        t.after(giveBack);
        const { page, tab, panel } = await beside(name, t);
        await panel.locator("[data-phase=press], [data-phase=no-access]").waitFor();
        await press(tab);
        await phase(panel, "someone");
        await panel.reload();
        await phase(panel, "someone");
        const [arrived, injected] = [await pagesFrom(tab), await injections(tab)];
        await page.evaluate(() => history.pushState({}, "", `${location.pathname}?other${location.hash}`));
        await phase(panel, "press");
        if (name.startsWith("gmail")) await until(arrived, "the reader sends the page, which is refused");
        await settled(panel);
        assert.equal(await injected(), 0);
        await phase(panel, "press");
      });
    }
  });
});

test("Gmail's rows are read in a tab that is out of view, too", async (t) => {
  const page = await open(browser, saved("gmail-search"));
  const tab = await tabOf(browser, page.url());
  const own = await browser.context.newPage();
  t.after(() => Promise.all([page.close(), own.close()]));
  await own.goto(`chrome-extension://${browser.id}/welcome.html`);
  await becomes(async () => (await scriptsIn(own, tab)).reader, "there");
  await own.evaluate((tabId) => chrome.scripting.executeScript({ target: { tabId }, func: () => // in the reader's own world
    void Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" }) }), tab);
  await stopBackground(browser, own); // as it is after half a minute: it holds no page
  const { result } = await own.evaluate(() => chrome.runtime.sendMessage({ ask: "rows" }));
  assert.ok(result.length > 0, "nobody is offered");
});

test("two changes of what is allowed at once do not collide", async () => {
  /** @type {Set<string>} */
  const registered = new Set();
  const soon = () => new Promise((resolve) => setImmediate(resolve));
  const scripting = {
    getRegisteredContentScripts: async () => (await soon(), [...registered].map((id) => ({ id }))),
    unregisterContentScripts: async (/** @type {{ids: string[]}} */ { ids }) => (await soon(), ids.forEach((id) => registered.delete(id))),
    registerContentScripts: async (/** @type {{id: string}[]} */ [{ id }]) => {
      await soon();
      if (registered.has(id)) throw new Error(`Duplicate script ID '${id}'`);
      registered.add(id);
    },
  };
  const real = Object.getOwnPropertyDescriptor(globalThis, "chrome");
  Object.assign(globalThis, { chrome: { scripting, permissions: { contains: async () => true }, tabs: { query: async () => [] } } });
  const { watchAllowed } = await import("../sites.js");
  await Promise.all([watchAllowed(), watchAllowed(), watchAllowed()]);
  assert.deepEqual([...registered], ["gmail"]);
  if (real) Object.defineProperty(globalThis, "chrome", real);
  else Reflect.deleteProperty(globalThis, "chrome");
});
