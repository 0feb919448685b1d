// @ts-check
// Writing the log, within a transaction. In a team, what is new is signed and goes
// into the outbox with it (device.Row).

import { Said } from "./database.js";
import { withNames } from "./names.js";
import { named, outlives, rowOf } from "./outbox.js";

/** @typedef {import("idb").IDBPTransaction<unknown, string[], "readwrite">} Writing */
/** @typedef {import("./outbox.js").Event} Event */

/**
 * @param {Writing} tx over log, outbox and settings @param {Event[]} events
 * @returns {Promise<boolean>} whether anything waits in the outbox now
 */
export async function write(tx, events) {
  const log = tx.objectStore("log");
  if (events.length === 0) return false;
  const team = await tx.objectStore("settings").get("team");
  if (!team) {
    await Promise.all(events.map((event) => keep(tx, event)));
    return false;
  }
  await refuseErased(tx, events);
  const queued = await Promise.all(events.map(async (event) => {
    const known = await log.get(event.id);
    if (!known) await queue(tx, { ...event, stamp: { author: team.member, role: team.role } }, Date.now());
    else if (event.local && !known.local) await keep(tx, { ...known, local: event.local }); // the team's, and now seen here
    return !known;
  }));
  return queued.includes(true);
}

/** @param {Writing} tx @param {Event} event */
export const keep = (tx, event) => tx.objectStore("log").put(withNames(event));

/** Puts an event into the log, and its row into the outbox. @param {Writing} tx @param {Event} event @param {number} number grows with every event */
export const queue = (tx, event, number) => Promise.all([keep(tx, event), tx.objectStore("outbox").put(rowOf(event, number))]);

/** Somebody whom the team has erased stays erased. @param {Writing} tx @param {Event[]} events */
async function refuseErased(tx, events) {
  const people = new Set(events.filter((e) => e.kind !== "erase").flatMap((e) => e.who));
  for (const w of people) {
    const about = await tx.objectStore("log").index("who").getAll(w);
    if (about.some((e) => e.kind === "erase")) throw new Said("This person was erased for the whole team, so nothing about them is recorded.");
  }
}

/** Removes what names some people. @param {Writing} tx over all but settings @param {string[]} who */
export async function forgetIn(tx, who) {
  for (const w of who) {
    for (const event of await tx.objectStore("log").index("who").getAll(w)) {
      if (!outlives(event)) await drop(tx, event.id);
    }
    for (const id of await tx.objectStore("refused").index("who").getAllKeys(w)) await tx.objectStore("refused").delete(id);
    await tx.objectStore("looks").delete(IDBKeyRange.bound([w], [w, []]));
  }
  if (who.length > 0) await forgetUnopened(tx, new Set(who));
}

/** Entries that could not be opened stand in the log under nobody. @param {Writing} tx @param {Set<string>} who */
async function forgetUnopened(tx, who) {
  const [entries, log] = [tx.objectStore("entries"), tx.objectStore("log")];
  const opened = new Set(await log.getAllKeys());
  for (const id of await entries.getAllKeys()) {
    if (opened.has(id)) continue;
    if (!named((await entries.get(id)).entry).some((w) => who.has(w))) continue;
    await drop(tx, /** @type {string} */ (id));
    await tx.objectStore("refused").delete(id);
  }
}

/** @param {Writing} tx @param {string} id */
export async function drop(tx, id) {
  await Promise.all(["log", "outbox", "entries"].map((store) => tx.objectStore(store).delete(id)));
}
