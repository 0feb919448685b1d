// @ts-check
// How a row of the pipeline's list looks, and how days and decisions are written.

import { day, sentence } from "./format.js";
import { money } from "./money.js";
import { el } from "./page.js";
import { becomes } from "./rows.js";
import { t } from "./tongue.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./worklist.js").List} List */

/** @param {string} iso */
export const date = (iso) => day(`${iso}T12:00:00`);

/** The next step; its day, which core/pipeline/line.go writes as 2026-11-22, as days are written here. @param {Row} row */
export const nextStep = (row) => row.next.replace(/\d{4}-\d\d-\d\d/, date);

/** @param {List} list @param {import("./decisions.js").Kept} decision */
export function decidedMark({ verdictName }, decision) {
  const words = { agree: t("Agreed"), disagree: t("Instead: {}", verdictName(decision.instead)), snooze: t("Until {}", decision.until && date(decision.until)) }[decision.did];
  return Object.assign(el("small", words), { className: `mark did-${decision.did}` });
}

/** Two lines of a cell. @param {string} first @param {string} second @param {string} className */
const cell = (first, second, className) => Object.assign(el("span", "", el("b", first), el("small", second)), { className, dir: "auto" });

/** What openGrid draws rows with. @param {List} list */
export function faces(list) {
  const { judged, decisions, verdictName, kindName } = list;

  /** @param {Row} row */
  function verdict(row) {
    const decision = decisions.of(row);
    const said = cell(verdictName(row.verdict), kindName(row.kind), "said-verdict");
    said.dir = "";
    if (decision) said.lastElementChild?.replaceWith(decidedMark(list, decision));
    return said;
  }

  /** @param {Row} row */
  function why(row) {
    const words = Object.assign(el("span", (row.aggregate ? "≈ " : "") + sentence(row.reason)), { className: "clamped" });
    const marks = [row.rotting && t("Rotting"), row.single && t("One person")].filter(Boolean).map((mark) => Object.assign(el("small", mark || ""), { className: "mark" }));
    return Object.assign(el("span", "", words, ...marks), { className: "why" });
  }

  return {
    /** The cells of a row. @param {Row} row */
    draw: (row) => [
      cell(row.name || t("Row {} of {}", row.line, judged.sheets[row.file].file), row.account, "named"),
      verdict(row),
      cell(row.valued ? money(row.value, row.currency) : "–", row.judged ? t("Score {}", row.score) : "", "amount"),
      cell(row.owner, row.stage, "owner"),
      why(row),
    ],
    /** @param {Row} row @param {HTMLElement} e */
    mark(row, e) {
      e.dataset.tone = row.verdict;
      const decision = decisions.of(row);
      e.classList.toggle("gone", !!decision && ["break-up", "stop"].includes(becomes(row, decision)));
    },
  };
}
