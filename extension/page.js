// @ts-check
// What the extension's pages share: elements by id, questions, what is
// wrong at a field, and files.

import { t } from "./tongue.js";

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));
/** A field of a form by its id. @param {string} id @returns {HTMLInputElement} */
export const field = (id) => byId(id);
/** @param {string} id @param {string} words */
export const write = (id, words) => void (byId(id).textContent = words);
/** @param {string} tag @param {string} [words] @param {...(Node | false)} kids */
export const el = (tag, words = "", ...kids) => {
  const e = document.createElement(tag);
  e.textContent = words;
  e.append(...kids.filter((k) => k !== false));
  return e;
};

/**
 * Asks before what is hard to take back.
 * @param {string} question @param {string} yes @param {string} [typed] what has to be typed first
 * @returns {Promise<boolean>}
 */
export function sure(question, yes, typed = "") {
  const dialog = /** @type {HTMLDialogElement} */ (byId("ask"));
  const [go, answer] = [/** @type {HTMLButtonElement} */ (dialog.querySelector("[value=yes]")), field("ask-typed")];
  write("ask-text", question);
  go.textContent = yes;
  write("ask-label", t("Type “{}” to go on", typed));
  /** @type {HTMLElement} */ (answer.parentElement).hidden = !typed;
  answer.value = "";
  const may = () => void (go.disabled = typed !== "" && answer.value.trim().toLowerCase() !== typed.toLowerCase());
  answer.oninput = may;
  may();
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue === "yes" && !go.disabled), { once: true }));
}

/** Gives the rep a file. @param {string} text @param {string} name */
export function saveFile(text, name) {
  const file = new Blob([text], { type: "application/json" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// A field for a file says which one it holds; its words before that are the page's own.
for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".picked input"))) {
  const name = /** @type {HTMLElement} */ (input.nextElementSibling);
  /** @type {string | null} */
  let none = null;
  input.addEventListener("input", () => {
    none ??= name.textContent;
    name.textContent = input.files?.[0]?.name ?? none;
  });
  input.form?.addEventListener("reset", () => { name.textContent = none ?? name.textContent; });
}

/** Empties a field for a file. @param {string} id */
export function unchoose(id) {
  field(id).value = "";
  field(id).dispatchEvent(new Event("input"));
}

/** The file that was chosen in a field. @param {string} id @returns {Promise<string>} its text */
export async function chosen(id, most = 200_000_000) {
  const file = field(id).files?.[0];
  if (!file) throw new Error(t("Choose the file first."));
  if (file.size > most) throw new Error(t("The file has {} MB, and at most {} MB are read.", Math.round(file.size / 1e6), Math.round(most / 1e6)));
  return file.text();
}

/** @typedef {{path: string, problem: string}} Fault */

/** Thrown where what is wrong is said at its field already. */
export class AtField extends Error {}

/**
 * Says what is wrong at the field that holds it.
 * @param {HTMLElement} field @param {string} problem
 */
export function wrongAt(field, problem) {
  clearWrong(field);
  const note = Object.assign(el("p", problem), { id: `wrong-${field.id || field.getAttribute("name")}`, className: "wrong" });
  note.setAttribute("role", "alert");
  (field.closest("label, .field") ?? field).after(note);
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", note.id);
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}

/** @param {Element} field */
export function clearWrong(field) {
  const note = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  if (!field.hasAttribute("aria-invalid")) return;
  note?.remove();
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
}

/** The lines of a field that say something, and which they are. @param {string} text */
export const linesOf = (text) => text.split("\n").map((line, i) => ({ line: line.trim(), at: i + 1 })).filter(({ line }) => line);
