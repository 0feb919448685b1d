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
 * A saved page, changed before it is read.
 * @param {string} name
 * @param {import("./drift.mjs").Change} change
 */
async function drifted(name, change) {
  const page = await open(chrome, fixture(name));
  const changed = await page.evaluate(apply, change);
  if (!changed) return page.close();
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

const toDrift = [
  "gmail-thread-en", "gmail-thread-cc", "gmail-thread-collapsed", "gmail-thread-alias", "gmail-search-two", "gmail-compose-cc",
  "linkedin-profile-2026-contact", "linkedin-profile-2024-role", "linkedin-profile-public", "linkedin-messaging", "linkedin-messaging-group", "linkedin-overlay",
];

test("a page that has drifted gives the right person or nobody", async () => {
  const pages = [];
  for (const name of toDrift) {
    const all = changes(JSON.parse(readFileSync(`${folder}${name}.snapshot.json`, "utf8")));
    const page = await open(chrome, fixture(name));
    const there = await page.evaluate((all) => all.map(({ css }) => !css.length || css.some((c) => !!c && document.querySelector(c) !== null)), all);
    await page.close();
    for (const change of all.filter((_, i) => there[i] || name === "linkedin-overlay")) pages.push(await drifted(name, change));
  }
  const changed = pages.filter((p) => !!p);
  assert.ok(changed.length > 150, `${changed.length} changed pages`);
  judged(changed);
});

test("a page in another language gives the same context", async () => {
  const names = fixtures.map(({ file }) => file.replace(".html", "")).filter((name) => !/-(de|ja|old|2016|hostile|unknown|404)$/.test(name));
  const pages = [];
  for (const name of names) pages.push(await drifted(name, { about: "in German", kind: "language", css: [], attrs: [] }));
  const translated = pages.filter((p) => !!p);
  assert.ok(translated.length > 25, `${translated.length} translated pages`);
  judged(translated);
});
