// @ts-check
// From the page's message to the painted verdict, in real Chromium, beside a
// peer that does the same round trip in JavaScript and judges nothing:
//
//   make dist/chrome-test && node extension/tools/bench-page.mjs
//
// Measured is the time between two marks, each put by the program itself:
// `at`, taken by the content script as it sends the snapshot (reading the page
// comes before it and does not count), and `painted`, put by the panel after the
// frame that follows its drawing. Frames come every 16.7 ms, for both.
// Clocks of two processes are compared: clock_skew_ms says how far each is from
// the system's.
//
// Each turn adds a new outbound mail to the thread in view, so that a touch is
// recorded and the verdict drawn anew; a turn counts only when the State that was
// painted holds it. After every 10 turns the thread is the saved page's 9 mails
// again, and the prospect is untracked and tracked, so that thread and log hold
// 10 to 19. Warm: the background runs. Cold: it was stopped before the turn, and
// the turn counts only when the worker that took it was born after its message.
//
// The peer, extension/bench/null, does what a round trip costs at the least:
//
//   - the same saved page in a Chromium of its own, with the same windows, the
//     same change of the page at each turn, in alternation with ours
//   - sends the very text that our reader sent in the same turn, after the same
//     400 ms and from an idle callback
//   - its module service worker keeps the message in IndexedDB, in one readwrite
//     transaction on an open database, and waits until it is complete
//   - broadcasts the whole text to its panel, which parses it, and paints a
//     heading, a count, the newest mail's text and a line for each of the newest 10
//
// It does not: read the page, check what it takes, load what is known, derive ids
// or pseudonyms, judge, set a badge, use wasm, or have a style sheet. Its panel
// draws about 14 elements; ours some hundred (both are printed). Both workers run
// under the test tool's debugger.
//
// page_tasks_over_50_ms are the long tasks of the page's own thread since it was
// opened, without those in which the bench changed the page; when each began is
// said from the opening, and those of the first half second hold the page's own
// loading. WARM and COLD in the environment set how many turns there are.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { open, openPanel, saved, start, stopBackground, tabOf, withSitesGranted } from "../tests/extension.mjs";

const warmUps = 10;
const warmTurns = Number(process.env.WARM ?? 80);
const coldTurns = Number(process.env.COLD ?? 30);
const fullThread = 10; // turns until the thread is as saved again
const longTask = 50; // ms, as the browser defines it

const peer = fileURLToPath(new URL("../bench/null", import.meta.url));
const page = saved("gmail-thread-en");

// ---- what runs in the pages

/** Gathers, in a panel, what it hears and when it has painted. */
function probe() {
  /** @type {{message?: {snapshot: string, at: number}, state?: string, drawn?: number, done?: (turn: object) => void}} */
  let turn = {};
  chrome.runtime.onMessage.addListener((message) => {
    if (message.type === "page") turn.message = message;
    if (message.type !== "state" || !turn.message) return;
    turn.state = message.state;
    turn.drawn = performance.timeOrigin + performance.now(); // the panel's own listener came before this one
  });
  new PerformanceObserver((list) => {
    if (!turn.state || !turn.drawn || !turn.message) return;
    const { snapshot, at } = turn.message;
    const painted = performance.timeOrigin + list.getEntries()[0].startTime;
    const elements = document.body.querySelectorAll("*").length;
    turn.done?.({ ms: painted - at, frame: painted - turn.drawn, at, snapshot, state: turn.state, elements });
    turn = {};
  }).observe({ type: "mark" });
  /** @type {any} */ (globalThis).nextTurn = () => new Promise((done) => (turn = { done }));
}

/** Adds a mail to the thread in view; the page holds another one, hidden. @param {string} id */
function addMail(id) {
  const began = performance.now();
  const thread = [...document.querySelectorAll("div[role=main]")].find((m) => m.checkVisibility());
  const newest = [...(thread?.querySelectorAll("div[role=listitem]") ?? [])].at(-1);
  const added = /** @type {HTMLElement} */ (newest?.cloneNode(true));
  added.dataset.bench = "";
  const mail = added.querySelector("div.adn");
  mail?.setAttribute("data-message-id", `#msg-f:${BigInt(`0x${id}`)}`);
  mail?.setAttribute("data-legacy-message-id", id);
  newest?.after(added);
  noteOwn(began);
}

function removeMails() {
  const began = performance.now();
  for (const added of document.querySelectorAll("[data-bench]")) added.remove();
  noteOwn(began);
}

