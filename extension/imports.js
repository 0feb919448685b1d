// @ts-check
// The files that were chosen on the pipeline page: what each was taken for, column
// by column, and the rep's corrections, before anything is judged.

import { byId, el } from "./page.js";
import { faultWords } from "./triage.js";
import { locale, t } from "./tongue.js";

/** @typedef {import("./triage.js").Chosen} Chosen */
/** @typedef {import("./triage.js").Recognised} Recognised */
/** @typedef {import("./triage.js").Sheet} Sheet */

/** What a column may hold, as core/pipeline/field.go names it. @type {() => Record<string, string>} */
const fieldWords = () => ({
  ignore: t("Not read"), id: t("Id"), name: t("Name"), first_name: t("First name"), last_name: t("Last name"), email: t("E-mail address"),
  linkedin: t("LinkedIn profile"), job_title: t("Job title"), account: t("Account"), account_id: t("Id of the account"), contact: t("Contact"),
  contact_id: t("Id of the contact"), owner: t("Owner"), value: t("Value"), currency: t("Currency"), stage: t("Stage"), status: t("Status"),
  lifecycle: t("Lifecycle"), created: t("Created on"), stage_since: t("In this stage since"), last_touch: t("Last touch"), touches: t("Touches"),
  last_reply: t("Last reply"), replies: t("Replies"), next_activity: t("Next activity"), closed: t("Closed on"), lost_reason: t("Why it was lost"),
  country: t("Country"), company_size: t("Employees"), opt_out: t("Do not contact"), converted: t("Converted"), subject: t("Subject"), type: t("Type"),
  direction: t("Direction"), done: t("Done or not"), at: t("When"), done_at: t("When it was done"), outcome: t("Outcome"), body: t("What was written"),
  minutes: t("Minutes"), deal: t("Deal"), deal_id: t("Id of the deal"), related_to: t("Related to"),
});

/** @type {() => Record<string, string>} */
const holdsWords = () => ({ deals: t("Deals"), people: t("Contacts or leads"), activities: t("Activities") });

/** @type {Record<string, string>} as their owners spell them */
const systems = { hubspot: "HubSpot", pipedrive: "Pipedrive", salesforce: "Salesforce", zoho: "Zoho" };

