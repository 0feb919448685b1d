// @ts-check
// What is to mend in a template while it is written: the words, what they do, and a
// better way. It is the engine's own check, by which every draft is read.

import { ask } from "./ask.js";
import { el } from "./page.js";
import { t } from "./tongue.js";

/** @typedef {{rule: string, quote: string, better: string, from: number, to: number}} Finding */
/** Where a template stands: its part is "subject", "body", "short" or "spoken". @typedef {{lang: string, purpose: string, part: string}} Place */

const pause = 400; // ms after the last key

/**
 * A list beside a template's box, which it keeps in step with what is written there.
 * @param {HTMLTextAreaElement} control @param {Place} place @param {Record<string, string>} tone the names of what is found
 */
export function findings(control, place, tone) {
  const list = Object.assign(el("ul"), { className: "findings" });
  list.setAttribute("aria-live", "polite");
  const look = async () => {
    const text = control.value;
    /** @type {Finding[]} */
    const found = text ? await ask("lint", { ...place, text }) : [];
    const first = (/** @type {Finding} */ f) => found.find((o) => o.rule === f.rule) === f;
    if (control.value === text) list.replaceChildren(...found.map((f) => entry(control, f, tone, first(f))));
  };
  const quietly = () => void look().catch(() => {}); // said again with the next key
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  control.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(quietly, pause);
  });
  quietly();
  return list;
}

/** The better way is said once of a rule. @param {HTMLTextAreaElement} control @param {Finding} finding @param {Record<string, string>} tone @param {boolean} first */
function entry(control, { rule, quote, better, from, to }, tone, first) {
  const what = el("b", t(tone[rule] ?? rule));
  const way = first && Object.assign(el("span", t("Better: {}", t(better))), { className: "hint" });
  if (!quote) return el("li", "", what, way);
  const words = Object.assign(el("button", quote), { className: "quoted", type: "button", dir: "auto", title: t("Show it in the template") });
  words.addEventListener("click", () => {
    control.focus();
    control.setSelectionRange(from, to);
  });
  return el("li", "", what, words, way);
}
