// @ts-check
// What is kept on this device: save it, bring it back, erase it. Cards of the
// settings.

import { ask } from "./ask.js";
import { addDecisions, allDecisions, anythingKept, forgetPipeline } from "./decisions.js";
import { showPlaybook } from "./editor.js";
import { showMine } from "./mine.js";
import { byId, chosen, saveFile, sure } from "./page.js";
import { fetchText, handText } from "./pieces.js";
import { t } from "./tongue.js";

/** The settings' address, after everything was erased. */
export const erased = "#erased";

const day = () => new Date().toISOString().slice(0, 10);

/** Shows how far a file is, where it takes longer than a second. @template T @param {(progress: (share: number) => void) => Promise<T>} pass */
async function passing(pass) {
  const bar = /** @type {HTMLProgressElement} */ (byId("file-bar"));
  bar.removeAttribute("value");
  const slow = setTimeout(() => { bar.hidden = false; }, 1000);
  try {
    return await pass((share) => { bar.value = share; });
  } finally {
    clearTimeout(slow);
    bar.hidden = true;
  }
}

export const presses = {
  async save() {
    const log = await passing((progress) => fetchText(ask, "save", progress)); // one JSON object
    saveFile(`${log.slice(0, -1)},"pipeline":${JSON.stringify(await allDecisions())}}`, `clean-break-${day()}.json`);
    return t("Saved. There are names in it: keep it as you keep a customer list.");
  },
  async restore() {
    const file = await chosen("restore-file");
    const { events, people } = await passing((progress) => handText(ask, "restore", file, progress));
    const decisions = await addDecisions(JSON.parse(file).pipeline);
    await showMine();
    if (byId("editor").hidden) await showPlaybook(); // what is being changed stays
    if (!events && decisions) return t("Decisions on the pipeline that were added: {}.", decisions);
    if (!events) return t("Everything in the file is here already.");
    if (people === 1) return t("Added: {} entries about 1 person. What was here stays as it was.", events);
    return t("Added: {} entries about {} people. What was here stays as it was.", events, people);
  },
  /** @param {Record<string, string>} given */
  async erase({ person }) {
    const everywhere = !byId("together").hidden;
    const question = everywhere ? t("Erase {} everywhere? Nothing brings it back.", person.trim()) : t("Erase {}? Nothing brings it back.", person.trim());
    const closed = (await anythingKept()) ? ` ${t("It closes the pipeline too, whose files may name them: they and all that was decided there are forgotten.")}` : "";
    if (!(await sure(question + closed, t("Erase")))) return;
    await forgetPipeline(); // their row may stand in its files
    await ask("erase", { person });
    return everywhere ? t("Erased here; the other devices and the Worker follow when they are in step.") : t("Erased.");
  },
  async wipe() {
    const question = byId("together").hidden
      ? t("Erase everything on this device? All people, all that was counted, your lists and your playbook. Nothing brings it back; save it first if in doubt.")
      : t("Erase everything on this device? It leaves the team, which keeps what it has. To come back you need a new invitation.");
    if (!(await sure(question, t("Erase everything"), t("erase everything")))) return;
    await forgetPipeline();
    await ask("wipe");
    localStorage.clear(); // the language, which the next page begins with
    byId("editor").hidden = true; // it asks for nothing more
    location.hash = erased;
    location.reload(); // nothing of what was erased stays in a field
  },
};
