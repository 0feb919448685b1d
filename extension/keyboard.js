// @ts-check
// The keyboard, in the settings: the key that opens the panel, which is the browser's,
// and those of every page, which can be turned off.

import { openShortcuts, shortcut } from "./beside.js";
import { keyLines, showLetters, switchLetters } from "./letters.js";
import { byId, write } from "./page.js";
import { kits } from "./playbook.js";
import { t } from "./tongue.js";
import { listKeys } from "./worklist-keys.js";

/** @typedef {import("./letters.js").Shortcut} Shortcut */

/** Lists them. */
export async function showKeys() {
  const [opens, { keys }] = await Promise.all([shortcut(), kits.get()]);
  write("keys-shortcut", opens || t("no key yet"));
  const translated = (/** @type {Shortcut[]} */ shortcuts) => shortcuts.map(({ key, label }) => ({ key: t(key), label: t(label) }));
  byId("keys-panel").replaceChildren(...keyLines(translated(keys.panel)));
  byId("keys-today").replaceChildren(...keyLines(translated(keys.today)));
  byId("keys-pipeline").replaceChildren(...keyLines(listKeys()));
  showLetters();
}

export const presses = {
  shortcuts: async () => openShortcuts(),
  letters: async () => switchLetters(),
};
