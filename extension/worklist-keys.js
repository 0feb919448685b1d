// @ts-check
// The keys of the pipeline's list.

import { keyLines, lettersAreKeys } from "./letters.js";
import { byId } from "./page.js";
import { t } from "./tongue.js";

/** @typedef {Record<"agree" | "disagree" | "snooze" | "undo" | "leave", () => unknown>} Does */

/** What their help says. @returns {import("./letters.js").Shortcut[]} */
export const listKeys = () => [
  { key: "J K", label: t("next, previous") }, { key: "A", label: t("agree") }, { key: "D", label: t("disagree") }, { key: "S", label: t("snooze") },
  { key: "U", label: t("undo") }, { key: "/", label: t("search") }, { key: "?", label: t("the keys") },
];

/**
 * @param {import("./worklist.js").List} list
 * @param {ReturnType<typeof import("./grid.js").openGrid<import("./rows.js").Row>>} grid
 * @param {Does} does
 */
export function openKeys({ page, on }, grid, does) {
  /** What they do while the focus is anywhere on the list's part of the page; those with names only in the list. @type {Record<string, () => unknown>} */
  const keys = {
    j: () => grid.move(1), ArrowDown: () => grid.move(1), k: () => grid.move(-1), ArrowUp: () => grid.move(-1),
    PageDown: () => grid.page(1), PageUp: () => grid.page(-1), Home: () => grid.go(0), End: grid.end,
    a: does.agree, d: does.disagree, s: does.snooze, u: does.undo,
  };

  /** The keys that are there on the whole page. @param {string} key @param {HTMLElement} target @returns {(() => void) | undefined} */
  function everywhere(key, target) {
    if (key === "/") return () => byId("f-text").focus();
    if (key === "?") {
      return () => {
        byId("keys-title").scrollIntoView({ block: "center" });
        page.say(t("j and k move, a agrees, d disagrees, s puts off, u takes back, slash searches."));
      };
    }
    const into = key === "j" || (key === "ArrowDown" && target === document.body);
    return into && !target.closest(".beside") ? () => grid.element.focus() : undefined; // as on Today: first into the list
  }

  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target), { key } = event;
    const letter = key.length === 1;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || byId("list").hidden) return;
    if (letter && !lettersAreKeys()) return;
    if (key === "Escape" && target.closest("#aside form, #filters")) {
      event.preventDefault();
      return does.leave();
    }
    if (target.closest("input, textarea, select, summary")) return;
    if (event.repeat && "adsu/?".includes(key)) return; // a key that is held decides on one row
    let press = everywhere(key, target);
    if (!press && (letter ? target.closest("#list") : target === grid.element)) press = keys[key]; // nothing is decided from where the list is not
    if (!press) return;
    event.preventDefault();
    press();
  }, on);

  byId("keys").replaceChildren(...keyLines(listKeys()));
}
