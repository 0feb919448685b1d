// @ts-check
// What the rep has recorded lasts, in Chromium and in Firefox: the extension is
// updated, the storage is full, and the background is ended in the middle of a
// press.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { driverOf, saved, start, stopBackground, withSitesGranted } from "./extension.mjs";
import { firefoxVariant, startFirefox } from "./firefox.mjs";
import { count, fill, logTouch, press, shows, track, unfold } from "./hands.mjs";
import { thread } from "./threads.mjs";
import { hear, settled } from "./told.mjs";
import { until } from "./waits.mjs";

/** @typedef {import("./walks.mjs").Page} Page */
/** @typedef {import("./walks.mjs").Driver & {update: () => Promise<unknown>}} Driver */

const [older, newer] = ["0.0.9", "0.1.0"];
const room = 20_000; // kB that the browsers may store here

/** A copy of a built extension, of a version. @param {string} built @param {string} version @param {string} [folder] */
function copy(built, version, folder = mkdtempSync(join(tmpdir(), "clean-break-version-"))) {
  cpSync(built, folder, { recursive: true });
  const file = join(folder, "manifest.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), version }));
  return folder;
}

describe("in Chromium", () => {
  const folder = copy(withSitesGranted, older);
  /** @type {import("./extension.mjs").Browser} */
  let browser;
  before(async () => {
    browser = await start({ folder });
    const devtools = await browser.context.newCDPSession(browser.context.pages()[0]);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: `chrome-extension://${browser.id}`, quotaSize: room * 1000 });
  });
  after(async () => { await browser.close(); rmSync(folder, { recursive: true }); });

  lasts(() => ({
    ...driverOf(browser),
    update: async () => {
      copy(withSitesGranted, newer, folder);
      const extensions = await browser.context.newPage();
      await extensions.goto("chrome://extensions");
      await extensions.evaluate(() => /** @type {any} */ (chrome).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })); // or it may not be loaded again
      await extensions.close();
      await browser.worker().evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
      const version = () => browser.worker().evaluate(() => chrome.runtime.getManifest().version).catch(() => ""); // the old one is ending
      await until(async () => (await version()) === newer, "the new version runs");
    },
  }));

  test("the background is ended in the middle of a press: nothing is half, and the next press does it once", async (t) => {
    const driver = driverOf(browser);
    const tab = await driver.open(saved("linkedin-messaging"));
    const panel = await driver.panel(tab);
    t.after(() => Promise.all([tab.close(), panel.close()]));
    await track(panel, "Your turn");
    const before = await count(panel, "touch");
    await browser.worker().evaluate(() => {
      const all = /** @type {any} */ (globalThis);
      all.cleanBreakHost.put = () => ((all.held = true), new Promise(() => {}));
    });
    await logTouch(panel, "letter");
    await until(() => browser.worker().evaluate(() => /** @type {any} */ (globalThis).held), "the press is about to be recorded");
    await stopBackground(browser, /** @type {import("playwright-core").Page} */ (panel));
    await shows(panel, "That did not work", "[role=alert]");
    assert.equal(await count(panel, "touch"), before);
    await press(panel, "form[data-id=log] button[type=submit]");
    await shows(panel, "You sent a letter", ".noted");
    assert.equal(await count(panel, "touch"), before + 1);
  });
});

