// @ts-check
// The pipeline page: exports are chosen, their columns looked at, every row judged
// in a worker (triage.js), and the list worked through. What was chosen and decided
// stays in this browser (decisions.js) until the pipeline is closed.

import { record } from "./agreed.js";
import { ask } from "./ask.js";
import { anythingKept, forgetPipeline, forgetSession, openDecisions, saveSession, savedSession, whenForgotten } from "./decisions.js";
import { messageOf } from "./fault.js";
import { number, when } from "./format.js";
import { handOverProposal } from "./handover.js";
import { showFiles, withFiles } from "./imports.js";
import { learnFrom, openLearnt, openReplay, replay } from "./learnt.js";
import { openList } from "./worklist.js";
import { byId, el, field, sure, write } from "./page.js";
import { byWorth, finish, inOrder, openReader } from "./rows.js";
import { rulesNow } from "./rules.js";
import { ready, locale, t } from "./tongue.js";
import { apart, openTriage, Stopped } from "./triage.js";

/** @typedef {import("./triage.js").Chosen} Chosen */
/** @typedef {import("./triage.js").By} By */
/** @typedef {import("./rows.js").Row} Row */

if (ready) await ready;

const triage = openTriage();
/** @type {Chosen[]} */
let chosen = [];
/** @type {By | undefined} by what the list was judged */
let by;
/** @type {ReturnType<typeof openList> | undefined} */
let list;

/** Shows one part of the page. @param {"start" | "files" | "judging" | "list"} state */
function turn(state) {
  byId("main").dataset.state = state;
  for (const id of ["start", "files", "judging", "list"]) byId(id).hidden = id !== state;
}

/** @param {string} words */
function say(words) {
  write("say", "");
  requestAnimationFrame(() => write("say", words));
}

/** @param {unknown} fault */
function trouble(fault) {
  write("trouble", messageOf(fault));
  byId("trouble").hidden = false;
}

/** @param {Chosen[]} files */
async function look(files) {
  byId("trouble").hidden = true;
  chosen = files;
  if (!files.length) return turn("start");
  const known = await triage.recognise(files).catch((fault) => { if (chosen === files) throw fault; });
  if (!known || chosen !== files) return; // others were chosen meanwhile, or these are judged
  turn("files");
  const readable = known.every(({ sheet }) => sheet);
  byId("judge").toggleAttribute("disabled", !readable);
  byId("judge-not").hidden = readable;
  showFiles(files, known, (changed) => void look(changed).catch(trouble));
}

/** @param {import("./triage.js").Progress} progress */
function progress({ file, rows, bytes, of, judging }) {
  const bar = /** @type {HTMLProgressElement} */ (byId("bar"));
  if (of) bar.value = Math.min(1, bytes / of);
  write("judging-words", judging ? t("Judging {}, row {}", file, number(rows)) : t("Reading {}, row {}", file, number(rows)));
}

let stopped = false;

/** Judges the files by some rules, or by those of now. @param {By} [rules] */
async function judge(rules) {
  stopped = false;
  const files = (chosen = [...chosen]); // what still looks at them shows nothing more
  byId("trouble").hidden = true;
  turn("judging");
  write("judging-words", t("Reading {}, row {}", files[0].file.name, 1));
  byId("bar").removeAttribute("value");
  learnFrom();
  try {
    const use = rules ?? (await rulesNow());
    if (stopped) throw new Stopped();
    /** @type {Row[][]} */
    const blocks = [];
    const read = openReader();
    const judged = await triage.judge(files, use, (block, place) => void (blocks[place] = read(block)), progress);
    const rows = inOrder(blocks);
    finish(rows, (file) => judged.sheets[file].holds);
    if (!rules) await keep(files, use);
    if (stopped) { // while they were kept
      if (!rules) await forgetSession();
      throw new Stopped();
    }
    by = use;
    await show(byWorth(rows), judged, use);
  } catch (fault) {
    await look(chosen).catch(() => turn("files"));
    if (fault instanceof Stopped) say(t("Stopped. Nothing was judged."));
    else throw fault;
  }
}

/** Keeps what is judged, for a reload; without room for it the page works none the less, and an older list is not taken for this one. @param {Chosen[]} files @param {By} use */
async function keep(files, use) {
  try {
    await saveSession({ files: files.map(({ file, hints }) => ({ file, hints })), by: use });
  } catch (fault) {
    await forgetSession().catch(() => {});
    trouble(t("This browser has no room to keep the files: when this page is closed, choose them again. What you decide is kept."));
    console.warn("Clean Break's pipeline is not kept:", fault);
  }
}

/** @param {Row[]} rows @param {import("./triage.js").Judged} judged @param {By} use */
async function show(rows, judged, use) {
  const [decisions, mine] = await Promise.all([openDecisions(), ask("mine")]);
  turn("list");
  const me = [mine.name, ...(mine.addresses ?? [])].filter(Boolean);
  list?.close();
  list = openList(rows, judged, decisions, { why: (row) => triage.look(row.file, row.at), me, say, trouble });
  write("judged-by", [t("Judged {} by {}", when(Date.parse(use.now)), use.name), judged.summary.aggregate ? t("≈ by touch counts and last dates alone: {}", number(judged.summary.aggregate)) : ""].filter(Boolean).join(" · "));
  byId("notices").replaceChildren(...judged.notices.map((notice) => el("li", notice)));
  offerObjects(judged.sheets);
  learnFrom({ chosen, by: use, judged, triage, list });
  list.focus();
  if (location.hash === "#hindsight") openReplay(); // from the editor of the playbook
}

