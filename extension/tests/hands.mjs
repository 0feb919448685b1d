// @ts-check
// What a rep sees and does on a page of the extension, the same in Chromium and
// in Firefox: it is done in the page, once it can be.

import assert from "node:assert/strict";
import { until } from "./waits.mjs";

/** A page of the extension. @typedef {import("./told.mjs").Own} Own */

/** Waits until the page shows a text, or no longer does. @param {Own} page @param {string} text */
export async function shows(page, text, within = "body", shown = true) {
  const read = () => page.evaluate((/** @type {string} */ within) => [...document.querySelectorAll(within)].filter((e) => e.checkVisibility()).map((e) => /** @type {HTMLElement} */ (e).innerText).join("\n"), within);
  await until(async () => (await read()).includes(text) === shown).catch(async () => assert.fail(`${shown ? "no" : "still"} "${text}" in ${within}: ${await read()}\nThe page: ${await page.evaluate(() => document.body.innerText)}`));
}
/** @param {Own} page @param {string} text @param {string} [within] */
export const showsNoMore = (page, text, within) => shows(page, text, within, false);

/** Presses the first thing of a selector that says that text. @param {Own} page @param {string} selector */
export const press = (page, selector, text = "") => until(() => page.evaluate((/** @type {[string, string]} */ [selector, text]) => {
  const all = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(selector)]);
  const found = all.find((e) => e.checkVisibility() && !e.disabled && e.innerText.includes(text));
  found?.click();
  return !!found;
}, [selector, text]), `something to press: ${selector} ${text}`);

/** Opens a section of the panel, and waits for what is in it. @param {Own} panel @param {string} fold */
export const unfold = (panel, fold) => until(() => panel.evaluate((/** @type {string} */ fold) => {
  const details = /** @type {HTMLDetailsElement | null} */ (document.querySelector(`details[data-fold="${fold}"]`));
  if (details) details.open = true;
  return !!details?.querySelector(".fold-body")?.childElementCount;
}, fold), `the section ${fold}`);

/** Fills in a field, as by hand. @param {Own} page @param {string} selector @param {string} value */
export const fill = (page, selector, value) => until(() => page.evaluate((/** @type {[string, string]} */ [selector, value]) => {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(selector));
  if (!field) return false;
  field.value = value;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}, [selector, value]), `the field ${selector}`);

/** Chooses files, as by hand. @param {Own} page @param {string} selector @param {Record<string, string>} files what each holds, by name */
export const choose = (page, selector, files) => until(() => page.evaluate((/** @type {[string, Record<string, string>]} */ [selector, files]) => {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(selector));
  if (!field) return false;
  const chosen = new DataTransfer();
  for (const [name, text] of Object.entries(files)) chosen.items.add(new File([text], name));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}, [selector, files]), `the field ${selector}`);

/** Follows the verdict: presses Track, and waits for one. @param {Own} panel */
export async function track(panel, verdict = "") {
  await press(panel, "[data-do=track]");
  await shows(panel, verdict, "section.verdict");
}

/** Logs a touch in the panel. @param {Own} panel @param {string} channel @param {string} [outcome] */
export async function logTouch(panel, channel, outcome) {
  await unfold(panel, "log");
  await fill(panel, "#log-channel", channel);
  if (outcome) await fill(panel, "#log-outcome", outcome);
  await press(panel, "form[data-id=log] button[type=submit]");
}

/** What the background knows of the panel's page (view.State). @param {Own} panel */
export const state = async (panel) => JSON.parse(await panel.evaluate(() => chrome.runtime.sendMessage({ do: "look", tab: Number(location.hash.slice(5)) })));
/** How much of a kind the history has. @param {Own} panel @param {string} type */
export const count = async (panel, type) => (await state(panel)).entries.filter((/** @type {any} */ e) => e.type === type).length;
