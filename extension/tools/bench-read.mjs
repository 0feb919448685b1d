// @ts-check
// The longest task of reading a big page, in ms, of twelve runs each, and how long
// it takes to make its snapshot a text, which is done in one go:
//
//   node extension/tools/bench-read.mjs
//
// A busy machine can make any task long but none short: the shortest counts.
import { browser, hugePage, inject, longThread, open } from "../tests/fixtures.mjs";

const chrome = await browser();
for (const [name, make] of /** @type {const} */ ([["2,000 mails", () => longThread(2000)], ["5 MB", hugePage]])) {
  /** @type {number[]} */
  const longest = [];
  /** @type {number[]} */
  const texts = [];
  for (let run = 0; run < 12; run++) {
    const page = await open(chrome, make(), false);
    await page.waitForLoadState();
    await page.waitForTimeout(1500); // the browser's own work on it is over
    await page.evaluate(() => {
      const world = /** @type {any} */ (globalThis);
      world.long = [];
      world.text = 0;
      const real = JSON.stringify;
      JSON.stringify = (/** @type {any[]} */ ...given) => {
        const from = performance.now();
        const text = Reflect.apply(real, JSON, given);
        world.text = Math.max(world.text, performance.now() - from);
        return text;
      };
      new PerformanceObserver((list) => world.long.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });
    });
    await inject(page);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).sent.length > 0);
    await page.waitForTimeout(200);
    texts.push(await page.evaluate(() => /** @type {any} */ (globalThis).text));
    longest.push(Math.max(0, ...(await page.evaluate(() => /** @type {any} */ (globalThis).long))));
    await page.close();
  }
  console.log(`${name}: ${Math.min(...longest) || "under 50"} ms at best; each run: ${longest.map((ms) => ms || "under 50").join(", ")}; its text ${Math.min(...texts).toFixed(1)} ms at best, ${Math.max(...texts).toFixed(1)} at worst`);
}
await chrome.close();
