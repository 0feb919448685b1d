// @ts-check
// Waiting for what comes about, and never for time to pass: a machine that has
// much else to do is slow, and not wrong.

import assert from "node:assert/strict";

export const patience = 60_000; // ms until what has not come about never will

/**
 * Waits until something is so, or there, and gives it.
 * @template T @param {() => T | Promise<T>} look @param {string} [what] is waited for
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(look, what = String(look)) {
  for (const end = Date.now() + patience; ; ) {
    const found = await look();
    if (found) return found;
    assert.ok(Date.now() < end, `it did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until what is read equals what it should. @template T @param {() => T | Promise<T>} read @param {T} expected */
export async function becomes(read, expected) {
  /** @type {unknown} */
  let fault;
  const equal = async () => {
    try {
      assert.deepEqual(await read(), expected);
      return true;
    } catch (difference) {
      fault = difference;
      return false;
    }
  };
  await until(equal).catch(() => { throw fault; });
}
