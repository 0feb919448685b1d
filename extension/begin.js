// @ts-check
// Whom to track from the first day: a list of the rep's own, or the rows that Gmail
// shows. The rep picks; nothing is kept of anybody else.

import { byId, chosen, el, write } from "./page.js";
import { readList } from "./sheet.js";
import { ask, sentence } from "./step.js";
import { locale, t } from "./tongue.js";

/** @typedef {import("./sheet.js").Listed} Listed */

const atOnce = 25; // people that one call takes
/** @type {Listed[]} */
let offered = [];

/** Offers people to pick from. @param {Listed[]} people @param {number} left rows that name nobody */
function offer(people, left) {
  offered = people;
  byId("offer").hidden = people.length === 0;
  write("offer-line", people.length === 1 ? t("1 person") : t("{} people", people.length));
  const counted = people.some((p) => p.touches > 1);
  write("offer-note", [
    counted && t("The list counts touches and names the last day. The earlier ones are taken as a few working days apart, by e-mail; take back what is wrong in their history."),
    left > 0 && (left === 1 ? t("1 row has no e-mail address and is left out.") : t("{} rows have no e-mail address and are left out.", left)),
  ].filter(Boolean).join(" "));
  byId("offer-list").replaceChildren(...people.map(row));
  counts();
}

/** @param {Listed} p @param {number} i */
function row({ person, last, touches }, i) {
  const box = Object.assign(el("input"), { type: "checkbox", checked: true, value: String(i) });
  const about = [person.company, last && t("last {}", new Date(last).toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" })), touches > 1 && t("{} touches", touches)].filter(Boolean).join(" · ");
  const words = el("span", "", Object.assign(el("b", person.name || person.email), { dir: "auto" }), Object.assign(el("span", [person.name && person.email, about].filter(Boolean).join(" · ")), { className: "quiet", dir: "auto" }));
  return el("li", "", el("label", "", box, words));
}

const boxes = () => /** @type {HTMLInputElement[]} */ ([...byId("offer-list").querySelectorAll("input")]);

/** Says how many are picked. */
function counts() {
  const n = boxes().filter((b) => b.checked).length;
  write("take", n === 1 ? t("Track 1 person") : t("Track {} people", n));
  /** @type {HTMLButtonElement} */ (byId("take")).disabled = n === 0;
  const all = /** @type {HTMLInputElement} */ (byId("offer-all"));
  all.checked = n === offered.length;
  all.indeterminate = n > 0 && n < offered.length;
}

/** Tracks those who were picked, and says what became of it. */
async function take() {
  const picked = boxes().filter((b) => b.checked).map((b) => offered[Number(b.value)]);
  const bar = /** @type {HTMLProgressElement} */ (byId("take-bar"));
  bar.max = picked.length;
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
  }
  byId("offer").hidden = true;
  byId("taken").hidden = false;
  write("taken-line", [
    sum.tracked === 1 ? t("You track 1 person more.") : t("You track {} people more.", sum.tracked),
    sum.before > 0 && t("{} you track already; nothing of them was changed.", sum.before),
    sum.refused > 0 && t("{} you never track.", sum.refused),
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

/** Offers whom Gmail shows; the permission is asked for here, in the press. */
async function fromGmail() {
  const allowed = await chrome.permissions.request({ origins: ["https://mail.google.com/*"] });
  if (!allowed) throw new Error(t("The browser did not allow it. Nothing was changed; you can press again."));
  const people = await ask("rows");
  if (!people.length) throw new Error(t("No tab shows rows of Gmail. Open Gmail, search for the prospects you wrote to, come back and press again."));
  offer(people.map((/** @type {Listed["person"]} */ person) => ({ person, touches: 0 })), 0);
}

export function startBegin() {
  byId("list-file").addEventListener("change", () => tried(async () => {
    const { people, left } = readList(await chosen("list-file", 20_000_000));
    if (!people.length) throw new Error(t("No row of the file has an e-mail address."));
    offer(people, left);
  }));
  byId("from-gmail").addEventListener("click", () => tried(fromGmail));
  byId("take").addEventListener("click", () => tried(take));
  byId("offer-list").addEventListener("change", counts);
  byId("offer-all").addEventListener("change", (event) => {
    for (const box of boxes()) box.checked = /** @type {HTMLInputElement} */ (event.target).checked;
    counts();
  });
}
