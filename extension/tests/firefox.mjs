// @ts-check
// The built extension in real Firefox, with saved pages at their real addresses.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { manifestOf } from "../tools/manifest.mjs";
import { patience, until } from "./waits.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const host = "6a1e4c5e-0d2b-4a57-9d0e-3b1f6f1c2a90"; // Firefox draws one for each profile; the tests want to know it
export const firefoxOrigin = `moz-extension://${host}`;

export const firefoxVariant = join(root, "dist/firefox-test");

export const firefoxPath = () => execFileSync(join(root, "extension/tools/firefox.sh"), { encoding: "utf8" }).trim();

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Starts Firefox with the extension; its background ends after `idle` ms without work.
 * @param {{folder?: string, idle?: number, room?: number}} [options] room: kB that may be stored
 */
export async function startFirefox({ folder = firefoxVariant, idle = 30_000, room } = {}) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath(),
    headless: true,
    args: ["--remote-allow-system-access"], // to open the extension's own pages
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [manifestOf("firefox").browser_specific_settings.gecko.id]: host }),
      "extensions.background.idle.timeout": idle,
      "extensions.webextOptionalPermissionPrompts": false,
      "intl.locale.requested": "en-GB",
      ...(room ? { "dom.quotaManager.temporaryStorage.fixedLimit": room } : {}),
    },
  });
  await browser.installExtension(folder);
  return { close: () => browser.close(), install: (/** @type {string} */ folder) => browser.installExtension(folder), open, own, panel, stopBackground };

  async function newPage(/** @type {any} */ how = {}) {
    const page = await browser.newPage(how);
    page.setDefaultTimeout(patience);
    return page;
  }

  /** Opens HTML at an address, as if the site had served it. @param {{url: string, html: string}} page */
  async function open({ url, html }) {
    const page = await newPage();
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      if (request.url().split("#")[0] === url.split("#")[0]) return void request.respond({ contentType: "text/html; charset=utf-8", body: html });
      return void request.abort();
    });
    await page.goto(url, { waitUntil: "domcontentloaded" });
    return page;
  }

  /** Opens a page of the extension, in a window of its own: the page it is about stays in view. @param {string} name */
  function own(name) {
    return inWindow(`${firefoxOrigin}/${name}`);
  }

  /** Opens a page that is no site's, in a window of its own. @param {string} address */
  async function inWindow(address) {
    const page = await newPage({ type: "window" });
    page.goto(address).catch(() => {}); // it never hears that the page is there
    const there = () => page.evaluate((address) => location.href.startsWith(address) && document.readyState === "complete", address).catch(() => false);
    await until(there, `${address} opens`);
    return page;
  }

  /** Ends the background at once, whatever it is doing. */
  async function stopBackground() {
    const about = await inWindow("about:config"); // which may do all that the browser may
    await about.evaluate((host) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByHostname(host).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }), host);
    await about.close();
  }

  /** Opens the panel about a page, which stays in front. @param {Page} page */
  async function panel(page) {
    const asks = await own("welcome.html");
    const tab = await asks.evaluate(async (url) => (await chrome.tabs.query({})).find((t) => t.url === url)?.id, page.url());
    if (tab === undefined) throw new Error(`no tab shows ${page.url()}`);
    await asks.close();
    const opened = await own(`panel.html#tab=${tab}`);
    await page.bringToFront();
    return opened;
  }
}
