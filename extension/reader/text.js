// @ts-check
// What a reader sees in an element, as text.

import { map } from "./map.js";

export const maxText = 20000; // characters of one field

const blocks = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN NAV OL PRE SECTION TABLE TR UL").split(" "),
);
const without = map.without.join(",");
const until = map.until.join(",");
const pre = map.pre.join(",");

/**
 * What a reader sees in an element: words unbroken, blocks on lines of their
 * own. innerText would say the same and force a layout of the page.
 * @param {Element} root
 * @returns {Generator<void, string>}
 */
export function* textOf(root) {
  const out = writer();
  /** @type {Node | null} */
  let node = root;
  for (let steps = 1; node && out.length() < maxText; steps++) {
    if (steps % 100 === 0) yield;
    /** @type {Node | null} */
    let down = null;
    if (node instanceof Text) {
      const data = node.data.slice(0, maxText);
      out.text(data, data.includes("\n") && !!node.parentElement?.closest(pre));
    } else if (node instanceof Element) {
      if (node !== root && until && node.matches(until)) break;
      if (node === root || !node.matches(without)) {
        out.edge(node);
        down = node.firstChild;
      }
    }
    node = down ?? next(node, root, out.edge);
  }
  return out.done();
}

/** The node after all of this one. @param {Node} node @param {Element} root @param {(el: Element) => void} leave */
function next(node, root, leave) {
  /** @type {Node | null} */
  let at = node;
  while (at && at !== root) {
    if (at instanceof Element) leave(at);
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

/** Joins text as a browser would: spaces collapse, blocks break lines. */
function writer() {
  let out = "";
  let owed = 0; // line breaks before the next text
  let space = false;
  /** @type {Element | null} a BR is met twice, going in and coming out */
  let broken = null;
  /** @param {string} piece @param {boolean} lines newlines in the source stand */
  const text = (piece, lines) => {
    for (const [i, line] of (lines ? piece.split("\n") : [piece]).entries()) {
      if (i) hard();
      const words = line.trim().replace(/\s+/g, " ");
      space ||= /^\s/.test(line);
      if (!words) continue;
      if (out) out += owed ? "\n".repeat(owed) : space ? " " : "";
      out += words;
      owed = 0;
      space = /\s$/.test(line);
    }
  };
  const hard = () => {
    owed = Math.min(owed + 1, 2);
    space = false;
  };
  /** @param {Element} el */
  const edge = (el) => {
    if (el.tagName === "BR") {
      if (el !== broken) hard();
      broken = el;
    } else if (el.tagName === "P") owed = out ? 2 : 0;
    else if (blocks.has(el.tagName)) owed = Math.max(owed, 1);
    else if (el.tagName === "TD" || el.tagName === "TH") space = true;
  };
  return { text, edge, length: () => out.length, done: () => out };
}
