// @ts-check
// Who the rep is, and whom they never track (brain.Mine): two cards of the
// settings, kept on this device.

import { ask } from "./ask.js";
import { AtField, byId, linesOf, sure, wrongAt } from "./page.js";
import { t } from "./tongue.js";

/** @typedef {{name: string, addresses: string[] | null, domains: string[] | null, never: string[] | null, words_per_minute: number, months: number}} Mine */

const lists = /** @type {const} */ (["addresses", "domains", "never"]);
const numbers = /** @type {const} */ (["words_per_minute", "months"]);
/** @param {string} name @returns {HTMLInputElement | HTMLTextAreaElement} */
const field = (name) => byId(`mine-${name}`);

/** Fills the cards in. */
export async function showMine() {
  const mine = /** @type {Mine} */ (await ask("mine"));
  field("name").value = mine.name ?? "";
  for (const list of lists) field(list).value = (mine[list] ?? []).join("\n");
  for (const number of numbers) field(number).value = mine[number] ? String(mine[number]) : "";
}

/** What the cards hold. @returns {Mine} */
function entered() {
  const list = (/** @type {string} */ name) => linesOf(field(name).value).map(({ line }) => line);
  const number = (/** @type {string} */ name) => Math.trunc(Number(field(name).value)) || 0;
  return {
    name: field("name").value, addresses: list("addresses"), domains: list("domains"), never: list("never"),
    words_per_minute: number("words_per_minute"), months: number("months"),
  };
}

/** Keeps what the cards hold. @param {string} kept what to say then */
async function keep(kept) {
  const mine = entered();
  let answer = await ask("setMine", { mine });
  if (answer.gone?.length) {
    if (!(await sure(askGone(answer.gone), t("Forget and keep the list")))) return;
    answer = await ask("setMine", { mine, sure: true });
  }
  if (answer.fault) throw atItsField(answer.fault);
  await showMine();
  return kept;
}

/** @param {string[]} gone */
function askGone(gone) {
  const named = gone.slice(0, 5).join(", ") + (gone.length > 5 ? "…" : "");
  if (gone.length === 1) return t("You track one person on this list: {}. Everything recorded about them goes, for good.", named);
  return t("You track {} people on this list: {}. Everything recorded about them goes, for good.", gone.length, named);
}

/** @param {import("./page.js").Fault} fault */
function atItsField({ path, problem }) {
  const [name, at] = path.replace("]", "").split("[");
  const line = at === undefined ? undefined : linesOf(field(name).value)[Number(at)]?.at;
  const words = line === undefined ? t("It {}.", problem) : t("Line {}: {}.", line, problem);
  wrongAt(field(name), words);
  return new AtField(words);
}

export const presses = {
  me: () => keep(t("Kept on this device.")),
  never: () => keep(t("Kept. They are never tracked.")),
  months: () => keep(t("Kept.")),
};
