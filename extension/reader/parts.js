// @ts-check
// A part of a page: its fields, and its lists of parts.

import { map } from "./map.js";
import { elements, parse, pick, visible } from "./select.js";

const maxItems = 2000;
const maxBytes = 3500000; // of all items of one list
const shared = map.shared ?? {};

/** @param {ParentNode} scope @param {PartMap} spec @param {string} key @returns {Generator<void, Part>} */
export function* readPart(scope, spec, key) {
  /** @type {Part} */
  const part = { fields: {}, lists: {} };
  for (const [name, lines] of Object.entries(spec.fields ?? {})) part.fields[name] = yield* pick(scope, lines, key);
  for (const [name, list] of Object.entries(spec.lists ?? {})) {
    part.lists[name] = yield* readList(scope, typeof list === "string" ? shared[list] : list, key);
  }
  return part;
}

/** @param {ParentNode} scope @param {ListMap} spec @param {string} key @returns {Generator<void, List>} */
function* readList(scope, spec, key) {
  // The newest items come last on a page, and are kept when there are too many.
  const { found, by } = findItems(scope, spec);
  /** @type {Part[]} */
  const items = [];
  let bytes = 0;
  for (let i = found.length - 1; i >= 0 && items.length < (spec.max ?? maxItems) && bytes < maxBytes; i--) {
    const item = yield* readPart(found[i], spec, key);
    bytes += new TextEncoder().encode(JSON.stringify(item)).length;
    items.push(item);
    yield;
  }
  return { by, total: found.length, items: items.reverse() };
}

/** @param {ParentNode} scope @param {ListMap} spec */
function findItems(scope, spec) {
  const skip = (spec.skip ?? []).join(",");
  for (const [by, line] of spec.items.entries()) {
    const found = outermost(elements(scope, parse(line)))
      .filter((el) => !(skip && el.matches(skip)))
      .filter((el) => !spec.visible || visible(el));
    if (found.length) return { found, by };
  }
  return { found: [], by: -1 };
}

/** @param {Element[]} all in document order */
function outermost(all) {
  /** @type {Element | null} */
  let last = null;
  return all.filter((el) => {
    if (last && last !== el && last.contains(el)) return false;
    last = el;
    return true;
  });
}
