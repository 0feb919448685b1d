// @ts-check
// The pipeline page's way to its worker (triage-worker.js).

import { kept } from "./kept.js";
import { tongueOf } from "./languages.js";
import { openThread } from "./thread.js";
import { language, t } from "./tongue.js";

const spoken = kept(() => tongueOf(language));
const program = kept(() => WebAssembly.compileStreaming(fetch("pipeline.wasm"))); // once for all threads

/** How many threads read files: one where they are soon read, two where what each holds of joined files is much. @param {Chosen[]} chosen */
function threadsFor(chosen) {
  const size = chosen.reduce((sum, { file }) => sum + file.size, 0);
  if (size < 1_000_000) return 1;
  return chosen.length > 1 && size > 100_000_000 ? 2 : Math.min(4, Math.max(2, navigator.hardwareConcurrency));
}

/** What a file is read as, where the rep knows it better. @typedef {{holds: string, dates: string, mapping: Record<string, string>}} Hints */
/** @typedef {{file: File, hints: Hints, instead?: boolean}} Chosen */
/** @typedef {{header: string, field: string, sample: string}} Column */
/** @typedef {{file: string, system: string, holds: string, what: string, object: string, day_first: boolean, ambiguous: boolean, columns: Column[]}} Sheet */
/** @typedef {{code: string, file: string, words: string}} Fault */
/** unread is a sentence. @typedef {{sheet: Sheet | null, fault: Fault | null, fields: string[], unread: string}} Recognised */
/** When and by what is judged: a moment, a zone, the playbook's file with its name, the rep's own addresses and domains, and whom they never track. @typedef {{now: string, zone: string, playbook: string, name: string, own: string[], never: string[]}} By */
/** @typedef {{file: string, rows: number, bytes: number, of: number, judging: boolean}} Progress */
/** @typedef {{rows: number, judged: number, aggregate: number}} Summary */
/** notices are what is to be known of all rows, in sentences. @typedef {{summary: Summary, notices: string[], sheets: Sheet[], verdicts: Record<string, string>, kinds: Record<string, string>, hour_is_worth: number}} Judged */
/** @typedef {{touch: number, share: number, low: number, high: number, prior: number, reached: number, answered: number}} Point */
/** The number of a playbook that a curve can set, as core/playbook/threshold.go has it. @typedef {{path: string[] | null, minutes: number, least: number}} Threshold */
/** @typedef {{of: string, title: string, prospects: number, source: string, points: Point[], svg: string, threshold: Threshold}} Curve */
/** @typedef {{kind: string, let_go: number, back: number, low: number, high: number, weeks: number}} Regret */
/** Who would have been let go, and when they wrote or met next. @typedef {{name: string, account: string, on: string, kind: string, back?: string, won: boolean, value: number, currency: string}} Parting */
/** @typedef {{playbook: string, let_go: number, came_back: number, won: number, minutes: number, value_lost: Record<string, number>, regret: Regret[], partings: Parting[]}} Brought */
/** @typedef {{prospects: number, unknown: number, now: Brought, then: Brought}} Replay */
/** @typedef {{why: string, countries: string[], size_from: number, size_to: number, responsible_for: string[]}} Ideal */
/** @typedef {{points: string, sign: string, because: string, evidence: string[]}} Part */
/** @typedef {{people: import("./begin.js").Listed[], unaddressed: number, over: number}} List */
/** @typedef {{tone: string, headline: string, because: string, rule: string, odds: string, score: string, decided: string, source: string, parts: Part[], voices: {source: string, verdict: string, because: string}[], flips: {if: string, verdict: string}[]}} Why */

/** @typedef {import("./thread.js").Thread} Thread */

/** Thrown by what the rep stopped. */
export class Stopped extends Error {}

/** @typedef {Pick<import("./rows.js").Decision, "did" | "instead" | "why" | "until">} Decided */

/** Why files cannot be judged, in words. @param {Fault} fault */
export function faultWords({ code, file, words }) {
  switch (code) {
    case "empty": return t("{} is empty. Export it again, with its header line.", file);
    case "unknown": return t("No column of {} is known. Say what the file holds, then what its columns are.", file);
    case "workbook": return t("{} is a spreadsheet’s own file. Save it there as CSV UTF-8, and choose that.", file);
    case "binary": return t("{} holds no text. Export the table as CSV UTF-8, and choose that.", file);
    case "nobody": return t("There are activities and nobody they are with. Add the export of the deals, contacts or leads.");
    case "buyers": return t("Too few accounts bought more than once. Export the won deals too, of a longer time.");
    case "gone": return t("A file was changed or moved since it was chosen. Choose it again.");
  }
  return file ? `${file}: ${words}` : words;
}

/** An answer, or what is wrong with the files. @param {any} answer */
function checked(answer) {
  if (answer?.fault) throw new Error(faultWords(answer.fault));
  return answer;
}

