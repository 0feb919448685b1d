// @ts-check
// The log on this device, in IndexedDB.
//
//   log       events (replica.Event); index "who" on each pseudonym, "account"
//             on each account that a card names
//   looks     when a site was last looked at for a person
//   settings  "index-key": 32 random bytes, made on first use
//
// Version 2 added the index "account".

import { openDB } from "./idb.js";
import { kept } from "./kept.js";

/** @typedef {import("./idb.js").IDBPDatabase} Database */
/** @typedef {{id: string, kind: string, who: string[]}} Event */
/** @typedef {{who: string, site: string, at: string}} Look */

/** An error whose words are for the rep. */
class Said extends Error {}

/** @param {() => void} lost called when the connection is no longer of use @returns {Promise<Database>} */
const open = (lost) =>
  new Promise((resolve, reject) => {
    openDB("cleanbreak", 2, {
      upgrade(db, version, _wanted, tx) {
        if (version < 1) {
          db.createObjectStore("log", { keyPath: "id" }).createIndex("who", "who", { multiEntry: true });
          db.createObjectStore("looks", { keyPath: ["who", "site"] });
          db.createObjectStore("settings");
        }
        tx.objectStore("log").createIndex("account", "clear.accounts", { multiEntry: true });
      },
      blocked: () => reject(new Said("Another window still uses an older version of the log. Close Clean Break's other windows and panels, then try again.")),
      blocking(_held, _wanted, event) {
        /** @type {IDBDatabase} */ (event.target).close();
        lost();
      },
      terminated: lost,
    }).then(resolve, reject);
  });

/** @returns {Omit<import("./door.d.ts").Host, "ready" | "zone" | "zoneFile" | "wordsFile">} */
export function openStore() {
  /** @type {Database | undefined} open, so that a write can begin at once */
  let ready;
  const connection = kept(async () => {
    ready = await open(() => {
      ready = undefined;
      connection.drop();
    });
    return ready;
  });
  /** @template T @param {(db: Database) => Promise<T>} work @returns {Promise<T>} */
  const said = async (work) => {
    try {
      return await work(ready ?? (await connection.get()));
    } catch (fault) {
      throw new Error(inWords(fault));
    }
  };

  return {
    key: () => said(indexKey),
    load: (asked) => said(async (db) => JSON.stringify(await load(db, JSON.parse(asked)))),
    put: (known) => said((db) => put(db, JSON.parse(known))),
    remove: (id) => said((db) => db.delete("log", JSON.parse(id))),
    forget: (who) => said((db) => forget(db, JSON.parse(who))),
  };
}

/** @param {Database} db */
async function indexKey(db) {
  const tx = db.transaction("settings", "readwrite");
  let key = await tx.store.get("index-key");
  if (!key) {
    key = crypto.getRandomValues(new Uint8Array(32));
    await tx.store.put(key, "index-key");
  }
  await tx.done;
  return btoa(String.fromCharCode(...key));
}

/**
 * What names some people, and what names anybody of some accounts.
 * @param {Database} db @param {{who: string[] | null, accounts: string[] | null}} asked
 */
async function load(db, { who, accounts }) {
  const tx = db.transaction(["log", "looks"]);
  const log = tx.objectStore("log");
  /** @type {Map<string, Event>} */
  const found = new Map();
  /** @param {"who" | "account"} index @param {string[]} names */
  const find = async (index, names) => {
    const all = await Promise.all(names.map((n) => log.index(index).getAll(n)));
    for (const event of all.flat()) found.set(event.id, event);
    return all.flat();
  };
  const [, cards, looks] = await Promise.all([
    find("who", who ?? []),
    find("account", accounts ?? []),
    Promise.all((who ?? []).map((w) => tx.objectStore("looks").getAll(IDBKeyRange.bound([w], [w, []])))),
  ]);
  const asked = new Set(who);
  for (let more = cards; more.length; ) { // the people of the accounts, and whom links tie to them
    const people = new Set(more.flatMap((e) => e.who).filter((w) => !asked.has(w)));
    for (const w of people) asked.add(w);
    more = (await find("who", [...people])).filter((e) => e.kind === "link");
  }
  return { events: [...found.values()], looks: looks.flat() };
}

/** @param {Database} db @param {{events: Event[] | null, looks: Look[] | null}} known */
async function put(db, { events, looks }) {
  const tx = db.transaction(["log", "looks"], "readwrite");
  const writes = [
    ...(events ?? []).map((event) => tx.objectStore("log").put(event)),
    ...(looks ?? []).map((look) => tx.objectStore("looks").put(look)),
  ];
  await Promise.all([...writes, tx.done]);
}

/** @param {Database} db @param {string[]} who */
async function forget(db, who) {
  const tx = db.transaction(["log", "looks"], "readwrite");
  const log = tx.objectStore("log");
  for (const w of who) {
    for (const id of await log.index("who").getAllKeys(w)) await log.delete(id);
    await tx.objectStore("looks").delete(IDBKeyRange.bound([w], [w, []]));
  }
  await tx.done;
}

/** @param {unknown} fault */
function inWords(fault) {
  if (fault instanceof Said) return fault.message;
  if (fault instanceof DOMException && fault.name === "QuotaExceededError") {
    return "The browser's storage is full, so this could not be recorded. Free some space on the disk, then open the page again.";
  }
  return `The log on this device could not be used: ${fault instanceof Error ? fault.message : fault}. Close the browser and open it again.`;
}
