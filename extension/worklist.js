// @ts-check
// The list of a judged pipeline, worked through by keys: filters, the row at hand
// with its reasons, decisions, and what they come to.

import { number, sentence } from "./format.js";
import { openGrid } from "./grid.js";
import { lettersAreKeys, showLetters, switchLetters } from "./letters.js";
import { money } from "./money.js";
import { byId, el, sure, write } from "./page.js";
import { showWhy } from "./reasons.js";
import { becomes, counted, decidedOrNot, filtered, hours, nextBest, ownersOf, unjudged } from "./rows.js";
import { openSums } from "./sums.js";
import { locale, t } from "./tongue.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Filters} Filters */
/** @typedef {import("./decisions.js").Decisions} Decisions */
/** @typedef {{why: (row: Row) => Promise<import("./triage.js").Why | null>, me: string[], say: (words: string) => void, trouble: (fault: unknown) => void}} Page */

/** @type {(id: string) => HTMLInputElement} */
const field = (id) => byId(id);

/** @param {string} iso */
const date = (iso) => new Date(`${iso}T12:00:00`).toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });

const place = (/** @type {Row} */ { file, at }) => `${file}:${at}`;

/** A day from now, here, as 2026-11-22. @param {number} days */
const inDays = (days) => new Date(Date.now() + days * 864e5).toLocaleDateString("sv");

/** The next step, with its day as it is written here. @param {Row} row */
const nextStep = (row) => row.next.replace(/\d{4}-\d\d-\d\d/, date);

/**
 * @param {Row[]} rows in order
 * @param {import("./triage.js").Judged} judged
 * @param {Decisions} decisions
 * @param {Page} page
 */
