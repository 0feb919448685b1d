// @ts-check
// The log on this device, as the brain asks for it (door.d.ts).

import { forgetIn, write } from "./log.js";
import { keysOf } from "./names.js";

/** @typedef {import("./database.js").Database} Database */
/** @typedef {import("./log.js").Event} Event */
/** @typedef {{who: string, site: string, at: string}} Look */

/**
 * @param {import("./database.js").Work} work
 * @param {() => void} changed told of everything that waits in the outbox
 * @returns {Omit<import("./door.d.ts").Host, "ready" | "zone" | "zoneFile" | "wordsFile" | "phrasesFile">}
 */
export function openStore(work, changed) {
  return {
    key: () => work(indexKey),
    mine: () => work(async (db) => JSON.stringify((await db.get("settings", "mine")) ?? {})),
    keep: (mine) => work(async (db) => { await db.put("settings", JSON.parse(mine), "mine"); }),
    learnt: () => work(async (db) => (await db.get("settings", "learnt")) ?? ""),
    keepLearnt: (counted) => work(async (db) => { await db.put("settings", counted, "learnt"); }),
    load: (asked) => work(async (db) => JSON.stringify(await load(db, JSON.parse(asked)))),
    alike: (asked) => work(async (db) => JSON.stringify(await alike(db, JSON.parse(asked)))),
    all: () => work(async (db) => JSON.stringify(await all(db))),
    put: (known) => work((db) => put(db, JSON.parse(known), changed)),
    remove: (id) => work((db) => db.delete("log", JSON.parse(id))),
    forget: (gone) => work((db) => forget(db, JSON.parse(gone), changed)),
  };
}

/** @param {Database} db */
export async function indexKey(db) {
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
  const tx = db.transaction(["log", "looks", "settings"]);
  const log = tx.objectStore("log");
  /** @type {Map<string, Event>} */
  const found = new Map();
  /** @param {"who" | "account"} index @param {string[]} names */
  const find = async (index, names) => {
    const all = await Promise.all(names.map((n) => log.index(index).getAll(n)));
    for (const event of all.flat()) found.set(event.id, event);
    return all.flat();
  };
  const settings = tx.objectStore("settings");
  const [, cards, looks, team, names] = await Promise.all([
    find("who", who ?? []),
    find("account", accounts ?? []),
    Promise.all((who ?? []).map((w) => tx.objectStore("looks").getAll(IDBKeyRange.bound([w], [w, []])))),
    settings.get("team"),
    settings.get("names"),
  ]);
  const asked = new Set(who);
  for (let more = cards; more.length; ) { // the people of the accounts, and whom links tie to them
    const people = new Set(more.flatMap((e) => e.who).filter((w) => !asked.has(w)));
    for (const w of people) asked.add(w);
    more = (await find("who", [...people])).filter((e) => e.kind === "link");
  }
  return { events: [...found.values()], looks: looks.flat(), team: us(team, names) };
}

/** The cards of those who may be somebody. @param {Database} db @param {{name: string, addresses: string[] | null}} asked */
async function alike(db, { name, addresses }) {
  const index = db.transaction("log").objectStore("log").index("name");
  return (await Promise.all(keysOf(name, addresses ?? []).map((key) => index.getAll(key)))).flat();
}

/** Who the rep is in the team, and what the members are called. @param {any} team @param {any} names */
const us = (team, names) => (team ? { member: team.member, role: team.role, names: names ?? {} } : null);

/** @param {Database} db */
async function all(db) {
  const tx = db.transaction(["log", "looks", "settings"]);
  const settings = tx.objectStore("settings");
  const [events, looks, team, names] = await Promise.all([
    tx.objectStore("log").getAll(), tx.objectStore("looks").getAll(), settings.get("team"), settings.get("names"),
  ]);
  return { events, looks, team: us(team, names) };
}

/** @param {Database} db @param {{events: Event[] | null, looks: Look[] | null}} known @param {() => void} changed */
async function put(db, { events, looks }, changed) {
  const tx = db.transaction(["log", "looks", "outbox", "settings"], "readwrite");
  const writes = (looks ?? []).map((look) => tx.objectStore("looks").put(look));
  const shared = write(tx, events ?? []);
  await Promise.all([...writes, shared, tx.done]);
  if (await shared) changed();
}

/**
 * Removes what names some people, and writes what is to stay of them.
 * @param {Database} db @param {{who: string[], events: Event[] | null}} gone @param {() => void} changed
 */
async function forget(db, { who, events }, changed) {
  const tx = db.transaction(["log", "looks", "outbox", "entries", "refused", "settings"], "readwrite");
  await forgetIn(tx, who);
  const shared = write(tx, events ?? []);
  await Promise.all([shared, tx.done]);
  if (await shared) changed();
}
