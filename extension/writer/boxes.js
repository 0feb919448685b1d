// @ts-check
// The mails being written in Gmail: which boxes are open, which of them the rep
// is in, and what they hold.

import { map } from "../reader/map.js";
import { readPart } from "../reader/parts.js";
import { elements, parse, visible } from "../reader/select.js";

/** @typedef {Part & {id: string, current: boolean}} Box */

const spec = /** @type {ListMap} */ (map.always.lists?.composes ?? { items: [] });
const places = map.writing ?? { box: [], body: [], subject: [], kept: [] };

/** @type {WeakMap<Element, string>} */
const names = new WeakMap();
let named = 0;
/** @type {Element | null} the box that had the focus last */
let last = null;

/**
 * The boxes on the page, in its order. They are found by where one writes: to look
 * for what holds that would go through all of a long thread.
 * @returns {Element[]}
 */
export function openBoxes() {
  for (const line of places.body) {
    const found = elements(document, parse(line)).filter(visible);
    if (found.length) return [...new Set(found.map(boxOf))];
  }
  return [];
}

/** @param {Element} body @returns {Element} */
const boxOf = (body) => places.box.map((css) => body.closest(css)).find(Boolean) ?? body;

/** @param {Element} box */
export function nameOf(box) {
  const name = names.get(box) ?? String(++named);
  names.set(box, name);
  return name;
}

/** Remembers the box that the rep is in; false where they are in none. */
export function noteFocus(open = openBoxes()) {
  const box = open.find((b) => b.contains(document.activeElement));
  if (box) last = box;
  return !!box;
}

/** The box that the rep is in, or was in last, or else the one opened last. @param {Element[]} open */
function currentBox(open) {
  noteFocus(open);
  return last && open.includes(last) ? last : open.at(-1);
}

/** What the boxes hold; the text only of the one the rep is in. @returns {Box[]} */
export function readBoxes() {
  const open = openBoxes();
  const current = currentBox(open);
  return open.map((box) => {
    const part = readBox(box);
    if (box !== current) part.fields.text = { value: "", by: -1 };
    return { id: nameOf(box), current: box === current, ...part };
  });
}

/** What only the writer reads: subject and text are in no snapshot of the page. */
const words = { subject: places.subject.map((line) => `${line} @value`), text: places.body, reply: places.reply ?? [] };

/** @param {Element} box */
export const readBox = (box) => atOnce(readPart(box, { ...spec, fields: { ...spec.fields, ...words } }, ""));

/** A box is small, and is read in one go. @template T @param {Generator<void, T>} steps @returns {T} */
function atOnce(steps) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The first of a box that one of the lines finds. @param {Element} box @param {string[]} lines */
function firstIn(box, lines) {
  for (const line of lines) {
    const [found] = elements(box, parse(line));
    if (found instanceof HTMLElement) return found;
  }
  return null;
}

/** Where the text is written. @param {Element} box */
export const bodyOf = (box) => firstIn(box, places.body);

/** Where the subject is typed; null in a reply, which has none of its own. @param {Element} box */
export function subjectOf(box) {
  const found = firstIn(box, places.subject);
  return found instanceof HTMLInputElement && found.type !== "hidden" ? found : null;
}

/** A signature, or what they wrote before: it stays below. */
export const kept = places.kept.join(",");
