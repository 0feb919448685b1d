// @ts-check
// What another playbook would change for everybody who is tracked: judged in the
// background by the engine, some at a time.

import { ask } from "./ask.js";
import { byId, el, write } from "./page.js";
import { t } from "./tongue.js";

/** @typedef {{verdict: string, state: string}} Said */
/** @typedef {{person: {name: string, email: string, slug: string}, from: Said, to: Said}} Change */
/** @typedef {{changed: Change[], all: number}} Effect */

let turn = 0;

/**
 * Judges everybody by a playbook's file. Nothing where a newer one was asked for
 * meanwhile; a fault where the file is wrong.
 * @param {string} file @returns {Promise<{effect?: Effect, fault?: import("./page.js").Fault} | undefined>}
 */
export async function effectOf(file) {
  const mine = ++turn;
  const slow = setTimeout(() => mine === turn && (byId("effect-progress").hidden = false), 1000);
  /** @type {Effect} */
  let effect = { changed: [], all: 0 };
  try {
    for (let judged = 0; ;) {
      const answer = await ask("effect", { file, from: judged });
      if (mine !== turn) return undefined;
      if (answer.fault) return { fault: answer.fault };
      const { from, changed, all } = answer.effect;
      effect = { changed: from ? [...effect.changed, ...changed] : changed, all };
      judged = answer.effect.judged;
      progress(judged, all);
      if (judged >= all) return { effect };
    }
  } finally {
    clearTimeout(slow);
    if (mine === turn) byId("effect-progress").hidden = true;
  }
}

/** No answer that is on its way counts any more. */
export const dropEffect = () => { turn++; byId("effect-progress").hidden = true; };

/** @param {number} judged @param {number} all */
function progress(judged, all) {
  const bar = /** @type {HTMLProgressElement} */ (byId("effect-bar"));
  bar.max = Math.max(all, 1);
  bar.value = judged;
  write("effect-judged", t("Judging {} of {}…", judged, all));
}

/** "12 of 84 people change". @param {Effect} effect */
export function inShort({ changed, all }) {
  if (!all) return t("You track nobody yet, so nobody is judged otherwise.");
  if (!changed.length) return t("Nobody of {} is judged otherwise.", all);
  return changed.length === 1 ? t("1 of {} is judged otherwise.", all) : t("{} of {} are judged otherwise.", changed.length, all);
}

/** Shows who changes from what to what, the most frequent first. @param {Effect} effect @param {Record<string, string>} says the words of every state */
export function showEffect(effect, says) {
  write("effect-line", inShort(effect));
  /** @type {Map<string, Change[]>} */
  const kinds = new Map();
  for (const c of effect.changed) {
    const kind = `${c.from.state}\n${c.to.state}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), c]);
  }
  const sorted = [...kinds.values()].sort((a, b) => b.length - a.length);
  byId("effect-list").hidden = sorted.length === 0;
  byId("effect-list").replaceChildren(...sorted.map((changes) => row(changes, says)));
}

/** @param {Change[]} changes of one kind @param {Record<string, string>} says */
function row(changes, says) {
  const [{ from, to }] = changes;
  const names = changes.map(({ person }) => person.name || person.email || person.slug);
  const said = (/** @type {Said} */ s) => Object.assign(el("span", t(says[s.state] ?? says[s.verdict] ?? s.verdict)), { className: "said" });
  const [was, is] = [said(from), said(to)];
  was.dataset.tone = from.verdict;
  is.dataset.tone = to.verdict;
  const arrow = Object.assign(el("span", "→"), { className: "arrow" });
  arrow.setAttribute("aria-label", t("becomes"));
  arrow.setAttribute("role", "img");
  const who = Object.assign(el("p", names.length > 12 ? t("{} and {} more", names.slice(0, 12).join(", "), names.length - 12) : names.join(", ")), { className: "quiet", dir: "auto" });
  return el("li", "", el("div", "", Object.assign(el("p", "", el("b", String(changes.length)), was, arrow, is), { className: "becomes" }), who));
}