/** @param {number} bytes */
function size(bytes) {
  const [unit, per] = bytes < 1e3 ? ["byte", 1] : bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
  return Math.round(bytes / per).toLocaleString(locale, { style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short" });
}

/** Those that were chosen and more, each of which takes the place of another of its name. @param {Chosen[]} chosen @param {File[]} files @returns {Chosen[]} */
export function withFiles(chosen, files) {
  const others = chosen.filter(({ file }) => !files.some((f) => f.name === file.name));
  const another = (/** @type {File} */ { name, size, lastModified }) => chosen.some(({ file: f }) => f.name === name && (f.size !== size || f.lastModified !== lastModified));
  return [...others, ...files.map((file) => ({ file, hints: { holds: "", dates: "", mapping: {} }, instead: another(file) }))];
}

/**
 * Shows the files.
 * @param {Chosen[]} chosen @param {Recognised[]} known of each of them
 * @param {(changed: Chosen[]) => void} change told of corrections, and of files that are taken out
 */
export function showFiles(chosen, known, change) {
  const open = new Set([...document.querySelectorAll("#files-list details[open]")].map((e) => /** @type {HTMLElement} */ (e).dataset.file));
  const focus = document.activeElement?.id;
  byId("files-list").replaceChildren(...chosen.map((c, i) => fileItem(c, known[i], i, open, (hints) =>
    change(chosen.map((other, j) => (i === j ? { ...other, hints } : other))), () => change(chosen.filter((_, j) => i !== j)))));
  if (focus) document.getElementById(focus)?.focus();
}

/**
 * @param {Chosen} chosen @param {Recognised} known @param {number} i @param {Set<string | undefined>} open
 * @param {(hints: import("./triage.js").Hints) => void} correct @param {() => void} remove
 */
function fileItem({ file, hints, instead }, { sheet, fault, fields, unread }, i, open, correct, remove) {
  const about = sheet ? [systems[sheet.system] ?? t("Your own table"), holdsWords()[sheet.holds], size(file.size)].join(" · ") : size(file.size);
  const out = Object.assign(el("button", t("Take out")), { type: "button", className: "plain", onclick: remove });
  out.setAttribute("aria-label", t("Take out {}", file.name));
  const head = Object.assign(el("div", "", Object.assign(el("b", file.name), { dir: "auto" }), el("p", about)), { className: "file-name" });
  const item = el("li", "", Object.assign(el("div", "", head, out), { className: "file-head" }));
  if (instead) item.append(Object.assign(el("p", t("It takes the place of another file of this name, which you chose before.")), { className: "hint" }));
  if (fault) {
    const words = Object.assign(el("p", faultWords(fault)), { className: "wrong" });
    words.setAttribute("role", "alert");
    item.append(words);
  }
  if (fault && fault.code !== "unknown") return item;

  const holds = choice(`holds-${i}`, t("It holds"), { ...(sheet ? {} : { "": t("Choose…") }), ...holdsWords() }, sheet?.holds ?? "", (value) => correct({ ...hints, holds: value, mapping: {} }));
  const asked = el("div", "", holds);
  asked.className = "fields-row";
  if (sheet && (sheet.ambiguous || hints.dates)) {
    asked.append(choice(`dates-${i}`, t("3/4/2026 is"), { dmy: t("3 April"), mdy: t("4 March") }, sheet.day_first ? "dmy" : "mdy", (value) => correct({ ...hints, dates: value })));
  }
  item.append(asked);
  if (!sheet) return item;
  if (sheet.ambiguous) item.append(Object.assign(el("p", t("The dates do not show whether the day or the month comes first. Look whether it is right.")), { className: "hint" }));

  const read = sheet.columns.filter((c) => c.field !== "ignore").length;
  const details = Object.assign(el("details", "", el("summary", "", el("span", t("{} of {} columns read", read, sheet.columns.length))), columns(sheet, fields, i, (header, field) =>
    correct({ ...hints, holds: sheet.holds, mapping: corrected(hints.mapping, header, field) }))), { className: "part-of", open: open.has(file.name) || Object.keys(hints.mapping).length > 0 || read < 3 });
  details.dataset.file = file.name;
  item.append(details, ...(unread ? [Object.assign(el("p", unread), { className: "quiet not-read" })] : []));
  return item;
}

/** A mapping with one column more; a field is of one column, so the one that had it before is recognised anew. @param {Record<string, string>} mapping @param {string} header @param {string} field */
const corrected = (mapping, header, field) => ({ ...Object.fromEntries(Object.entries(mapping).filter(([, f]) => f !== field || f === "ignore")), [header]: field });

/** @param {Sheet} sheet @param {string[]} fields @param {number} i @param {(header: string, field: string) => void} correct */
function columns(sheet, fields, i, correct) {
  const words = fieldWords();
  const options = Object.fromEntries(fields.map((f) => [f, words[f] ?? f]));
  const rows = sheet.columns.map((c, n) => {
    const select = choice(`column-${i}-${n}`, "", options, c.field, (value) => correct(c.header, value));
    /** @type {HTMLElement} */ (select.querySelector("select")).setAttribute("aria-label", t("What the column {} holds", c.header));
    const header = Object.assign(el("th", c.header), { scope: "row", dir: "auto" });
    return Object.assign(el("tr", "", header, Object.assign(el("td", c.sample), { dir: "auto", className: "quiet" }), el("td", "", select)), { className: c.field === "ignore" ? "unread" : "" });
  });
  const heads = [t("Column"), t("For example"), t("Read as")].map((h) => Object.assign(el("th", h), { scope: "col" }));
  const table = el("table", "", el("thead", "", el("tr", "", ...heads)), el("tbody", "", ...rows));
  return Object.assign(el("div", "", table), { className: "columns" });
}

/** @param {string} id @param {string} label @param {Record<string, string>} options @param {string} value @param {(value: string) => void} change */
function choice(id, label, options, value, change) {
  const select = /** @type {HTMLSelectElement} */ (Object.assign(document.createElement("select"), { id }));
  select.append(...Object.entries(options).map(([code, words]) => Object.assign(el("option", words), { value: code })));
  select.value = value;
  select.onchange = () => change(select.value);
  return Object.assign(el("label", label, select), { className: "field" });
}
