// @ts-check
// A whole pipeline judged in the browser, beside PapaParse only reading the same
// file in the same page of real Chromium:
//
//   make bench-triage
//
// The file is an export of deals with Pipedrive's 36 default columns, every cell
// quoted, as core/pipeline/sample writes it: ROWS of them, 100,000 by default. Both
// begin with the same Blob, which lies in memory.
//
//   - ours is the built wasm: it reads the bytes, recognises the columns, judges
//     every row by Balanced, and writes the answer as csv, to nowhere. It runs in as
//     many workers as the machine has processors, up to four; each reads the file
//     and judges its share. The workers run before; one_thread_ms is one of them
//     alone
//   - PapaParse, the npm package at the version in package.json, gets the text, as
//     TextDecoder gives it, on the page's own thread, which is its fastest way, and
//     makes rows of cells. With header: true it makes objects, with which a program
//     finds its columns by name as ours does; that is printed beside it
//
// They take turns; each turn gives one ratio, and the median of them is printed,
// after turns that are not counted, for both are compiled again while they run.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { chromiumPath } from "../../tests/extension.mjs";

const rows = Number(process.env.ROWS ?? 100_000);
const turns = Number(process.env.TURNS ?? 5);
const warming = 2;

const root = fileURLToPath(new URL("../../../", import.meta.url));
const build = process.env.BUILD ?? `${root}build`;
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
/** @type {Record<string, [string, string]>} */
const files = {
  "/wasm_exec.js": [`${build}/wasm_exec.js`, "text/javascript"],
  "/papaparse.js": [here("node_modules/papaparse/papaparse.min.js"), "text/javascript"],
  "/worker.js": [here("worker.js"), "text/javascript"],
  "/triage.wasm": [`${build}/triagebench.wasm`, "application/wasm"],
  "/deals.csv": [`${build}/deals-${rows}.csv`, "text/csv"],
};

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext();
const page = await context.newPage();
page.setDefaultTimeout(600_000);
await context.route("https://bench.example/**", (route) => {
  const [file, contentType] = files[new URL(route.request().url()).pathname] ?? ["", "text/html"];
  return route.fulfill({ contentType, body: file ? readFileSync(file) : "<!doctype html><title>bench</title>" });
});
await page.goto("https://bench.example/");
await page.addScriptTag({ url: "/papaparse.js" });
const threads = await page.evaluate(prepare);
/** @typedef {{ours: number, alone: number, papa: number, objects: number, answer: number[], read: number}} Turn */
/** @type {Turn[]} */
const measured = [];
for (let n = 0; n < warming + turns; n++) {
  const turn = /** @type {Turn} */ (await page.evaluate(takeTurn));
  if (n >= warming) measured.push(turn);
}
await browser.close();

const median = (/** @type {(turn: Turn) => number} */ of) => measured.map(of).toSorted((a, b) => a - b)[Math.floor(measured.length / 2)];
const { answer, read } = measured[0];
if (answer[0] + answer[1] !== rows || read !== rows + 1) throw new Error(`${rows} rows came to ${answer} for us and ${read} for PapaParse`);
console.log(`browser rows ${rows} judged ${answer[0]} not_judged ${answer[1]} answer_bytes ${answer[2]} threads ${threads}`);
console.log(`browser triage_ms ${median((t) => t.ours).toFixed(0)} one_thread_ms ${median((t) => t.alone).toFixed(0)} papaparse_ms ${median((t) => t.papa).toFixed(0)} papaparse_objects_ms ${median((t) => t.objects).toFixed(0)}`);
console.log(`ratio_vs_papaparse_parse ${median((t) => t.ours / t.papa).toFixed(2)} vs_objects ${median((t) => t.ours / t.objects).toFixed(2)} one_thread_vs_papaparse ${median((t) => t.alone / t.papa).toFixed(2)} one_thread_vs_objects ${median((t) => t.alone / t.objects).toFixed(2)}`);

// ---- what runs in the page

async function prepare() {
  const page = /** @type {any} */ (globalThis);
  page.file = await (await fetch("/deals.csv")).blob();
  const threads = Math.min(4, navigator.hardwareConcurrency);
  page.workers = Array.from({ length: threads }, () => new Worker("/worker.js"));
  await Promise.all(page.workers.map((/** @type {Worker} */ w) => new Promise((resolve) => { w.onmessage = resolve; })));
  return threads;
}

async function takeTurn() {
  const page = /** @type {any} */ (globalThis);
  const { file, workers, Papa } = page;
  /** @param {Worker} worker @param {number} part @param {number} parts @returns {Promise<number[]>} */
  const judged = (worker, part, parts) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (typeof data === "string" ? reject(new Error(data)) : resolve(data));
    worker.postMessage({ file, part, parts });
  });
  /** @template T @param {() => Promise<T>} run */
  const timed = async (run) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    const result = await run();
    return { ms: performance.now() - began, result };
  };
  const parse = (/** @type {object} */ how) => timed(async () =>
    Papa.parse(new TextDecoder().decode(await file.arrayBuffer()), { skipEmptyLines: true, ...how }).data.length);
  /** @type {() => Promise<number[][]>} */
  const allOf = () => Promise.all(workers.map((/** @type {Worker} */ w, /** @type {number} */ n) => judged(w, n, workers.length)));
  const ours = await timed(allOf);
  const papa = await parse({});
  const objects = await parse({ header: true });
  const alone = await timed(() => judged(workers[0], 0, 1));
  const answer = ours.result.reduce((sum, part) => sum.map((n, i) => n + part[i]), [0, 0, 0]);
  return { ours: ours.ms, alone: alone.ms, papa: papa.ms, objects: objects.ms, answer, read: papa.result };
}
