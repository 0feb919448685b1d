// @ts-check
// The page Today in real Chromium: everybody who needs something, in order, and
// worked through in place by keyboard alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { gone, holds, inFocus, matches } from "./shown.mjs";
import { becomes, until } from "./waits.mjs";

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
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  await page.goto(`chrome-extension://${browser.id}/today.html`);
  return Object.assign(page, { errors });
}
/** @typedef {Awaited<ReturnType<typeof today>>} Today */
/** @param {Today} page */
const done = async (page) => {
  assert.deepEqual(page.errors, []);
  await page.close();
};
/** @param {Today} page @param {string} who */
const row = (page, who) => page.locator(".today-row", { hasText: who });
/** Whose row has the focus. @param {Today} page @param {string} who */
const focused = (page, who) => page.locator(".today-main:focus", { hasText: who }).waitFor();
/** @param {Today} page @param {string | RegExp} words */
const said = (page, words) => page.locator("#say", { hasText: words }).waitFor({ state: "attached" });
/** Waits until the sections are these. @param {Today} page @param {string[]} expected */
const titles = (page, expected) => becomes(() => page.locator("h2.label").allTextContents(), expected);

test("says what to do where nobody is tracked", async () => {
  const page = await today();
  await page.getByText("You track nobody yet").waitFor();
  await done(page);
});

