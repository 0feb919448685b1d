// @ts-check
// The list of a judged pipeline, worked through: what the filters find, decisions, and
// what they come to. worklist-rows.js draws its rows, worklist-aside.js the one at hand.

import { agreedOf, entryOf } from "./agreed.js";
import { number } from "./format.js";
import { openGrid } from "./grid.js";
import { showLetters, switchLetters } from "./letters.js";
import { money } from "./money.js";
import { byId, el, field, sure, write } from "./page.js";
import { decidedOrNot, filtered, nextBest, unjudged } from "./rows.js";
import { openSums } from "./sums.js";
import { t } from "./tongue.js";
import { openAside } from "./worklist-aside.js";
import { openFilters } from "./worklist-filters.js";
import { openKeys } from "./worklist-keys.js";
import { date, faces, nextStep } from "./worklist-rows.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./decisions.js").Decisions} Decisions */
/** @typedef {{why: (row: Row) => Promise<import("./triage.js").Why | null>, me: string[], say: (words: string) => void, trouble: (fault: unknown) => void}} Page */
/**
 * What the parts of the list share: its rows in order, and how long its listeners are there.
 * @typedef {{rows: Row[], judged: import("./triage.js").Judged, decisions: Decisions, page: Page, on: {signal: AbortSignal},
 *   verdictName: (code: string) => string, kindName: (code: string) => string}} List
 */

const place = (/** @type {Row} */ { file, at }) => `${file}:${at}`;

/**
 * @param {Row[]} rows in order
 * @param {import("./triage.js").Judged} judged
 * @param {Decisions} decisions
 * @param {Page} page
 */