/** Keeps what the bench itself did to the page apart. @param {number} began */
function noteOwn(began) {
  /** @type {any} */ (globalThis).own.push([began, performance.now()]);
}

function watchLongTasks() {
  const world = /** @type {any} */ (globalThis);
  world.own = [];
  world.longTasks = [];
  new PerformanceObserver((list) => world.longTasks.push(...list.getEntries().map((e) => [e.startTime, e.duration])))
    .observe({ type: "longtask", buffered: true });
}

/** When each long task began that was not the bench's own, and how long it took. @returns {[number, number][]} */
function readLongTasks() {
  const { own, longTasks } = /** @type {any} */ (globalThis);
  const overlaps = (/** @type {number[]} */ [from, took]) => own.some((/** @type {number[]} */ [a, b]) => a < from + took && b > from);
  return longTasks.filter((/** @type {number[]} */ t) => !overlaps(t));
}

/** How far the performance clock of a page is from the system's, ms. */
function skew() {
  let most = -Infinity;
  for (const until = performance.now() + 20; performance.now() < until; ) {
    most = Math.max(most, Date.now() - performance.timeOrigin - performance.now()); // Date.now() is cut to whole ms
  }
  return most;
}

// ---- one side: an extension, its page and its panel

/** @typedef {{ms: number, frame: number, at: number, snapshot: string, state: string, elements: number}} Turn */
/** @typedef {Awaited<ReturnType<typeof openSide>>} Side */

/** @param {string} folder */
async function openSide(folder) {
  const data = mkdtempSync(join(tmpdir(), "clean-break-bench-"));
  const copy = join(data, "extension"); // others may build while this runs
  cpSync(folder, copy, { recursive: true });
  const browser = await start({ folder: copy, profile: join(data, "profile") });
  const tab = await open(browser, page);
  await tab.addScriptTag({ content: [watchLongTasks, noteOwn, addMail, removeMails].join("\n") });
  await tab.evaluate(watchLongTasks);
  const panel = await openPanel(browser, await tabOf(browser, tab.url()));
  await panel.evaluate(probe);
  await panel.bringToFront(); // windows that others cover get one frame a second
  await browser.context.unrouteAll(); // all is served; requests of the workers go unwatched
  const close = async () => {
    await browser.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { browser, tab, panel, close };
}

/** Changes the page and waits until the panel has painted it. @param {Side} side @param {() => Promise<unknown>} change @returns {Promise<Turn>} */
async function turn({ panel }, change) {
  const painted = panel.evaluate(() => /** @type {any} */ (globalThis).nextTurn());
  const [turned] = await Promise.all([within(20_000, painted, "the panel to paint"), change()]);
  return turned;
}

/** Stops the background, and is sure that it has stopped. @param {Side} side */
async function stop({ browser, panel }) {
  const devtools = await browser.context.newCDPSession(panel);
  /** @type {Promise<void>} */
  const stopped = new Promise((resolve) => {
    devtools.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.length && versions.every((v) => v.runningStatus === "stopped")) resolve();
    });
  });
  await devtools.send("ServiceWorker.enable");
  await stopBackground(browser, panel);
  await within(10_000, stopped, "the background to stop");
  await devtools.detach();
}

/** When the background that runs now was born. @param {Side} side @returns {Promise<number>} */
const born = ({ browser }) => browser.worker().evaluate(() => performance.timeOrigin);

/** @template T @param {number} ms @param {Promise<T>} promise @param {string} what @returns {Promise<T>} */
async function within(ms, promise, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`waited ${ms} ms for ${what}`)), ms)));
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

// ---- our side's prospect

/** The thread as saved, of a prospect freshly tracked. @param {Side} ours @param {Side} theirs */
async function startOver(ours, theirs) {
  const { panel, tab } = ours;
  if (await tab.evaluate(() => document.querySelector("[data-bench]") !== null)) {
    await turn(ours, () => tab.evaluate(removeMails));
    await theirs.tab.evaluate(removeMails);
    await panel.getByText("Stop tracking").click();
    await panel.locator("[data-do=untrack]").click();
  }
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator("section.verdict").waitFor();
}

// ---- the turns

let clock = Date.now() - 24 * 3_600_000;

/** A message id whose clock is a minute after the one before. */
function freshMail() {
  clock += 60_000;
  return ((BigInt(clock) << 20n) | BigInt(Math.floor(Math.random() * 2 ** 20))).toString(16).padStart(16, "0");
}

