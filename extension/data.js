// @ts-check
// What is kept on this device: save it, bring it back, erase it. Cards of the
// settings.

import { byId, chosen, saveFile, sure } from "./page.js";
import { showMine } from "./mine.js";
import { ask } from "./step.js";

const day = () => new Date().toISOString().slice(0, 10);

export const presses = {
  async save() {
    saveFile(await ask("save"), `clean-break-${day()}.json`);
    return "Saved. There are names in it: keep it as you keep a customer list.";
  },
  async restore() {
    const { events, people } = await ask("restore", { file: await chosen("restore-file") });
    await showMine();
    if (!events) return "Everything in the file is here already.";
    return `Added: ${events} ${events === 1 ? "entry" : "entries"}${people ? ` about ${people} ${people === 1 ? "person" : "people"}` : ""}. What was here stays as it was.`;
  },
  /** @param {Record<string, string>} given */
  async erase({ person }) {
    const everywhere = !byId("together").hidden;
    if (!(await sure(`Erase ${person.trim()}${everywhere ? " everywhere" : ""}? Nothing brings it back.`, "Erase"))) return;
    await ask("erase", { person });
    return everywhere ? "Erased here; the other devices and the Worker follow when they are in step." : "Erased.";
  },
  async wipe() {
    const question = byId("together").hidden
      ? "Erase everything on this device? All people, all that was counted, your lists and your playbook. Nothing brings it back; save it first if in doubt."
      : "Erase everything on this device? It leaves the team, which keeps what it has. To come back you need a new invitation.";
    if (!(await sure(question, "Erase everything", "erase everything"))) return;
    await ask("wipe");
    await showMine();
    return "Everything on this device is erased.";
  },
};
