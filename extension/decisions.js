// @ts-check
// What the pipeline page keeps in this browser, in a database of its own, until
// the rep closes the pipeline: the files that were judged, and what was decided.
//
//   session    "now": {files: [{file, hints}], by}; see triage.js
//   decisions  what was decided on a row, by the row's key (rows.js), with what was
//              decided before it

import { deleteDB, openDB } from "./idb.js";
import { kept } from "./kept.js";

/** @typedef {import("./rows.js").Decision} Decision */
/** @typedef {import("./rows.js").Row} Row */
/** @typedef {Decision & {key: string, name: string, before?: Kept}} Kept */
/** @typedef {{files: import("./triage.js").Chosen[], by: import("./triage.js").By}} Session */

const name = "cleanbreak-pipeline";

/** How many decisions on a row are taken back one after the other. */
const steps = 5;

/** What was decided before, so many steps back. @param {Kept | undefined} kept @returns {Kept | undefined} */
const back = (kept, left = steps) => (kept && left > 0 ? { ...kept, before: back(kept.before, left - 1) } : undefined);

let forgotten = () => {};

/** Calls back when another page forgets it all, as the settings do. @param {() => void} back */
export const whenForgotten = (back) => void (forgotten = back);

/** @type {{get: () => Promise<import("./idb.js").IDBPDatabase>, drop: () => void}} */
const database = kept(() => openDB(name, 1, {
  upgrade(db) {
    db.createObjectStore("session");
    db.createObjectStore("decisions", { keyPath: "key" });
  },
  blocking(_held, wanted, event) {
    /** @type {IDBDatabase} */ (event.target).close();
    database.drop();
    if (wanted === null) forgotten();
  },
  terminated: () => database.drop(),
}));

/** @returns {Promise<Session | undefined>} */
export const savedSession = async () => (await database.get()).get("session", "now");

/** @param {Session} session */
export const saveSession = async (session) => void (await (await database.get()).put("session", session, "now"));

/** Forgets the files, and keeps what was decided. */
export const forgetSession = async () => (await database.get()).delete("session", "now");

/** Whether there is anything to forget. */
export async function anythingKept() {
  const db = await database.get();
  return (await db.count("session")) + (await db.count("decisions")) > 0;
}

/** All that was decided, for a file. @returns {Promise<Kept[]>} */
export const allDecisions = async () => (await database.get()).getAll("decisions");

const oneLine = (/** @type {unknown} */ value, most = 500) => typeof value === "string" && value.length <= most;

/** Whether a file's decision is one of ours, and what was decided before it too. @param {any} d @returns {d is Kept} */
const sound = (d, left = steps) => !!d && left > 0 && ["agree", "disagree", "snooze"].includes(d.did) && oneLine(d.key, 2000) && d.key !== "" &&
  [d.name, d.verdict, d.kind, d.instead, d.why, d.until, d.at].every((value) => oneLine(value)) && (d.before === undefined || sound(d.before, left - 1));

/** Adds the decisions of a file on rows on which nothing is decided here. @param {unknown} list @returns {Promise<number>} how many */
export async function addDecisions(list) {
  if (!Array.isArray(list)) return 0;
  const tx = (await database.get()).transaction("decisions", "readwrite");
  const here = new Set(await tx.store.getAllKeys());
  const news = list.filter((d) => sound(d) && !here.has(d.key));
  await Promise.all([...news.map(({ key, name, did, verdict, kind, instead, why, until, at, before }) => tx.store.put({ key, name, did, verdict, kind, instead, why, until, at, ...(before && { before }) })), tx.done]);
  return news.length;
}

/** Forgets all of it. */
export async function forgetPipeline() {
  (await database.get()).close();
  database.drop();
  await deleteDB(name);
}

/** Keeps what was decided on a row, or nothing. @param {string} key @param {Kept | undefined} kept */
async function write(key, kept) {
  const db = await database.get();
  if (kept) await db.put("decisions", kept);
  else await db.delete("decisions", key);
}

/** The decisions, in memory and in the database. */
export async function openDecisions() {
  /** @type {Map<string, Kept>} */
  const all = new Map();
  for (const kept of await (await database.get()).getAll("decisions")) all.set(kept.key, kept);

  const today = new Date().toLocaleDateString("sv"); // as 2026-11-22

  /**
   * A decision stands while the verdict that it is about does; a row that is put off stays so until its day. It is not
   * another row's that has the same id by chance, and nothing but assent stands before who asked not to be contacted.
   * @param {Row} row @returns {Kept | undefined}
   */
  const of = (row) => {
    const kept = all.get(row.key);
    if (!kept || !row.judged || kept.name !== row.name || (row.verdict === "stop" && kept.did !== "agree")) return undefined;
    const stands = kept.did === "snooze" ? kept.until > today : kept.verdict === row.verdict && kept.kind === row.kind;
    return stands ? kept : undefined;
  };

  return {
    of,
    /**
     * Decides on a row: at once here, and in the database when what is given back is done.
     * @param {Row} row @param {Pick<Decision, "did"> & Partial<Decision>} decision
     */
    decide(row, decision) {
      const before = back(all.get(row.key), steps - 1);
      /** @type {Kept} */
      const kept = {
        instead: "", why: "", until: "", ...decision, key: row.key, name: row.name, verdict: row.verdict, kind: row.kind, at: new Date().toISOString(), before,
      };
      all.delete(row.key); // to stand last
      all.set(row.key, kept);
      return write(kept.key, kept);
    },
    /**
     * Takes back the last decision that stands on rows of a list.
     * @param {(key: string) => Row | undefined} row of the list, by its key
     * @returns {{taken: Kept, written: Promise<void>} | undefined} undefined where there is none
     */
    undo(row) {
      let last = /** @type {Kept | undefined} */ (undefined);
      for (const kept of all.values()) {
        const on = row(kept.key);
        if (on && of(on) === kept && (!last || kept.at >= last.at)) last = kept;
      }
      if (!last) return undefined;
      if (last.before) all.set(last.key, last.before);
      else all.delete(last.key);
      return { taken: last, written: write(last.key, last.before) };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openDecisions>>} Decisions */