/** Opens what judges; its first thread starts with the first call. */
export function openTriage() {
  /** @type {Thread[]} */
  let threads = [];
  let stops = 0;

  /** @param {Error} fault */
  function end(fault) {
    for (const thread of threads) thread.end(fault);
    threads = [];
  }

  /** The first so many threads, those that are missing begun. @param {number} many */
  async function some(many) {
    const before = stops;
    const kit = { program: await program.get(), tongue: await spoken.get() };
    if (stops !== before) throw new Stopped();
    while (threads.length < many) threads.push(openThread(kit, end));
    return threads.slice(0, many);
  }

  /** Asks the first thread. @param {string} call @param {unknown[]} args @param {File[]} [files] */
  async function ask(call, args, files) {
    const [first] = await some(1);
    return checked(await first.ask(call, args, files));
  }

  /**
   * Has the files read by several threads, each of which answers for its part. Only the first goes on after that: each holds memory of its own.
   * @param {"judge" | "export"} call @param {Chosen[]} chosen @param {By} by @param {unknown[]} more
   * @param {(bytes: Uint8Array, place: number) => void} piece told of the pieces of the answer, in no order @param {(progress: Progress) => void} progress of the slowest
   */
  async function together(call, chosen, by, more, piece, progress) {
    const several = await some(threadsFor(chosen));
    const parts = several.length;
    /** @type {Progress[]} */
    const far = [];
    try {
      const answers = await Promise.all(several.map((thread, part) => {
        let pieces = 0;
        const told = (/** @type {Uint8Array} */ bytes) => piece(bytes, parts * pieces++ + part);
        return thread.ask(call, [task(chosen, by, { part, parts }), ...more], blobs(chosen), {
          rows: told, chunk: told, progress(at) {
            far[part] = at;
            progress(Object.values(far).reduce((slowest, one) => (one.bytes < slowest.bytes ? one : slowest)));
          },
        }).then(checked);
      }));
      for (const thread of threads.splice(1)) thread.end(new Stopped());
      return answers;
    } catch (fault) {
      end(new Stopped()); // the others need not go on
      throw fault;
    }
  }

  /** @param {Chosen[]} chosen @param {By} [by] @param {{part?: number, parts?: number}} [part] */
  const task = (chosen, by, part = {}) => JSON.stringify({ ...(by ?? { now: new Date().toISOString(), zone: "", playbook: "", name: "", own: [], never: [] }), ...part, files: chosen.map(({ file, hints }) => ({ name: file.name, size: file.size, saved: file.lastModified, ...hints })) });
  const blobs = (/** @type {Chosen[]} */ chosen) => chosen.map(({ file }) => file);

  return {
    /** @param {Chosen[]} chosen @returns {Promise<Recognised[]>} */
    recognise: (chosen) => ask("recognise", [task(chosen)], blobs(chosen)),
    /**
     * Judges every row. Rows are given in blocks, each with its place among all.
     * @param {Chosen[]} chosen @param {By} by @param {(block: Uint8Array, place: number) => void} rows @param {(progress: Progress) => void} progress
     * @returns {Promise<Judged>}
     */
    async judge(chosen, by, rows, progress) {
      /** @type {Judged[]} */
      const parts = await together("judge", chosen, by, [], rows, progress);
      return { ...parts[0], ...(await ask("sum", [JSON.stringify(parts.map(({ summary }) => summary))])) };
    },
    /** From now on why a row is judged so says how many like it answered later. @param {object} groups as curves gives them */
    learn: (groups) => ask("learn", [JSON.stringify(groups)]),
    /** Why a row is judged so; null where it is not judged. @param {number} file @param {number} at @returns {Promise<Why | null>} */
    look: (file, at) => ask("look", [file, at]),
    /** When replies stop, by the activities of the files: the curves, and the groups they rest on. @param {Chosen[]} chosen @param {By} by @returns {Promise<{curves: Curve[], groups: object}>} */
    curves: (chosen, by) => ask("curves", [task(chosen, by)], blobs(chosen)),
    /** The same by the log. @param {object} groups as the background learnt them @param {By} by @returns {Promise<{curves: Curve[]}>} */
    curvesOf: (groups, by) => ask("curves", [task([], by), JSON.stringify(groups)]),
    /** What other rules would have brought. @param {Chosen[]} chosen @param {By} by @param {string} other a built-in playbook's name, or a playbook's file @returns {Promise<Replay>} */
    replay: (chosen, by, other) => ask("replay", [task(chosen, by), other], blobs(chosen)),
    /** @param {Chosen[]} chosen @param {By} by @returns {Promise<Ideal>} */
    ideal: (chosen, by) => ask("ideal", [task(chosen, by)], blobs(chosen)),
    /** Whom the files name by an address, for a first list. @param {Chosen[]} chosen @param {By} by @returns {Promise<List>} */
    listed: (chosen, by) => ask("listed", [task(chosen, by)], blobs(chosen)),
    /**
     * Writes the answer, or the do-not-contact list.
     * @param {Chosen[]} chosen @param {By} by @param {"csv" | "suppress"} what @param {Record<string, Decided>} decided by "file:place"
     * @param {string[] | null} only the rows of these places; null writes all
     * @param {{object: string, separator: string}} as the rows of one object alone, as deal, or "" for all; "," or ";"
     * @param {(progress: Progress) => void} progress
     */
    async export(chosen, by, what, decided, only, { object, separator }, progress) {
      /** @type {Uint8Array<ArrayBuffer>[]} */
      const chunks = [];
      await together("export", chosen, by, [JSON.stringify({ what, decided, only, object, separator })], (bytes, place) => void (chunks[place] = /** @type {Uint8Array<ArrayBuffer>} */ (bytes)), progress);
      return new Blob(chunks.filter(Boolean), { type: "text/csv" });
    },
    stop() {
      stops++;
      end(new Stopped());
    },
  };
}

/** @typedef {ReturnType<typeof openTriage>} Triage */

/** Does some work in a worker of its own, so that the list goes on meanwhile. @template T @param {(triage: Triage) => Promise<T>} work */
export async function apart(work) {
  const worker = openTriage();
  try {
    return await work(worker);
  } finally {
    worker.stop();
  }
}
