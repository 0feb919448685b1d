// @ts-check
// What the pipeline page keeps in this browser, in a database of its own, until
// the rep closes the pipeline: the files that were judged, and what was decided.
//
//   session    "now": {files: [{file, hints}], by}; see triage.js
//   decisions  what was decided on a row, by the row's key (rows.js), with what was
//              decided before it

import { inWords } from "./database.js";
import { deleteDB, openDB } from "./idb.js";
import { kept } from "./kept.js";
import { t } from "./tongue.js";

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
const sound = (d, left = steps) => !!d && left > 0 && ["agree", "disagree", "snooze"].includes(d.did) && oneLine(d.key, 2000) && d.key !== "" && !Number.isNaN(Date.parse(d.at)) && /^(\d{4}-\d\d-\d\d)?$/.test(d.until) &&
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

/** Begins a change of the decisions, once more where Firefox closed the database without a word, as it does when its storage was full. */
async function beginning() {
  const begin = async () => (await database.get()).transaction("decisions", "readwrite");
  try {
    return await begin();
  } catch (fault) {
    if (!(fault instanceof DOMException && fault.name === "InvalidStateError")) throw fault;
    database.drop();
    return begin();
  }
}

/** Keeps what was decided on rows, or nothing, all at once; a fault is said in words for the rep. @param {[key: string, kept: Kept | undefined][]} changed */
async function write(changed) {
  try {
    const tx = await beginning();
    await Promise.all([...changed.map(([key, kept]) => (kept ? tx.store.put(kept) : tx.store.delete(key))), tx.done]);
  } catch (fault) {
    throw new Error(t(inWords(fault).message));
  }
}

/** The decisions, in memory and in the database. */
export async function openDecisions() {
  /** @type {Map<string, Kept>} */
  const all = new Map();
  let latest = 0; // when something was decided last, ms
  for (const kept of await (await database.get()).getAll("decisions")) {
    all.set(kept.key, kept);
    latest = Math.max(latest, Date.parse(kept.at) || 0);
  }

  const stored = new Map(all); // what is in the database

  /** Has rows decided on so, at once here, and in the database when it is done; what cannot be kept there does not stand here either. @param {[key: string, kept: Kept | undefined][]} changed */
  function change(changed) {
    const put = (/** @type {Map<string, Kept>} */ to, /** @type {string} */ key, /** @type {Kept | undefined} */ kept) => {
      to.delete(key); // to stand last
      if (kept) to.set(key, kept);
    };
    for (const [key, kept] of changed) put(all, key, kept);
    return write(changed).then(() => {
      for (const [key, kept] of changed) put(stored, key, kept);
    }, (fault) => {
      for (const [key, kept] of changed) if (all.get(key) === kept) put(all, key, stored.get(key));
      throw fault;
    });
  }

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
     * Decides on rows, the same on each: at once here, and in the database when what is given back is done.
     * @param {Row[]} rows @param {Pick<Decision, "did"> & Partial<Decision>} decision
     */
    decide(rows, decision) {
      latest = Math.max(Date.now(), latest + 1); // never twice the same: by it they are taken back together
      const at = new Date(latest).toISOString();
      /** @type {[string, Kept][]} */
      const changed = rows.map(({ key, name, verdict, kind }) => {
        const before = back(all.get(key), steps - 1);
        return [key, { instead: "", why: "", until: "", ...decision, key, name, verdict, kind, at, before }];
      });
      return change(changed);
    },
    /**
     * Takes back what was decided last on rows of a list: of several, all that was decided on at once.
     * @param {(key: string) => Row | undefined} row of the list, by its key
     * @returns {{taken: Kept[], written: Promise<void>} | undefined} undefined where there is none
     */
    undo(row) {
      /** @type {Kept[]} */
      let taken = [];
      for (const kept of all.values()) {
        const on = row(kept.key);
        if (!on || of(on) !== kept || (taken.length && kept.at < taken[0].at)) continue;
        if (taken.length && kept.at === taken[0].at) taken.push(kept);
        else taken = [kept];
      }
      if (!taken.length) return undefined;
      return { taken, written: change(taken.map(({ key, before }) => [key, before])) };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openDecisions>>} Decisions */
