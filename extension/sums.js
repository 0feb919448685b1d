// @ts-check
// What the list comes to, on the pipeline page: hours freed and value kept of the
// rows that the filter finds, and a small table of them. No figures are of one person
// but the rep themselves, nor can be told by taking those of a filter from the whole,
// and people are put in no order (openFigures in rows.js).

import { number } from "./format.js";
import { amounts } from "./money.js";
import { byId, el, write } from "./page.js";
import { grouped, openFigures, totals } from "./rows.js";
import { t } from "./tongue.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./decisions.js").Decisions} Decisions */

/**
 * @param {Row[]} all @param {Decisions["of"]} decided @param {string[]} me the rep's name and addresses
 * @param {{hourIsWorth: number, kindName: (code: string) => string, on: AddEventListenerOptions}} how
 */
export function openSums(all, decided, me, { hourIsWorth, kindName, on }) {
  const names = me.map((name) => name.toLowerCase());
  const mine = (/** @type {string} */ owner) => names.includes(owner.toLowerCase());
  const open = openFigures(all, mine);
  const box = /** @type {HTMLDetailsElement} */ (byId("sums"));
  const by = /** @type {HTMLSelectElement} */ (byId("sums-by"));
  let rows = all;
  let own = false; // they are the rep's alone

  /** Adds up what the filter finds, decided or not. @param {Row[]} found @returns {ReturnType<typeof totals>} */
  function show(found) {
    const figures = open.of(found);
    [rows, own] = [figures.rows, figures.of === "mine"];
    const sums = totals(rows, decided);
    const worth = hourIsWorth > 0 ? t(", worth {}", number(sums.freed * hourIsWorth)) : "";
    write("freed", t("{} h", number(sums.freed)) + worth);
    write("freed-of", t("of {} proposed", number(sums.proposed)));
    write("kept", amounts(sums.kept));
    write("decided", t("{} of {}", number(sums.done), number(sums.judged)));
    byId("sums-of").hidden = figures.of !== "mine" && found.length === all.length;
    write("sums-of", {
      found: t("Of the {} rows that the filter finds, decided or not.", number(rows.length)),
      all: t("Of all rows: what the filter finds, or what it leaves out, is of fewer than five owners, and of them no figures are shown."),
      mine: t("Of your own rows, {}: the others are fewer than five, and of them no figures are shown.", number(rows.length)),
    }[figures.of]);
    draw();
    return sums;
  }

  /** The table, where it is open. */
  function draw() {
    if (!box.open) return;
    const column = /** @type {"owner" | "stage" | "kind"} */ (by.value);
    const name = { one: (/** @type {string} */ words) => (column === "kind" ? kindName(words) : words) || t("None"), me: () => t("You"), few: () => t("Others, of few owners each") };
    const lines = own && column === "owner" ? [] : grouped(rows, column, mine, open.may).map(([of, words, those]) => line(name[of](words), those));
    byId("sums-table").replaceChildren(
      el("thead", "", el("tr", "", ...[t("Rows"), t("Decided"), t("Hours freed"), t("Proposed"), t("Value kept")].map((words) => Object.assign(el("th", words), { scope: "col" })))),
      el("tbody", "", ...lines, line(own ? t("You") : t("All together"), rows)),
    );
    /** @type {HTMLElement} */ (byId("sums-table").querySelector("thead tr")).prepend(el("td"));
  }

  /** @param {string} words @param {Row[]} those */
  function line(words, those) {
    const { freed, proposed, done, judged, kept } = totals(those, decided);
    const cells = [number(judged), number(done), t("{} h", number(freed)), t("{} h", number(proposed)), amounts(kept)].map((cell) => el("td", cell));
    return el("tr", "", Object.assign(el("th", words), { scope: "row", dir: "auto" }), ...cells);
  }

  box.addEventListener("toggle", draw, on);
  by.addEventListener("change", draw, on);
  return show;
}
