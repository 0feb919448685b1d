// @ts-check
// The pipeline page's way to its worker (triage-worker.js).

import { kept } from "./kept.js";
import { tongueOf } from "./languages.js";
import { language, t } from "./tongue.js";

const spoken = kept(() => tongueOf(language));

/** What a file is read as, where the rep knows it better. @typedef {{holds: string, dates: string, mapping: Record<string, string>}} Hints */
/** @typedef {{file: File, hints: Hints}} Chosen */
/** @typedef {{header: string, field: string, sample: string}} Column */
/** @typedef {{file: string, system: string, holds: string, what: string, day_first: boolean, ambiguous: boolean, columns: Column[]}} Sheet */
/** @typedef {{code: string, file: string, words: string}} Fault */
/** @typedef {{sheet: Sheet | null, fault: Fault | null, fields: string[]}} Recognised */
/** When and by what is judged: a moment, a zone, the playbook's file with its name, the rep's own addresses and domains, and whom they never track. @typedef {{now: string, zone: string, playbook: string, name: string, own: string[], never: string[]}} By */
/** @typedef {{file: string, rows: number, bytes: number, of: number, judging: boolean}} Progress */
/** @typedef {{rows: number, judged: number, unjudged: Record<string, number>, aggregate: number, hours_freed: number}} Summary */
/** @typedef {{summary: Summary, sheets: Sheet[], verdicts: Record<string, string>, kinds: Record<string, string>, hourIsWorth: number}} Judged */
/** @typedef {{touch: number, share: number, low: number, high: number, prior: number, reached: number, answered: number}} Point */
/** @typedef {{of: string, title: string, prospects: number, source: string, points: Point[], svg: string}} Curve */
/** @typedef {{kind: string, let_go: number, back: number, low: number, high: number}} Regret */
/** @typedef {{playbook: string, let_go: number, came_back: number, won: number, minutes: number, value_lost: number, regret: Regret[]}} Brought */
/** @typedef {{prospects: number, unknown: number, now: Brought, then: Brought}} Replay */
/** @typedef {{why: string, countries: string[], size_from: number, size_to: number, responsible_for: string[]}} Ideal */
/** @typedef {{points: string, sign: string, because: string, evidence: string[]}} Part */
/** @typedef {{people: {name: string, email: string, company: string, touches: number, last?: string, replied?: string}[], unaddressed: number, over: number}} List */
/** @typedef {{tone: string, headline: string, because: string, rule: string, score: string, decided: string, source: string, parts: Part[], voices: {source: string, verdict: string, because: string}[], flips: {if: string, verdict: string}[]}} Why */

/** Thrown by what the rep stopped. */
export class Stopped extends Error {}

/** Why files cannot be judged, in words. @param {Fault} fault */
export function faultWords({ code, file, words }) {
  switch (code) {
    case "empty": return t("{} is empty. Export it again, with its header line.", file);
    case "unknown": return t("No column of {} is known. Say what the file holds, then what its columns are.", file);
    case "workbook": return t("{} is a spreadsheet’s own file. Save it there as CSV UTF-8, and choose that.", file);
    case "nobody": return t("There are activities and nobody they are with. Add the export of the deals, contacts or leads.");
    case "buyers": return t("Too few accounts bought more than once. Export the won deals too, of a longer time.");
    case "gone": return t("A file was changed or moved since it was chosen. Choose it again.");
  }
  return file ? `${file}: ${words}` : words;
}

