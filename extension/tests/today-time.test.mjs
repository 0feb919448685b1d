// @ts-check
// Today as time goes by: clocks run in every row, a day ends, and a page that
// nobody sees asks for nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { today } from "./page-states.mjs";
import { openStage, tell } from "./panel-stage.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

const opened = (options = {}) => stage.panel(null, { path: "/today.html", answers: today.full, ...options });
/** Counts from now on how often everybody is asked for. @param {import("./panel-stage.mjs").Panel} page */
async function asked(page) {
  await page.evaluate(() => {
    const world = /** @type {any} */ (globalThis);
    const real = world.stage.background;
    world.asked = 0;
    world.stage.background = (/** @type {any} */ asked) => {
      if (asked.ask === "today" && !asked.from) world.asked++;
      return real(asked);
    };
  });
  return () => page.evaluate(() => /** @type {any} */ (globalThis).asked);
}
/** @param {import("./panel-stage.mjs").Panel} page @param {boolean} is */
const hide = (page, is) => page.evaluate((is) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => is });
  document.dispatchEvent(new Event("visibilitychange"));
}, is);

test("the clock of a fresh lead runs in its row, and everybody is judged anew when it ends", async () => {
  const page = await opened({ still: true });
  const clock = page.locator(".today-clock");
  await becomes(() => clock.innerText(), "4:32 left · Answer by 10:04");
  await page.clock.runFor(9000);
  await becomes(() => clock.innerText(), "4:23 left · Answer by 10:04");
  const count = await asked(page);
  await page.clock.runFor(260_000);
  await becomes(() => clock.innerText(), "0:03 left · Answer by 10:04");
  assert.equal(await count(), 0);
  await page.clock.runFor(4000);
  await becomes(count, 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("when the day is over everybody is judged anew", async () => {
  const page = await opened({ still: true, answers: today["nothing due"] });
  await page.locator(".today-head").waitFor();
  const count = await asked(page);
  await page.clock.fastForward(12 * 3_600_000); // it is past eleven in the evening
  assert.equal(await count(), 0);
  await page.clock.fastForward(3_610_000);
  await becomes(count, 1);
  await page.context().close();
});

test("a computer that has slept past midnight judges everybody anew, at once where the rep comes back to the page", async () => {
  const page = await opened({ still: true, answers: today["nothing due"] });
  await page.locator(".today-head").waitFor();
  const count = await asked(page);
  const focus = () => page.evaluate(() => void dispatchEvent(new Event("focus")));
  await focus();
  assert.equal(await count(), 0);
  await page.clock.setSystemTime("2026-11-23T08:00:00Z"); // and no timer has moved
  await focus();
  await becomes(count, 1);
  await focus();
  await page.clock.runFor(60_000);
  assert.equal(await count(), 1);
  await page.clock.setSystemTime("2026-11-24T08:00:00Z"); // the page is in front all the time
  await page.clock.runFor(60_000);
  await becomes(count, 2);
  await page.context().close();
});

test("while nobody sees it nobody is judged, and coming back shows what has changed", async () => {
  const page = await opened();
  await page.locator(".today-row").first().waitFor();
  await hide(page, true);
  const count = await asked(page);
  for (let i = 0; i < 3; i++) await tell(page, { type: "log", tab: 1 });
  assert.equal(await count(), 0);
  await hide(page, false);
  await becomes(count, 1);
  await tell(page, { type: "log", tab: 1 });
  await becomes(count, 2);
  await page.context().close();
});
