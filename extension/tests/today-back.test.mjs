// @ts-check
// What Today takes back: the last press first, whoever it was about, and never
// another one in its place.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { today } from "./page-states.mjs";
import { openStage, unfold } from "./panel-stage.mjs";
import { states } from "./states.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

/**
 * Opens the list beside a background that knows what was logged here: it takes
 * back what is there, and refuses what is not.
 */
async function opened() {
  const page = await stage.panel(null, { path: "/today.html", answers: today.full });
  await page.evaluate(([lastTry, unsure]) => {
    const { stage } = /** @type {any} */ (globalThis);
    stage.logged = [];
    stage.answer = (/** @type {any} */ a) => {
      const state = { ...(a.person.name === "Cem Aydın" ? unsure : lastTry), tab: a.tab, url: "", by_hand: true, person: a.person };
      const found = stage.logged.findIndex((/** @type {any} */ e) => e.id === a.id);
      if (a.do === "unlog" && found < 0) return JSON.stringify({ tab: a.tab, phase: "broken", problem: `${a.id} is not there` });
      if (a.do === "unlog") stage.logged.splice(found, 1);
      if (a.do === "log" && !stage.silent) stage.logged.unshift({ id: `call ${stage.logged.length + 1}`, whom: a.person.name, type: "touch", channel: "call", disposition: "no-answer", by_hand: true, at: lastTry.now });
      if (a.do === "untrack") return JSON.stringify({ ...state, tracked: false, assessment: null, entries: [] });
      return JSON.stringify({ ...state, entries: stage.logged.filter((/** @type {any} */ e) => e.whom === a.person.name) });
    };
  }, [states["last-try"], states["keep, unsure"]]);
  await page.locator(".today-main:focus").waitFor();
  return page;
}
/** @typedef {Awaited<ReturnType<typeof opened>>} Page */
/** @param {Page} page @param {string[]} keys */
const type = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
/** Whose row has the focus. @param {Page} page @param {string} who */
const focused = (page, who) => page.locator(".today-main:focus", { hasText: who }).waitFor();
/** Puts the focus on somebody's row. @param {Page} page @param {string} who */
const go = (page, who) => page.locator(".today-main", { hasText: who }).focus();
/** Logs a call with somebody. @param {Page} page @param {string} who */
async function call(page, who) {
  await go(page, who);
  await type(page, "l");
  await page.locator(".quick").waitFor();
  await type(page, "n");
  await page.locator(".last-done", { hasText: who }).waitFor();
}
/** @param {Page} page @param {string | RegExp} words */
const said = (page, words) => page.locator("#say", { hasText: words }).waitFor({ state: "attached" });
/** What was asked for but to show somebody. @param {Page} page */
const asked = (page) => page.evaluate(() => /** @type {any} */ (globalThis).stage.sent.filter((/** @type {any} */ a) => a.do !== "choose").map((/** @type {any} */ a) => [a.do, a.id, a.person.name].filter(Boolean).join(" ")));
/** @param {Page} page */
async function done(page) {
  assert.deepEqual(page.errors, []);
  await page.context().close();
}

test("what was taken back in the open row is not asked for again", async () => {
  const page = await opened();
  await call(page, "Ada Quist");
  await call(page, "Bo Lind");
  await type(page, "Enter");
  await unfold(page, "history");
  await page.locator("details[data-fold=history]").getByRole("button", { name: "Take back" }).click();
  await page.locator(".last-done", { hasText: "Ada Quist" }).waitFor();
  await go(page, "Bo Lind");
  await type(page, "u");
  await said(page, /^Taken back: Ada Quist/);
  await focused(page, "Ada Quist");
  await becomes(() => asked(page), ["log Ada Quist", "log Bo Lind", "unlog call 2 Bo Lind", "unlog call 1 Ada Quist"]);
  await done(page);
});

test("what the background refuses is said, can be tried again, and is not in the way of what came before", async () => {
  const page = await opened();
  await call(page, "Ada Quist");
  await call(page, "Bo Lind");
  await page.evaluate(() => void /** @type {any} */ (globalThis).stage.logged.shift()); // taken back elsewhere
  await type(page, "u");
  await page.getByRole("alert").getByText("That did not work: call 2 is not there.").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await becomes(() => asked(page), ["log Ada Quist", "log Bo Lind", "unlog call 2 Bo Lind", "unlog call 2 Bo Lind"]);
  await page.getByRole("alert").getByText("call 2 is not there").waitFor();
  await go(page, "Bo Lind");
  await type(page, "u");
  await said(page, /^Taken back: Ada Quist/);
  await becomes(async () => (await asked(page)).at(-1), "unlog call 1 Ada Quist");
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.equal(await page.locator(".last-done").count(), 0);
  await done(page);
});

test("what nothing takes back is said until the next press takes back what came before it", async () => {
  const page = await opened();
  await call(page, "Ada Quist");
  await page.evaluate(() => { /** @type {any} */ (globalThis).stage.silent = true; }); // what is pressed now is no entry
  await type(page, "l", "n");
  await page.locator(".last-done").waitFor({ state: "detached" });
  await type(page, "u");
  await page.getByRole("alert").getByText("Ada Quist: what you did last cannot be taken back.").waitFor();
  await type(page, "u");
  await said(page, /^Taken back: Ada Quist/);
  assert.equal(await page.getByRole("alert").count(), 0);
  await done(page);
});

test("what nothing takes back is said so, and nobody else's press goes in its place", async () => {
  const page = await opened();
  await call(page, "Ada Quist");
  await go(page, "Cem Aydın");
  await type(page, "d");
  await becomes(async () => (await asked(page)).at(-1), "looked Cem Aydın");
  await page.locator(".today-main:focus").waitFor();
  assert.equal(await page.locator(".last-done").count(), 0, "there is a way back from what has none");
  await type(page, "u");
  await page.getByRole("alert").getByText("Cem Aydın: what you did last cannot be taken back. Press U again for what came before it.").waitFor();
  assert.equal((await asked(page)).at(-1), "looked Cem Aydın");
  await type(page, "u");
  await said(page, /^Taken back: Ada Quist/);

  await call(page, "Ada Quist");
  await call(page, "Bo Lind");
  await type(page, "Enter");
  await page.getByRole("button", { name: "Stop tracking" }).click();
  await page.getByRole("button", { name: "Stop and forget" }).click();
  await page.locator(".today-row", { hasText: "Bo Lind" }).waitFor({ state: "detached" });
  await page.locator(".today-main:focus").waitFor();
  await type(page, "u");
  await page.getByRole("alert").getByText("Bo Lind: what you did last cannot be taken back.").waitFor();
  await type(page, "u");
  await said(page, /^Taken back: Ada Quist/);
  await done(page);
});
