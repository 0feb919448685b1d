// @ts-check
// A page by keyboard: which of its controls Tab never reaches, or does not show.

import assert from "node:assert/strict";

/** Goes through a page by Tab alone: the controls that were never reached, and those that do not show it. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
export async function missed(page) {
  const controls = await page.evaluate(() => {
    const all = [...document.querySelectorAll("button, a[href], input, select, textarea, summary, [tabindex='0']")].filter((e) => e.checkVisibility() && !(/** @type {any} */ (e).disabled));
    Object.assign(globalThis, { controls: all, reached: [], unseen: [] });
    /** @type {HTMLElement} */ (document.activeElement)?.blur();
    return all.length;
  });
  assert.ok(controls > 0);
  for (let i = 0, over = false; i < 5 * controls + 20 && !over; i++) {
    await page.keyboard.press("Tab");
    over = await page.evaluate(async () => {
      const { reached, unseen } = /** @type {any} */ (globalThis);
      const at = /** @type {HTMLElement} */ (document.activeElement);
      if (at === reached.at(-1)) return false; // a date has a place for each of its parts
      if (reached.includes(at)) return true;
      reached.push(at);
      if (at === document.body) return false;
      const outlined = [at, /** @type {HTMLElement} */ (at.parentElement)].some((e) => { // or the row that it is the main part of
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)";
      });
      const away = () => { const { bottom, top } = at.getBoundingClientRect(); return bottom <= 0 || top >= innerHeight; };
      if (away()) await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))); // what is scrolled to comes with the next frame, on a busy machine
      if (!outlined) unseen.push(`no outline: ${at.outerHTML.slice(0, 120)}`);
      if (away()) unseen.push(`out of sight: ${at.outerHTML.slice(0, 120)}`);
      return false;
    });
  }
  return page.evaluate(() => {
    const { controls, reached, unseen } = /** @type {any} */ (globalThis);
    const byArrow = (/** @type {any} */ e) => e.type === "radio" && reached.some((/** @type {any} */ r) => r.name === e.name);
    return [...unseen, ...controls.filter((/** @type {any} */ e) => !reached.includes(e) && !byArrow(e)).map((/** @type {any} */ e) => `not reached: ${e.outerHTML.slice(0, 120)}`)];
  });
}