test("lists who needs something, the rep's own turns first, and begins in the list", async () => {
  for (const name of ["gmail-thread-en", "linkedin-messaging", "gmail-thread-de"]) await track(name);
  const page = await today();
  await page.getByText("3 of 3 people need something from you.").waitFor();
  await titles(page, ["Your turn · 2", "One last try · 1"]);
  const maren = row(page, "Maren Holt");
  await maren.getByText("One last try").waitFor();
  assert.match((await maren.getByRole("link").getAttribute("href")) ?? "", /^https:\/\/mail\.google\.com\/mail\/u\/0\/#search\/from%3A/);
  await inFocus(page.locator(".today-main").first());
  await done(page);
});

test("is worked through by keyboard: move, open, done, undo", async () => {
  const page = await today();
  await page.locator(".today-main:focus").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await focused(page, "Maren Holt");
  await page.keyboard.press("j");
  await focused(page, "Maren Holt"); // the last
  await page.keyboard.press("Enter");
  const maren = row(page, "Maren Holt");
  await maren.locator("section.steps").waitFor();
  await maren.getByRole("button", { name: "Maren Holt", expanded: true }).first().waitFor();
  await page.keyboard.press("Escape");
  await gone(maren.locator("section.steps"));
  await focused(page, "Maren Holt");

  await page.keyboard.press("d");
  await said(page, /^Maren Holt: Noted: .*last try.*\. Next: /);
  await titles(page, ["Your turn · 2", "Let go, well · 1"]); // it was made long ago
  await page.locator(".today-main:focus").waitFor(); // the next item has the focus
  await page.locator(".last-done", { hasText: "Maren Holt" }).waitFor();
  await page.keyboard.press("u");
  await said(page, /^Taken back: Maren Holt/);
  await focused(page, "Maren Holt");
  await titles(page, ["Your turn · 2", "One last try · 1"]);
  await done(page);
});

test("a key that is held does one thing, each press is taken back in turn, and Caps Lock changes nothing", async () => {
  const page = await today();
  await page.locator(".today-main:focus").waitFor();
  await page.keyboard.press("End");
  await focused(page, "Maren Holt");
  await page.keyboard.down("d");
  await said(page, /^Maren Holt: Noted: /);
  await page.locator(".today-main:focus").waitFor(); // the next one has the focus
  for (let held = 0; held < 3; held++) await page.keyboard.down("d");
  await page.keyboard.up("d");
  await said(page, /^Maren Holt: Noted: /);
  assert.equal((await page.locator(".last-done").innerText()).includes("Maren Holt"), true);
  await page.keyboard.press("Home");
  const first = await page.locator(".today-main:focus b").first().innerText();
  await page.keyboard.press("L");
  await page.locator(".quick").waitFor();
  await page.keyboard.press("V");
  await page.locator(".last-done", { hasText: first }).waitFor();
  await page.keyboard.press("U");
  await said(page, new RegExp(`^Taken back: ${first}`));
  await page.locator(".last-done", { hasText: "Maren Holt" }).waitFor();
  await page.keyboard.press("u");
  await said(page, /^Taken back: Maren Holt/);
  await titles(page, ["Your turn · 2", "One last try · 1"]);
  await done(page);
});

test("keys that are turned off mean nothing but the arrows, and stay so", async () => {
  let page = await today();
  await page.locator(".today-main:focus").waitFor();
  await page.getByRole("button", { name: "Turn the keys off" }).click();
  for (const again of [false, true]) {
    if (again) {
      await done(page);
      page = await today();
      await page.locator(".today-main:focus").waitFor();
    }
    await page.locator(".today-main").first().focus();
    const first = await page.locator(".today-main:focus b").first().innerText();
    for (const key of ["j", "d", "l", "k"]) await page.keyboard.press(key);
    await focused(page, first);
    assert.equal(await page.locator(".last-done, .quick").count(), 0);
    await page.keyboard.press("ArrowDown");
    await gone(page.locator(".today-main:focus", { hasText: first }));
  }
  await page.getByRole("button", { name: "Turn the keys on" }).click();
  await page.locator(".today-main").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("k");
  await focused(page, "Jonas Weidner");
  await done(page);
});

test("puts off to a day, and breaks up with its kind, in place", async () => {
  const page = await today();
  await page.locator(".today-main:focus").waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("s");
  const maren = row(page, "Maren Holt");
  const when = maren.getByLabel("First day back");
  await inFocus(when);
  await page.keyboard.press("Enter");
  await maren.getByText("Say until when.").waitFor();
  await when.fill("2032-03-01");
  await page.keyboard.press("Enter");
  await said(page, /Maren Holt/);
  await gone(maren); // she is not due any more
  await page.locator(".today-main:focus").waitFor();
  await page.keyboard.press("u");
  await focused(page, "Maren Holt");

  await page.keyboard.press("b");
  const kind = maren.getByLabel("Kind");
  await inFocus(kind);
  await kind.selectOption({ label: "No budget" });
  await maren.getByRole("button", { name: "Decide so" }).click();
  await page.locator(".last-done", { hasText: "Maren Holt" }).waitFor();
  await page.locator(".last-done").getByRole("button", { name: "Undo" }).click();
  await focused(page, "Maren Holt");
  await done(page);
});

test("logs a call in place in two keys, and takes it back", async () => {
  const page = await today();
  await page.locator(".keys", { hasText: "log what happened" }).waitFor();
  await page.locator(".today-main:focus").waitFor();
  await page.keyboard.press("End");
  const maren = row(page, "Maren Holt");
  await page.keyboard.press("l");
  await maren.getByRole("group", { name: "What happened? Press its key" }).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await maren.getByRole("group").count(), 0);
  await focused(page, "Maren Holt");
  await page.keyboard.press("l");
  await page.keyboard.press("n");
  await said(page, /^Maren Holt: Noted: You called: no answer/);
  await page.locator(".last-done", { hasText: "Maren Holt" }).waitFor();
  await page.keyboard.press("u");
  await said(page, /^Taken back: Maren Holt/);
  await focused(page, "Maren Holt");

  await page.keyboard.press("l");
  await maren.getByRole("group").waitFor();
  await page.keyboard.press("k"); // elsewhere, the first key is forgotten
  await focused(page, "Jonas Weidner");
  await page.keyboard.press("v");
  assert.equal(await page.getByRole("group", { name: "What happened? Press its key" }).count(), 0);
  await page.keyboard.press("l");
  await row(page, "Jonas Weidner").getByRole("group").waitFor();
  assert.equal(await page.locator(".last-done").count(), 0, "nothing was logged");
  await done(page);
});

