// @ts-check
// What the tests of the pipeline page share: the page in real Chromium, files to
// choose, what is judged and exported, and the command beside it.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "./extension.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const exports = join(root, "testdata/pipeline");
export const made = mkdtempSync(join(tmpdir(), "pipeline-"));
const command = join(made, "cleanbreak");

/** @type {import("./extension.mjs").Browser} */
export let browser;
export async function openStage() {
  execFileSync("go", ["build", "-o", command, "./core/cmd/cleanbreak"], { cwd: root });
  browser = await start();
}
export async function closeStage() {
  await browser?.close();
  rmSync(made, { recursive: true, force: true });
}

/** Opens the page as it is the first time, or as it was left. @param {{again?: boolean, width?: number}} [options] */
export async function opened({ again = false, width = 1280 } = {}) {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(240_000); // a hundred thousand rows, on a busy machine
  await page.setViewportSize({ width, height: 900 });
  if (!again) {
    await page.goto(`chrome-extension://${browser.id}/icons/icon-16.png`);
    await page.evaluate(() => new Promise((done, failed) => Object.assign(indexedDB.deleteDatabase("cleanbreak-pipeline"), { onsuccess: done, onerror: failed })));
  }
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  page.on("request", (r) => r.url().startsWith("chrome-extension:") || r.url().startsWith("blob:") || errors.push(`asked for ${r.url()}`));
  await page.goto(`chrome-extension://${browser.id}/pipeline.html`);
  if (!again) await page.locator("#start").waitFor();
  return Object.assign(page, { errors });
}
/** @typedef {Awaited<ReturnType<typeof opened>>} Page */

/** @param {Page} page */
export const done = async (page) => {
  assert.deepEqual(page.errors, []);
  await page.close();
};

/** Does something in the page's worker, which begins with the first files. @param {Page} page @param {() => void} work */
export async function inWorker(page, work) {
  const worker = page.workers().find((w) => w.url().endsWith("/triage-worker.js"));
  assert.ok(worker, "the page has a worker");
  await worker.evaluate(work);
}

/** Writes a file to choose. @param {string} name @param {string | Buffer} text */
export function written(name, text) {
  const path = join(made, name);
  writeFileSync(path, text);
  return path;
}

/** @param {Page} page @param {string[]} files */
export async function judged(page, files) {
  await page.setInputFiles("#choose", files);
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#list").waitFor();
}

/** By what the list was judged. @param {Page} page @returns {Promise<{now: string, zone: string}>} */
export const judgedBy = (page) => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open("cleanbreak-pipeline").onsuccess = (/** @type {any} */ { target }) => {
    target.result.transaction("session").objectStore("session").get("now").onsuccess = (/** @type {any} */ got) => {
      target.result.close();
      resolve(got.target.result.by);
    };
  };
}));

/** Presses an export and reads what is saved. @param {Page} page @param {string} press */
export async function exported(page, press) {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: press }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** What the command writes. @param {string} folder @param {string[]} files @param {{now: string, zone: string}} by */
export function commanded(folder, files, by) {
  const [out, suppress] = [join(made, "out.csv"), join(made, "suppress.csv")];
  for (const file of [out, suppress]) rmSync(file, { force: true });
  execFileSync(command, ["triage", "-quiet", "-format", "csv", "-now", by.now, "-zone", by.zone, "-out", out, "-suppress", suppress, ...files], { cwd: folder });
  return { text: readFileSync(out, "utf8"), suppress: readFileSync(suppress, "utf8") };
}

/** What the command says beside its table. @param {...string} files */
export const commandSaid = (...files) => spawnSync(command, ["triage", ...files], { encoding: "utf8" }).stderr;

/** What the command says of when replies stop. @param {...string} args */
export const curved = (...args) => execFileSync(command, ["curve", ...args], { encoding: "utf8" });

/** The names in the rows that are drawn, in order. @param {Page} page */
export const names = (page) => page.locator(".grid-row").evaluateAll((rows) => rows.sort((a, b) => Number(/** @type {any} */ (a).dataset.index) - Number(/** @type {any} */ (b).dataset.index)).map((r) => r.querySelector(".named b")?.textContent));
/** @param {Page} page @param {string | RegExp} words */
export const said = (page, words) => page.locator("#say", { hasText: words }).waitFor({ state: "attached" });
/** @param {Page} page @param {string} name */
export const atHand = (page, name) => page.locator("#who", { hasText: name }).waitFor();
