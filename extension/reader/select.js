// @ts-check
// Selector lines: from "span.gD @email" to the first value it finds.

import { maxText, textOf } from "./text.js";

const maxTries = 20; // elements tried for one selector
const maxJSON = 2000000; // characters of one embedded JSON; more would be a long task

/** @type {Map<string, Selector>} */
const parsed = new Map();

/**
 * "^up css >>> css @attr {json.path} => pattern": every part may be left out.
 * "@-before" is the text just before the element.
 * @param {string} line
 */
export function parse(line) {
  const known = parsed.get(line);
  if (known) return known;
  let rest = line;
  /** @param {RegExp} pattern */
  const cut = (pattern) => {
    const hit = pattern.exec(rest);
    if (!hit) return "";
    rest = rest.slice(0, hit.index) + rest.slice(hit.index + hit[0].length);
    return hit[1];
  };
  const take = cut(/\s*=> (.+)$/);
  const there = cut(/\s*(!)$/) !== "";
  const path = cut(/\s*\{(.+)\}$/);
  const attr = cut(/\s*@([\w-]+)$/);
  const up = cut(/^\^(\S+)\s*/);
  const selector = { up, css: rest.split(" >>> "), attr, there, path, take: take ? new RegExp(take) : null };
  parsed.set(line, selector);
  return selector;
}

/** The scope itself, or those inside it. @param {ParentNode} scope @param {Selector} selector */
export function elements(scope, selector) {
  /** @type {ParentNode[]} */
  let scopes = [(selector.up && scope instanceof Element && scope.closest(selector.up)) || scope];
  selector.css.forEach((css, depth) => {
    if (depth) scopes = scopes.flatMap((el) => shadow(/** @type {HTMLElement} */ (el)) ?? []);
    if (css === "" || css === ".") return;
    scopes = scopes.flatMap((s) => (s instanceof Element && s.matches(css) ? [s] : [...foundIn(s, css)]));
  });
  return scopes.filter((s) => s instanceof Element);
}

/** A form of the page can have the name of the document's method. @param {ParentNode} scope @param {string} css */
const foundIn = (scope, css) => (scope instanceof Document ? Document.prototype.querySelectorAll.call(scope, css) : scope.querySelectorAll(css));

/** @param {HTMLElement} el */
const shadow = (el) => el.shadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(el);

/** Scripts carry data and are never visible. @param {Element} el */
export const visible = (el) => el.tagName === "SCRIPT" || el.checkVisibility();

/**
 * The first value that one of the lines finds.
 * @param {ParentNode} scope
 * @param {string[]} lines
 * @param {string} key what $key stands for in a JSON path
 * @returns {Generator<void, Field>}
 */
export function* pick(scope, lines, key = "") {
  for (const [by, line] of lines.entries()) {
    const selector = parse(line);
    for (const el of elements(scope, selector).slice(0, maxTries)) {
      const value = yield* valueOf(el, selector, key);
      if (value) return { value: value.slice(0, maxText), by };
    }
    yield;
  }
  return { value: "", by: -1 };
}

/** @param {Element} el @param {Selector} selector @param {string} key @returns {Generator<void, string>} */
function* valueOf(el, selector, key) {
  if (selector.there) return "yes";
  let value;
  if (selector.path) value = jsonValue(el, selector.path, key);
  else if (selector.attr === "-before") value = el.previousSibling instanceof Text ? el.previousSibling.data : "";
  else if (selector.attr === "value") value = /** @type {HTMLInputElement} */ (el).value ?? "";
  else if (selector.attr) value = el.getAttribute(selector.attr) ?? "";
  else value = yield* textOf(el);
  if (!selector.take) return value;
  return selector.take.exec(value)?.[1] ?? "";
}

// ---- embedded JSON

/** @type {WeakMap<Element, unknown>} */
let documents = new WeakMap();

/** The next reading parses it anew, and between two none of it is held. */
export const forgetJSON = () => void (documents = new WeakMap());

/** "included[publicIdentifier=$key].headline" @param {Element} el @param {string} path @param {string} key */
function jsonValue(el, path, key) {
  if (!documents.has(el)) documents.set(el, parseJSON(el.textContent ?? ""));
  /** @type {any} */
  let at = documents.get(el);
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[([^\]]+)\]/g)) {
    if (name) at = at?.[name];
    else if (/^\d+$/.test(index)) at = Array.isArray(at) ? at[Number(index)] : at;
    else at = search(at, index, key);
  }
  return typeof at === "string" || typeof at === "number" ? String(at) : "";
}

/** @param {string} text */
function parseJSON(text) {
  if (text.length > maxJSON) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON after all: the field is not found
  }
}

/** @param {unknown} at @param {string} test @param {string} key */
function search(at, test, key) {
  const cut = test.indexOf("=");
  const name = test.slice(0, cut);
  const want = test.slice(cut + 1).replace("$key", () => key);
  const all = Array.isArray(at) ? at : [at];
  return all.find((one) => want && tidy(String(one?.[name] ?? "")) === tidy(want));
}

/** @param {string} text */
export function tidy(text) {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text.toLowerCase(); // a stray % in the address
  }
}
