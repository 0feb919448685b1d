// @ts-check
// The log on this device, in IndexedDB.
//
//   log       events (replica.Event); index "who" on each pseudonym
//   looks     when a site was last looked at for a person
//   settings  "index-key": 32 random bytes, made on first use

import { openDB } from "./idb.js";
import { kept } from "./kept.js";

/** @typedef {import("./idb.js").IDBPDatabase} Database */
/** @typedef {{id: string, who: string[]}} Event */
/** @typedef {{who: string, site: string, at: string}} Look */

/** An error whose words are for the rep. */
class Said extends Error {}

/** @param {() => void} lost called when the connection is no longer of use @returns {Promise<Database>} */
const open = (lost) =>
  new Promise((resolve, reject) => {
    openDB("cleanbreak", 1, {
      upgrade(db) {
        db.createObjectStore("log", { keyPath: "id" }).createIndex("who", "who", { multiEntry: true });
        db.createObjectStore("looks", { keyPath: ["who", "site"] });
        db.createObjectStore("settings");
      },
      blocked: () => reject(new Said("Another window still uses an older version of the log. Close Clean Break's other windows and panels, then try again.")),
      blocking(_held, _wanted, event) {
        /** @type {IDBDatabase} */ (event.target).close();
        lost();
      },
      terminated: lost,
    }).then(resolve, reject);
  });

/** @returns {Omit<import("./door.d.ts").Host, "ready" | "zone" | "zoneFile">} */
export function openStore() {
  const connection = kept(() => open(() => connection.drop()));
  const database = connection.get;
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const said = async (work) => {
    try {
      return await work();
    } catch (fault) {
      throw new Error(inWords(fault));
    }
  };

  return {
    key: () => said(async () => indexKey(await database())),
    load: (who) => said(async () => JSON.stringify(await load(await database(), JSON.parse(who)))),
    put: (known) => said(async () => put(await database(), JSON.parse(known))),
    remove: (id) => said(async () => (await database()).delete("log", JSON.parse(id))),
    forget: (who) => said(async () => forget(await database(), JSON.parse(who))),
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

/** @param {Database} db @param {string[]} who */
async function load(db, who) {
  const tx = db.transaction(["log", "looks"]);
  const log = tx.objectStore("log").index("who");
  const events = await Promise.all(who.map((w) => log.getAll(w)));
  const looks = await Promise.all(who.map((w) => tx.objectStore("looks").getAll(IDBKeyRange.bound([w], [w, []]))));
  const byId = new Map(events.flat().map((e) => [e.id, e]));
  return { events: [...byId.values()], looks: looks.flat() };
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
