// @ts-check
// What is the rep's own, in real Chromium: who they are, whom they never track,
// and everything on this device saved, erased and brought back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { idle } from "./settings-states.mjs";
import { gone, holds, inFocus, reads } from "./shown.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

async function settings() {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/settings.html`);
  await page.getByText("Only on this device").waitFor();
  return page;
}
/** @param {import("playwright-core").Page} page @param {string} title */
const card = (page, title) => page.locator("section.card", { has: page.getByRole("heading", { name: title, exact: true }) });
/** @param {string} name */
async function panelOf(name) {
  const page = await open(browser, saved(name));
  const panel = await openPanel(browser, await tabOf(browser, page.url()));
  return { panel, close: () => Promise.all([page.close(), panel.close()]) };
}

test("what is wrong is said at its field and line, and nothing is kept", async () => {
  const page = await settings();
  const me = card(page, "Me");
  await me.getByLabel("My other e-mail addresses").fill("\nrobin@old.example\nrobin at new");
  await me.getByRole("button", { name: "Keep" }).click();
  const wrong = me.getByRole("alert");
  await reads(wrong, /^Line 3: "robin at new" is no e-mail address; write it as/);
  const field = me.getByLabel("My other e-mail addresses");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.equal(await field.getAttribute("aria-describedby"), await wrong.getAttribute("id"));
  await inFocus(field);
  const { result } = await page.evaluate(() => chrome.runtime.sendMessage({ ask: "mine" }));
  assert.deepEqual(result.addresses ?? [], []);
  await page.close();
});

test("who is tracked and comes onto the never-list is forgotten, once the rep is sure", async () => {
  const { panel, close } = await panelOf("gmail-thread-en");
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator("section.verdict[data-tone]").waitFor();
  const page = await settings();
  const never = card(page, "Never track");
  const who = await panel.locator("h1.who").innerText();
  const address = await panel.locator(".known").innerText();
  await never.getByLabel("People and companies").fill(address.split("·")[0].trim());
  await never.getByRole("button", { name: "Keep" }).click();
  const ask = page.locator("#ask");
  await ask.getByText(`You track one person on this list: ${who}.`).waitFor();
  await ask.getByRole("button", { name: "Cancel" }).click();
  await idle(page);
  assert.equal(await panel.locator("section.verdict[data-tone]").count(), 1, "still tracked");
  await never.getByRole("button", { name: "Keep" }).click();
  await ask.getByRole("button", { name: "Forget and keep the list" }).click();
  await panel.getByText("Never tracked").waitFor();
  await gone(panel.getByRole("button", { name: "Track", exact: true }));
  await idle(page);
  await never.getByLabel("People and companies").fill("");
  await never.getByRole("button", { name: "Keep" }).click();
  await panel.getByRole("button", { name: "Track", exact: true }).waitFor();
  await page.close();
  await close();
});

test("everything is saved, erased and brought back", async () => {
  const { panel, close } = await panelOf("gmail-thread-de");
  await panel.evaluate((file) => chrome.runtime.sendMessage({ ask: "setPlaybook", file }), JSON.stringify({ name: "Northwind", extends: "balanced", floor: { touches: 4 } }));
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator("section.verdict[data-tone]").waitFor();
  const before = await panel.locator("section.verdict").innerText();
  const page = await settings();
  await becomes(() => page.locator("#rules-name").innerText(), "Northwind");
  await card(page, "Me").getByLabel("My name, as I sign").fill("Robin Vale");
  await card(page, "Me").getByRole("button", { name: "Keep" }).click();
  await page.getByText("Kept on this device.").first().waitFor({ state: "attached" });
  await idle(page);

  const decided = { key: "deals\t1", name: "Northwind rollout", did: "disagree", verdict: "break-up", kind: "ghosting", instead: "keep", why: "They move in spring", until: "", at: "2026-11-20T09:00:00.000Z" };
  await page.evaluate(async (d) => (await import(/** @type {any} */ ("./decisions.js"))).addDecisions([d]), decided);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save everything" }).click();
  const file = await (await coming).path();
  assert.match(await readFile(file, "utf8"), /"format":"clean-break-device-1"/);

  await idle(page);
  await page.getByRole("button", { name: "Erase everything…" }).click();
  const yes = page.locator("#ask").getByRole("button", { name: "Erase everything" });
  await yes.waitFor();
  assert.equal(await yes.isDisabled(), true, "before it is typed");
  await page.getByLabel("Type “erase everything” to go on").fill("Erase everything");
  await yes.click();
  await panel.getByRole("button", { name: "Track", exact: true }).waitFor();
  await page.getByText("Everything on this device is erased.").waitFor({ state: "attached" });
  await holds(card(page, "Me").getByLabel("My name, as I sign"), "");
  await becomes(() => page.locator("#rules-name").innerText(), "Balanced");
  await holds(page.locator("#rules-file"), "");
  assert.equal(new URL(page.url()).hash, "");
  await idle(page);

  await page.getByLabel("The file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("Name,Email\n") });
  await page.getByRole("button", { name: "Add what is in it" }).click();
  await page.getByRole("alert").getByText("This is no file that Clean Break saved on a device").waitFor();
  await idle(page);

  await page.getByLabel("The file").setInputFiles(file);
  await page.getByRole("button", { name: "Add what is in it" }).click();
  await page.getByText(/^Added: \d+ entries about 1 person\./).waitFor({ state: "attached" });
  await holds(card(page, "Me").getByLabel("My name, as I sign"), "Robin Vale");
  await becomes(() => page.locator("#rules-name").innerText(), "Northwind");
  await panel.locator("section.verdict[data-tone]").waitFor();
  await becomes(() => panel.locator("section.verdict").innerText(), before);
  assert.deepEqual(await page.evaluate(async () => (await import(/** @type {any} */ ("./decisions.js"))).allDecisions()), [decided], "what was decided on the pipeline");
  assert.equal(await page.evaluate(async (d) => (await import(/** @type {any} */ ("./decisions.js"))).addDecisions([d, { ...d, key: "x", did: "send" }, 7]), { ...decided, why: "another" }), 0, "what is here stays, and what is none of ours is not taken");
  await page.close();
  await close();
});

test("each day it is learnt when replies stop, and the panel says it", async () => {
  const { panel, close } = await panelOf("gmail-thread-drafts");
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator("section.verdict[data-tone]").waitFor();
  assert.equal(await panel.locator(".odds").count(), 0, "nothing is learnt yet");
  await browser.worker().evaluate(() => chrome.alarms.create("retention", { when: Date.now(), periodInMinutes: 24 * 60 }));
  await becomes(async () => {
    await panel.reload();
    await panel.locator("section.verdict[data-tone]").waitFor();
    return panel.locator(".odds").count();
  }, 1);
  await reads(panel.locator(".odds"), /^So far (none|only \d+) like this had another touch after touch \d+ and two weeks to answer it; with what is published [\d.]+\u00a0% answer the next, [\d.–]+\u00a0% \(/);
  await panel.evaluate(() => chrome.runtime.sendMessage({ ask: "wipe" })); // for those after it
  await close();
});

test("another language is spoken by every page that is open", async () => {
  const [page, today] = [await settings(), await browser.context.newPage()];
  await today.goto(`chrome-extension://${browser.id}/today.html`);
  const { panel, close } = await panelOf("gmail-thread-en");
  await panel.getByText("Only on this device").waitFor();
  await page.locator("#language").selectOption("de");
  await panel.getByText("Nur auf diesem Gerät").waitFor();
  await today.locator("html[lang=de]").waitFor();
  await page.locator("html[lang=de]").waitFor();
  await page.locator("#language").selectOption("");
  await panel.getByText("Only on this device").waitFor();
  await today.locator("html[lang=en]").waitFor();
  await Promise.all([page.close(), today.close(), close()]);
});

