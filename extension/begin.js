// @ts-check
// Whom to track from the first day: the exports of the rep's CRM, read as on the
// pipeline page, or the rows that Gmail shows. The rep picks; nothing is kept of
// anybody else.

import { ask } from "./ask.js";
import { sentence } from "./format.js";
import { showFiles, withFiles } from "./imports.js";
import { byId, el, write } from "./page.js";
import { rulesNow } from "./rules.js";
import { locale, t } from "./tongue.js";
import { openTriage } from "./triage.js";

/** As core/history/listed.go has it. @typedef {{person: {name: string, email: string, company: string}, contacts: {at: string, type: string, counted?: boolean}[]}} Listed */
/** @typedef {import("./triage.js").Chosen} Chosen */

const atOnce = 25; // people that one call takes
const manyPeople = 20; // from here on the list can be searched
const mostFile = 20_000_000; // bytes of a file: more people than anybody picks from
const triage = openTriage();
/** @type {Chosen[]} */
let chosen = [];
/** @type {Listed[]} */
let offered = [];

/** Offers people to pick from. @param {Listed[]} people @param {{unaddressed?: number, over?: number}} [left] rows that are left out */
function offer(people, { unaddressed = 0, over = 0 } = {}) {
  offered = people;
  byId("offer").hidden = people.length === 0;
  write("offer-line", people.length === 1 ? t("1 person") : t("{} people", people.length));
  const counted = people.some((p) => p.contacts.filter((c) => c.counted).length > 1);
  write("offer-note", [
    counted && t("For some people the list only counts touches and names the last day. Until a page shows the earlier ones, they are taken as e-mails a few working days apart; take back what is wrong in their history."),
    unaddressed > 0 && (unaddressed === 1 ? t("1 row has no e-mail address or LinkedIn profile and is left out.") : t("{} rows have no e-mail address or LinkedIn profile and are left out.", unaddressed)),
    over > 0 && (over === 1 ? t("1 row is closed or opted out and is left out.") : t("{} rows are closed or opted out and are left out.", over)),
  ].filter(Boolean).join(" "));
  byId("offer-list").replaceChildren(...people.map(row));
  byId("offer-search").hidden = people.length < manyPeople;
  search().value = "";
  counts();
}

