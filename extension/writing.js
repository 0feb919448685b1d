// @ts-check
// Watches the mail that the rep is writing in Gmail, while the panel is open, and
// puts a draft into it when they press. It is injected into Gmail's page alone,
// and only while the panel is open beside it. The Send button is none of its
// business.

import { noteFocus, openBoxes, readBoxes } from "./writer/boxes.js";
import { put } from "./writer/put.js";
import { map, now, world } from "./reader/map.js";

const pause = 500; // ms between two reads, and more where one costs more

let told = ""; // the last boxes told
let timer = 0;
let cost = 0; // ms of the last read
const running = new AbortController();

/** The extension was reloaded when its id is gone: this script is an orphan. */
const alive = () => !!globalThis.chrome?.runtime?.id && !running.signal.aborted;

function soon() {
  if (!timer) timer = window.setTimeout(tell, Math.max(pause, 20 * cost));
}

/** Nothing is being written, and the background knows it: it is not woken up for less. */
const idle = () => told === "[]" && openBoxes().length === 0;

/** Tells the background what stands in the boxes, once it says that the panel is still open. */
async function tell() {
  timer = 0;
  if (idle()) return;
  if (!alive() || (await ask({})) !== true) return stop();
  const start = now();
  const boxes = JSON.stringify(readBoxes());
  cost = now() - start;
  if (boxes === told) return;
  told = boxes;
  if ((await ask({ boxes })) !== true) told = ""; // not taken: with the next change again
}

/** @param {{boxes?: string}} about */
const ask = (about) => Promise.resolve(chrome.runtime.sendMessage({ type: "writing", ...about })).catch(() => false);

function look() {
  told = "";
  soon();
}

// Recipients come and go without a key, and boxes open and close.
const watcher = new MutationObserver(soon);

/** @type {Parameters<typeof chrome.runtime.onMessage.addListener>[0]} */
function hear(message, sender, reply) {
  if (sender.id !== chrome.runtime.id || message?.type !== "put") return;
  reply(put(message));
  soon();
}

function start() {
  const { signal } = running;
  world.cleanBreakWriter = { look, alive };
  const watch = { capture: true, passive: true, signal };
  addEventListener("input", soon, watch);
  addEventListener("focusin", () => noteFocus() && soon(), watch);
  addEventListener("hashchange", look, { signal });
  watcher.observe(document, { subtree: true, childList: true });
  chrome.runtime.onMessage.addListener(hear);
  look();
}

function stop() {
  running.abort();
  watcher.disconnect();
  clearTimeout(timer);
  globalThis.chrome?.runtime?.onMessage?.removeListener(hear);
}

// An element of the page with that name is no property of this world's own.
const there = Object.hasOwn(world, "cleanBreakWriter") ? world.cleanBreakWriter : undefined;
if (there?.alive()) there.look();
else if (map.writing && window === window.top) start();
