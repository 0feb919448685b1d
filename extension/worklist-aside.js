// @ts-check
// The row at hand, beside the pipeline's list: its verdict, its reasons, and the forms
// in which it is disagreed with or put off.

import { number, sentence } from "./format.js";
import { byId, el, field, write } from "./page.js";
import { showWhy } from "./reasons.js";
import { hours } from "./rows.js";
import { t } from "./tongue.js";
import { date, decidedMark, nextStep } from "./worklist-rows.js";

/** @typedef {import("./rows.js").Row} Row */

/** A day from now, here, as 2026-11-22. @param {number} days */
const inDays = (days) => new Date(Date.now() + days * 864e5).toLocaleDateString("sv");

/** What may be decided in the place of a verdict. */
const instead = ["keep", "last-try", "break-up", "pause", "hand-off", "stop"];

/** Whoever asked not to be contacted is not argued about. @param {Row | undefined} row @returns {row is Row} */
const arguable = (row) => !!row?.judged && row.verdict !== "stop";

const quiet = (/** @type {string} */ words) => Object.assign(el("p", words), { className: "quiet" });

/** @param {import("./worklist.js").List} list */
export function openAside(list) {
  const { judged, decisions, page, verdictName, kindName } = list;
  let turn = 0;

  /** Shows the row at hand beside the list. @param {Row | undefined} row */
  function select(row) {
    turn++;
    byId("aside").hidden = !row;
    closeForms();
    if (!row) return;
    write("who", row.name || row.account || "–");
    write("about", about(row));
    byId("deciding").hidden = !row.judged;
    for (const press of ["disagree", "snooze"]) /** @type {HTMLElement} */ (document.querySelector(`#deciding [data-press=${press}]`)).hidden = !arguable(row);
    byId("verdict").dataset.tone = row.verdict;
    byId("verdict").replaceChildren(...verdict(row), ...decisionLine(row));
    if (!row.judged) return byId("reasons").replaceChildren();
    explain(row);
  }

  /** Who it is, and where it stands. @param {Row} row */
  function about(row) {
    const from = t("{}, line {}", judged.sheets[row.file].file, row.line);
    return [row.contact !== row.name && row.contact, row.email, row.account, row.stage, row.owner, from].filter(Boolean).join(" · ");
  }

  /** @param {Row} row */
  function verdict(row) {
    const name = row.judged ? [verdictName(row.verdict), kindName(row.kind)].filter(Boolean).join(" · ") : t("Not judged");
    const frees = row.verdict === "break-up" && hours(row.minutes) > 0 && t("frees {} h", number(hours(row.minutes)));
    const facts = [frees, nextStep(row), row.reassess && t("look again {}", date(row.reassess))].filter(Boolean).join(" · ");
    return [el("h3", name), el("p", sentence(row.reason)), ...[facts, row.note].filter(Boolean).map(quiet)];
  }

  /** @param {Row} row */
  function decisionLine(row) {
    const decision = decisions.of(row);
    if (!decision) return [];
    return [Object.assign(el("p", "", decidedMark(list, decision), document.createTextNode(decision.why ? ` ${decision.why}` : "")), { className: "decision", dir: "auto" })];
  }

  /** Shows why a row is judged so, unless another is at hand by then. @param {Row} row */
  function explain(row) {
    const mine = turn;
    byId("reasons").setAttribute("aria-busy", "true");
    setTimeout(() => mine === turn && page.why(row).then((why) => {
      if (mine !== turn) return;
      byId("reasons").removeAttribute("aria-busy");
      showWhy(why);
    }, (fault) => { if (mine === turn) page.trouble(fault); }), 60); // not for rows that are passed by
  }

  function closeForms() {
    byId("disagreeing").hidden = byId("snoozing").hidden = true;
  }

  return {
    select,
    explain,
    closeForms,
    /** Asks what they would do instead. @param {Row | undefined} row */
    disagree(row) {
      if (!arguable(row)) return;
      closeForms();
      byId("instead").replaceChildren(...instead.filter((code) => code !== row.verdict).map((code) => Object.assign(el("option", verdictName(code)), { value: code })));
      field("why").value = "";
      byId("disagreeing").hidden = false;
      byId("instead").focus();
    },
    /** Asks until when. @param {Row | undefined} row */
    snooze(row) {
      if (!arguable(row)) return;
      closeForms();
      field("until").value = inDays(14);
      field("until").min = inDays(1);
      byId("snoozing").hidden = false;
      field("until").focus();
    },
  };
}