describe("in Firefox", () => {
  const folders = [copy(firefoxVariant, older), copy(firefoxVariant, newer)];
  /** @type {Awaited<ReturnType<typeof startFirefox>>} */
  let firefox;
  before(async () => void (firefox = await startFirefox({ folder: folders[0], room })));
  after(async () => { await firefox.close(); for (const folder of folders) rmSync(folder, { recursive: true }); });

  lasts(() => ({
    ...firefox,
    update: () => firefox.install(folders[1]),
  }));

  test("the background is ended in the middle of a press: the panel presses once more by itself, and it is done once", async (t) => {
    const tab = await firefox.open(saved("linkedin-messaging"));
    const panel = await firefox.panel(tab);
    t.after(() => Promise.all([tab.close(), panel.close()]));
    await track(panel, "Your turn");
    const before = await count(panel, "touch");
    await panel.evaluate(() => {
      const all = /** @type {any} */ (globalThis);
      /** @type {any} */ (chrome.extension.getBackgroundPage()).cleanBreakHost.put = () => ((all.held = true), new Promise(() => {}));
    });
    await logTouch(panel, "letter");
    await until(() => panel.evaluate(() => /** @type {any} */ (globalThis).held), "the press is about to be recorded");
    await firefox.stopBackground();
    await shows(panel, "You sent a letter", ".noted");
    await settled(panel);
    assert.equal(await count(panel, "touch"), before + 1);
  });
});

/** @param {() => Driver} driver of a browser with the older version */
function lasts(driver) {
  test("an update keeps everything, from the database of the version before, and pages that are open go on", async () => {
    const tab = await driver().open(saved("gmail-thread-en"));
    const panel = await driver().panel(tab);
    await track(panel, "One last try");
    await logTouch(panel, "call", "no-answer");
    await shows(panel, "You called: no answer", ".noted");
    await settled(panel);
    await asVersion3(panel);
    await driver().update();
    await panel.close().catch(() => {}); // the browser has closed it

    const own = await driver().own("welcome.html");
    const again = await driver().panel(tab);
    await shows(again, "One last try", "section.verdict");
    assert.equal(await count(again, "touch"), 10);
    await unfold(again, "history");
    await shows(again, "You called: no answer", "details[data-fold=history]");
    const heard = await hear(again);
    await tab.evaluate(() => [...document.querySelectorAll("div.a3s")].at(-1)?.append(" One word more."));
    await heard(); // the page that was open all the time is read by the new version
    assert.equal(await count(again, "touch"), 10);
    assert.deepEqual(await own.evaluate(versionAndNames), { version: 4, names: ["holt maren", "marenholt@brightwater.example"] });
    const pages = await own.evaluate(async () => (await chrome.tabs.query({})).filter((t) => t.url?.includes("welcome.html")).length);
    assert.equal(pages, 1, "the first-run page is not shown again");
    await Promise.all([tab.close(), own.close(), again.close()]);
  });

  test("full storage: it is said, nothing is lost, and all goes on once there is room", async (t) => {
    const now = Date.now();
    const full = "The browser's storage is full, so this could not be recorded. Free some space on the disk, then open the page again.";
    const mails = [12, 9, 6].map((day) => ({ day, text: "Would a call suit you?" }));
    /** A thread with three mails of ours, and the panel. @param {{to: string, name: string}} who */
    async function beside(who) {
      const tab = await driver().open(thread(who, mails, now));
      const panel = await driver().panel(tab);
      t.after(() => Promise.all([tab.close(), panel.close()]));
      await shows(panel, who.name, "h1");
      return { tab, panel };
    }
    const long = String.fromCharCode(...Array.from({ length: 19_000 }, () => 0x4e00 + Math.random() * 20_000)); // that no browser makes shorter
    const liv = { to: "liv@nordlys.example", name: "Liv Aas" };
    const written = await beside(liv);
    await track(written.panel, "Keep going");
    const called = await beside({ to: "ida@solvik.example", name: "Ida Solvik" });
    await track(called.panel, "Keep going");
    const fresh = await beside({ to: "jon@fjellheim.example", name: "Jon Dale" });
    const own = await driver().own("welcome.html");
    t.after(() => own.close());
    for (let size = 2 ** 20; size >= 1; ) if (!(await own.evaluate(roomFor, size))) size /= 4;

    await press(fresh.panel, "[data-do=track]");
    await shows(fresh.panel, full, "[role=alert]");
    await unfold(called.panel, "reply");
    await fill(called.panel, "form[data-id=reply] textarea", `We are still comparing two ways to do this.\n\n${long}`);
    await press(called.panel, "form[data-id=reply] button[type=submit]");
    await shows(called.panel, full, "[role=alert]");
    const more = thread(liv, [...mails, ...Array.from({ length: 150 }, (_, i) => ({ day: 5 - i / 50, text: "Shall we talk?" }))], now);
    await written.tab.bringToFront(); // what is out of view is not read
    await written.tab.evaluate((/** @type {string} */ html) => document.body.replaceWith(new DOMParser().parseFromString(html, "text/html").body), more.html);
    await shows(written.panel, full);

    await own.evaluate(() => new Promise((resolve, reject) => {
      const gone = indexedDB.deleteDatabase("ballast");
      gone.onsuccess = resolve;
      gone.onerror = () => reject(gone.error);
    }));
    await track(fresh.panel, "Keep going");
    assert.equal(await count(fresh.panel, "touch"), 3);
    await press(called.panel, "form[data-id=reply] button[type=submit]"); // what was entered still stands there
    await shows(called.panel, "They answered", ".noted");
    assert.equal(await count(called.panel, "reply"), 1);
    await press(written.panel, "button", "Try again");
    await shows(written.panel, liv.name, "h1");
    assert.equal(await count(written.panel, "touch"), 153);
  });
}