/** Lets one object's rows be exported alone, under the headers of its own files, where there are others beside. @param {import("./triage.js").Sheet[]} sheets */
function offerObjects(sheets) {
  /** @type {Map<string, string[]>} */
  const files = new Map();
  for (const { object, holds, file } of sheets) if (holds !== "activities") files.set(object, [...(files.get(object) ?? []), file]);
  const options = [...files].map(([object, names]) => Object.assign(el("option", t("Those of {} alone", new Intl.ListFormat(locale).format(names))), { value: object }));
  byId("export-object").replaceChildren(Object.assign(el("option", t("All rows")), { value: "" }), ...options);
  /** @type {HTMLElement} */ (byId("export-object").parentElement).hidden = files.size === sheets.length && files.size < 2;
}

/** What stands between the cells: where decimals have a comma, spreadsheets take a semicolon. */
const separator = /** @type {HTMLSelectElement} */ (byId("separator"));
separator.value = (1.5).toLocaleString(locale).includes(",") ? ";" : ",";

/** Writes a file and gives it to the rep. @param {"csv" | "suppress"} what @param {string} name @param {boolean} [shown] only the rows that the filter shows */
async function exported(what, name, shown = false) {
  if (!by || !list) return;
  const [rules, decided, only] = [by, list.decided(), shown ? list.shown() : null];
  try {
    const file = await apart((worker) => worker.export(chosen, rules, what, decided, only, { object: field("export-object").value, separator: separator.value }, ({ rows }) => write("saving", t("Writing row {}", number(rows)))));
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say(t("Saved as {}.", name));
  } finally {
    write("saving", "");
  }
}

const day = () => (by?.now ?? new Date().toISOString()).slice(0, 10);

/** Opens the playbook's editor with a piece of a playbook that was learnt here. @param {string} id */
async function propose(id) {
  const text = field(id).value;
  let piece;
  try {
    piece = JSON.parse(text);
  } catch (fault) {
    throw new Error(t("This is no JSON: {}.", /** @type {Error} */ (fault).message));
  }
  if (typeof piece !== "object" || !piece || Array.isArray(piece)) throw new Error(t("This is no part of a playbook. It has names with their values, as what was proposed."));
  handOverProposal(text);
  await chrome.tabs.create({ url: "settings.html#rules-title" });
}

/** @type {Record<string, () => Promise<void> | void>} */
const presses = {
  judge: () => judge(),
  more: () => byId("choose").click(),
  stop() {
    stopped = true;
    triage.stop();
  },
  files: () => look(chosen),
  exportCsv: () => exported("csv", `clean-break-pipeline-${day()}.csv`),
  exportShown: () => exported("csv", `clean-break-pipeline-${day()}-filtered.csv`, true),
  exportSuppress: () => exported("suppress", `clean-break-do-not-contact-${day()}.csv`),
  async record() {
    const words = await record(list?.agreed() ?? [], (busy) => write("saving", busy));
    if (!words) return;
    write("saving", words);
    say(words);
  },
  proposeCurve: () => propose("curve-file"),
  proposeIdeal: () => propose("ideal-file"),
  replay,
  async close() {
    if ((list || (await anythingKept())) && !(await sure(t("Close the pipeline? The files and what you decided are forgotten in this browser. Export first what you need."), t("Close it")))) return;
    list?.close();
    list = by = undefined;
    chosen = [];
    learnFrom();
    await forgetPipeline();
    turn("start");
    byId("choose").focus();
  },
};

document.addEventListener("click", (event) => {
  const pressed = /** @type {HTMLElement} */ (event.target).closest("button[data-press]");
  const press = pressed instanceof HTMLElement && presses[pressed.dataset.press ?? ""];
  if (!press || pressed.getAttribute("aria-busy")) return;
  pressed.setAttribute("aria-busy", "true");
  byId("trouble").hidden = true;
  Promise.resolve(press()).catch(trouble).finally(() => pressed.removeAttribute("aria-busy"));
});

const input = /** @type {HTMLInputElement} */ (byId("choose"));
input.addEventListener("change", () => {
  const files = [...(input.files ?? [])];
  input.value = "";
  if (files.length) look(withFiles(chosen, files)).catch(trouble);
});

// Files are dropped anywhere on the page, also while a list is shown.
addEventListener("dragover", (event) => {
  if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
  event.preventDefault();
  byId("main").classList.add("dropping");
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) byId("main").classList.remove("dropping"); });
addEventListener("drop", (event) => {
  byId("main").classList.remove("dropping");
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  if (byId("main").dataset.state !== "judging") look(withFiles(chosen, files)).catch(trouble);
});

whenForgotten(() => location.reload());
openLearnt();

/** Goes on with what was judged before, or begins. */
async function begin() {
  const session = await savedSession().catch(() => undefined);
  if (!session?.files.length) return turn("start");
  chosen = session.files;
  await judge(session.by);
}

begin().catch((fault) => { if (byId("main").dataset.state === "judging") turn("start"); trouble(fault); });