test("a file that is larger than any message is saved and brought back", async () => {
  const page = await settings();
  page.setDefaultTimeout(5 * 60_000); // 70 MB, there and back
  const words = "Grüße, \u{1F44B} and thank you. ".repeat(40_000); // a million characters, with pairs of surrogates
  const events = 70;
  await page.evaluate(async ([words, events]) => {
    const { openDB } = await import(/** @type {any} */ ("./idb.js"));
    const db = await openDB("cleanbreak");
    const tag = (/** @type {number} */ i) => String(i).padStart(22, "x");
    for (let i = 0; i < Number(events); i++) {
      await db.put("log", { id: tag(i), kind: "reply", who: [tag(0)], at: new Date(Date.now() - i * 36e5).toISOString(), clear: { channel: "email" }, local: { text: words, read: "full" } });
    }
    db.close();
  }, [words, events]);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save everything" }).click();
  const file = await (await coming).path();
  const text = await readFile(file, "utf8");
  assert.ok(text.length > 64 * 2 ** 20, `${text.length} characters`);
  assert.equal(JSON.parse(text).events.filter((/** @type {any} */ e) => e.local?.text === words).length, events);
  await idle(page);

  const held = () => page.evaluate(async () => {
    const { openDB } = await import(/** @type {any} */ ("./idb.js"));
    const db = await openDB("cleanbreak");
    const all = await db.getAll("log");
    db.close();
    return all.map((/** @type {any} */ e) => e.local?.text?.length).filter((/** @type {number} */ n) => n >= 1e6); // the others are of the tests before
  });
  await page.evaluate(async () => {
    const { openDB } = await import(/** @type {any} */ ("./idb.js"));
    const db = await openDB("cleanbreak");
    await db.clear("log");
    db.close();
  });
  await page.getByLabel("The file").setInputFiles(file);
  await page.getByRole("button", { name: "Add what is in it" }).click();
  await page.getByText(/^Added: \d+ entries about /).waitFor();
  assert.deepEqual(await held(), Array(events).fill(words.length));
  await page.close();
});