/** Sets the database back to how version 3 of it was, with all that it holds. @param {Page} own */
const asVersion3 = (own) => own.evaluate(async () => {
  const done = (/** @type {IDBRequest} */ r) => new Promise((resolve, reject) => ((r.onsuccess = () => resolve(r.result)), (r.onerror = () => reject(r.error))));
  const now = await done(indexedDB.open("cleanbreak"));
  /** @type {Record<string, any[]>} */
  const rows = {};
  for (const name of now.objectStoreNames) rows[name] = await done(now.transaction(name).objectStore(name).getAll());
  const names = await done(now.transaction("settings").objectStore("settings").getAllKeys());
  now.close();
  const gone = done(indexedDB.deleteDatabase("cleanbreak"));
  const opening = indexedDB.open("cleanbreak", 3); // asked for at once: nobody comes in between
  opening.onupgradeneeded = () => {
    const db = opening.result;
    const log = db.createObjectStore("log", { keyPath: "id" });
    log.createIndex("who", "who", { multiEntry: true });
    log.createIndex("account", "clear.accounts", { multiEntry: true });
    db.createObjectStore("outbox", { keyPath: "id" }).createIndex("order", ["rank", "number"]);
    db.createObjectStore("entries", { keyPath: "id" });
    db.createObjectStore("refused", { keyPath: "id" }).createIndex("who", "who", { multiEntry: true });
    const [looks, settings] = [db.createObjectStore("looks", { keyPath: ["who", "site"] }), db.createObjectStore("settings")];
    for (const { names, ...event } of rows.log) log.put(event);
    for (const look of rows.looks) looks.put(look);
    rows.settings.forEach((value, i) => settings.put(value, names[i]));
  };
  const [, db] = await Promise.all([gone, done(opening)]);
  db.close();
});

/** Runs in a page of the extension: the version of the database, and the names that cards are found by. */
async function versionAndNames() {
  const opening = indexedDB.open("cleanbreak");
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const all = opening.result.transaction("log").objectStore("log").getAll();
  await new Promise((resolve) => (all.onsuccess = resolve));
  const { version } = opening.result;
  opening.result.close();
  return { version, names: all.result.flatMap((e) => (e.kind === "card" ? e.names : [])) };
}

/** Runs in a page of the extension: whether so many bytes more could be stored. @param {number} size @returns {Promise<boolean>} */
function roomFor(size) {
  return new Promise((resolve) => {
    const opening = indexedDB.open("ballast");
    opening.onupgradeneeded = () => void opening.result.createObjectStore("blocks", { autoIncrement: true });
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const tx = opening.result.transaction("blocks", "readwrite");
      tx.objectStore("blocks").put(new Blob([new Uint8Array(size)]));
      tx.oncomplete = () => (opening.result.close(), resolve(true));
      tx.onabort = () => (opening.result.close(), resolve(false));
    };
  });
}
