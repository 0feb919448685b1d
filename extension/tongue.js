// @ts-check
// The rep's language on a page of ours. In English nothing is loaded and nothing
// waited for. A page's own texts are said as soon as the phrases are there;
// what its script says goes through t, after
//
//   if (ready) await ready;
//
// The choice made in the settings is kept in localStorage under "language", which
// a page can read before it is drawn, and in the database for the background.

import { directionOf, languageOf, linesOf, messagesOf } from "./languages.js";

const chosen = () => languageOf(localStorage.getItem("language"));

export const language = chosen();

// Another page has chosen another one: what is said here already is in the old one.
addEventListener("storage", () => {
  if (chosen() !== language) location.reload();
});

/** What dates and numbers are written by: in English the day comes first, as everywhere here. */
export const locale = language === "en" ? "en-GB" : language;

/** @type {Map<number, string>} by the hash of the English */
const phrases = new Map();

/** A phrase in the rep's language, with the values in place of its {}s. @param {string} phrase @param {...(string | number)} values */
export function t(phrase, ...values) {
  const said = phrases.get(hash(phrase));
  if (said !== undefined) return said.replace(/\$(.)/g, (_, n) => (n === "$" ? "$" : written(values[n - 1])));
  let next = 0;
  return phrase.replace(/\{\}/g, () => written(values[next++]));
}

/** @param {string | number} [value] */
const written = (value = "") => (typeof value === "number" ? value.toLocaleString(locale) : value);

/** What went wrong, sentence by sentence: of several, each stands on its own line. @param {string} message */
export const told = (message) => message.split("\n").map((line) => t(line)).join(" ");

/** 32-bit FNV-1a of the UTF-8, as in core/say. @param {string} phrase */
function hash(phrase) {
  let h = 2166136261;
  for (const byte of new TextEncoder().encode(phrase)) h = Math.imul(h ^ byte, 16777619);
  return h >>> 0;
}

/** Says the texts of an element, and what its attributes say. @param {Node} root */
function say(root) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Element) {
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        const words = node.getAttribute(name);
        if (words) node.setAttribute(name, t(words));
      }
      continue;
    }
    const [, before, words, after] = /** @type {RegExpMatchArray} */ ((node.nodeValue ?? "").match(/^(\s*)(.*?)(\s*)$/s));
    const said = words && t(words.replace(/\s+/g, " "));
    if (said && said !== words) node.nodeValue = before + said + after;
  }
}

async function load() {
  Object.assign(document.documentElement, { lang: language, dir: directionOf(language) });
  try {
    const messages = await messagesOf(language);
    for (const [name, { message }] of Object.entries(messages)) phrases.set(parseInt(name.slice(-8), 16), message);
    Object.assign(globalThis, { cleanBreakTongue: { code: language, lines: linesOf(messages) } }); // for panel.wasm
    say(document.documentElement);
  } catch (fault) {
    console.warn("Clean Break speaks English:", fault);
  }
}

/** There is something to wait for before anything is said. @type {Promise<void> | undefined} */
export const ready = language === "en" ? undefined : load();
