// @ts-check
// The log on the device, in real IndexedDB: it comes along from every earlier
// version, and in a team nothing is recorded without its row in the outbox.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./extension.mjs";
import { settled } from "./told.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
/** @type {import("playwright-core").Page} */
let page;
before(async () => {
  browser = await start();
  page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/manifest.json`); // which asks the background nothing
  await settled(page); // no connection to the database is opened any more
});
after(() => browser.close());

const kim = "kim-kim-kim-kim-kim-kA";
const card = { id: "card", kind: "card", who: [kim], at: "2026-11-20T09:00:00Z", clear: { accounts: ["acme"] }, sealed: { person: { name: "Kim Olsen" } } };
/** @param {string} id @param {object} [over] */
const call = (id, over) => ({ id, kind: "touch", who: [kim], at: "2026-11-20T09:00:00Z", clear: { channel: "call", by_hand: true }, ...over });
const membership = { index: btoa("t".repeat(32)), member: "anna", role: "rep", cursor: "0" };

/** Begins with an empty database of a version, as that version made it. @param {1 | 2 | 3} version @param {object[]} events */
const fresh = (version, events) =>
  page.evaluate(
    ([version, events]) =>
      new Promise((resolve, reject) => {
        const gone = indexedDB.deleteDatabase("cleanbreak");
        gone.onerror = () => reject(gone.error);
        gone.onsuccess = () => {
          const opening = indexedDB.open("cleanbreak", version);
          opening.onerror = () => reject(opening.error);
          opening.onupgradeneeded = () => {
            const db = opening.result;
            const log = db.createObjectStore("log", { keyPath: "id" });
            log.createIndex("who", "who", { multiEntry: true });
            if (version >= 2) log.createIndex("account", "clear.accounts", { multiEntry: true });
            if (version >= 3) {
              db.createObjectStore("outbox", { keyPath: "id" }).createIndex("order", ["rank", "number"]);
              db.createObjectStore("entries", { keyPath: "id" });
              db.createObjectStore("refused", { keyPath: "id" }).createIndex("who", "who", { multiEntry: true });
            }
            db.createObjectStore("looks", { keyPath: ["who", "site"] }).put({ who: events[0]?.who[0] ?? "", site: "gmail", at: "2026-11-20T09:00:00Z" });
            db.createObjectStore("settings").put(new Uint8Array(32), "index-key");
            for (const event of events) log.put(event);
          };
          opening.onsuccess = () => (opening.result.close(), resolve(undefined));
        };
      }),
    /** @type {[number, any[]]} */ ([version, events]),
  );

/**
 * Opens the stores as `stores`, runs the code in the page, and gives its result, or
 * its fault, and what is in each store then.
 * @template T @param {(given: T) => unknown} code @param {T} [given]
 */
async function run(code, given) {
  await page.evaluate(async () => {
    const load = (/** @type {string} */ file) => import(`/${file}.js`);
    const [{ openDatabase }, { openStore }, { openTeamStore }] = await Promise.all([load("database"), load("store"), load("teamstore")]);
    const work = openDatabase();
    const { host, ...rest } = openTeamStore(work);
    const stores = { work, changes: 0, brain: openStore(work, () => stores.changes++), team: { ...host, ...rest } };
    Object.assign(globalThis, { stores });
  });
  const result = await page.evaluate(/** @type {any} */ (code), given).catch((e) => e.message);
  const held = await page.evaluate(() => {
    const { work, changes } = /** @type {any} */ (globalThis).stores;
    return work(async (/** @type {any} */ db) => {
      /** @type {Record<string, any>} */
      const all = { changes };
      for (const name of db.objectStoreNames) all[name] = await db.getAll(name);
      db.close();
      return all;
    });
  });
  return { ...held, result };
}

/** @type {any} in the page alone */
var stores;

/** Founds a team with what the log has. @param {object} membership */
const found = async (membership) => {
  const { team } = stores;
  const events = JSON.parse(await team.log());
  return team.enter(JSON.stringify({ membership, read: events.length, events, who: null }));
};

for (const version of /** @type {const} */ ([1, 2, 3])) {
  test(`a log of version ${version} comes along`, async () => {
    await fresh(version, [card, call("c1")]);
    const held = await run(async () => JSON.parse(await stores.brain.load(JSON.stringify({ who: [], accounts: ["acme"] }))));
    assert.deepEqual(held.log, [call("c1"), { ...card, names: ["kim olsen"] }], "a card is found by its name now");
    assert.deepEqual(held.result.events.map((/** @type {any} */ e) => e.id).sort(), ["c1", "card"], "found by the account");
    assert.equal(held.result.team, null);
    assert.deepEqual([held.outbox, held.refused, held.entries], [[], [], []]);
  });
}

test("a connection that the browser closed without a word is opened again", async () => {
  await fresh(2, [card]);
  const held = await run(async () => {
    await stores.work(async (/** @type {any} */ db) => db.close());
    return stores.brain.key();
  });
  assert.deepEqual([held.result, held.log.length], [btoa("\0".repeat(32)), 1]);
});

test("without a team nothing waits to be sent", async () => {
  await fresh(2, []);
  const held = await run(async ({ events }) => stores.brain.put(JSON.stringify({ events, looks: [] })), { events: [card] });
  assert.deepEqual([held.log.length, held.outbox, held.changes], [1, [], 0]);
});

test("who founds a team queues everything held; from then on each event has its row", async () => {
  await fresh(2, [card, call("c1")]);
  let held = await run(found, membership);
  assert.deepEqual([held.result, held.outbox.map((/** @type {any} */ r) => r.id).sort()], [true, ["c1", "card"]]);
  held = await run(async ({ events }) => stores.brain.put(JSON.stringify({ events, looks: [] })), { events: [call("c1"), call("c2")] });
  assert.deepEqual(held.outbox.map((/** @type {any} */ r) => r.id).sort(), ["c1", "c2", "card"]);
  assert.deepEqual(held.log.find((/** @type {any} */ e) => e.id === "c2").stamp, { author: "anna", role: "rep" });
  assert.equal(held.changes, 1);
});

test("what is recorded while a team is joined is not lost: it is tried again", async () => {
  await fresh(2, [card]);
  const held = await run(async ({ membership }) => stores.team.enter(JSON.stringify({ membership, read: 0, events: [], who: {} })), { membership });
  assert.deepEqual([held.result, held.log.length, held.settings.includes(membership)], [false, 1, false]);
});

test("who joins has the team's key and tags, and looks go along", async () => {
  await fresh(2, [card]);
  const moved = { ...card, id: "moved", who: ["kim-of-the-team"] };
  const held = await run(
    async ({ membership, moved, kim }) => { await stores.team.enter(JSON.stringify({ membership, read: 1, events: [moved], who: { [kim]: "kim-of-the-team" } })); return stores.team.key(); },
    { membership, moved, kim },
  );
  assert.equal(held.result, membership.index);
  assert.deepEqual([held.log, held.looks.map((/** @type {any} */ l) => l.who)], [[{ ...moved, names: ["kim olsen"] }], ["kim-of-the-team"]]);
});

test("what comes back keeps what only this device knows, and its row goes", async () => {
  await fresh(2, [call("c1", { local: { text: "words" } })]);
  await run(found, membership);
  const stamp = { seq: 1, author: "anna", role: "rep" };
  const held = await run(
    async ({ step }) => stores.team.take(JSON.stringify(step)),
    { step: { put: [call("c1", { stamp })], entries: { c1: "as it came" }, membership: { ...membership, cursor: "1.x" } } },
  );
  assert.deepEqual([held.log, held.outbox], [[call("c1", { stamp, local: { text: "words" } })], []]);
  assert.deepEqual(held.entries, [{ id: "c1", entry: "as it came" }]);
});

test("a server that was set back gets everything again, stops and erasures first", async () => {
  const stop = { ...call("s1"), kind: "decision", clear: { verdict: "stop" } };
  await fresh(2, [call("c1"), stop]);
  await run(found, membership);
  const put = [call("c1", { stamp: { seq: 1 } }), { ...stop, stamp: { seq: 2 } }];
  const entries = { c1: `{"seq":1,"event":{"id":"c1","kind":"touch"}}`, s1: `{"seq":2,"event":{"id":"s1","kind":"decision","verdict":"stop"}}` };
  await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { put, entries, membership } });
  const held = await run(async ({ step }) => { await stores.team.take(JSON.stringify(step)); return JSON.parse(await stores.team.waiting("200")); }, { step: { rewound: true, membership } });
  assert.deepEqual(held.result.map((/** @type {any} */ w) => [w.id, w.event.id, w.entry]), [["s1", "s1", entries.s1], ["c1", "c1", entries.c1]]);
});

test("who comes back into the team that was left sends what was its log as it came, and the rest as their own", async () => {
  await fresh(2, [call("c1"), call("c2")]);
  const was = { ...membership, server: "https://sync.northwind.example", team: "T" };
  await run(found, was);
  const entries = { c1: `{"seq":7,"event":{"id":"c1","kind":"touch"}}`, other: `{"seq":9,"event":{"id":"other","kind":"touch"}}` };
  const c1 = call("c1", { stamp: { seq: 7, author: "ben", role: "rep" } });
  await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { put: [c1], entries, membership: was } });
  let held = await run(async () => { await stores.team.leave(); return stores.team.left(); });
  assert.deepEqual([held.result, held.outbox, held.entries.length], ["https://sync.northwind.example/T", [], 2]);
  const back = async (/** @type {any} */ { entering }) => { await stores.team.enter(JSON.stringify(entering)); return JSON.parse(await stores.team.waiting("200")); };
  held = await run(back, { entering: { membership: was, read: 2, events: [c1, call("c2")], again: true, who: null } });
  assert.deepEqual(held.result.map((/** @type {any} */ w) => [w.id, w.entry]), [["c1", entries.c1], ["other", entries.other], ["c2", undefined]]);
  await run(async () => stores.team.leave());
  held = await run(back, { entering: { membership: { ...was, team: "U" }, read: 2, events: [c1, call("c2")], who: null } });
  assert.deepEqual(held.result.map((/** @type {any} */ w) => w.entry), [undefined, undefined], "another team's server knows no receipt of this one's");
});

test("an erasure takes everything that names somebody, and they stay erased", async () => {
  await fresh(2, [card, call("c1")]);
  await run(found, membership);
  const erase = { id: "gone", kind: "erase", who: [kim], at: "2026-11-21T09:00:00Z", stamp: { seq: 3 } };
  let held = await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { erase: [kim], put: [erase], entries: { gone: "e" }, membership } });
  assert.deepEqual([held.log, held.looks, held.outbox], [[erase], [], []]);
  held = await run(async ({ events }) => stores.brain.put(JSON.stringify({ events, looks: [] })), { events: [call("late")] });
  assert.match(held.result, /was erased for the whole team/);
  assert.deepEqual([held.log, held.outbox], [[erase], []]);
});

test("an erasure takes what could not be opened, and of nobody else", async () => {
  await fresh(2, []);
  await run(found, membership);
  const unopened = (/** @type {string} */ id, /** @type {string} */ who) => JSON.stringify({ seq: 1, event: { id, kind: "touch", who: [who], at: 1 } });
  const rejected = [{ seq: 1, id: "u1", code: "no-key" }, { seq: 2, id: "u2", code: "no-key" }];
  await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { entries: { u1: unopened("u1", kim), u2: unopened("u2", "jo") }, rejected, membership } });
  const erase = { id: "gone", kind: "erase", who: [kim], at: "2026-11-21T09:00:00Z", stamp: { seq: 3 } };
  const held = await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { erase: [kim], put: [erase], entries: { gone: JSON.stringify({ seq: 3 }) }, membership } });
  assert.deepEqual(held.entries.map((/** @type {any} */ e) => e.id), ["gone", "u2"]);
  assert.deepEqual(held.refused.map((/** @type {any} */ r) => r.id), ["u2"]);
});

test("what is refused leaves the log for the list, of somebody erased without who they were", async () => {
  await fresh(2, [card, call("c1"), call("c2")]);
  await run(found, membership);
  const refused = [{ id: "c1", code: "too-large" }, { id: "c2", code: "erased" }];
  let held = await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { refused, rejected: [{ seq: 7, id: "", code: "altered" }], membership } });
  assert.deepEqual([held.log, held.outbox].map((rows) => rows.map((/** @type {any} */ r) => r.id)), [["card"], ["card"]]);
  assert.deepEqual(held.refused.map((/** @type {any} */ r) => [r.id, r.code, r.kind, r.who, r.name ?? ""]), [["c1", "too-large", "touch", [kim], "Kim Olsen"], ["c2", "erased", "touch", [], ""], ["row 7", "altered", "", [], ""]]);
  const c3 = call("c3", { stamp: { seq: 8, author: "ben", role: "rep" } });
  await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { rejected: [{ seq: 8, id: "c3", code: "no-key" }], membership } });
  held = await run(async ({ step }) => stores.team.take(JSON.stringify(step)), { step: { put: [c3], entries: { c3: "e" }, membership } });
  assert.deepEqual(held.refused.map((/** @type {any} */ r) => r.id), ["c1", "c2", "row 7"], "what can be opened now is not listed any more");
  held = await run(async () => stores.team.dismiss());
  assert.deepEqual(held.refused, []);
});

test("who leaves keeps the log, and a late answer changes nothing", async () => {
  await fresh(2, [call("c1")]);
  await run(found, membership);
  const held = await run(async ({ step }) => { await stores.team.leave(); await stores.team.take(JSON.stringify(step)); return stores.team.inTeam(); }, { step: { put: [call("c9")], membership } });
  assert.deepEqual([held.result, held.log.map((/** @type {any} */ e) => e.id), held.outbox, held.entries], [false, ["c1"], [], []]);
});

test("the log of version 1 is kept, and colleagues are found with what comes after", async () => {
  const known = await page.evaluate(async () => {
    const event = (/** @type {string} */ id, /** @type {string} */ kind, /** @type {string[]} */ who, /** @type {object} */ clear) => ({ id, kind, who, at: "2026-11-20T09:00:00Z", clear });
    const gone = indexedDB.deleteDatabase("cleanbreak");
    await new Promise((resolve, reject) => ((gone.onsuccess = resolve), (gone.onerror = reject)));
    const opening = indexedDB.open("cleanbreak", 1); // as version 1 made it
    opening.onupgradeneeded = () => {
      const db = opening.result;
      db.createObjectStore("log", { keyPath: "id" }).createIndex("who", "who", { multiEntry: true });
      db.createObjectStore("looks", { keyPath: ["who", "site"] });
      db.createObjectStore("settings");
    };
    await new Promise((resolve, reject) => ((opening.onsuccess = resolve), (opening.onerror = reject)));
    const tx = opening.result.transaction(["log", "looks", "settings"], "readwrite");
    tx.objectStore("log").put({ ...event("old card", "card", ["kim"], {}), sealed: { person: { name: "Olsen, KIM", email: "Kim.Olsen+x@acme.example" } } });
    tx.objectStore("looks").put({ who: "kim", site: "gmail", at: "2026-11-20T09:00:00Z" });
    tx.objectStore("settings").put(new Uint8Array(32).fill(7), "index-key");
    await new Promise((resolve) => (tx.oncomplete = resolve));
    opening.result.close();

    const { openDatabase } = await import(/** @type {any} */ ("/database.js"));
    const { openStore } = await import(/** @type {any} */ ("/store.js"));
    const store = openStore(openDatabase(), () => {});
    const load = async (/** @type {object} */ asked) => {
      const { events, looks } = JSON.parse(await store.load(JSON.stringify(asked)));
      return [...events.map((/** @type {{id: string}} */ e) => e.id).sort(), ...looks.map((/** @type {{site: string}} */ l) => l.site)];
    };
    const key = await store.key();
    const old = await load({ who: ["kim"], accounts: null });
    const alike = async (/** @type {string} */ name, /** @type {string[]} */ ...addresses) => JSON.parse(await store.alike(JSON.stringify({ name, addresses }))).map((/** @type {{id: string}} */ e) => e.id);
    const found = [await alike("Kim Olsen"), await alike("", "kimolsen@acme.example"), await alike("Kim"), await alike("Kim Olsen Berg", "kim@acme.example")];
    await store.put(JSON.stringify({ looks: null, events: [
      event("new card", "card", ["kim"], { accounts: ["acme"] }),
      event("colleague", "card", ["jo"], { accounts: ["acme", "acme by name"] }),
      event("link", "link", ["jo", "jo on linkedin"], {}),
      event("reply", "reply", ["jo on linkedin"], { message: "m" }),
      event("stranger", "card", ["al"], { accounts: ["other"] }),
    ] }));
    return { key, old, found, account: await load({ who: ["kim"], accounts: ["acme"] }), byName: await load({ who: null, accounts: ["acme by name"] }) };
  });
  assert.equal(known.key, btoa("\x07".repeat(32)));
  assert.deepEqual(known.old, ["old card", "gmail"]);
  assert.deepEqual(known.found, [["old card"], ["old card"], [], []]);
  assert.deepEqual(known.account, ["colleague", "link", "new card", "old card", "reply", "gmail"]);
  assert.deepEqual(known.byName, ["colleague", "link", "reply"]);
});

test("the log's connection makes way for another one, and is opened again", async () => {
  const keys = await page.evaluate(async () => {
    const { openDatabase } = await import(/** @type {any} */ ("/database.js"));
    const { openStore } = await import(/** @type {any} */ ("/store.js"));
    const store = openStore(openDatabase(), () => {});
    const before = await store.key();
    await new Promise((resolve, reject) => {
      const gone = indexedDB.deleteDatabase("cleanbreak");
      gone.onsuccess = resolve;
      gone.onerror = () => reject(gone.error);
    });
    return { before, after: await store.key(), again: await store.key() };
  });
  assert.notEqual(keys.after, keys.before);
  assert.equal(keys.again, keys.after);
});