const sides = /** @type {const} */ (["ours", "null"]);

/** One turn on each side, the same mail and the same text. @param {Record<"ours" | "null", Side>} both @param {number} n the turn's place since the thread was as saved @param {boolean} cold */
async function pair(both, n, cold) {
  const mail = freshMail();
  const add = (/** @type {Side} */ side) => turn(side, () => side.tab.evaluate(addMail, mail));
  if (cold) await stop(both.ours);
  const ours = await add(both.ours);
  const state = JSON.parse(ours.state);
  assert.ok(ours.snapshot.includes(mail), "the snapshot holds the new mail");
  assert.ok(state.tracked && state.assessment, "a verdict was drawn");
  assert.equal(state.entries.length, 10 + n, "the new touch was recorded");
  if (cold) assert.ok((await born(both.ours)) > ours.at - 5, "our background was started by this message");

  await both.null.tab.evaluate((text) => void dispatchEvent(new CustomEvent("bench-snapshot", { detail: text })), ours.snapshot);
  if (cold) await stop(both.null);
  const theirs = await add(both.null);
  assert.equal(theirs.state, ours.snapshot, "the peer's panel got the same text");
  if (cold) assert.ok((await born(both.null)) > theirs.at - 5, "the peer's background was started by this message");
  return { ours, null: theirs };
}

/** @param {Record<"ours" | "null", Side>} both @param {number} turns @param {boolean} cold */
async function run(both, turns, cold) {
  const all = [];
  for (let i = 0; i < turns; i++) {
    if (i % fullThread === 0) await startOver(both.ours, both.null);
    all.push(await pair(both, i % fullThread, cold));
  }
  return all;
}

/** @param {number[]} values @param {number} part */
const quantile = (values, part) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1];
const ms = (/** @type {number} */ n) => n.toFixed(1);

const both = { ours: await openSide(withSitesGranted), null: await openSide(peer) };
try {
  const skews = await Promise.all(sides.flatMap((s) => [both[s].tab.evaluate(skew), both[s].panel.evaluate(skew)]));
  await run(both, warmUps, false);
  const warm = await run(both, warmTurns, false);
  const cold = await run(both, coldTurns, true);

  for (const side of sides) {
    const frame = quantile([...warm, ...cold].map((t) => t[side].frame), 0.5);
    assert.ok(frame < 50, `void: ${side} waited ${ms(frame)} ms for its frames, because the browser held them back; run this again`);
  }
  const times = (/** @type {typeof warm} */ of, /** @type {"ours" | "null"} */ side) => of.map((t) => t[side].ms);
  for (const side of sides) {
    const [w, c] = [times(warm, side), times(cold, side)];
    console.log(
      `${side.padEnd(5)} warm_median_ms ${ms(quantile(w, 0.5))} warm_p95_ms ${ms(quantile(w, 0.95))} ` +
        `cold_median_ms ${ms(quantile(c, 0.5))} cold_p95_ms ${ms(quantile(c, 0.95))}`,
    );
  }
  const ratio = (/** @type {number} */ part) => quantile(times(warm, "ours"), part) / quantile(times(warm, "null"), part);
  console.log(`ratio_vs_null ${ratio(0.5).toFixed(2)} (p95 ${ratio(0.95).toFixed(2)})`);
  for (const side of sides) {
    const tasks = await both[side].tab.evaluate(readLongTasks);
    console.log(`${side.padEnd(5)} page_tasks_over_${longTask}_ms ${tasks.length}${tasks.map(([at, took]) => `, ${Math.round(took)} ms at ${ms(at / 1000)} s`).join("")}`);
  }
  const size = (/** @type {string[]} */ ...names) => names.reduce((sum, name) => sum + statSync(join(withSitesGranted, name)).size, 0);
  console.log(`content_script_bytes ${size("content.js", "pages.js")}`);
  console.log(`brain_bytes ${size("brain.wasm")}`);
  const lengths = warm.map((t) => t.ours.snapshot.length);
  console.log(
    `turns warm ${warm.length} cold ${cold.length} (every background started anew), snapshot ${Math.min(...lengths)}-${Math.max(...lengths)} characters, ` +
      `elements drawn ours ${warm.at(-1)?.ours.elements} null ${warm.at(-1)?.null.elements}, clock_skew_ms ${skews.map((s) => s.toFixed(2)).join(" ")}`,
  );
} finally {
  await Promise.allSettled(sides.map((s) => both[s].close())); // a browser that went says so above
}