export function openList(rows, judged, decisions, page) {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const over = new AbortController(); // its listeners end with the list
  const on = { signal: over.signal };
  const verdictName = (/** @type {string} */ code) => (code === unjudged ? t("Not judged") : judged.verdicts[code] ?? code);
  const kindName = (/** @type {string} */ code) => judged.kinds[code] ?? code;

  const grid = openGrid(/** @type {HTMLElement} */ (byId("grid").cloneNode(true)), { draw, mark, select });
  byId("grid").replaceWith(grid.element);

  /** The cells of a row. @param {Row} row */
  function draw(row) {
    const decision = decisions.of(row);
    const cell = (/** @type {string} */ first, /** @type {string} */ second, name = "") => Object.assign(el("span", "", el("b", first), el("small", second)), { className: name, dir: "auto" });
    const verdict = cell(verdictName(row.verdict), kindName(row.kind), "said-verdict");
    verdict.dir = "";
    if (decision) verdict.lastElementChild?.replaceWith(decidedMark(decision));
    const why = el("span", "", Object.assign(el("span", (row.aggregate ? "≈ " : "") + sentence(row.reason)), { className: "clamped" }));
    why.className = "why";
    for (const words of [row.rotting && t("Rotting"), row.single && t("One person")]) if (words) why.append(Object.assign(el("small", words), { className: "mark" }));
    return [
      cell(row.name || t("Row {} of {}", row.line, judged.sheets[row.file].file), row.account, "named"), verdict,
      cell(row.valued ? money(row.value, row.currency) : "–", row.judged ? t("Score {}", row.score) : "", "amount"),
      cell(row.owner, row.stage, "owner"), why,
    ];
  }

  /** @param {import("./decisions.js").Kept} decision */
  function decidedMark(decision) {
    const words = { agree: t("Agreed"), disagree: t("Instead: {}", verdictName(decision.instead)), snooze: t("Until {}", decision.until && date(decision.until)) }[decision.did];
    return Object.assign(el("small", words), { className: `mark did-${decision.did}` });
  }

  /** @param {Row} row @param {HTMLElement} e */
  function mark(row, e) {
    e.dataset.tone = row.verdict;
    const decision = decisions.of(row);
    e.classList.toggle("gone", !!decision && ["break-up", "stop"].includes(becomes(row, decision)));
  }

  /** Whoever asked not to be contacted is not argued about. @param {Row | undefined} row @returns {row is Row} */
  const arguable = (row) => !!row?.judged && row.verdict !== "stop";

  let turn = 0;
  /** Shows the row at hand beside the list. @param {Row | undefined} row */
  function select(row) {
    turn++;
    byId("aside").hidden = !row;
    closeForms();
    if (!row) return;
    byId("verdict").dataset.tone = row.verdict;
    write("who", row.name || row.account || "–");
    write("about", [row.contact !== row.name && row.contact, row.email, row.account, row.stage, row.owner, t("{}, line {}", judged.sheets[row.file].file, row.line)].filter(Boolean).join(" · "));
    byId("deciding").hidden = !row.judged;
    for (const press of ["disagree", "snooze"]) /** @type {HTMLElement} */ (document.querySelector(`#deciding [data-press=${press}]`)).hidden = !arguable(row);
    const facts = [row.verdict === "break-up" && hours(row.minutes) > 0 && t("frees {} h", number(hours(row.minutes))), nextStep(row), row.reassess && t("look again {}", date(row.reassess))].filter(Boolean);
    byId("verdict").replaceChildren(el("h3", row.judged ? [verdictName(row.verdict), kindName(row.kind)].filter(Boolean).join(" · ") : t("Not judged")), el("p", sentence(row.reason)), ...(facts.length ? [Object.assign(el("p", facts.join(" · ")), { className: "quiet" })] : []),
      ...(row.note ? [Object.assign(el("p", row.note), { className: "quiet" })] : []), ...decisionLine(row));
    if (!row.judged) return byId("reasons").replaceChildren();
    explain(row);
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

  /** @param {Row} row */
  function decisionLine(row) {
    const decision = decisions.of(row);
    if (!decision) return [];
    return [Object.assign(el("p", "", decidedMark(decision), document.createTextNode(decision.why ? ` ${decision.why}` : "")), { className: "decision", dir: "auto" })];
  }

  // ---- filters

  /** @returns {Filters} */
  const filters = () => ({
    text: field("f-text").value, verdict: field("f-verdict").value, owner: field("f-owner").value, stage: field("f-stage").value,
    kind: field("f-kind").value, account: field("f-account").value, mark: field("f-mark").value,
  });

  /** @param {boolean} [stay] where the row at hand left the list */
  function refilter(stay) {
    const shown = filters(), whole = decidedOrNot(shown);
    const found = filtered(rows, shown, decisions.of);
    grid.show(found, stay);
    sums = showSums(whole === shown ? found : filtered(rows, whole, decisions.of));
    const open = found.filter(undecided).length;
    write("agree-all", t("Agree with all {}…", number(open)));
    byId("agree-all").hidden = open < 2;
    byId("all-rows").hidden = found.length === rows.length;
    byId("export-shown").hidden = !found.length || found.length === rows.length;
    write("count", found.length === rows.length ? t("{} rows", number(rows.length)) : t("{} of {} rows", number(found.length), number(rows.length)));
    byId("grid").classList.toggle("none", found.length === 0);
  }

  /** Shows all rows again, and goes on in the list. */
  function allRows() {
    /** @type {HTMLFormElement} */ (byId("filters")).reset();
    refilter();
    grid.element.focus();
  }

  const undecided = (/** @type {Row} */ row) => row.judged && !decisions.of(row);
  const showSums = openSums(rows, decisions.of, page.me, { hourIsWorth: judged.hour_is_worth, kindName, on });
  let sums = showSums(rows); // of what the filter finds

  /** @param {string} id @param {"verdict" | "stage" | "kind"} column @param {(code: string) => string} [name] */
  function offer(id, column, name = (code) => code) {
    byId(id).replaceChildren(Object.assign(el("option", t("All")), { value: "" }), ...counted(rows, column).map(([code, n]) => Object.assign(el("option", `${name(code)} (${number(n)})`), { value: code })));
  }
  offer("f-verdict", "verdict", verdictName);
  offer("f-kind", "kind", kindName);
  byId("f-owner").replaceChildren(Object.assign(el("option", t("All")), { value: "" }), ...ownersOf(rows).sort((a, b) => a.localeCompare(b, locale)).map((owner) => el("option", owner))); // nobody is ranked
  offer("f-stage", "stage");
  /** @type {HTMLFormElement} */ (byId("filters")).reset();

  const accounts = [...new Set(rows.map((r) => r.account).filter(Boolean))];
  function offerAccounts() {
    const typed = field("f-account").value.trim().toLowerCase();
    const found = [];
    for (const a of accounts) if (found.length < 20 && a.toLowerCase().includes(typed)) found.push(a);
    byId("accounts").replaceChildren(...found.map((a) => Object.assign(el("option"), { value: a })));
  }
  let asked = false;
  byId("filters").addEventListener("input", (event) => {
    if (event.target === byId("f-account")) offerAccounts();
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; refilter(); });
  }, on);
  byId("filters").addEventListener("submit", (event) => { event.preventDefault(); grid.element.focus(); }, on);

  // ---- deciding

  const letGo = (/** @type {Row} */ row) => {
    const decision = decisions.of(row);
    return !!decision && becomes(row, decision) === "break-up";
  };
  const addressed = (/** @type {Row} */ { email }) => /^[^@;,\s]+@[^@;,\s]+$/.test(email); // one person's

  /** Says what was done and what it comes to, and whom to spend the hours on. @param {string} [did] */
  function tell(did) {
    byId("undo").hidden = !rows.some(decisions.of);
    byId("record").hidden = !rows.some((row) => letGo(row) && addressed(row));
    if (did) page.say(t("{} Freed so far: {} hours.", did, number(sums.freed)));
    const best = nextBest(rows, decisions.of);
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
    tell();
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
    if (grid.item === row) select(row); // the last one
    tell(words);
    grid.element.focus();
  }

  /** Agrees with every verdict that the filter shows and nothing is decided on yet. */
  async function agreeAll() {
    const open = grid.items.filter(undecided);
    if (!(await sure(t("Agree with {} verdicts at once? They are those in the list now that are still to decide. One press on Undo takes all of them back.", number(open.length)), t("Agree with {}", number(open.length))))) return;
    decisions.decide(open, { did: "agree" }).catch(notKept);
    refilter(true);
    if (grid.item) select(grid.item);
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
    else if (grid.item) select(grid.item); // the filter stands, whether or not it shows them
  }

  function closeForms() {
    byId("disagreeing").hidden = byId("snoozing").hidden = true;
  }

  /** @type {Record<string, () => unknown>} */
  const does = {
    agree: () => decide({ did: "agree" }),
    disagree() {
      const row = grid.item;
      if (!arguable(row)) return;
      closeForms();
      const options = ["keep", "last-try", "break-up", "pause", "hand-off", "stop"].filter((code) => code !== row.verdict);
      byId("instead").replaceChildren(...options.map((code) => Object.assign(el("option", verdictName(code)), { value: code })));
      field("why").value = "";
      byId("disagreeing").hidden = false;
      byId("instead").focus();
    },
    snooze() {
      if (!arguable(grid.item)) return;
      closeForms();
      field("until").value = inDays(14);
      field("until").min = inDays(1);
      byId("snoozing").hidden = false;
      field("until").focus();
    },
    leave() { closeForms(); grid.element.focus(); },
    undo,
    agreeAll, allRows, letters: switchLetters,
  };
  document.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest("button[data-press]");
    if (pressed instanceof HTMLElement) does[pressed.dataset.press ?? ""]?.();
  }, on);
  byId("disagreeing").addEventListener("submit", (event) => {
    event.preventDefault();
    decide({ did: "disagree", instead: field("instead").value, why: field("why").value.trim() });
  }, on);
  byId("snoozing").addEventListener("submit", (event) => {
    event.preventDefault();
    if (field("until").reportValidity()) decide({ did: "snooze", until: field("until").value });
  }, on);

  /** What the keys do, while the focus is anywhere on the list's part of the page; those with names only in the list. @type {Record<string, () => unknown>} */
  const keys = {
    j: () => grid.move(1), ArrowDown: () => grid.move(1), k: () => grid.move(-1), ArrowUp: () => grid.move(-1),
    PageDown: () => grid.page(1), PageUp: () => grid.page(-1), Home: () => grid.go(0), End: grid.end,
    a: does.agree, d: does.disagree, s: does.snooze, u: undo,
  };
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key.length === 1 && !lettersAreKeys()) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || byId("list").hidden) return;
    if (event.key === "Escape" && target.closest("#aside form, #filters")) {
      event.preventDefault();
      return does.leave();
    }
    if (target.closest("input, textarea, select, summary")) return;
    if (event.repeat && "adsu/?".includes(event.key)) return; // a key that is held decides on one row
    if (event.key === "/") { event.preventDefault(); field("f-text").focus(); return; }
    if (event.key === "?") { byId("keys-title").scrollIntoView({ block: "center" }); return page.say(t("j and k move, a agrees, d disagrees, s puts off, u takes back, slash searches.")); }
    if (!target.closest(".beside") && (event.key === "j" || (event.key === "ArrowDown" && target === document.body))) return grid.element.focus(); // as on Today: first into the list
    if (!target.closest("#list")) return; // nothing is decided from where the list is not
    const moves = event.key.length > 1;
    if (moves && target !== grid.element) return;
    const key = keys[event.key];
    if (!key) return;
    event.preventDefault();
    key();
  }, on);

  const help = [["J K", t("next, previous")], ["A", t("agree")], ["D", t("disagree")], ["S", t("later")], ["U", t("undo")], ["/", t("search")], ["?", t("the keys")]];
  byId("keys").replaceChildren(...help.map(([letters, does]) => el("div", "", el("dt", "", ...letters.split(" ").map((k) => el("kbd", k))), el("dd", does))));
  showLetters();
  refilter();
  tell();
  return {
    focus: () => grid.element.focus({ preventScroll: true }),
    close: () => over.abort(),
    /** Why the row at hand is judged so, once more. */
    again() {
      if (grid.item?.judged) explain(grid.item);
    },
    /** Whom it was decided to let go, each once, for the log. @returns {import("./agreed.js").Agreed[]} */
    agreed() {
      const those = rows.filter((row) => letGo(row) && addressed(row));
      return [...new Map(those.map((row) => [row.email.toLowerCase(), { email: row.email, kind: row.verdict === "break-up" ? row.kind : "", at: decisions.of(row)?.at ?? "" }])).values()];
    },
    /** The rows that the filter shows, as "file:place", for the export. */
    shown: () => grid.items.map(place),
    /** What was decided, by "file:place", for the export. @returns {Record<string, string[]>} */
    decided() {
      /** @type {Record<string, string[]>} */
      const out = {};
      for (const row of rows) {
        const d = decisions.of(row);
        if (d) out[place(row)] = [d.did === "disagree" ? `${d.did}: ${d.instead}` : d.did, d.why, d.until];
      }
      return out;
    },
  };
}
