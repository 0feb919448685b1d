// @ts-check
// When replies stop, on the pipeline page: the curve of the imported activities, or of
// the log, as a picture, and as a table.

import { number } from "./format.js";
import { byId, el, write } from "./page.js";
import { locale, t } from "./tongue.js";

/** @typedef {import("./triage.js").Curve} Curve */

/** Fewer say nothing by themselves. */
const enough = 20;

/** How many a threshold takes, as the command does. */
const enoughToSet = 50;

/** What curves were learnt from, and they. @typedef {{from: string, curves: Curve[]}} Learnt */

/** Shows the curves; nothing where there is too little. @param {Learnt[]} learnt */
export function showCurves(learnt) {
  const all = learnt.flatMap(({ from, curves }) => curves.map((curve) => ({ from, curve })));
  const own = all.filter(({ curve }) => curve.prospects >= enough);
  byId("curve-chosen").hidden = own.length === 0;
  if (!own.length) {
    const most = Math.max(0, ...all.map(({ curve }) => curve.prospects));
    write("curve-words", t("Too few: the touches of {} prospects are known one by one, and a curve takes {}. Import your activities, of a longer time.", most, enough));
    return;
  }
  write("curve-words", "");
  const select = /** @type {HTMLSelectElement} */ (byId("curve-of"));
  select.replaceChildren(...own.map(({ from, curve }) => el("option", `${from} · ${t("{}: {} prospects", curve.title, curve.prospects)}`)));
  select.onchange = () => draw(own[select.selectedIndex].curve);
  draw(own[0].curve);
}

/** @param {Curve} curve */
function draw(curve) {
  const plain = curve.svg.replace(/<style>.*?<\/style>/, ""); // the page has it in pipeline.css, and may have none inline
  const svg = new DOMParser().parseFromString(plain, "image/svg+xml").documentElement;
  byId("curve-picture").replaceChildren(document.importNode(svg, true));
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 });
  const heads = [t("Touch"), t("Reached"), t("Answered"), t("Chance"), t("95 % between"), t("Published")];
  byId("curve-table").replaceChildren(
    el("caption", t("Of those silent until then, how many answer the touch")),
    el("thead", "", el("tr", "", ...heads.map((h) => Object.assign(el("th", h), { scope: "col" })))),
    el("tbody", "", ...curve.points.map((p) => el("tr", "", Object.assign(el("th", String(p.touch)), { scope: "row" }),
      ...[number(p.reached), number(p.answered), share.format(p.share), `${share.format(p.low)} – ${share.format(p.high)}`, share.format(p.prior)].map((words) => el("td", words))))),
  );
  write("curve-source", t("Dashed: {}", t(curve.source)));
  const worth = /** @type {HTMLInputElement} */ (byId("curve-worth"));
  worth.oninput = () => propose(curve, Number(worth.value));
  propose(curve, Number(worth.value));
}

/**
 * After how many touches another costs more than it brings, as calibrate.StopAfter has it; undefined where none does.
 * @param {Curve} curve @param {number} worth minutes that an answer is worth
 */
function stopAfter({ points, threshold: { minutes, least } }, worth) {
  const last = points.findLast(({ share }) => share * worth >= minutes)?.touch ?? 0;
  return last === points.length ? undefined : Math.max(last, least);
}

/** Proposes a threshold, as a playbook says it. @param {Curve} curve @param {number} worth */
function propose(curve, worth) {
  const { minutes, path } = curve.threshold;
  const few = curve.prospects < enoughToSet;
  const n = worth > 0 && !few ? stopAfter(curve, worth) : undefined;
  byId("curve-found").hidden = n === undefined || !path;
  if (!(worth > 0)) return write("curve-stop", "");
  if (few) return write("curve-stop", t("Too few of your own to set a threshold by: it takes {}.", enoughToSet));
  if (n === undefined) return write("curve-stop", t("Every touch up to {} is worth its {} minutes.", curve.points.length, minutes));
  const after = t("After {} touches another costs more than it brings, at {} minutes each.", n, minutes);
  if (!path) return write("curve-stop", `${after} ${t("No number of the playbook counts these touches alone.")}`);
  write("curve-stop", after);
  /** @type {HTMLTextAreaElement} */ (byId("curve-file")).value = JSON.stringify(path.reduceRight((/** @type {unknown} */ inner, name) => ({ [name]: inner }), n), null, 1);
}
