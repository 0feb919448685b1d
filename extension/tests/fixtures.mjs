// @ts-check
// What the page tests share: saved pages at their real addresses in a real
// browser, and pages too big to keep as files.
//
// The scripts run in the page's own world with a stub for chrome.runtime. That
// is enough here: what is tested is what they read and send. The walk through
// the built extension uses the real isolated world.
//
// Time stands still in a page until a test lets it go on (pass, message), so that
// what a script waits for takes as long on every machine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { contentScript, pagesScript } from "../tools/join.mjs";
import { slow } from "./slow.mjs";
import { patience } from "./waits.mjs";

export { maps } from "../tools/join.mjs";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const text = (/** @type {string} */ path) => readFileSync(here(path), "utf8");

export const folder = here("../../testdata/pages/");

/** @typedef {{file: string, url: string, about: string}} Fixture */

/** @type {Fixture[]} */
export const fixtures = JSON.parse(text("../../testdata/pages/pages.json"));

/** @param {string} name */
export function fixture(name) {
  const found = fixtures.find((f) => f.file === `${name}.html`);
  if (!found) throw new Error(`testdata/pages/pages.json has no ${name}.html`);
  return { url: found.url, html: readFileSync(folder + found.file, "utf8") };
}

/** The two scripts, as the build makes them. */
export const scripts = pagesScript + contentScript;

export const browser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: false,
  args: [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

/** When every page is begun, ms since 1970. */
export const opened = Date.parse("2026-11-22T09:00:00Z");

/**
 * Opens HTML under an address, without a network.
 * @param {import("playwright-core").Browser} chrome
 * @param {{url: string, html: string}} saved
 * @param {boolean} [still] whether time stands still
 */
export async function open(chrome, { url, html }, still = true) {
  const page = await chrome.newPage({ timezoneId: "Europe/Berlin", locale: "en-GB" }); // one zone for all, because a snapshot names it
  page.setDefaultTimeout(patience);
  await slow(page);
  if (still) {
    await page.clock.install({ time: opened });
    await page.clock.pauseAt(opened + 3_600_000); // until then it runs
  }
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
      : route.abort(),
  );
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.evaluate((still) => {
    const world = /** @type {any} */ (globalThis);
    const loadEventEnd = performance.now();
    if (still) world.performance.getEntriesByType = () => [{ loadEventEnd }]; // the clock of the tests knows of no navigation
    world.sent = [];
    world.chrome = { runtime: { id: "test", sendMessage: (/** @type {object} */ m) => void world.sent.push(m) } };
  }, still);
  return page;
}

/** @param {import("playwright-core").Page} page */
export const inject = (page) => page.evaluate((source) => void (0, eval)(source), scripts);

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<any[]>}
 */
export const sent = (page) => page.evaluate(() => /** @type {any} */ (globalThis).sent);

/** Lets time go on in a page. @param {import("playwright-core").Page} page @param {number} ms */
export const pass = (page, ms) => page.clock.runFor(ms);

/**
 * The first message of a type, after `skip` earlier ones; time goes on until it comes.
 * @param {import("playwright-core").Page} page
 * @param {string} type
 */
export async function message(page, type, skip = 0) {
  for (let ms = 0; ms < 20_000; ms += 250) {
    const found = (await sent(page)).filter((m) => m.type === type)[skip];
    if (found) return found;
    await pass(page, 250);
  }
  return assert.fail(`the page sent no ${type} within 20 s`);
}

/**
 * Opens, reads and closes.
 * @param {import("playwright-core").Browser} chrome
 * @param {{url: string, html: string}} saved
 * @returns {Promise<string>} the snapshot
 */
export async function snapshot(chrome, saved) {
  const page = await open(chrome, saved);
  await inject(page);
  const { snapshot } = await message(page, "page");
  await page.close();
  return snapshot;
}

const hex = (/** @type {number} */ ms, /** @type {number} */ n) => ((BigInt(ms) << 20n) + BigInt(n)).toString(16);

/**
 * A Gmail thread of many long mails, to and fro.
 * @param {number} count
 */
export function longThread(count) {
  const start = Date.UTC(2024, 0, 8);
  const who = ["robin@cleanbreak-demo.example", "maren.holt@brightwater.example"];
  const mails = Array.from({ length: count }, (_, i) => {
    const [from, to] = i % 3 ? who : [...who].reverse();
    return `<div role="listitem"><div class="adn ads" data-legacy-message-id="${hex(start + i * 3600000, i)}">
      <span class="gD" email="${from}" name="${from}"></span><span class="hb"><span class="g2" email="${to}"></span></span>
      <div class="ii gt"><div class="a3s">${`<div>Line ${i} of a mail that goes on for a while.</div>`.repeat(10)}
      <div class="gmail_quote"><blockquote class="gmail_quote">${"<div>quoted</div>".repeat(20)}</blockquote></div></div></div></div></div>`;
  });
  return {
    url: "https://mail.google.com/mail/u/0/#inbox/FMfcgzQbBcCdDfFgGhHjJkKlLmMnNpPq",
    html: `<!DOCTYPE html><title>Long - ${who[0]} - Gmail</title><div role="main">
      <h2 class="hP" data-thread-perm-id="thread-f:1">Long</h2><div role="list">${mails.join("")}</div></div>`,
  };
}

/** JSON of 1.7 MB that a profile's page may have in it, about others. */
const noise = () => `<code id="bpr-guid-1" style="display:none">${JSON.stringify({ included: Array(12000).fill({ publicIdentifier: "noise", headline: "Noise", x: "y".repeat(90) }) })}</code>`;

/** The profile of 2024, whose JSON is looked for behind all of another. */
export function wordyPage() {
  const { url, html } = fixture("linkedin-profile-2024");
  return { url, html: html.replace("<code", () => `${noise()}<code`) };
}

/** The profile of 2026 in a page of 5 MB, a third of it embedded JSON. */
export function hugePage() {
  const { url, html } = fixture("linkedin-profile-2026");
  const posts = '<div class="_a"><div class="_b"><p class="_4e">A post about something.</p><span>12</span></div></div>'.repeat(34000);
  return { url, html: html.replace("</main>", () => `</main><aside>${posts}</aside>${noise()}`) };
}
