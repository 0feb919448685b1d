// @ts-check
// The built extension in real Chromium, with saved pages at their real
// addresses. What the browser tests, the demo and the benchmark share.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { slowed } from "./slow.mjs";
import { patience, until } from "./waits.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const pagesFolder = join(root, "testdata/pages/");
export const withSitesGranted = join(root, "dist/chrome-test");
export const asShipped = join(root, "dist/chrome");

/** @typedef {{file: string, url: string, about: string}} Saved */
/** @type {Saved[]} */
export const savedPages = JSON.parse(readFileSync(join(pagesFolder, "pages.json"), "utf8"));

/** @param {string} name without .html */
export function saved(name) {
  const found = savedPages.find((p) => p.file === `${name}.html`);
  if (!found) throw new Error(`testdata/pages/pages.json has no ${name}.html`);
  return { url: found.url, html: readFileSync(join(pagesFolder, found.file), "utf8") };
}

export const chromiumPath = () => execFileSync(join(root, "extension/tools/chromium.sh"), { encoding: "utf8" }).trim();

/**
 * Starts Chromium with the extension of a folder.
 * @param {{folder?: string, profile?: string, window?: boolean, dark?: boolean, proxy?: string, camera?: string}} [options] profile: a folder to keep; window: show it; proxy: what every request goes through that is not served here; camera: a file of what it sees
 */
export async function start({ folder = withSitesGranted, profile, window = false, dark = false, proxy, camera } = {}) {
  const data = profile ?? mkdtempSync(join(tmpdir(), "clean-break-"));
  const context = await chromium.launchPersistentContext(data, {
    executablePath: chromiumPath(),
    headless: false,
    viewport: window ? null : { width: 1100, height: 800 },
    colorScheme: dark ? "dark" : "light",
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    args: [
      ...(window ? [] : ["--headless=new"]),
      ...(proxy ? [`--proxy-server=${proxy}`, "--proxy-bypass-list=<-loopback>"] : []),
      ...(camera ? ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${camera}`] : []),
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`,
    ],
  });
  context.setDefaultTimeout(patience);
  slowed(context);
  const running = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const id = new URL((await running()).url()).host;
  /** Runs in the background, once there is one. @template A, R @param {(given: A) => R | Promise<R>} work @param {A} [given] @returns {Promise<R>} */
  const evaluate = async (work, given) => (await running()).evaluate(/** @type {any} */ (work), given);
  const browser = { context, id, worker: () => ({ evaluate }), close: async () => {
    await context.close();
    if (!profile) rmSync(data, { recursive: true, force: true, maxRetries: 10 });
  } };
  await serve(browser);
  if (!profile) await welcomed(context);
  return browser;
}

/** @typedef {Awaited<ReturnType<typeof start>>} Browser */

/** Waits for the first-run page, which comes once the extension is ready, and closes it. @param {import("playwright-core").BrowserContext} context */
async function welcomed(context) {
  const page = await until(() => context.pages().find((p) => p.url().endsWith("/welcome.html")), "the first-run page");
  await page.close();
}

/** @type {WeakMap<object, Map<string, string>>} what is served, by address without its hash */
const served = new WeakMap();

/** @param {{context: import("playwright-core").BrowserContext}} browser */
async function serve({ context }) {
  const pages = new Map();
  served.set(context, pages);
  await context.route(/^https:/, (route) => {
    const html = pages.get(route.request().url().split("#")[0]);
    if (html === undefined) return route.abort();
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
  });
}

/**
 * Opens HTML at an address, as if the site had served it.
 * @param {Browser} browser @param {{url: string, html: string}} page
 */
export async function open(browser, { url, html }) {
  served.get(browser.context)?.set(url.split("#")[0], html);
  const tab = await browser.context.newPage();
  await tab.goto(url, { waitUntil: "domcontentloaded" });
  return tab;
}

/** The browser's number of the newest tab that shows an address, which is hidden where the site was not allowed. @param {Browser} browser @param {string} url @returns {Promise<number>} */
export async function tabOf(browser, url) {
  const tabs = await browser.worker().evaluate(() => chrome.tabs.query({}));
  const found = tabs.filter((t) => t.url === url).at(-1) ?? tabs.filter((t) => t.url === undefined).at(-1);
  if (found?.id === undefined) throw new Error(`no tab shows ${url}`);
  return found.id;
}

/**
 * Opens the panel, as a page, about a tab. It gets a window of its own, so that
 * the tab stays in view as it does beside a side panel.
 * @param {Browser} browser @param {number} tab @param {{width?: number, height?: number}} [size]
 */
export async function openPanel(browser, tab, { width = 400, height = 900 } = {}) {
  const before = browser.context.pages();
  const url = `chrome-extension://${browser.id}/panel.html#tab=${tab}`;
  await browser.worker().evaluate((url) => void chrome.windows.create({ url, width: 500, height: 950 }), url);
  const panel = await until(() => browser.context.pages().find((p) => p.url() === url && !before.includes(p)), url);
  await panel.waitForLoadState();
  await panel.setViewportSize({ width, height });
  return panel;
}

/** A browser as walks.mjs takes it. @param {Browser} browser @returns {import("./walks.mjs").Driver} */
export const driverOf = (browser) => ({
  open: (page) => open(browser, page),
  panel: async (tab) => openPanel(browser, await tabOf(browser, tab.url())),
  own: async (name) => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.id}/${name}`);
    return page;
  },
});

/** Ends the background, as the browser does after half a minute without work. @param {Browser} browser @param {import("playwright-core").Page} panel */
export async function stopBackground(browser, panel) {
  const devtools = await browser.context.newCDPSession(panel);
  const ended = new Promise((resolve) => devtools.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    if (versions.some((v) => v.runningStatus === "stopped")) resolve(undefined);
  }));
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.stopAllWorkers");
  await ended;
  await devtools.detach();
}

/** The rows of the log; none before there is one. @param {Browser} browser @returns {Promise<any[]>} */
export const logOf = (browser) =>
  browser.worker().evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("cleanbreak");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains("log")) return resolve([]);
          const all = db.transaction("log").objectStore("log").getAll();
          all.onsuccess = () => (db.close(), resolve(all.result));
        };
      }),
  );
