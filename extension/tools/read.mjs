// @ts-check
// make read PAGE=saved.html URL=https://…
//
// Opens a saved page in real Chromium under its address, reads it as the
// extension does, and prints the context and how each field was found.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { browser, snapshot } from "../tests/fixtures.mjs";

/** @typedef {{field: string, by: number[], not: number}} Found */

const [file, url] = process.argv.slice(2);
if (!file || !URL.canParse(url ?? "")) fail("usage: make read PAGE=saved.html URL=https://www.linkedin.com/in/…");

const chrome = await browser();
try {
  const html = readFileSync(file, "utf8");
  const read = await snapshot(chrome.context, { url, html }).catch(() => fail(`${url}: no page map reads this address`));
  const { context, found } = understand(read);
  console.log(JSON.stringify(context, null, 2));
  console.log("\n" + table(found));
} finally {
  await chrome.close();
}

/**
 * The engine's half.
 * @param {string} snapshot
 * @returns {{context: object, found: Found[]}}
 */
function understand(snapshot) {
  const repo = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const go = spawnSync("go", ["run", "./core/page/internal/show"], { cwd: repo, input: snapshot + "\n", encoding: "utf8", maxBuffer: 64e6 });
  if (go.status !== 0) fail(go.stderr);
  return JSON.parse(go.stdout);
}

/** @param {Found[]} found */
function table(found) {
  const rows = [["field", "found"], ...found.map((f) => [f.field, how(f)])];
  const width = Math.max(...rows.map(([field]) => field.length)) + 2;
  return rows.map(([field, text]) => field.padEnd(width) + text).join("\n");
}

/** @param {Found} f */
function how({ by, not }) {
  const times = (/** @type {number} */ n) => (n === 1 ? "" : `, ${n} times`);
  const hits = by.flatMap((n, i) => (n ? [(i ? `fallback ${i}` : "first choice") + times(n)] : []));
  if (not) hits.push(`not found${times(not)}`);
  return hits.join("; ");
}

/** @param {string} why @returns {never} */
function fail(why) {
  console.error(why);
  process.exit(2);
}
