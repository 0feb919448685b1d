// @ts-check
// A whole pipeline judged on the real pipeline page, beside PapaParse only reading
// the same file in the same page of real Chromium:
//
//   make bench-triage
//
// The file is an export of deals with Pipedrive's 36 default columns, every cell
// quoted, as core/pipeline/sample writes it: ROWS of them, 100,000 by default. Both
// begin with the same File, which lies on the disk.
//
//   - ours is what the page does when Judge is pressed: the built extension's own
//     triage.js has the file judged by its threads, each of which runs pipeline.wasm,
//     and every row comes back to the page as an object. list_ms is what puts them in
//     the order of the list
//   - PapaParse, the npm package at the version in package.json, gets the text on the
//     page's own thread, which is its fastest way, and makes rows of cells. With
//     header: true it makes objects, with which a program finds its columns by name as
//     ours does; that is printed beside it
//
// They take turns; each turn gives one ratio, and the median of them is printed,
// after turns that are not counted, for both are compiled again while they run.
// first_ms is the very first turn, as somebody has it who judges once.
//
// filter_ms is from an input in a filter of the list to the painted rows that it finds,
// of all that were judged: the median and the most of some filters.

import { fileURLToPath } from "node:url";
import { start } from "../../tests/extension.mjs";

const rows = Number(process.env.ROWS ?? 100_000);
const turns = Number(process.env.TURNS ?? 5);
const warming = 2;

const root = fileURLToPath(new URL("../../../", import.meta.url));
const build = process.env.BUILD ?? `${root}build`;

const browser = await start();
await browser.context.addInitScript({ path: fileURLToPath(new URL("node_modules/papaparse/papaparse.min.js", import.meta.url)) });
const page = await browser.context.newPage();
page.setDefaultTimeout(600_000);
await page.goto(`chrome-extension://${browser.id}/pipeline.html`);
await page.locator("#start").waitFor();
await page.evaluate(() => document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "bench" })));
await page.setInputFiles("#bench", `${build}/deals-${rows}.csv`);
/** @typedef {{ours: number, list: number, papa: number, objects: number, threads: number, judged: number, rows: number, read: number}} Turn */
/** @type {Turn[]} */
const all = [];
for (let n = 0; n < warming + turns; n++) all.push(await page.evaluate(takeTurn));
await page.setInputFiles("#choose", `${build}/deals-${rows}.csv`);
await page.locator("#judge").click();
await page.locator("#list").waitFor();
const filters = (await page.evaluate(timeFilters)).toSorted((a, b) => a - b);
await browser.close();

const measured = all.slice(warming);
const median = (/** @type {(turn: Turn) => number} */ of) => measured.map(of).toSorted((a, b) => a - b)[Math.floor(measured.length / 2)];
const [first] = all;
if (first.rows !== rows || first.read !== rows + 1) throw new Error(`${rows} rows came to ${first.rows} for us and ${first.read} for PapaParse`);
console.log(`browser rows ${rows} judged ${first.judged} threads ${first.threads} first_ms ${first.ours.toFixed(0)}`);
console.log(`browser triage_ms ${median((t) => t.ours).toFixed(0)} list_ms ${median((t) => t.list).toFixed(0)} papaparse_ms ${median((t) => t.papa).toFixed(0)} papaparse_objects_ms ${median((t) => t.objects).toFixed(0)}`);
console.log(`ratio_vs_papaparse_parse ${median((t) => t.ours / t.papa).toFixed(2)} vs_objects ${median((t) => t.ours / t.objects).toFixed(2)}`);
console.log(`browser filter_ms ${filters[Math.floor(filters.length / 2)].toFixed(0)} most ${filters[filters.length - 1].toFixed(0)} of ${filters.length}`);

// ---- what runs in the page

/** Filters the list in some ways, each from all rows and back to them. @returns {Promise<number[]>} milliseconds */
async function timeFilters() {
  const field = (/** @type {string} */ id) => /** @type {HTMLInputElement | HTMLSelectElement} */ (document.getElementById(id));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  /** @type {number[]} */
  const took = [];
  for (const id of ["f-text", "f-verdict", "f-kind", "f-owner", "f-stage", "f-account", "f-mark"]) {
    const control = field(id);
    const values = control instanceof HTMLSelectElement ? [...control.options].map((o) => o.value).filter(Boolean).slice(0, 3) : ["a", "an", "zz"];
    for (const value of values.flatMap((v) => [v, ""])) {
      await painted();
      const began = performance.now();
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      await painted();
      took.push(performance.now() - began);
    }
  }
  return took;
}

async function takeTurn() {
  const page = /** @type {any} */ (globalThis);
  const file = page.bench.files[0];
  const [{ openTriage }, { byWorth, finish, inOrder, openReader }] = await Promise.all([import(chrome.runtime.getURL("triage.js")), import(chrome.runtime.getURL("rows.js"))]);
  const threads = new Set();
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (/** @type {any[]} */ ...args) { threads.add(this); return postMessage.apply(this, /** @type {any} */ (args)); };

  /** @template T @param {() => T | Promise<T>} run */
  const timed = async (run) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    const result = await run();
    return { ms: performance.now() - began, result };
  };
  const parse = (/** @type {object} */ how) => timed(async () => page.Papa.parse(await file.text(), { skipEmptyLines: true, ...how }).data.length);

  const chosen = [{ file, hints: { holds: "", dates: "", mapping: {} } }];
  const by = { now: "2026-11-20T09:00:00Z", zone: "UTC", playbook: "", name: "", own: [], never: [] };
  const triage = openTriage();
  await triage.recognise(chosen); // as the page does before Judge can be pressed
  const ours = await timed(async () => {
    /** @type {any[][]} */
    const blocks = [];
    const read = openReader();
    const judged = await triage.judge(chosen, by, (/** @type {Uint8Array} */ block, /** @type {number} */ place) => void (blocks[place] = read(block)), () => {});
    return { rows: inOrder(blocks), judged };
  });
  const list = await timed(() => {
    finish(ours.result.rows, () => "deals");
    byWorth(ours.result.rows);
  });
  triage.stop();
  Worker.prototype.postMessage = postMessage;
  const papa = await parse({});
  const objects = await parse({ header: true });
  return { ours: ours.ms, list: list.ms, papa: papa.ms, objects: objects.ms, threads: threads.size, judged: ours.result.judged.summary.judged, rows: ours.result.rows.length, read: papa.result };
}
