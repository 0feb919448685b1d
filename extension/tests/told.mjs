// @ts-check
// What the background does and tells, as its own pages hear it: so that a test
// can say of what must not come that its moment has passed. The same in Chromium
// and in Firefox.

import { until } from "./waits.mjs";

/** A page of the extension. @typedef {{evaluate: (work: any, given?: any) => Promise<any>}} Own */

/**
 * Listens from now on to the States that a panel is told. Gives what waits until
 * there is one of a phase.
 * @param {Own} panel
 */
export async function hear(panel) {
  const from = await panel.evaluate(() => {
    const world = /** @type {any} */ (globalThis);
    if (!world.phases) {
      world.phases = [];
      chrome.runtime.onMessage.addListener((m) => {
        const state = m?.type === "state" && JSON.parse(m.state);
        if (state && `#tab=${state.tab}` === location.hash) world.phases.push(state.phase);
      });
    }
    return world.phases.length;
  });
  return (phase = "someone") => until(
    () => panel.evaluate((/** @type {[number, string]} */ [from, phase]) => /** @type {any} */ (globalThis).phases.slice(from).includes(phase), [from, phase]),
    `the panel is told of ${phase}`,
  );
}

/**
 * Waits until the background is done with what it has begun. What it does goes by
 * way of the browser (which tabs, what is allowed, what is open) and then to the
 * brain; both answer in the order they were asked, so that after some rounds of
 * asking the same nothing earlier is left.
 * @param {Own} page
 */
export async function settled(page) {
  for (let round = 0; round < 6; round++) {
    await page.evaluate(async () => {
      await chrome.tabs.query({});
      await chrome.permissions.getAll();
      await chrome.runtime.sendMessage({ ask: "playbook" });
    });
  }
}

/** Counts from now on how often a tab's reader has read its page through. @param {Own} page @param {number} tab @returns {Promise<() => Promise<number>>} */
export async function countReadings(page, tab) {
  const inTab = (/** @type {boolean} */ begin) => page.evaluate(async (/** @type {[number, boolean]} */ [tabId, begin]) => {
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, args: [begin], func: (begin) => {
      const world = /** @type {any} */ (globalThis);
      if (!begin) return world.readings;
      const real = JSON.stringify;
      world.readings = 0;
      JSON.stringify = (/** @type {any} */ ...given) => {
        world.readings += given[0]?.site && "layout" in given[0] ? 1 : 0; // a snapshot without its lists, which are written apart
        return Reflect.apply(real, JSON, given);
      };
    } });
    return result;
  }, [tab, begin]);
  await inTab(true);
  return () => inTab(false);
}

/** The reader, and what watches mails, in a tab's page: each is there, over, or "". @param {Own} page @param {number} tab @returns {Promise<{reader: string, writer: string}>} */
export const scriptsIn = (page, tab) => page.evaluate(async (/** @type {number} */ tabId) => {
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: () => {
    const { cleanBreakReader, cleanBreakWriter } = /** @type {any} */ (globalThis);
    const is = (/** @type {any} */ script) => (!script ? "" : script.alive() ? "there" : "over");
    return { reader: is(cleanBreakReader), writer: is(cleanBreakWriter) };
  } });
  return result;
}, tab);

/** Notes from now on whether a page ever shows a text; none where it shows it now. @param {Own} page @param {string} text @returns {Promise<() => Promise<boolean>>} */
export async function noteAny(page, text) {
  await page.evaluate((/** @type {string} */ text) => {
    const world = /** @type {any} */ (globalThis);
    const look = () => void (world.shown ||= document.body.innerText.includes(text));
    world.shown = false;
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, text);
  return () => page.evaluate(() => /** @type {any} */ (globalThis).shown);
}
