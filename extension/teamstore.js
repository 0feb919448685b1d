// @ts-check
// What the team's program (teamdoor.d.ts) keeps on this device.

import { drop, forgetIn, keep, queue, write } from "./log.js";
import { rowAgain } from "./outbox.js";
import { indexKey } from "./store.js";

/** @typedef {import("./database.js").Database} Database */
/** @typedef {import("./log.js").Event} Event */
/** @typedef {{id: string, code: string, kind: string, at: string, who: string[], name?: string}} Refused */

const everything = ["log", "looks", "outbox", "entries", "refused", "settings"];

/** @param {import("./database.js").Work} work */
export function openTeamStore(work) {
  /** @param {string} name @returns {Promise<any>} */
  const setting = (name) => work((db) => db.get("settings", name));
  return {
    setting,
    /** @param {string} name @param {unknown} value undefined removes it */
    set: (name, value) => work(async (db) => { await (value === undefined ? db.delete("settings", name) : db.put("settings", value, name)); }),
    inTeam: () => work(async (db) => (await db.getKey("settings", "team")) !== undefined),
    dismiss: () => work((db) => db.clear("refused")),
    counts: () => work(counts),
    /** @type {Omit<import("./teamdoor.d.ts").Host, "ready" | "request" | "zone" | "zoneFile">} */
    host: {
      key: () => work(indexKey),
      membership: async () => text(await setting("team")),
      joining: async () => text(await setting("joining")),
      join: (membership) => work((db) => pending(db, JSON.parse(membership))),
      log: () => work(async (db) => JSON.stringify(await db.getAll("log"))),
      everything: () => work(async (db) => JSON.stringify(await everythingOf(db))),
      restore: (restored) => work((db) => restore(db, JSON.parse(restored))),
      enter: (entering) => work((db) => enter(db, JSON.parse(entering))),
      leave: () => work(leave),
      left: async () => (await setting("left")) ?? "",
      waiting: (most) => work(async (db) => JSON.stringify(await waiting(db, Number(most)))),
      take: (step) => work((db) => take(db, JSON.parse(step))),
      names: (names) => work(async (db) => { await db.put("settings", JSON.parse(names), "names"); }),
    },
  };
}

const text = (/** @type {unknown} */ value) => (value === undefined ? "" : JSON.stringify(value));

/** Keeps a pending membership; null drops it. @param {Database} db @param {object | null} membership */
async function pending(db, membership) {
  if (membership) await db.put("settings", membership, "joining");
  else await db.delete("settings", "joining");
}

/** @param {Database} db */
async function counts(db) {
  const tx = db.transaction(["outbox", "refused", "settings"]);
  const [team, waiting, refused] = await Promise.all([
    tx.objectStore("settings").getKey("team"), tx.objectStore("outbox").count(), tx.objectStore("refused").getAll(),
  ]);
  return { team: team !== undefined, waiting, refused: /** @type {Refused[]} */ (refused) };
}

/** @param {Database} db */
async function everythingOf(db) {
  const tx = db.transaction(["log", "looks", "settings"]);
  const [events, looks, mine] = await Promise.all([tx.objectStore("log").getAll(), tx.objectStore("looks").getAll(), tx.objectStore("settings").get("mine")]);
  return { events, looks, mine };
}

/** Adds what a file brings. @param {Database} db @param {{events: Event[], looks: {who: string, site: string, at: string}[] | null, mine?: object}} restored */
async function restore(db, { events, looks, mine }) {
  const tx = db.transaction(everything, "readwrite");
  const [kept, settings] = [tx.objectStore("looks"), tx.objectStore("settings")];
  await write(tx, events);
  for (const look of looks ?? []) {
    const known = await kept.get([look.who, look.site]);
    if (!known || known.at < look.at) await kept.put(look);
  }
  if (mine && !(await settings.get("mine"))) await settings.put(mine, "mine");
  await tx.done;
}

/**
 * Becomes a member: the log in the team's tags takes the place of the device's own,
 * and all of it goes out. False where the log has grown since it was read.
 * @param {Database} db
 * @param {{membership: {index: string}, read: number, events: Event[], again?: boolean, who: Record<string, string> | null}} entering
 */
