// @ts-check
// The page Today in real Chromium: everybody who needs something, in order.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

/** @param {string} name */
async function track(name) {
  const page = await open(browser, saved(name));
  const panel = await openPanel(browser, await tabOf(browser, page.url()));
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator("section.verdict[data-tone]").waitFor();
  await Promise.all([page.close(), panel.close()]);
}

async function today() {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/today.html`);
  return page;
}

test("says what to do where nobody is tracked", async () => {
  const page = await today();
  await page.getByText("You track nobody yet").waitFor();
  await page.close();
});

test("lists who needs something, the rep's own turns first", async () => {
  for (const name of ["gmail-thread-en", "linkedin-messaging", "gmail-thread-de"]) await track(name);
  const page = await today();
  await page.getByText("3 of 3 people need something from you.").waitFor();
  assert.deepEqual(await page.locator("h2").allTextContents(), ["Your turn · 2", "One last try · 1"]);
  const row = page.locator(".today-row", { hasText: "Maren Holt" });
  await row.getByText("One last try").waitFor();
  assert.match((await row.getByRole("link").getAttribute("href")) ?? "", /^https:\/\/mail\.google\.com\/mail\/u\/0\/#search\/from%3A/);
  await page.close();
});
