// @ts-check
// Which layout a page has, and whose it is.
//
// A page changes after its address, so for a while it shows the previous person
// under the next one's address. Where the two can be compared (`same`), they
// are. Where they cannot (`changes`), the page is compared with what it showed
// under the address before.

import { always, here, map, now, world } from "./map.js";
import { elements, parse, pick, tidy, visible } from "./select.js";

const address = () => here().slice(location.origin.length);

/** @returns {{layout: Layout, root: ParentNode} | null} */
export function findLayout() {
  for (const layout of map.layouts) {
    if (layout.at && !new RegExp(layout.at).test(address())) continue;
    const root = findRoot(layout);
    if (!layout.when) return { layout, root };
    if (layout.when.some((line) => elements(root, parse(line)).some(visible))) return { layout, root };
  }
  return null;
}

/** Gmail keeps earlier views in the page, hidden. @param {Layout} layout @returns {ParentNode} */
function findRoot(layout) {
  for (const line of layout.root ?? []) {
    const seen = elements(document, parse(line)).find(visible);
    if (seen) return seen;
  }
  return document;
}

/**
 * What was last seen to belong together; null for a page that is nobody's.
 * @type {{layout: string, key: string, parts: string[]} | null}
 */
let known = null;

/**
 * Changes of the address since then. After more than one, the page may still
 * show somebody between, whom this script has not seen.
 */
let hops = isFresh() ? 1 : 2;

/** The script came with the document, so nobody was shown in it before. */
function isFresh() {
  const [opened] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return always && (!opened?.loadEventEnd || now() - opened.loadEventEnd < 1000);
}

/** The address has changed; without the Navigation API, perhaps more than once. */
export const addressMoved = () => void (hops += world.navigation ? 1 : 2);

/** This page was sent. @param {Read} read */
export function rememberPage({ snapshot: { layout, key }, parts }) {
  known = parts.length ? { layout, key, parts } : null;
  hops = 0;
}

/** @param {Layout} layout @param {ParentNode} root @returns {Generator<void, Identity>} */
export function* readIdentity(layout, root) {
  for (const rule of layout.identity ?? []) {
    const hit = new RegExp(rule.key).exec(address());
    if (!hit) continue;
    const key = hit[1];
    if (rule.same) {
      const { value, by } = yield* pick(root, rule.same);
      return { key, parts: [value], by: [by], agrees: value !== "" && tidy(value) === tidy(key), sure: true };
    }
    /** @type {Field[]} */
    const found = [];
    for (const lines of rule.changes ?? rule.notes ?? []) found.push(yield* pick(root, lines));
    const parts = found.map((f) => f.value);
    const by = rule.notes || rule.any ? [] : found.map((f) => f.by); // of these, one may well be missing
    if (rule.notes) return { key, parts, by, agrees: true, sure: true };
    return { key, parts, by, ...compare(layout.name, key, parts, !!rule.any) };
  }
  return { key: "", parts: [], by: [], agrees: !layout.identity, sure: true };
}

/**
 * Under a new address every part must be new, or, for a rule with `any`, one.
 * Under the old one the first part stays (the others grow, as older messages
 * load); if it changed while the address stood, the page was slower than we were.
 * @param {string} layout @param {string} key @param {string[]} parts @param {boolean} any
 */
function compare(layout, key, parts, any) {
  const was = known?.layout === layout ? known : null;
  const same = parts.map((p, i) => p === was?.parts[i]);
  const some = parts.some((p, i) => p && same[i]);
  const kept = any ? same.every(Boolean) : some;
  if (was?.key === key) {
    const sure = some && same[0];
    return { agrees: sure || (!hops && parts.some(Boolean)), sure };
  }
  return { agrees: !kept && parts.some(Boolean), sure: hops < 2 && (always || !!was) };
}
