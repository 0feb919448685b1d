// @ts-check
// Sample answers of the background about the team, for the settings page and the
// panel's last line.

/** @typedef {import("../teamdoor.d.ts").Step} Step */
/** @typedef {import("../teamdoor.d.ts").Team} Team */

const at = Date.parse("2026-11-22T11:04:00Z");
/** @param {Partial<Step>} [over] @returns {Step} */
const step = (over) => ({ team: true, waiting: 0, refused: [], at, offline: false, problem: "", gone: false, ...over });

/** @type {Record<string, Step>} */
export const steps = {
  alone: step({ team: false, at: 0 }),
  "in step": step(),
  "just joined": step({ at: 0, waiting: 214 }),
  waiting: step({ waiting: 3 }),
  offline: step({ waiting: 3, offline: true, problem: "The team's Worker cannot be reached.", at: at - 9 * 864e5 }),
  removed: step({ waiting: 1, gone: true, problem: "The team’s Worker does not know this device any more: it was removed from the team, or the Worker was set back to a time before it joined. What is recorded stays here. Leave the team in the settings, and ask for an invitation to come back." }),
  "left out": step({ waiting: 1, gone: true, problem: "This device is not in the team any more: it was removed once. The Worker, set back since, let it in again, but the team’s newer keys were made without it. What is recorded stays here. Leave the team in the settings, and ask for an invitation to come back." }),
  refused: step({
    waiting: 1, refused: [
      { id: "a", code: "erased", kind: "touch", at: "" },
      { id: "b", code: "manager-only", kind: "decision", at: "2026-11-20T15:30:00Z", name: "Kim Olsen" },
      { id: "c", code: "playbook-behind", kind: "playbook", at: "2026-11-21T08:00:00Z" },
      { id: "row 17", code: "altered", kind: "", at: "" },
    ],
  }),
};

/** @type {Team} */
export const team = {
  member: "anna", role: "manager", fingerprint: "53155 28754 88655 63446 15376 44881",
  devices: [
    { device: "1", member: "anna", role: "manager", name: "Anna’s laptop", self: true, seen: at, removed: 0 },
    { device: "2", member: "anna", role: "manager", name: "Anna’s desktop", self: false, seen: at - 36e5, removed: 0 },
    { device: "3", member: "ben", role: "rep", name: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", self: false, seen: at - 9 * 864e5, removed: 0 },
    { device: "4", member: "cem", role: "rep", name: "<img src=x onerror=alert(1)>", self: false, seen: 0, removed: 0 },
    { device: "5", member: "ben", role: "rep", name: "Ben’s old phone", self: false, seen: at - 99 * 864e5, removed: at - 40 * 864e5 },
  ],
  recoveries: [{ recovery: "6", by: "Anna’s laptop", created: at - 60 * 864e5 }],
};

export const invitation = {
  text: "https://clean-break.northwind.example/#join.L7Vi31jUJzsf_PE4L3n50w.KIyeFkVX4kUYt3JSXlWJ1VGNmi4.cwLp", expires: at + 2 * 864e5,
};
export const printed = { worker: "https://clean-break.northwind.example", team: "L7Vi31jUJzsf_PE4L3n50w", key: "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567-ABCD" };

/**
 * Makes the background answer so, once the page has heard its first answer.
 * @param {import("./panel-stage.mjs").Panel} page @param {Step} step @param {Partial<Team>} [over]
 */
export async function answering(page, step, over) {
  await page.locator("#line", { hasText: /\p{L}/u }).waitFor({ state: "attached" });
  await page.evaluate((given) => {
    const stage = /** @type {any} */ (globalThis).stage;
    stage.asked = [];
    stage.background = (/** @type {any} */ asked) => {
      stage.asked.push(asked);
      const result = /** @type {any} */ (given)[asked.ask];
      return result === undefined ? { result: null } : { result };
    };
    stage.tell({ type: "step", step: given.step });
  }, { step, team: { ...team, ...over }, remove: { ...team, ...over }, rename: { ...team, ...over }, invite: invitation, recovery: printed, leave: { told: true }, ticket: {} });
}

/** Waits until nothing that was pressed in the settings is still being done: a press meanwhile is not heard. @param {import("playwright-core").Page} page */
export const idle = (page) => page.locator("button[aria-busy]").waitFor({ state: "detached" });
