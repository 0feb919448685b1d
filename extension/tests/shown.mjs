// @ts-check
// Waits for what a page shows.

import assert from "node:assert/strict";
import { becomes, until } from "./waits.mjs";

/** @typedef {import("playwright-core").Locator} Locator */

/** Waits until what is read matches. @param {() => Promise<string>} read @param {RegExp} words */
export async function matches(read, words) {
  let last = "";
  await until(async () => words.test((last = await read()))).catch(() => assert.match(last, words));
}
/** @param {Locator} shown @param {RegExp} words */
export const reads = (shown, words) => matches(() => shown.innerText(), words);
/** @param {Locator} field @param {string} value */
export const holds = (field, value) => becomes(() => field.inputValue(), value);
/** @param {Locator} these @param {number} many */
export const number = (these, many) => becomes(() => these.count(), many);
/** @param {Locator} it */
export const gone = (it) => number(it, 0);
/** @param {Locator} field */
export const inFocus = (field) => until(() => field.evaluate((e) => e === document.activeElement));