test("copies the draft, and types nothing but text in a field", async () => {
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await today();
  await page.locator(".today-main:focus").waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("k");
  await focused(page, "Jonas Weidner");
  await page.keyboard.press("c");
  await said(page, "Copied");
  await matches(() => page.evaluate(() => navigator.clipboard.readText()), /Guten Tag Jonas/);
  await page.keyboard.press("n");
  await matches(() => page.evaluate(() => navigator.clipboard.readText()), /^\d{4}-\d\d-\d\d: \d+ touch/);
  await page.keyboard.press("Enter");
  const message = row(page, "Jonas Weidner").getByLabel("Message");
  await message.fill("d");
  await message.press("d");
  await holds(message, "dd");
  assert.equal(await page.locator(".last-done").count(), 0, "a letter in a field is a letter");
  await done(page);
});

test("what is done here shows beside every tab that shows them, on its badge and in its panel, and what is done in a panel on the others'", async () => {
  const page = await today();
  const alone = await open(browser, saved("gmail-thread-en"));
  const idAlone = await tabOf(browser, alone.url());
  const beside = await open(browser, saved("gmail-thread-en"));
  const idBeside = await tabOf(browser, beside.url());
  const panel = await openPanel(browser, idBeside);
  const verdict = (/** @type {string} */ words) => panel.locator("section.verdict").getByText(words, { exact: true }).first().waitFor();
  const badges = () => browser.worker().evaluate((ids) => Promise.all(ids.map((tabId) => chrome.action.getBadgeText({ tabId }))), [idAlone, idBeside]);
  await verdict("One last try");
  const [lastTry] = await badges();
  await becomes(badges, [lastTry, lastTry]);
  await page.bringToFront();
  await page.locator(".today-main", { hasText: "Maren Holt" }).focus();
  await page.keyboard.press("d");
  await titles(page, ["Your turn · 2", "Let go, well · 1"]);
  await verdict("Let go: no answer");
  await until(async () => (await badges()).every((b) => b && b !== lastTry));

  const [letGo] = await badges();
  await becomes(badges, [letGo, letGo]);
  await panel.bringToFront();
  await panel.locator("details[data-fold=history] > summary").click();
  await panel.locator("details[data-fold=history]").getByRole("button", { name: "Take back" }).click();
  await verdict("One last try");
  await becomes(badges, [lastTry, lastTry]);
  await Promise.all([alone.close(), beside.close(), panel.close()]);
  await done(page);
});

test("shows what is done elsewhere, at once", async () => {
  const page = await today();
  await page.getByText("3 of 3 people need something from you.").waitFor();
  const thread = await open(browser, saved("gmail-thread-en"));
  const panel = await openPanel(browser, await tabOf(browser, thread.url()));
  const who = await panel.locator("h1.who").innerText();
  await panel.getByRole("button", { name: "Stop tracking" }).click();
  await panel.getByRole("button", { name: "Stop and forget" }).click();
  await page.getByText("2 of 2 people need something from you.").waitFor();
  await gone(row(page, who));
  await Promise.all([thread.close(), panel.close()]);
  await done(page);
});

test("two windows of it, with more people than are judged at once, each come to an end", async () => {
  const pages = [await today(), await today()];
  const list = Array.from({ length: 130 }, (_, i) => ({ person: { name: `Kim ${i}`, email: `kim@north-${i}.example` }, touches: 0 }));
  await pages[0].evaluate((list) => chrome.runtime.sendMessage({ ask: "take", list }), list);
  await Promise.all(pages.map(async (page) => {
    await page.reload();
    await page.getByText("of 132 people need something from you.").waitFor();
    await done(page);
  }));
});
