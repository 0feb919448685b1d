// @ts-check
// What the pipeline page learns of the past when a part of it is opened: when replies
// stop, of the files and of the log, what other rules would have brought, and the ideal
// prospect. The list goes on meanwhile.

import { ask } from "./ask.js";
import { showCurves } from "./curve.js";
import { messageOf } from "./fault.js";
import { offerRules, otherRules, showIdeal, showReplay } from "./hindsight.js";
import { byId, write } from "./page.js";
import { showBrought } from "./regret.js";
import { rulesNow } from "./rules.js";
import { t } from "./tongue.js";
import { apart, Stopped } from "./triage.js";

/** @typedef {import("./triage.js").Triage} Triage */
/** @typedef {import("./triage.js").By} By */
/** What is judged, by which worker, and the list of it. @typedef {{chosen: import("./triage.js").Chosen[], by: By, judged: import("./triage.js").Judged, triage: Triage, list: {again: () => void}}} Source */

/** @type {Source | undefined} none before files are judged */
let from;
/** @type {object | null} what the log says of when replies stop */
let log = null;
/** What was opened of this list. @type {Set<string>} */
const opened = new Set();

/** @param {string} what a file holds */
const holds = (what) => from?.judged.sheets.some((s) => s.holds === what) ?? false;

/**
 * Learns from other files, or from none; what was shown of those before is closed. Each
 * row of the list says how many like it answered later, once that is learnt.
 * @param {Source} [source]
 */
export function learnFrom(source) {
  from = source;
  opened.clear();
  for (const id of ["curve", "hindsight", "ideal"]) byId(id).toggleAttribute("open", false);
  byId("curve-chosen").hidden = byId("replayed").hidden = byId("ideal-found").hidden = true;
  write("replay-words", "");
  offer();
  if (from && holds("activities")) learnOdds(from).catch((fault) => { if (!(fault instanceof Stopped)) console.warn("Clean Break's curve is not learnt:", fault); });
}

/** Shows what something can be learnt of. */
function offer() {
  byId("curve").hidden = !holds("activities") && !log;
  byId("hindsight").hidden = !holds("activities");
  byId("ideal").hidden = !holds("deals");
}

/** Opens what the editor of the playbook asks for. */
export function openReplay() {
  if (byId("hindsight").hidden) return;
  byId("hindsight").toggleAttribute("open", true);
  byId("hindsight").scrollIntoView();
  byId("replay-with").focus();
}

/** What was learnt of files of when replies stop. @type {WeakMap<Source, ReturnType<Triage["curves"]>>} */
const learnt = new WeakMap();

/** Learns it once. @param {Triage} worker @param {Source} source */
function curvesOf(worker, source) {
  const before = learnt.get(source);
  if (before) return before;
  const curves = worker.curves(source.chosen, source.by);
  learnt.set(source, curves);
  curves.catch(() => learnt.delete(source));
  return curves;
}

/** @param {Source} source */
async function learnOdds(source) {
  const { groups } = await apart((worker) => curvesOf(worker, source));
  if (from !== source) return;
  await source.triage.learn(groups);
  if (from === source) source.list.again();
}

/** When replies stop, by the files and by the log. @param {Triage} worker */
async function allCurves(worker) {
  const [source, activities] = [from, holds("activities")];
  const files = source && activities ? (await curvesOf(worker, source)).curves : [];
  const own = log ? (await worker.curvesOf(log, source?.by ?? (await rulesNow()))).curves : [];
  return [{ from: t("In the files"), curves: files }, { from: t("In the log"), curves: own }];
}

/**
 * Fills a part of the page when it is opened first, unless another list is shown by then.
 * @template T @param {string} id @param {string} words that say so meanwhile
 * @param {(worker: Triage) => Promise<T>} learn @param {(learnt: T) => void} fill
 */
function whenOpened(id, words, learn, fill) {
  byId(id).addEventListener("toggle", async () => {
    if (opened.has(id) || !(/** @type {HTMLDetailsElement} */ (byId(id)).open)) return;
    const source = from;
    opened.add(id);
    write(`${id}-words`, words);
    try {
      const learnt = await apart(learn);
      if (from === source) fill(learnt);
    } catch (fault) {
      if (from !== source) return;
      opened.delete(id);
      write(`${id}-words`, messageOf(fault));
    }
  });
}

/** Plays other rules back. */
export async function replay() {
  const source = from;
  if (!source) return;
  write("replay-words", t("Playing it back…"));
  try {
    const other = await otherRules();
    const replayed = await apart((worker) => worker.replay(source.chosen, source.by, other));
    if (from === source) showReplay(replayed, (kind) => source.judged.kinds[kind] ?? kind);
  } catch (fault) {
    if (from === source) write("replay-words", messageOf(fault));
  }
}

/** Listens, and shows what the log says. */
export function openLearnt() {
  whenOpened("curve", t("Counting the touches…"), allCurves, showCurves);
  whenOpened("ideal", t("Looking who bought…"), (worker) => {
    const { chosen, by } = /** @type {Source} */ (from); // it is hidden before
    return worker.ideal(chosen, by);
  }, showIdeal);
  offerRules();
  ask("playbook").then(({ may }) => {
    for (const id of ["curve-take", "ideal-take"]) byId(id).hidden = !may;
  }).catch((fault) => console.warn("Whether the playbook may be changed is not known:", fault));
  showBrought().then((groups) => { log = groups; offer(); }).catch((fault) => console.warn("What came of letting go is not shown:", fault));
}
