// @ts-check
// What the pages ask the background, beside what is in view: {ask, …}. All that is
// not here is about the team, and team.js answers it.

import { newId } from "./id.js";

/**
 * @typedef {{ask: string, person?: string, file?: string, from?: number, mine?: object, sure?: boolean, list?: object[], language?: string, lang?: string, purpose?: string, part?: string, text?: string}} Asked
 */

/**
 * @param {{
 *   brain: ReturnType<typeof import("./brain.js").startBrain>, team: ReturnType<typeof import("./team.js").startTeam>, work: import("./database.js").Work,
 *   look: (tab: number) => Promise<string>, lookAgain: () => Promise<void>,
 * }} background what the answers need of it: what a tab shows, and to judge all of it anew
 * @returns {(asked: Asked, tab: number) => Promise<unknown>} the tab is the one in which the page that asks is
 */
export function openAnswers({ brain, team, work, look, lookAgain }) {
  /** An answer after which what is shown may have changed. @template A @param {A} answer */
  async function thenLook(answer) {
    await lookAgain();
    return answer;
  }

  /** Whom the rows of Gmail's open searches and inboxes are from and to. @returns {Promise<import("./begin.js").Listed["person"][]>} */
  async function rowsInView() {
    /** @type {Map<string, any>} */
    const people = new Map();
    const open = await chrome.tabs.query({ url: "https://mail.google.com/*" });
    const looked = await Promise.all(open.map(({ id, url }) => (id !== undefined && url ? look(id) : "{}")).map((state) => Promise.resolve(state).catch(() => "{}")));
    for (const state of looked.map((text) => JSON.parse(text))) {
      if (state.kind !== "list") continue;
      for (const p of state.candidates) if (p.email && !people.has(p.email)) people.set(p.email, p);
    }
    return [...people.values()];
  }

  /** Everything on this device goes. The team keeps what it has. */
  async function wipe() {
    const step = /** @type {import("./teamdoor.d.ts").Step} */ (await team.answer({ ask: "step" }));
    if (step.team) await team.answer({ ask: "leave" });
    await work.wipe();
    brain.restart();
    team.restart();
    await lookAgain();
  }

  /** Both programs speak another language from now on; "" is the browser's. @param {string} language */
  async function speak(language) {
    await work((db) => db.put("settings", language, "language"));
    brain.restart();
    team.restart();
    await lookAgain();
  }

  /** @type {Record<string, (asked: Asked, tab: number) => Promise<unknown>>} */
  const answers = {
    today: ({ from }, tab) => brain.today(tab, from ?? 0),
    playbook: async () => JSON.parse(await brain.playbook()),
    setPlaybook: async ({ file }) => thenLook(JSON.parse(await brain.setPlaybook(file ?? "", newId()))),
    effect: async ({ file, from }) => JSON.parse(await brain.effect(file ?? "", from ?? 0)),
    lint: async ({ lang = "", purpose = "", part = "", text = "" }) => JSON.parse(await brain.lint(lang, purpose, part, text)),
    mine: async () => JSON.parse(await brain.mine()),
    setMine: async ({ mine, sure }) => thenLook(JSON.parse(await brain.setMine(JSON.stringify(mine), sure ?? false))),
    erase: async ({ person }) => thenLook(await brain.erase(person ?? "", newId())),
    sample: async ({ list }) => JSON.parse(await brain.sample(JSON.stringify(list ?? []))),
    brought: async () => JSON.parse(await brain.brought()),
    rows: rowsInView,
    take: async ({ list }) => thenLook(JSON.parse(await brain.take(JSON.stringify(list ?? [])))),
    agree: async ({ list, sure }) => {
      try {
        return JSON.parse(await brain.agree(JSON.stringify(list ?? []), sure ?? false));
      } finally {
        if (sure) await lookAgain(); // also where only some were recorded
      }
    },
    wipe,
    language: ({ language }) => speak(language ?? ""),
  };
  return async (asked, tab) => (answers[asked.ask] ?? team.answer)(asked, tab);
}
