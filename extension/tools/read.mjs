// @ts-check
// make read PAGE=saved.html URL=https://…
//
// Opens a saved page in real Chromium under its address with the built
// extension, and prints the context it read, how each field was found, and where
// in the map the drifted ones stand. The extension's own reader sends the
// snapshot; its own brain understands it.
import { readFileSync } from "node:fs";
import { placesOf } from "../pages/check.mjs";
import { open, start, tabOf } from "../tests/extension.mjs";

/** @typedef {{field: string, by: number[], not: number}} Found */
/** @typedef {{site: string, layout: string}} Layout */

const [file, url] = process.argv.slice(2);
if (!file || !URL.canParse(url ?? "")) fail("usage: make read PAGE=saved.html URL=https://www.linkedin.com/in/…");

const browser = await start();
try {
  const { context, found, snapshot } = await understand({ url, html: html(file) });
  console.log(JSON.stringify(context, null, 2));
  console.log("\n" + table(found, context.drift));
  console.log("\n" + verdict(context, snapshot));
} finally {
  await browser.close();
}

/** @param {string} file */
function html(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (fault) {
    fail(`${file} could not be read: ${fault instanceof Error ? fault.message : fault}`);
  }
}

/**
 * Hears the snapshot in a page of the extension, as its panel would, and asks
 * the brain's program there.
 * @param {{url: string, html: string}} page
 * @returns {Promise<{context: {kind: string, drift: string[]}, found: Found[], snapshot: Layout}>}
 */
async function understand(page) {
  const listener = await browser.context.newPage();
  await listener.goto(`chrome-extension://${browser.id}/welcome.html`);
  const opened = await open(browser, page);
  const tab = await tabOf(browser, opened.url());
  const { read, snapshot } = await listener.evaluate(async (tab) => {
    const snapshot = new Promise((resolve, reject) => {
      chrome.runtime.onMessage.addListener((m, from) => from.tab?.id === tab && m.type === "page" && resolve(m.snapshot));
      setTimeout(reject, 15_000, new Error("no page map reads this address"));
    });
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: ["pages.js", "content.js"] });
    const { startBrain } = await import(/** @type {any} */ ("/brain.js"));
    const read = await startBrain({}, () => WebAssembly.compileStreaming(fetch("/cases.wasm"))).read(await snapshot);
    return { read, snapshot: await snapshot };
  }, tab).catch((fault) => fail(`${page.url}: no page map reads this address, or the page did not answer (${fault.message})`));
  return { ...JSON.parse(read), snapshot: JSON.parse(snapshot) };
}

/** Those that have drifted come first. @param {Found[]} found @param {string[]} drift */
function table(found, drift) {
  const late = (/** @type {Found} */ f) => drift.includes(f.field);
  const sorted = [...found].sort((a, b) => Number(late(b)) - Number(late(a)));
  const rows = [["field", "found"], ...sorted.map((f) => [f.field, how(f) + (late(f) ? "  ← drifted" : "")])];
  const width = Math.max(...rows.map(([field]) => field.length)) + 2;
  return rows.map(([field, text]) => field.padEnd(width) + text).join("\n");
}

/**
 * Whether the map still fits, and where it does not.
 * @param {{kind: string, drift: string[]}} context @param {Layout} snapshot
 */
function verdict({ kind, drift }, { site, layout }) {
  if (drift.includes("layout")) return `No layout of extension/pages/${site}.json fits this page. If it is a page that should be read, begin with the layout's "when".`;
  if (drift.length) return `The layout ${layout} has drifted: ${drift.join(", ")}. extension/pages/README.md tells how to mend it.\n${placesOf(site, layout, drift).join("\n")}`;
  return kind === "unreadable" ? "The page is a wall, or does not agree with its address: nobody is read." : "The map fits: everything the layout demands was found where it should be.";
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