export function openList(rows, judged, decisions, page) {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const over = new AbortController(); // its listeners end with the list
  /** @type {List} */
  const list = {
    rows, judged, decisions, page, on: { signal: over.signal },
    verdictName: (code) => (code === unjudged ? t("Not judged") : judged.verdicts[code] ?? code),
    kindName: (code) => judged.kinds[code] ?? code,
  };
  const { on, verdictName, kindName } = list;

  const aside = openAside(list);
  const grid = openGrid(/** @type {HTMLElement} */ (byId("grid").cloneNode(true)), { ...faces(list), select: aside.select });
  byId("grid").replaceWith(grid.element);
  grid.element.dataset.none = t("No row matches. Change the filter, or show all rows.");
  const filters = openFilters(list, () => refilter(), () => grid.element.focus());

  /** @param {boolean} [stay] where the row at hand left the list */
  function refilter(stay) {
    const shown = filters.now(), whole = decidedOrNot(shown);
    among = filtered(rows, whole, decisions.of);
    const found = whole === shown ? among : filtered(among, shown, decisions.of);
    grid.show(found, stay);
    sums = showSums(among);
    showBest();
    const open = found.reduce((n, row) => (undecided(row) ? n + 1 : n), 0);
    write("agree-all", t("Agree with all {}…", number(open)));
    byId("agree-all").hidden = open < 2;
    byId("all-rows").hidden = found.length === rows.length;
    byId("export-shown").hidden = !found.length || found.length === rows.length;
    write("count", found.length === rows.length ? t("{} rows", number(rows.length)) : t("{} of {} rows", number(found.length), number(rows.length)));
    grid.element.classList.toggle("none", found.length === 0);
  }

  /** Shows all rows again, and goes on in the list. */
  function allRows() {
    filters.reset();
    refilter();
    grid.element.focus();
  }

  const undecided = (/** @type {Row} */ row) => row.judged && !decisions.of(row);
  const showSums = openSums(rows, decisions.of, page.me, { hourIsWorth: judged.hour_is_worth, kindName, on });
  let among = rows; // what the filter finds, decided or not
  let sums = showSums(among);

  // ---- deciding

  /** Offers what there is to do with the decisions; no filter changes it. */
  function offerNext() {
    byId("undo").hidden = !rows.some(decisions.of);
    byId("record").hidden = !rows.some((row) => entryOf(row, decisions.of(row)));
  }

  /** Says what was done and what it comes to. @param {string} did */
  function tell(did) {
    offerNext();
    page.say(t("{} Freed so far: {} hours.", did, number(sums.freed)));
  }

  /** Whom of those that the filter finds to spend the hours on. */
  function showBest() {
    const best = nextBest(among, decisions.of);
    byId("best-none").hidden = best.length > 0;
    byId("best").replaceChildren(...best.map((row) => {
      const b = Object.assign(el("button", row.name), { type: "button", className: "plain link", dir: "auto", onclick: () => goTo(row) });
      return el("li", "", el("div", "", b, Object.assign(el("p", [row.account, nextStep(row)].filter(Boolean).join(" · ")), { className: "quiet" })), el("b", row.valued ? money(row.value, row.currency) : "–"));
    }));
  }

  /** @param {Row} row */
  function goTo(row) {
    if (!grid.items.includes(row)) allRows();
    grid.go(grid.items.indexOf(row));
    grid.element.focus();
  }

  /** Shows again what stands where a decision could not be kept. @param {unknown} fault */
  function notKept(fault) {
    refilter(true);
    offerNext();
    page.trouble(fault);
  }

  /** Decides on the row at hand and goes on to the next. @param {{did: "agree" | "disagree" | "snooze", instead?: string, why?: string, until?: string}} decision */
  function decide(decision) {
    const row = grid.item;
    if (!row?.judged) return;
    decisions.decide([row], decision).catch(notKept);
    const words = { agree: t("{}: agreed.", row.name), disagree: t("{}: {} instead.", row.name, verdictName(decision.instead ?? "")), snooze: t("{}: put off until {}.", row.name, decision.until ? date(decision.until) : "") }[decision.did];
    const at = grid.at;
    refilter(true);
    if (grid.item === row) grid.go(at + 1);
    if (grid.item === row) aside.select(row); // the last one
    tell(words);
    grid.element.focus();
  }

  /** Agrees with every verdict that the filter shows and nothing is decided on yet. */
  async function agreeAll() {
    const open = grid.items.filter(undecided);
    if (!(await sure(t("Agree with {} verdicts at once? They are those in the list now that are still to decide. One press on Undo takes all of them back.", number(open.length)), t("Agree with {}", number(open.length))))) return;
    decisions.decide(open, { did: "agree" }).catch(notKept);
    refilter(true);
    if (grid.item) aside.select(grid.item);
    tell(t("{} agreed.", number(open.length)));
    grid.element.focus();
  }

  function undo() {
    const undone = decisions.undo((key) => byKey.get(key));
    if (!undone) return page.say(t("There is nothing to take back."));
    const { taken, written } = undone;
    written.catch(notKept);
    refilter(true);
    tell(taken.length > 1 ? t("Taken back: {} decisions.", number(taken.length)) : t("Taken back: {}", taken[0].name));
    const one = taken.length === 1 && byKey.get(taken[0].key);
    if (one && grid.items.includes(one)) goTo(one);
    else if (grid.item) aside.select(grid.item); // the filter stands, whether or not it shows them
  }

  const does = {
    agree: () => decide({ did: "agree" }),
    disagree: () => aside.disagree(grid.item),
    snooze: () => aside.snooze(grid.item),
    leave() { aside.closeForms(); grid.element.focus(); },
    undo, agreeAll, allRows, letters: switchLetters,
  };
  document.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest("button[data-press]");
    if (pressed instanceof HTMLElement) /** @type {Record<string, () => unknown>} */ (does)[pressed.dataset.press ?? ""]?.();
  }, on);
  byId("disagreeing").addEventListener("submit", (event) => {
    event.preventDefault();
    decide({ did: "disagree", instead: field("instead").value, why: field("why").value.trim() });
  }, on);
  byId("snoozing").addEventListener("submit", (event) => {
    event.preventDefault();
    if (field("until").reportValidity()) decide({ did: "snooze", until: field("until").value });
  }, on);

  openKeys(list, grid, does);
  showLetters();
  refilter();
  offerNext();
  return {
    focus: () => grid.element.focus({ preventScroll: true }),
    close: () => over.abort(),
    /** Why the row at hand is judged so, once more. */
    again() {
      if (grid.item?.judged) aside.explain(grid.item);
    },
    /** What was decided, for the log. */
    agreed: () => agreedOf(rows, decisions.of),
    /** The rows that the filter shows, as "file:place", for the export. */
    shown: () => grid.items.map(place),
    /** What was decided, by "file:place", for the export. @returns {Record<string, import("./triage.js").Decided>} */
    decided() {
      /** @type {Record<string, import("./triage.js").Decided>} */
      const out = {};
      for (const row of rows) {
        const d = decisions.of(row);
        if (d) out[place(row)] = { did: d.did, instead: d.instead, why: d.why, until: d.until };
      }
      return out;
    },
  };
}
