// @ts-check
// The built extension in real Chromium, with saved pages at their real
// addresses. What the browser tests, the demo and the benchmark share.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

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
 * @param {{folder?: string, profile?: string, window?: boolean, dark?: boolean}} [options] profile: a folder to keep; window: show it
 */
export async function start({ folder = withSitesGranted, profile, window = false, dark = false } = {}) {
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
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const id = new URL(worker.url()).host;
  const browser = { context, id, worker: () => context.serviceWorkers()[0], close: async () => {
    await context.close();
    if (!profile) rmSync(data, { recursive: true, force: true });
  } };
  await serve(browser);
  return browser;
}

/** @typedef {Awaited<ReturnType<typeof start>>} Browser */

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

/** The browser's number of the tab that shows an address. @param {Browser} browser @param {string} url @returns {Promise<number>} */
export async function tabOf(browser, url) {
  const found = await browser.worker().evaluate(
    async (url) => (await chrome.tabs.query({})).filter((t) => t.url === url).map((t) => t.id),
    url,
  );
  const tab = found.at(-1);
  if (tab === undefined) throw new Error(`no tab shows ${url}`);
  return tab;
}

/** Opens the panel, as a page, about a tab. @param {Browser} browser @param {number} tab */
export async function openPanel(browser, tab) {
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.goto(`chrome-extension://${browser.id}/panel.html#tab=${tab}`);
  return panel;
}
