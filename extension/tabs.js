// @ts-check
// What each tab shows, as far as the background knows. All of it is a cache: the
// background may be stopped at any moment, and pages are then read again.

import { withoutMails } from "./address.js";

/** @type {Map<number, string | undefined>} where the tab is; undefined where the browser hides it */
const places = new Map();
/** @type {Map<number, string>} the address of the page that was read */
const urls = new Map();
/** @type {Map<number, number>} grows whenever a tab shows another page */
const turns = new Map();
/** @type {Map<number, string>} the address on which the rep pressed the button */
const pressed = new Map();
/** @type {Map<number, {since: number, count: number}>} */
const rates = new Map();
/** @type {Map<number, Set<() => void>>} who waits for a page to be read */
const waiting = new Map();

const mostPages = 60; // of one tab within rateSpan
const rateSpan = 10_000; // ms
const patience = 10_000; // ms for a page to be read; the reader itself gives up after 8 s

/** An answer that was asked for in an earlier turn is late. */
export const turn = (/** @type {number} */ tab) => turns.get(tab) ?? 0;
export const url = (/** @type {number} */ tab) => urls.get(tab);
/** The tabs whose page was read. */
export const shown = () => [...urls.keys()];
/** Whether anything is known of where a tab is; after a new start nothing is. */
export const known = (/** @type {number} */ tab) => places.has(tab);

/** The browser's address of a page as the page itself has it. @param {string | undefined} address */
const plain = (address) => address && withoutMails(address).replace(/:~:.*$/, "").replace(/#$/, "");

/** @param {number} tab @param {string | undefined} address */
export const isAt = (tab, address) => known(tab) && plain(places.get(tab)) === plain(address);

/** Learns where a tab is that nothing was known of. @param {number} tab @param {string | undefined} address */
export function find(tab, address) {
  if (!known(tab)) places.set(tab, address);
}

/** @param {number} tab @param {string} address */
export function press(tab, address) {
  pressed.set(tab, address);
}

/** @param {number} tab @param {string | undefined} address */
export const wasPressed = (tab, address) => address !== undefined && plain(pressed.get(tab)) === plain(address);

/** @param {number} tab @param {string} address */
export function show(tab, address) {
  urls.set(tab, address);
}

/** The brain was started anew and holds no page. */
export function unread() {
  urls.clear();
}

/** A page of the tab was read or refused. @param {number} tab */
export function seen(tab) {
  for (const done of waiting.get(tab) ?? []) done();
}

/** The tab shows another page. @param {number} tab @param {string | undefined} address */
export function leave(tab, address) {
  places.set(tab, address);
  urls.delete(tab);
  pressed.delete(tab);
  turns.set(tab, turn(tab) + 1);
}

/** Its turn stays, so that what is on its way is late. @param {number} tab */
export function close(tab) {
  leave(tab, undefined);
  seen(tab);
  for (const map of [places, rates]) map.delete(tab);
}

/**
 * Whether a tab has sent more pages than any reading needs.
 * @param {number} tab @param {() => void} again called when pages are taken again, once for all that were refused
 */
export function tooOften(tab, again) {
  const now = Date.now();
  let rate = rates.get(tab);
  if (!rate || now - rate.since >= rateSpan) rates.set(tab, (rate = { since: now, count: 0 }));
  rate.count++;
  if (rate.count === mostPages + 1) setTimeout(again, rate.since + rateSpan - now);
  return rate.count > mostPages;
}

/** Resolves when a page of the tab was read or refused, or when it takes too long. @param {number} tab @returns {Promise<void>} */
export const awaited = (tab) =>
  new Promise((resolve) => {
    const all = waiting.get(tab) ?? new Set();
    waiting.set(tab, all);
    const done = () => {
      clearTimeout(timer);
      all.delete(done);
      if (!all.size && waiting.get(tab) === all) waiting.delete(tab);
      resolve();
    };
    const timer = setTimeout(done, patience);
    all.add(done);
  });
