// @ts-check
// A hundred thousand rows on the pipeline page, in real Chromium: it stays alive while
// they are judged, holds those in view alone, and filters all of them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { closeStage, done, inWorker, names, openStage, opened, said, written } from "./pipeline-stage.mjs";

/** @typedef {import("./pipeline-stage.mjs").Page} Page */
before(openStage);
after(closeStage);

describe("a hundred thousand rows", () => {
  const rows = 100_000;
  /** @type {Page} */
  let page;
  before(async () => {
    const stages = ["Qualified", "Demo", "Proposal"];
    const lines = ["id,title,contact person,organization,owner,value,currency,stage,created,last touch,touches"];
    for (let n = 0; n < rows; n++) {
      lines.push(`${n},Deal ${n},Person ${n % 977},Company ${Math.floor(n / 5)},Owner ${n % 40},${500 + ((n * 7919) % 80_000)},EUR,${stages[n % 3]},2026-0${1 + (n % 9)}-10,2026-10-${10 + (n % 20)},${n % 14}`);
    }
    page = await opened();
    await page.setInputFiles("#choose", [written("many.csv", lines.join("\n"))]);
    await page.locator("#files").waitFor();
    await inWorker(page, () => { // its work never ends by itself
      const host = /** @type {any} */ (globalThis).cleanBreakPipeline, told = host.progress;
      host.progress = (/** @type {{judging: boolean}} */ progress) => { told(progress); while (progress.judging); };
    });
    await page.getByRole("button", { name: "Judge them" }).click();
    await page.locator("#judging-words", { hasText: "Judging many.csv, row 2,048" }).waitFor();
  });
  after(() => done(page));

  test("the page stays alive while they are judged, and is stopped", async () => {
    await page.getByRole("button", { name: "Stop" }).click();
    await said(page, "Stopped. Nothing was judged.");
    await page.locator("#files").waitFor();
    await page.getByRole("button", { name: "Judge them" }).click();
    await page.locator("#list").waitFor();
    assert.equal(await page.locator("#count").textContent(), "100,000 rows");
  });

  test("only those in view are in the document, first to last", async () => {
    assert.ok((await page.locator(".grid-row").count()) < 60);
    const first = await names(page);
    await page.locator("#grid").evaluate((g) => { g.scrollTop = g.scrollHeight / 2; });
    await page.locator(".grid-row[data-index='50000']").waitFor();
    assert.ok((await page.locator(".grid-row").count()) < 60);
    assert.notDeepEqual(await names(page), first);
    await page.locator("#grid").focus();
    await page.keyboard.press("End");
    await page.locator(".grid-row[data-index='99999'][aria-selected=true]").waitFor();
    assert.equal(await page.locator("#grid").getAttribute("aria-rowcount"), "100001");
    assert.equal(await page.locator(".grid-row[data-index='99999']").getAttribute("aria-rowindex"), "100001");
    await page.locator("#reasons .parts li").first().waitFor(); // the last row of the file or near it
  });

  test("filters give the right rows", async () => {
    await page.getByRole("searchbox", { name: "Search" }).fill("company 19999");
    await page.locator("#count", { hasText: "5 of 100,000 rows" }).waitFor();
    assert.deepEqual((await names(page)).toSorted(), [0, 1, 2, 3, 4].map((i) => `Deal ${99_995 + i}`));
    await page.getByRole("searchbox", { name: "Search" }).fill("");
    await page.locator("#f-owner").selectOption("Owner 7");
    await page.locator("#count", { hasText: "2,500 of 100,000 rows" }).waitFor();
    await page.locator("#f-stage").selectOption("Demo");
    await page.locator("#count", { hasText: /^83[34] of 100,000 rows/ }).waitFor();
    await page.locator("#f-account").fill("Company 1999");
    await page.locator("#count", { hasText: /^\d of 100,000 rows/ }).waitFor();
    assert.ok(await page.locator("#accounts option").count() > 1);
  });
});
