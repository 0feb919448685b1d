// @ts-check
// Why a row of the pipeline is judged as it is, in full, beside the list.

import { byId, el } from "./page.js";
import { t } from "./tongue.js";

/** @param {import("./triage.js").Why | null} why */
export function showWhy(why) {
  if (!why) return byId("reasons").replaceChildren();
  const parts = why.parts.map((p) => {
    const points = Object.assign(el("b", p.points || "·"), { className: "points" });
    points.dataset.sign = p.sign;
    return el("li", "", points, el("div", "", Object.assign(el("p", p.because), { dir: "auto" }), ...p.evidence.slice(0, 3).map((e) => Object.assign(el("p", e), { className: "quiet", dir: "auto" }))));
  });
  const voices = why.voices.map((v) => el("li", "", el("div", "", el("b", `${v.source}: ${v.verdict}`), Object.assign(el("p", v.because), { className: "quiet" }))));
  const flips = why.flips.map((f) => el("li", "", el("div", "", el("p", f.if), Object.assign(el("b", `→ ${f.verdict}`), { className: "quiet" }))));
  byId("reasons").replaceChildren(
    el("h3", t("Why")), ...(why.decided ? [Object.assign(el("p", why.decided), { className: "quiet" })] : []),
    ...(why.odds ? [Object.assign(el("p", why.odds), { id: "odds" })] : []),
    Object.assign(el("ul", "", ...parts), { className: "parts" }), Object.assign(el("p", [why.score, why.source].filter(Boolean).join(" · ")), { className: "quiet" }),
    ...folded(t("What would change it"), flips), ...folded(t("What the five voices say"), voices),
  );
}

/** @param {string} title @param {HTMLElement[]} items */
function folded(title, items) {
  if (!items.length) return [];
  return [Object.assign(el("details", "", el("summary", title), Object.assign(el("ul", "", ...items), { className: "rows" })), { className: "more" })];
}
