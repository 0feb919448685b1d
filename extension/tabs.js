// @ts-check
// What each tab shows, as far as the background knows. All of it is a cache: the
// background may be stopped at any moment, and pages are then read again.

/** @type {Map<number, string>} the address of the page that was read */
const urls = new Map();
/** @type {Map<number, number>} grows whenever a tab shows another page */
const turns = new Map();
/** @type {Map<number, string>} the address on which the rep pressed the button */
const pressed = new Map();
/** @type {Map<number, {since: number, count: number}>} */
const rates = new Map();
/** @type {Map<number, () => void>} who waits for a page to be read */
const waiting = new Map();

const mostPages = 60; // of one tab within rateSpan
const rateSpan = 10_000; // ms
const patience = 10_000; // ms for a page to be read; the reader itself gives up after 8 s

export const turn = (/** @type {number} */ tab) => turns.get(tab) ?? 0;
export const url = (/** @type {number} */ tab) => urls.get(tab);

/** @param {number} tab @param {string} address */
export function press(tab, address) {
  pressed.set(tab, address);
}

/** @param {number} tab @param {string | undefined} address */
export const wasPressed = (tab, address) => address !== undefined && pressed.get(tab) === address;

/** @param {number} tab @param {string} address */
export function show(tab, address) {
  urls.set(tab, address);
}

/** @param {number} tab */
export function seen(tab) {
  waiting.get(tab)?.();
}

/** The tab shows another page. @param {number} tab */
export function leave(tab) {
  urls.delete(tab);
  pressed.delete(tab);
  turns.set(tab, turn(tab) + 1);
}

/** @param {number} tab */
export function close(tab) {
  for (const map of [urls, turns, pressed, rates, waiting]) map.delete(tab);
}

/** Whether a tab has sent more pages than any reading needs. @param {number} tab */
export function tooOften(tab) {
  const now = Date.now();
  let rate = rates.get(tab);
  if (!rate || now - rate.since > rateSpan) rates.set(tab, (rate = { since: now, count: 0 }));
  return ++rate.count > mostPages;
}

/** Resolves when the tab's page was read, or when it takes too long. @param {number} tab @returns {Promise<void>} */
export const awaited = (tab) =>
  new Promise((resolve) => {
    const done = () => {
      waiting.delete(tab);
      resolve();
    };
    waiting.set(tab, done);
    setTimeout(done, patience);
  });
