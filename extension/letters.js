// @ts-check
// Whether letters are keys, here as in the panel (wasm/panel/keys.go): who speaks to
// the computer, or rests a hand on the keyboard, turns them off in every page.

import { byId, el, write } from "./page.js";
import { t } from "./tongue.js";

export const lettersAreKeys = () => !localStorage.getItem("keys-off");

/** A key, or a few with a space between, and what it does; as wasm/view/keys.go has it. @typedef {{key: string, label: string}} Shortcut */

/** One line for each. @param {Shortcut[]} shortcuts */
export const keyLines = (shortcuts) => shortcuts.map(({ key, label }) => el("div", "", el("dt", "", ...key.split(" ").map((k) => el("kbd", k))), el("dd", label)));

/** Turns the keys off, or on again. */
export function switchLetters() {
  if (lettersAreKeys()) localStorage.setItem("keys-off", "1");
  else localStorage.removeItem("keys-off");
  showLetters();
}

/** Shows the keys where there are any: at the buttons that they press, and in their list. */
export function showLetters() {
  const on = lettersAreKeys();
  write("keys-switch", on ? t("Turn the keys off") : t("Turn the keys on"));
  byId("keys").hidden = !on;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-shortcut]"))) {
    if (on) button.setAttribute("aria-keyshortcuts", button.dataset.shortcut ?? "");
    else button.removeAttribute("aria-keyshortcuts");
    for (const key of button.querySelectorAll("kbd")) key.hidden = !on;
  }
}
addEventListener("storage", ({ key }) => { if (key === "keys-off") showLetters(); });
