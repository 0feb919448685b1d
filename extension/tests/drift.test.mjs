// @ts-check
// Saved pages as they may be tomorrow (drift.mjs), read in a real browser and
// judged by Go: the right person or nobody, and the same in every language.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { apply, changes } from "./drift.mjs";
import { browser, fixture, fixtures, folder, inject, message, open } from "./fixtures.mjs";

/** @type {Awaited<ReturnType<typeof browser>>} */
let chrome;
before(async () => void (chrome = await browser()));
after(() => chrome.close());

/**
 * A saved page, changed before it is read. Time runs eight times as fast, so that
 * a page that never settles is given up after a second.
 * @param {string} name
 * @param {import("./drift.mjs").Change} change
 */
async function drifted(name, change) {
  const page = await open(chrome.context, fixture(name));
  const changed = await page.evaluate(apply, change);
  if (!changed) return page.close();
  await page.evaluate(() => {
    const real = performance.now.bind(performance);
    performance.now = () => real() * 8;
  });
  await inject(page);
  const { snapshot } = await message(page, "page");
  await page.close();
  return { file: name, about: change.about, kind: change.kind, snapshot: JSON.parse(snapshot) };
}

/** Each page in the hands of Go: never another person than on the page as it was. @param {object[]} pages */
function judged(pages) {
  const folder = new URL("../../build/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const path = fileURLToPath(new URL("drifted.json", folder));
  writeFileSync(path, JSON.stringify(pages));
  const root = fileURLToPath(new URL("../../", import.meta.url));
  execFileSync("go", ["test", "./core/page", "-count=1", "-run", "^TestDriftedPages$"], { cwd: root, env: { ...process.env, DRIFTED: path }, stdio: ["ignore", "inherit", "inherit"] });
}

/** @template T @param {(() => Promise<T | void>)[]} work four at a time @returns {Promise<T[]>} */
async function inTurn(work) {
  /** @type {T[]} */
  const done = [];
  const left = work.values();
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (const job of left) {
      const result = await job();
      if (result) done.push(result);
    }
  }));
  return done;
}

const toDrift = [
  "gmail-thread-en", "gmail-thread-cc", "gmail-thread-collapsed", "gmail-thread-alias", "gmail-search-two", "gmail-compose-cc",
  "linkedin-profile-2026-contact", "linkedin-profile-2024-role", "linkedin-profile-public", "linkedin-messaging", "linkedin-messaging-group", "linkedin-overlay",
];

test("a page that has drifted gives the right person or nobody", { timeout: 600_000 }, async () => {
  const jobs = await Promise.all(toDrift.map(async (name) => {
    const { site, layout } = JSON.parse(readFileSync(`${folder}${name}.snapshot.json`, "utf8"));
    const all = changes(site, layout);
    const page = await open(chrome.context, fixture(name));
    const there = await page.evaluate((all) => all.map(({ css }) => !css.length || css.some((c) => !!c && document.querySelector(c) !== null)), all);
    await page.close();
    return all.filter((_, i) => there[i] || name === "linkedin-overlay").map((change) => () => drifted(name, change));
  }));
  const pages = await inTurn(jobs.flat());
  assert.ok(pages.length > 150, `${pages.length} changed pages`);
  judged(pages);
});

test("a page in another language gives the same context", { timeout: 300_000 }, async () => {
  const names = fixtures.map(({ file }) => file.replace(".html", "")).filter((name) => !/-(de|ja|old|2016|hostile|unknown|404)$/.test(name));
  const pages = await inTurn(names.map((name) => () => drifted(name, { about: "in German", kind: "language", css: [], attrs: [] })));
  assert.ok(pages.length > 25, `${pages.length} translated pages`);
  judged(pages);
});
