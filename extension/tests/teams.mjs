// @ts-check
// What the tests of a team do in its settings, in any browser profile.

import assert from "node:assert/strict";

/** @typedef {import("./extension.mjs").Browser} Browser */
/** @typedef {import("playwright-core").Page} Page */

/** @param {Browser} browser */
export async function openSettings(browser) {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/settings.html`);
  await page.locator("#step:not([aria-busy])").waitFor();
  return page;
}

/** @param {Page} page @param {string} form @param {Record<string, string>} fields */
export async function submit(page, form, fields) {
  const filled = page.locator(`form[data-press=${form}]`);
  for (const [label, text] of Object.entries(fields)) await filled.getByLabel(label).fill(text);
  await filled.locator("[type=submit]").click();
}

/** The rows of the log. @param {Page} page of the extension @returns {Promise<any[]>} */
export const log = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("cleanbreak");
        opening.onsuccess = () => {
          const all = opening.result.transaction("log").objectStore("log").getAll();
          all.onsuccess = () => (opening.result.close(), resolve(all.result));
        };
      }),
  );

/** Gets in step now, as on the minute. @param {Page} page */
export const now = (page) => page.evaluate(() => void chrome.runtime.sendMessage({ ask: "now" }));
/** Waits for what the line about the team says. @param {Page} page @param {RegExp} words */
export async function line(page, words) {
  const there = page.locator("#line");
  await there.filter({ hasText: words }).waitFor().catch(async () => assert.fail(`the line says: ${await there.innerText()}`));
}
/** @param {Page} page */
export const inStep = (page) => line(page, /^In step/);
