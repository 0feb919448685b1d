// @ts-check
// The longest task of reading a big page and writing its snapshot, in ms of the
// processor, of six runs each:
//
//   node extension/tools/bench-read.mjs
//
// A task that waits for a busy machine is not longer for it.
import { browser, hugePage, inject, longThread, open } from "../tests/fixtures.mjs";

const chrome = await browser();
for (const [name, make] of /** @type {const} */ ([["2,000 mails", () => longThread(2000)], ["5 MB", hugePage]])) {
  /** @type {number[]} */
  const longest = [];
  for (let run = 0; run < 6; run++) {
    const page = await open(chrome, make(), false);
    await page.waitForLoadState();
    await page.waitForTimeout(1500); // the browser's own work on it is over
    await chrome.startTracing(page, { categories: ["devtools.timeline"] });
    await inject(page);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).sent.length > 0);
    const { traceEvents } = JSON.parse((await chrome.stopTracing()).toString());
    const tasks = traceEvents.filter((/** @type {{name: string}} */ e) => e.name === "FireIdleCallback"); // all that the reader does, to the message it sends
    longest.push(Math.max(...tasks.map((/** @type {{tdur: number}} */ e) => e.tdur / 1000)));
    await page.close();
  }
  console.log(`${name}: ${Math.max(...longest).toFixed(0)} ms; each run: ${longest.map((ms) => ms.toFixed(0)).join(", ")}`);
}
await chrome.close();
