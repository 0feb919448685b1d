// @ts-check
// In step with the team, in the background: runs rounds of the team's program
// (wasm/team) on a change, on waking up, each minute, and when a page asks. Where
// there is no team, the program is not even started and no server is asked.
//
// The background may die at any point: what waits is in the outbox, and how the
// last round went is in the settings, under "step".

import { zoneFile } from "./files.js";
import { openPieces } from "./pieces.js";
import { program } from "./program.js";
import { openTeamStore } from "./teamstore.js";

/** @typedef {import("./teamdoor.d.ts").Api} Api */
/** @typedef {import("./teamdoor.d.ts").Outcome} Outcome */
/** @typedef {import("./teamdoor.d.ts").Step} Step */
/** @typedef {{at: number, failures: number, until: number, held: boolean, offline: boolean, problem: string, gone: boolean}} Last */

const settle = 2000; // ms after a change: several make one round
const alarm = "in-step"; // each minute
/** @type {Last} */
const never = { at: 0, failures: 0, until: 0, held: false, offline: false, problem: "", gone: false };

/**
 * @param {import("./database.js").Work} work
 * @param {(step: Step) => void} tell told of every change of the state
 * @param {() => void} news told when what the log holds has changed
 * @param {() => void} rekeyed told when pseudonyms are made with another key from now on
 * @param {() => Promise<object | undefined>} tongue the rep's language, as languages.js gives it
 */
export function startTeam(work, tell, news, rekeyed, tongue) {
  const store = openTeamStore(work);
  const pieces = openPieces();
  const { api, restart } = /** @type {{api: Api, restart: () => void}} */ (program(
    "cleanBreakTeam",
    ["create", "join", "recover", "round", "team", "invite", "remove", "rename", "recovery", "export", "save", "restore", "leave", "ticket"],
    async () => ({ ...store.host, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, zoneFile, request, tongue: await tongue() }),
    () => WebAssembly.compileStreaming(fetch(chrome.runtime.getURL("team.wasm"))),
  ));
  const last = async () => /** @type {Last} */ ((await store.setting("step")) ?? never);

  /** @returns {Promise<Step>} */
  async function step() {
    const { at, offline, problem, gone = false } = await last();
    return { ...(await store.counts()), at, offline, problem, gone };
  }
  const changed = async () => tell(await step());

  const rounds = alone(async () => {
    if (!(await store.inTeam())) return;
    const before = await last();
    const { problem, gone, offline, wait, held, news: came } = await round(before.failures);
    if (problem) {
      await store.set("step", { ...before, failures: before.failures + 1, until: Date.now() + wait, held, offline, problem, gone });
      if (wait < 60_000) setTimeout(() => quietly(due), wait); // later ones wait for the alarm
    } else await store.set("step", { ...never, at: Date.now() });
    await changed();
    if (came) news();
  });

  /** A round, and how it went; one that broke off, too. @param {number} failures @returns {Promise<Outcome>} */
  async function round(failures) {
    try {
      return JSON.parse(await api.round(failures, Math.random()));
    } catch (fault) {
      console.error("Clean Break's team:", fault);
      const problem = (fault instanceof Error && fault.message) || "A part of Clean Break did not start. Reload the extension; if that does not help, install it again.";
      return { news: false, problem, gone: false, offline: false, wait: 60_000, held: false };
    }
  }

  /** A round, unless the last failure is too fresh. */
  const due = async () => (await last()).until <= Date.now() && rounds();
  /** A round that a page asks for: at once, unless the Worker said when. */
  async function now() {
    const { until, held } = await last();
    if (!held || until <= Date.now()) await rounds();
  }
  const quietly = (/** @type {() => Promise<unknown>} */ what) => void what().catch((fault) => console.error("Clean Break's team:", fault));

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  function waiting() {
    clearTimeout(soon);
    soon = setTimeout(() => quietly(due), settle);
    quietly(changed);
  }

  /** The alarm is there exactly as long as the team is. */
  async function watch() {
    if (!(await store.inTeam())) await chrome.alarms.clear(alarm);
    else if (!(await chrome.alarms.get(alarm))) await chrome.alarms.create(alarm, { periodInMinutes: 1 });
  }
  chrome.alarms.onAlarm.addListener(({ name }) => name === alarm && quietly(due));

  /** In a team from now on. @param {Promise<void>} entering */
  async function enter(entering) {
    await entering;
    rekeyed();
    await watch();
    quietly(rounds);
    await changed();
  }
  async function leave() {
    const left = JSON.parse(await api.leave());
    await watch();
    await changed();
    return left;
  }

  /** What pages ask: messages {ask: name, …}. @type {Record<string, (given: any) => Promise<unknown>>} */
  const asks = {
    step,
    now,
    create: (given) => enter(api.create(JSON.stringify(given))),
    join: (given) => enter(api.join(JSON.stringify(given))),
    recover: (given) => enter(api.recover(JSON.stringify(given))),
    team: async () => JSON.parse(await api.team()),
    invite: async (given) => JSON.parse(await api.invite(given.for)),
    remove: async (given) => JSON.parse(await api.remove(given.device)),
    rename: async (given) => JSON.parse(await api.rename(given.device, given.name)),
    recovery: async () => JSON.parse(await api.recovery()),
    export: (given) => pieces.give(given, api.export),
    save: (given) => pieces.give(given, api.save),
    restore: async (given) => {
      const file = pieces.take(given);
      if (file === undefined) return undefined; // there is more to come
      const added = JSON.parse(await api.restore(file));
      rekeyed(); // the brain remembers what the rep said of themselves
      waiting();
      return added;
    },
    dismiss: () => store.dismiss().then(changed),
    ticket: async () => ((await store.inTeam()) ? JSON.parse(await api.ticket()) : {}),
    leave,
  };

  quietly(watch);
  quietly(due); // woken up
  return {
    /** Something new is in the outbox. */
    waiting,
    /** The program is begun anew, in another language. */
    restart,
    /** @param {{ask: string}} message */
    answer: async (message) => asks[message.ask](message),
  };
}

/** One call at a time; those that come meanwhile are one more after it. @param {() => Promise<void>} work */
function alone(work) {
  /** @type {Promise<void> | undefined} */
  let running;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = undefined;
    }
  };
  return () => {
    again = running !== undefined;
    return (running ??= run());
  };
}

/** Sends a JSON device.Request; JSON device.Answer. @param {string} text */
async function request(text) {
  const { method, url, headers, body } = JSON.parse(text);
  const answer = await fetch(url, {
    method, headers, body, signal: AbortSignal.timeout(30_000),
    credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store",
  });
  return JSON.stringify({ status: answer.status, retry_after: Number(answer.headers.get("Retry-After")) || 0, body: await answer.text() });
}
