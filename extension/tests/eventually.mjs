// @ts-check
// What comes about sooner or later: on a busy machine, later.
import assert from "node:assert/strict";

/** @typedef {import("playwright-core").Locator} Locator */

/**
 * Tries a check until it holds. After a minute it fails with what was wrong last.
 * @template T @param {() => Promise<T>} check throws as long as it does not hold
 * @returns {Promise<T>}
 */
export async function eventually(check) {
  for (const end = Date.now() + 60_000; ; ) {
    try {
      return await check();
    } catch (wrong) {
      if (Date.now() > end) throw wrong;
    }
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** Waits until what is shown matches. @param {Locator} shown @param {RegExp} words */
export const reads = (shown, words) => eventually(async () => assert.match(await shown.innerText(), words));
/** Waits until the field holds this. @param {Locator} field @param {string} value */
export const holds = (field, value) => eventually(async () => assert.equal(await field.inputValue(), value));
/** Waits until there are so many. @param {Locator} these @param {number} many */
export const number = (these, many) => eventually(async () => assert.equal(await these.count(), many));
/** Waits until it is not there any more. @param {Locator} it */
export const gone = (it) => number(it, 0);
