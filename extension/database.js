// @ts-check
// The database on this device, in IndexedDB.
//
//   log       events (replica.Event); index "who" on each pseudonym, "account"
//             on each account that a card names, "name" on what a card is found
//             again by (names.js)
//   looks     when a site was last looked at for a person
//   settings  "index-key": 32 random bytes, made on first use, or the team's;
//             "mine": brain.Mine, what the rep says of themselves
//             "language": the one that was chosen to speak (tongue.js)
//             "learnt": JSON, how many answered which touch, and came back when let go
//
// and where there is a team (core/device has what each is for):
//
//   settings  "team": device.Membership; "joining": the same, while it is pending;
//             "names": the members' names, by member; "step": how the last round
//             went (team.js); "left": the team that was left last, whose entries stay
//   outbox    device.Row; index "order" on rank and number
//   entries   {id, entry}: events as the team's server gave them
//   refused   {id, code, kind, at, who, name}: what was not taken, or not believed
//
// Version 2 added the index "account"; version 3 outbox, entries and refused,
// version 4 the index "name".

import { deleteDB, openDB } from "./idb.js";
import { kept } from "./kept.js";
import { addNames } from "./names.js";

/** @typedef {import("./idb.js").IDBPDatabase} Database */

const name = "cleanbreak";

/** An error whose words are for the rep. */
export class Said extends Error {}

/** @param {() => void} lost called when the connection is no longer of use @returns {Promise<Database>} */
const open = (lost) =>
  new Promise((resolve, reject) => {
    openDB(name, 4, {
      async upgrade(db, version, _wanted, tx) {
        if (version < 1) {
          db.createObjectStore("log", { keyPath: "id" }).createIndex("who", "who", { multiEntry: true });
          db.createObjectStore("looks", { keyPath: ["who", "site"] });
          db.createObjectStore("settings");
        }
        if (version < 2) tx.objectStore("log").createIndex("account", "clear.accounts", { multiEntry: true });
        if (version < 3) {
          db.createObjectStore("outbox", { keyPath: "id" }).createIndex("order", ["rank", "number"]);
          db.createObjectStore("entries", { keyPath: "id" });
          db.createObjectStore("refused", { keyPath: "id" }).createIndex("who", "who", { multiEntry: true });
        }
        if (version < 4) await addNames(tx.objectStore("log"));
      },
      blocked: () => reject(new Said("Another window still uses an older version of the log. Close Clean Break's other windows and panels, then try again.")),
      blocking(_held, _wanted, event) {
        /** @type {IDBDatabase} */ (event.target).close();
        lost();
      },
      terminated: lost,
    }).then(resolve, reject);
  });

/** Gives what works on the database, opened once. */
export function openDatabase() {
  /** @type {Database | undefined} open, so that a write can begin at once */
  let ready;
  const lost = () => {
    ready = undefined;
    connection.drop();
  };
  const connection = kept(async () => (ready = await open(lost)));
  /** @template T @param {(db: Database) => Promise<T>} work */
  const tried = async (work) => {
    try {
      return await work(ready ?? (await connection.get()));
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === "InvalidStateError")) throw fault;
      lost(); // Firefox closes it without a word once its storage was full; nothing of the work was begun
      return work(await connection.get());
    }
  };
  /** Does some work; a fault is said in words for the rep. @type {<T>(work: (db: Database) => Promise<T>) => Promise<T>} */
  const all = async (work) => {
    try {
      return await tried(work);
    } catch (fault) {
      throw inWords(fault);
    }
  };
  /** Deletes it; the next work begins with an empty one. */
  const wipe = async () => {
    (await connection.get()).close();
    lost();
    await deleteDB(name, { blocked() { throw new Said("Another window still uses the log. Close Clean Break's other windows and panels, then press again."); } });
  };
  return Object.assign(all, { wipe });
}

/** @typedef {ReturnType<typeof openDatabase>} Work */

/** What to tell the rep. @param {unknown} fault */
function inWords(fault) {
  if (fault instanceof Said) return fault;
  if (fault instanceof DOMException && fault.name === "QuotaExceededError") {
    return new Said("The browser's storage is full, so this could not be recorded. Free some space on the disk, then open the page again.");
  }
  console.error("Clean Break's log:", fault);
  return new Said("The log on this device could not be used. Close the browser and open it again.");
}
