// @ts-check
// A whole pipeline judged in the browser, beside PapaParse only reading the same
// file in the same page of real Chromium:
//
//   make bench-triage
//
// The file is an export of deals with Pipedrive's 36 default columns, every cell
// quoted, as core/pipeline/sample writes it: ROWS of them, 100,000 by default. Both
// get its bytes, which lie in memory, and run on the page's own thread.
//
//   - ours is the built wasm: it reads the bytes, recognises the columns, judges
//     every row by Balanced, and writes the answer as csv, to nowhere
//   - PapaParse, the npm package at the version in package.json, gets the text, as
//     TextDecoder gives it, and makes rows of cells, its fastest way. With
//     header: true it makes objects, as its documentation shows first; that is
//     printed beside it
//
// They take turns; each turn gives one ratio, and the median of them is printed,
// after turns that are not counted.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { chromiumPath } from "../../tests/extension.mjs";

const rows = Number(process.env.ROWS ?? 100_000);
const turns = Number(process.env.TURNS ?? 5);
const warming = 1;

const root = fileURLToPath(new URL("../../../", import.meta.url));
const build = process.env.BUILD ?? `${root}build`;
const papa = fileURLToPath(new URL("node_modules/papaparse/papaparse.min.js", import.meta.url));
/** @type {Record<string, [string, string]>} */
const files = {
  "/": ["", "text/html"],
  "/wasm_exec.js": [`${build}/wasm_exec.js`, "text/javascript"],
  "/papaparse.js": [papa, "text/javascript"],
  "/triage.wasm": [`${build}/triagebench.wasm`, "application/wasm"],
  "/deals.csv": [`${build}/deals-${rows}.csv`, "text/csv"],
};

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
page.setDefaultTimeout(600_000);
await page.route("https://bench.example/**", (route) => {
  const [file, contentType] = files[new URL(route.request().url()).pathname] ?? ["", "text/plain"];
  return route.fulfill({ contentType, body: file ? readFileSync(file) : "<!doctype html><title>bench</title>" });
});
await page.goto("https://bench.example/");
await page.addScriptTag({ url: "/wasm_exec.js" });
await page.addScriptTag({ url: "/papaparse.js" });
await page.evaluate(prepare);
/** @type {{ours: number, papa: number, objects: number, answer: number[], read: number}[]} */
const measured = [];
for (let n = 0; n < warming + turns; n++) {
  const turn = await page.evaluate(takeTurn);
  if (typeof turn.answer === "string") throw new Error(turn.answer);
  if (n >= warming) measured.push(turn);
}
await browser.close();

const median = (/** @type {number[]} */ list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const { answer, read } = measured[0];
if (answer[0] + answer[1] !== rows || read !== rows + 1) throw new Error(`${rows} rows came to ${answer} for us and ${read} for PapaParse`);
console.log(`browser rows ${rows} judged ${answer[0]} not_judged ${answer[1]} answer_bytes ${answer[2]}`);
console.log(`browser triage_ms ${median(measured.map((m) => m.ours)).toFixed(0)} papaparse_ms ${median(measured.map((m) => m.papa)).toFixed(0)} papaparse_objects_ms ${median(measured.map((m) => m.objects)).toFixed(0)}`);
console.log(`ratio_vs_papaparse_parse ${median(measured.map((m) => m.ours / m.papa)).toFixed(2)} with_objects ${median(measured.map((m) => m.ours / m.objects)).toFixed(2)}`);

// ---- what runs in the page

async function prepare() {
  const page = /** @type {any} */ (globalThis);
  const go = new page.Go();
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/triage.wasm"), go.importObject);
  void go.run(instance);
  page.bytes = new Uint8Array(await (await fetch("/deals.csv")).arrayBuffer());
}

async function takeTurn() {
  const page = /** @type {any} */ (globalThis);
  const rest = () => new Promise((resolve) => setTimeout(resolve, 50));
  const timed = async (/** @type {() => any} */ run) => {
    await rest();
    const began = performance.now();
    const result = run();
    return { ms: performance.now() - began, result };
  };
  const ours = await timed(() => page.cleanBreakTriage(page.bytes));
  const papa = await timed(() => page.Papa.parse(new TextDecoder().decode(page.bytes), { skipEmptyLines: true }).data.length);
  const objects = await timed(() => page.Papa.parse(new TextDecoder().decode(page.bytes), { header: true, skipEmptyLines: true }).data.length);
  return { ours: ours.ms, papa: papa.ms, objects: objects.ms, answer: ours.result, read: papa.result };
}
