// @ts-check
// Reads the page in view with a page map (pages/*.json) and hands the brain a
// snapshot. Draws and inserts nothing. The build joins it with reader/ into one script,
// and puts the maps in front.
//
// A snapshot is plain JSON:
//
//   {v: 1, site: "gmail", layout: "thread", url, title, lang, zone,
//    key: "FMfc…", identity: "thread-f:17… 18a4…", by: [0, 0], stale: false,
//    expects: {subject: 0, …},
//    fields: {subject: {value: "Hello", by: 0}, …},
//    lists: {messages: {by: 0, total: 12, items: [{fields, lists}, …]}, …}}
//
// `by` is the place of the selector that hit; -1 is "not found", with the value
// "". `total` counts the items on the page; a list is cut to its newest.
// `layout` is "" when none of the map fits. `key` is what the address says of
// who or what this is, `identity` what the page says, in parts that were found
// `by` these. `stale`: the two never came to agree, and nothing was read, because
// it may be somebody else's. `expects` are the fields that the layout demands, each
// with the last place of a selector that is well; a later one, or none, means that
// the site has changed (core/page/drift.go).
// Types are in pages/map.d.ts.

import { addressMoved, rememberPage } from "./reader/identity.js";
import { jsonOf, sumOf } from "./reader/json.js";
import { always, here, map, now, world } from "./reader/map.js";
import { forgetJSON } from "./reader/select.js";
import { readPage } from "./reader/snapshot.js";

const budget = 8; // ms of work in one task
const pause = 400; // ms between two reads of a page that is watched
const settling = 250; // ms between two reads of a page that has to stand still
const calm = 1000; // ms it stands still when nothing tells it from the previous person's
const patience = 8000; // ms to wait for a page to agree with its address

let href = here(); // the address last told to the brain
let since = now(); // when it was reached, or a read was asked for
let sent = ""; // the sum of the last snapshot sent from this address
let before = ""; // that of the last snapshot read
let steady = now(); // since when reads give that one
let reading = false;
let again = false; // asked for while reading
let asked = true; // for this page, in view or not: it is told once
let timer = 0;
let cost = 0; // ms of work in the last read

/** The extension was reloaded when its id is gone: this script is an orphan. It also ends where it may not read any more. */
const alive = () => !!globalThis.chrome?.runtime?.id && !running.signal.aborted;

/** @param {object} message */
function send(message) {
  try {
    const answer = Promise.resolve(chrome.runtime.sendMessage(message)); // undefined, or whether it may be read
    answer.then((may) => { if (may === false) stop(); }, () => {}); // nobody listens: the next read tells
  } catch {
    stop();
  }
}

/** @param {number} delay */
function schedule(delay) {
  if (!timer) timer = window.setTimeout(run, delay);
}

/** @returns {Generator<void, Written>} */
function* readAndWrite() {
  const read = yield* readPage();
  const json = yield* jsonOf(read.snapshot);
  return { ...read, json, sum: yield* sumOf(json) };
}

/** Short tasks; null when the address changed meanwhile. @param {Generator<void, Written>} steps @returns {Promise<Written | null>} */
async function inSlices(steps) {
  const from = here();
  cost = 0;
  for (;;) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 }));
    if (here() !== from) return null;
    const start = now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (now() < start + budget);
    cost += now() - start;
  }
}

async function run() {
  timer = 0;
  if (!alive()) return stop();
  moved();
  if (reading) {
    again = true;
    return;
  }
  if (always && !asked && document.visibilityState !== "visible") return; // visibilitychange asks again
  reading = true;
  const read = await inSlices(readAndWrite()).finally(() => {
    reading = false;
    forgetJSON();
  });
  if (!alive()) return stop();
  if (!moved() && read) sendWhenSettled(read);
  if (again) schedule(pause);
  again = false;
}

/** Sends a snapshot that is settled, or one that is not when time is up. @param {Written} read */
function sendWhenSettled(read) {
  if (read.sum !== before) steady = now();
  const same = read.sum === before && (read.sure || now() - steady >= calm);
  before = read.sum;
  if (!(read.settled && (same || (always && read.sure))) && now() - since < patience) {
    return schedule(always && read.sure ? pause : settling);
  }
  asked = false;
  if (!read.snapshot.stale) rememberPage(read);
  if (read.sum === sent) return;
  sent = read.sum;
  send({ type: "page", snapshot: read.json, at: performance.timeOrigin + now() });
}

/** Tells at once that the address changed; true when it did. */
function moved() {
  if (here() === href) return false;
  href = here();
  addressMoved();
  since = now();
  sent = before = "";
  again = false;
  clearTimeout(timer);
  timer = 0;
  if (alive()) send({ type: "left", url: href });
  else stop();
  if (always) schedule(0);
  return true;
}

/** The page is asked for, because the rep pressed the button, or moved on beside the open panel: LinkedIn is read then and at no other time. */
function read() {
  moved();
  asked = true;
  since = now();
  sent = before = "";
  schedule(0);
}

// A page that changes all the time is read less often the more a read costs.
const changed = () => !moved() && schedule(Math.max(pause, 20 * cost));
const watcher = new MutationObserver(changed);

const running = new AbortController();

function start() {
  const { signal } = running;
  world.cleanBreakReader = { read, alive };
  // Only the Navigation API sees pushState; older Firefox lacks it.
  world.navigation?.addEventListener("currententrychange", moved, { signal });
  addEventListener("popstate", moved, { signal });
  addEventListener("hashchange", moved, { signal });
  if (!always) return schedule(0);
  document.addEventListener("visibilitychange", () => schedule(0), { signal });
  watcher.observe(document, { subtree: true, childList: true, characterData: true });
  schedule(0);
}

function stop() {
  running.abort();
  watcher.disconnect();
  clearTimeout(timer);
}

// Injected again: the script that is there reads once more. It is a property of
// this world's own; an element of the page with that name is not.
const there = Object.hasOwn(world, "cleanBreakReader") ? world.cleanBreakReader : undefined;
if (there?.alive()) there.read();
else if (map.site && window === window.top) start();