/** Opens a worker; it starts with the first call. */
export function openTriage() {
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Map<number, {resolve: (result: any) => void, reject: (fault: Error) => void}>} */
  const waiting = new Map();
  let last = 0, stops = 0;
  /** @type {{rows?: (bytes: Uint8Array) => void, chunk?: (bytes: Uint8Array) => void, progress?: (progress: Progress) => void}} */
  let tell = {};

  /** @param {Error} fault */
  function end(fault) {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  }

  function start() {
    const made = new Worker(new URL("triage-worker.js", import.meta.url), { type: "module" });
    made.onmessage = ({ data }) => {
      if (data.rows) return tell.rows?.(data.rows);
      if (data.chunk) return tell.chunk?.(data.chunk);
      if (data.progress) return tell.progress?.(data.progress);
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.fault !== undefined) asked?.reject(new Error(t(data.fault)));
      else asked?.resolve(data.result);
    };
    made.onerror = () => end(new Error(t("The files could not be judged: the browser ended the work, perhaps for want of memory. Choose fewer files, or close other tabs, and try again.")));
    return made;
  }

  /** @param {string} call @param {unknown[]} args @param {File[]} [files] @returns {Promise<any>} */
  async function ask(call, args, files) {
    const before = stops;
    const tongue = await spoken.get();
    if (stops !== before) throw new Stopped();
    worker ??= start();
    const id = ++last;
    const answer = await new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker?.postMessage({ id, call, args, files, tongue });
    });
    if (answer?.fault) throw new Error(faultWords(answer.fault));
    return answer;
  }

  /** @param {Chosen[]} chosen @param {By} [by] */
  const task = (chosen, by) => JSON.stringify({ ...(by ?? { now: new Date().toISOString(), zone: "", playbook: "", name: "", own: [], never: [] }), files: chosen.map(({ file, hints }) => ({ name: file.name, size: file.size, ...hints })) });
  const blobs = (/** @type {Chosen[]} */ chosen) => chosen.map(({ file }) => file);

  return {
    /** @param {Chosen[]} chosen @returns {Promise<Recognised[]>} */
    recognise: (chosen) => ask("recognise", [task(chosen)], blobs(chosen)),
    /** @param {Chosen[]} chosen @param {By} by @param {typeof tell} told @returns {Promise<Judged>} */
    judge(chosen, by, told) {
      tell = told;
      return ask("judge", [task(chosen, by)], blobs(chosen));
    },
    /** Why a row is judged so; null where it is not judged. @param {number} file @param {number} at @returns {Promise<Why | null>} */
    look: (file, at) => ask("look", [file, at]),
    /** @param {Chosen[]} chosen @param {By} by @returns {Promise<Curve[]>} */
    curves: (chosen, by) => ask("curves", [task(chosen, by)], blobs(chosen)),
    /** What other rules would have brought. @param {Chosen[]} chosen @param {By} by @param {string} other a built-in playbook's name, or a playbook's file @returns {Promise<Replay>} */
    replay: (chosen, by, other) => ask("replay", [task(chosen, by), other], blobs(chosen)),
    /** @param {Chosen[]} chosen @param {By} by @returns {Promise<Ideal>} */
    ideal: (chosen, by) => ask("ideal", [task(chosen, by)], blobs(chosen)),
    /** Whom the files name by an address, for a first list. @param {Chosen[]} chosen @param {By} by @returns {Promise<List>} */
    listed: (chosen, by) => ask("listed", [task(chosen, by)], blobs(chosen)),
    /**
     * Writes the answer, or the do-not-contact list.
     * @param {Chosen[]} chosen @param {By} by @param {"csv" | "suppress"} what @param {Record<string, string[]>} decided by "file:place"
     * @param {(progress: Progress) => void} progress
     */
    async export(chosen, by, what, decided, progress) {
      /** @type {Uint8Array<ArrayBuffer>[]} */
      const chunks = [];
      tell = { chunk: (bytes) => void chunks.push(/** @type {Uint8Array<ArrayBuffer>} */ (bytes)), progress };
      await ask("export", [task(chosen, by), what, JSON.stringify(decided)], blobs(chosen));
      return new Blob(chunks, { type: "text/csv" });
    },
    stop() {
      stops++;
      end(new Stopped());
    },
  };
}

/** @typedef {ReturnType<typeof openTriage>} Triage */
