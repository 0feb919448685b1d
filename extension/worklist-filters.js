// @ts-check
// The filters above the pipeline's list: what they offer, and what they ask.

import { number } from "./format.js";
import { byId, el, field } from "./page.js";
import { counted, everything, filtered, ownersOf } from "./rows.js";
import { locale, t } from "./tongue.js";

/** How many accounts are offered while one is typed. */
const mostAccounts = 20;

/** @param {string} value @param {string} [words] */
const option = (value, words = value) => Object.assign(el("option", words), { value });

/**
 * @param {import("./worklist.js").List} list
 * @param {() => void} changed told once a frame @param {() => void} leave told when the list is to have the focus
 */
export function openFilters({ rows, on, verdictName, kindName }, changed, leave) {
  const form = /** @type {HTMLFormElement} */ (byId("filters"));

  /** @param {string} id @param {"verdict" | "stage" | "kind"} column @param {(code: string) => string} [name] */
  function offer(id, column, name = (code) => code) {
    const options = counted(rows, column).map(([code, n]) => option(code, `${name(code)} (${number(n)})`));
    byId(id).replaceChildren(option("", t("All")), ...options);
  }
  offer("f-verdict", "verdict", verdictName);
  offer("f-kind", "kind", kindName);
  offer("f-stage", "stage");
  const owners = ownersOf(rows).sort((a, b) => a.localeCompare(b, locale)); // nobody is ranked
  byId("f-owner").replaceChildren(option("", t("All")), ...owners.map((owner) => option(owner)));
  for (const mark of /** @type {HTMLOptionElement[]} */ ([...byId("f-mark").querySelectorAll("[data-counted]")])) {
    const words = (mark.dataset.counted ||= mark.textContent ?? ""); // the page stays for another list
    mark.textContent = `${words} (${number(filtered(rows, { ...everything, mark: mark.value }, () => undefined).length)})`;
  }
  form.reset();

  const accounts = [...new Set(rows.map((r) => r.account).filter(Boolean))];
  function offerAccounts() {
    const typed = field("f-account").value.trim().toLowerCase();
    const found = [];
    for (const a of accounts) if (found.length < mostAccounts && a.toLowerCase().includes(typed)) found.push(a);
    byId("accounts").replaceChildren(...found.map((a) => option(a, "")));
  }

  let asked = false;
  form.addEventListener("input", (event) => {
    if (event.target === byId("f-account")) offerAccounts();
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; changed(); });
  }, on);
  form.addEventListener("submit", (event) => { event.preventDefault(); leave(); }, on);

  return {
    /** What they ask now. @returns {import("./rows.js").Filters} */
    now: () => ({
      text: field("f-text").value, verdict: field("f-verdict").value, owner: field("f-owner").value, stage: field("f-stage").value,
      kind: field("f-kind").value, account: field("f-account").value, mark: field("f-mark").value,
    }),
    /** Asks nothing any more. */
    reset: () => form.reset(),
  };
}