/** @param {Listed} p @param {number} i */
function row({ person, contacts }, i) {
  const touches = contacts.filter((c) => c.type === "touch"), last = touches.at(-1)?.at;
  const box = Object.assign(el("input"), { type: "checkbox", checked: true, value: String(i) });
  const about = [person.company, last && t("last {}", new Date(last).toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" })), touches.length > 1 && t("{} touches", touches.length)].filter(Boolean).join(" · ");
  const words = el("span", "", Object.assign(el("b", person.name || person.email), { dir: "auto" }), Object.assign(el("span", [person.name && person.email, about].filter(Boolean).join(" · ")), { className: "quiet", dir: "auto" }));
  return el("li", "", el("label", "", box, words));
}

const boxes = () => /** @type {HTMLInputElement[]} */ ([...byId("offer-list").querySelectorAll("input")]);
const search = () => /** @type {HTMLInputElement} */ (byId("offer-text"));
const shown = (/** @type {HTMLInputElement} */ box) => !box.closest("li")?.hidden;

/** Leaves in sight whom the search asks for; who is out of sight stays picked or not. */
function sift() {
  const wanted = search().value.trim().toLowerCase();
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (byId("offer-list").querySelectorAll("li"))) item.hidden = !item.textContent?.toLowerCase().includes(wanted);
  counts();
}

/** Says how many are picked of all, and whether those in sight are. */
function counts() {
  const n = boxes().filter((b) => b.checked).length;
  const seen = boxes().filter(shown), picked = seen.filter((b) => b.checked).length;
  write("take", n === 1 ? t("Track 1 person") : t("Track {} people", n));
  /** @type {HTMLButtonElement} */ (byId("take")).disabled = n === 0;
  const all = /** @type {HTMLInputElement} */ (byId("offer-all"));
  all.checked = picked > 0 && picked === seen.length;
  all.indeterminate = picked > 0 && picked < seen.length;
}

/** Tracks those who were picked, and says what became of it. */
async function take() {
  const picked = boxes().filter((b) => b.checked).map((b) => offered[Number(b.value)]);
  const bar = /** @type {HTMLProgressElement} */ (byId("take-bar"));
  bar.max = picked.length;
  bar.value = 0;
  const press = /** @type {HTMLButtonElement} */ (byId("take"));
  press.disabled = true; // one press, one list
  const sum = { tracked: 0, before: 0, refused: 0 };
  const slow = setTimeout(() => { bar.hidden = false; }, 1000);
  try {
    for (let i = 0; i < picked.length; i += atOnce) {
      const taken = await ask("take", { list: picked.slice(i, i + atOnce) });
      for (const name of /** @type {const} */ (["tracked", "before", "refused"])) sum[name] += taken[name];
      bar.value = i + atOnce;
    }
  } finally {
    clearTimeout(slow);
    bar.hidden = true;
    press.disabled = false;
  }
  byId("offer").hidden = true;
  byId("taken").hidden = false;
  write("taken-line", [
    sum.tracked === 1 ? t("You now track 1 more person.") : t("You now track {} more people.", sum.tracked),
    sum.before > 0 && t("{} tracked already, and unchanged.", sum.before),
    sum.refused > 0 && t("{} on your never-track list.", sum.refused),
  ].filter(Boolean).join(" "));
  byId("to-today").focus();
}

/** Does something, and says why it did not work. @param {() => Promise<unknown>} what */
async function tried(what) {
  write("begin-trouble", "");
  try {
    await what();
  } catch (fault) {
    write("begin-trouble", sentence(t(/** @type {Error} */ (fault).message)));
  }
}

/** Shows a bar where reading takes longer than a second. @template T @param {() => Promise<T>} read @param {() => boolean} [still] whether anybody waits for it yet @returns {Promise<T>} */
async function withBar(read, still = () => true) {
  const slow = setTimeout(() => { byId("read-bar").hidden = !still(); }, 1000);
  try {
    return await read();
  } finally {
    clearTimeout(slow);
    if (still()) byId("read-bar").hidden = true;
  }
}

/** Offers whom Gmail shows; the permission is asked for here, in the press. */
async function fromGmail() {
  const allowed = await chrome.permissions.request({ origins: ["https://mail.google.com/*"] });
  if (!allowed) throw new Error(t("The browser did not allow it. Nothing was changed; you can press again."));
  const people = await withBar(() => ask("rows"));
  await look([]); // the files are not what is offered any more
  if (!people.length) throw new Error(t("No tab shows rows of Gmail. Open Gmail, search for the prospects you wrote to, come back and press again."));
  offer(people.map((/** @type {Listed["person"]} */ person) => ({ person, contacts: [] })));
}

/** Shows what files hold, and offers whom they name. @param {Chosen[]} files */
async function look(files) {
  chosen = files;
  offer([]);
  byId("read-bar").hidden = true;
  if (!files.length) return void (byId("files-list").hidden = true);
  const big = files.find(({ file }) => file.size > mostFile)?.file;
  if (big) throw new Error(t("The file has {} MB, and at most {} MB are read.", Math.round(big.size / 1e6), mostFile / 1e6));
  await withBar(() => read(files), () => chosen === files);
}

/** Reads the files, as long as no others are chosen. @param {Chosen[]} files */
async function read(files) {
  const known = await triage.recognise(files);
  if (chosen !== files) return;
  byId("files-list").hidden = false;
  showFiles(files, known, (changed) => void tried(() => look(changed)));
  const good = files.filter((_, i) => known[i].sheet); // the others say at their place what is missing
  if (!good.length) return;
  const { people, ...left } = await triage.listed(good, await rulesNow());
  if (chosen !== files) return;
  if (!people.length) throw new Error(left.over ? t("Every row with an e-mail address or LinkedIn profile is closed or opted out.") : t("No row has an e-mail address or LinkedIn profile. If a column holds them, say so at its file."));
  offer(people, left);
}

/** Takes the files that were chosen, beside those before. @param {HTMLInputElement} field */
async function more(field) {
  const files = [...(field.files ?? [])];
  field.value = ""; // so that the same one, exported anew, can be chosen again
  await look(withFiles(chosen, files));
}

export function startBegin() {
  byId("list-file").addEventListener("change", (event) => tried(() => more(/** @type {HTMLInputElement} */ (event.target))));
  byId("from-gmail").addEventListener("click", () => tried(fromGmail));
  byId("take").addEventListener("click", () => tried(take));
  byId("offer-list").addEventListener("change", counts);
  search().addEventListener("input", sift);
  byId("offer-all").addEventListener("change", (event) => {
    for (const box of boxes().filter(shown)) box.checked = /** @type {HTMLInputElement} */ (event.target).checked;
    counts();
  });
}