async function enter(db, { membership, read, events, again, who }) {
  const tx = db.transaction(everything, "readwrite");
  const [log, looks, settings] = ["log", "looks", "settings"].map((name) => tx.objectStore(name));
  const same = (await log.count()) === read;
  if (same) {
    await log.clear();
    if (!again) await tx.objectStore("entries").clear();
    await Promise.all(events.map((event, i) => queue(tx, event, i)));
    await queueAgain(tx);
    if (who) await rename(looks, who);
    await settings.put(Uint8Array.from(atob(membership.index), (c) => c.charCodeAt(0)), "index-key");
    await settings.put(membership, "team");
    for (const name of ["joining", "left"]) await settings.delete(name);
  }
  await tx.done;
  return same;
}

/** @param {any} looks the store @param {Record<string, string>} who */
async function rename(looks, who) {
  /** @type {{who: string}[]} */
  const moved = (await looks.getAll()).filter((/** @type {{who: string}} */ look) => who[look.who]);
  await looks.clear();
  await Promise.all(moved.map((look) => looks.put({ ...look, who: who[look.who] })));
}

/** Forgets the team. The log stays, and so do the team's entries: the device may come back to it. @param {Database} db */
async function leave(db) {
  const tx = db.transaction(everything, "readwrite");
  const settings = tx.objectStore("settings");
  const team = await settings.get("team");
  if (team) await settings.put(`${team.server}/${team.team}`, "left"); // device.Membership.Address
  await Promise.all([
    ...["outbox", "refused"].map((name) => tx.objectStore(name).clear()),
    ...["team", "joining", "names", "step"].map((name) => settings.delete(name)),
    tx.done,
  ]);
}

/** The first of the outbox (device.Waiting). @param {Database} db @param {number} most */
async function waiting(db, most) {
  const tx = db.transaction(["log", "outbox", "entries"]);
  const rows = await tx.objectStore("outbox").index("order").getAll(undefined, most);
  const found = await Promise.all(rows.map(async ({ id }) => ({
    id,
    event: await tx.objectStore("log").get(id),
    entry: (await tx.objectStore("entries").get(id))?.entry,
  })));
  return found.filter(({ event, entry }) => event || entry);
}

/**
 * Writes what a round's answer changes (device.Step), in one transaction.
 * @param {Database} db
 * @param {{rewound?: boolean, erase?: string[], put?: Event[], entries?: Record<string, string>, refused?: {id: string, code: string}[],
 *   rejected?: {seq: number, id: string, code: string}[], membership?: object}} step
 */
async function take(db, step) {
  const tx = db.transaction(everything, "readwrite");
  if (!(await tx.objectStore("settings").getKey("team"))) return; // left meanwhile
  if (step.rewound) await queueAgain(tx);
  await forgetIn(tx, step.erase ?? []);
  for (const event of step.put ?? []) {
    const known = await tx.objectStore("log").get(event.id);
    await keep(tx, known?.local ? { ...event, local: known.local } : event);
    await tx.objectStore("refused").delete(event.id); // its key has come meanwhile
  }
  for (const [id, entry] of Object.entries(step.entries ?? {})) {
    await tx.objectStore("entries").put({ id, entry });
    await tx.objectStore("outbox").delete(id);
  }
  for (const { id, code } of step.refused ?? []) await refuse(tx, id, code);
  for (const { seq, id, code } of step.rejected ?? []) await tx.objectStore("refused").put({ id: id || `row ${seq}`, code, kind: "", at: "", who: [] });
  if (step.membership) await tx.objectStore("settings").put(step.membership, "team");
  await tx.done;
}

/** The team's server was set back: what it had goes out again. @param {import("./log.js").Writing} tx */
async function queueAgain(tx) {
  for (const { entry } of await tx.objectStore("entries").getAll()) {
    const row = rowAgain(entry);
    if (row) await tx.objectStore("outbox").put(row);
  }
}

/** @param {import("./log.js").Writing} tx @param {string} id @param {string} code */
async function refuse(tx, id, code) {
  const event = await tx.objectStore("log").get(id);
  await drop(tx, id);
  const { kind = "", at = "", who = [] } = event ?? {};
  await tx.objectStore("refused").put(code === "erased" ? { id, code, kind, at: "", who: [], name: "" } : { id, code, kind, at, who, name: await nameOf(tx, who) });
}

/** Whom an event is about, by a card of theirs; "" where none has a name. @param {import("./log.js").Writing} tx @param {string[]} who */
async function nameOf(tx, who) {
  for (const w of who) {
    for (const { kind, sealed } of await tx.objectStore("log").index("who").getAll(w)) {
      if (kind === "card" && sealed.person?.name) return sealed.person.name;
    }
  }
  return "";
}
