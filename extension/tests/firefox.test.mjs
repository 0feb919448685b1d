// @ts-check
// The walk of a rep through the built extension in real Firefox.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { saved } from "./extension.mjs";
import { startFirefox } from "./firefox.mjs";

/** @type {Awaited<ReturnType<typeof startFirefox>>} */
let firefox;
before(async () => void (firefox = await startFirefox({ idle: 5000 })));
after(() => firefox.close());

/** Waits until the page shows a text. @param {import("puppeteer-core").Page} page @param {string} text @param {string} [within] */
const shows = (page, text, within = "body") =>
  page
    .waitForFunction((text, within) => document.querySelector(within)?.textContent?.includes(text), { timeout: 20_000 }, text, within)
    .catch(async () => assert.fail(`no "${text}" in: ${await page.evaluate(() => document.body.innerText)}`));
/** @param {import("puppeteer-core").Page} page @param {string} selector */
async function press(page, selector) {
  await page.waitForSelector(selector);
  await page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), selector);
}

/** What the background is asked, and its answer. @param {import("puppeteer-core").Page} panel */
const entries = async (panel) => (await panel.evaluate(async () => JSON.parse(await chrome.runtime.sendMessage({ do: "look", tab: Number(location.hash.slice(5)) })))).entries;
/** @param {import("puppeteer-core").Page} panel @param {string} type */
const count = async (panel, type) => (await entries(panel)).filter((/** @type {any} */ e) => e.type === type).length;
/** @param {string} name */
async function beside(name) {
  const page = await firefox.open(saved(name));
  return { page, panel: await firefox.panel(page) };
}

test("the first page says what it does and offers both sites", async () => {
  const welcome = await firefox.own("welcome.html#begin");
  await shows(welcome, "✓ Allowed", "[data-site=gmail]"); // the test variant has them
  await welcome.close();
});

describe("a Gmail thread", () => {
  /** @type {Awaited<ReturnType<typeof beside>>} */
  let there;
  before(async () => void (there = await beside("gmail-thread-en")));
  after(() => Promise.all([there.page.close(), there.panel.close()]));

  test("is read, tracked, counted and judged", async () => {
    await shows(there.panel, "Maren Holt");
    await press(there.panel, "[data-do=track]");
    await shows(there.panel, "One last try", "section.verdict");
    assert.equal(await count(there.panel, "touch"), 9);
  });

  test("opened in a second tab: counted once", async () => {
    const second = await beside("gmail-thread-en");
    await shows(second.panel, "One last try", "section.verdict");
    assert.equal(await count(second.panel, "touch"), 9);
    await Promise.all([second.page.close(), second.panel.close()]);
  });

  test("goes on when the browser ended the background", async () => {
    await new Promise((resolve) => setTimeout(resolve, 9000)); // it ends after five seconds without work
    const { panel } = there;
    await press(panel, "details[data-fold=log] summary");
    await panel.waitForSelector("#log-channel");
    await panel.select("#log-channel", "call");
    await panel.waitForSelector("#log-outcome");
    await panel.select("#log-outcome", "no-answer");
    await press(panel, "form[data-id=log] button[type=submit]");
    await shows(panel, "You called: no answer");
    assert.equal(await count(panel, "touch"), 10);
  });

  test("another address clears at once", async () => {
    await there.page.evaluate(() => void (location.hash = "#inbox/FMfcgzAnotherThreadAltogether"));
    await there.panel.waitForFunction(() => !document.body.textContent?.includes("Maren Holt"), { timeout: 5000 });
  });
});

test("a LinkedIn conversation beside the panel is read and counted", async () => {
  const { page, panel } = await beside("linkedin-messaging");
  await press(panel, "[data-do=track]");
  await shows(panel, "Your turn", "section.verdict");
  assert.equal(await count(panel, "touch"), 3);
  assert.equal(await count(panel, "reply"), 2);
  await Promise.all([page.close(), panel.close()]);
});

test("LinkedIn is not read while no panel is open", async () => {
  const page = await firefox.open(saved("linkedin-messaging"));
  const own = await firefox.own("welcome.html");
  const heard = await own.evaluate(
    () =>
      new Promise((resolve) => {
        chrome.runtime.onMessage.addListener((m, from) => void (from.url?.includes("linkedin") && resolve(m.type)));
        setTimeout(resolve, 1500, "nothing");
      }),
  );
  assert.equal(heard, "nothing");
  await Promise.all([page.close(), own.close()]);
});
