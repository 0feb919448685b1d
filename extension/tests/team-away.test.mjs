// @ts-check
// A team on the real Worker, when devices come and go: the alarm that keeps a
// device in step without a page, the export, a device that is removed, and the
// printed key when all are lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { inStep, line, log, now, openSettings, submit } from "./teams.mjs";
import { becomes } from "./waits.mjs";
import { setup, startWorker } from "./worker.mjs";

/** @typedef {import("./extension.mjs").Browser} Browser */
/** @typedef {import("playwright-core").Page} Page */

/** The kinds of event that a browser's log has, asked of its background. @param {Browser} browser */
const kinds = (browser) =>
  browser.worker().evaluate(
    () =>
      /** @type {Promise<string[]>} */ (new Promise((resolve) => {
        const opening = indexedDB.open("cleanbreak");
        opening.onsuccess = () => {
          const all = opening.result.transaction("log").objectStore("log").getAll();
          all.onsuccess = () => (opening.result.close(), resolve([...new Set(all.result.map((e) => e.kind))].sort()));
        };
      })),
  );

/** @param {Page} page @param {string} yes */
const answer = (page, yes) => page.locator("#ask").getByRole("button", { name: yes, exact: true }).click();

describe("devices that come and go", () => {
  /** @type {Awaited<ReturnType<typeof startWorker>>} */
  let worker;
  /** @type {Browser} */
  let anna;
  /** @type {Browser} */
  let ben;
  /** @type {Page} Anna's settings */
  let settings;
  before(async () => {
    worker = await startWorker();
    [anna, ben] = [await start(), await start()];
    settings = await openSettings(anna);
    await submit(settings, "create", { "The Worker’s address": worker.url, "Set-up secret": setup, "Name of this device": "Anna’s laptop" });
    await inStep(settings);
    await settings.locator("form[data-press=invite] select").selectOption("rep");
    await settings.getByRole("button", { name: "Make an invitation" }).click();
    await settings.locator("#qr path").waitFor();
    const page = await openSettings(ben);
    await submit(page, "join", { Invitation: await settings.locator("#invitation-text").innerText(), "Name of this device": "Ben’s laptop" });
    await inStep(page);
    await ben.context.newPage();
    await page.close();
  });
  after(() => Promise.all([anna.close(), ben.close(), worker.close()]));

  test("the alarm of each minute fetches what is new, with no page open", async () => {
    const page = await open(anna, saved("gmail-thread-en"));
    const panel = await openPanel(anna, await tabOf(anna, page.url()));
    await panel.getByRole("button", { name: "Track", exact: true }).click();
    await panel.locator("section.verdict").waitFor();
    await inStep(panel);
    assert.deepEqual(await kinds(ben), []);
    await ben.worker().evaluate(() => chrome.alarms.create("in-step", { when: Date.now(), periodInMinutes: 1 }));
    await becomes(() => kinds(ben), await kinds(anna));
    await panel.close();
  });

  test("a manager’s export has all that the team holds, opened", async () => {
    const downloading = settings.waitForEvent("download");
    await settings.getByRole("button", { name: "Save the file" }).last().click();
    const exported = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
    assert.deepEqual(Object.values(exported.names).sort(), ["Anna’s laptop", "Ben’s laptop"]);
    assert.deepEqual(exported.events.map((/** @type {any} */ e) => e.id).sort(), (await log(settings)).map((e) => e.id).sort());
    assert.ok(exported.events.some((/** @type {any} */ e) => e.sealed?.person?.name === "Maren Holt"));
  });

  test("a removed device is told, and gets nothing more", async () => {
    await settings.reload();
    await settings.getByRole("button", { name: "Remove Ben’s laptop" }).click();
    await answer(settings, "Remove it");
    await settings.getByText(/^Rep · removed/).waitFor();
    const page = await openSettings(ben);
    await now(page);
    await line(page, /^Out of step/);
    await page.getByText("does not know this device any more").waitFor();
    await page.close();
  });

  test("when all devices are lost, the printed key brings a manager and the log back", async (t) => {
    await settings.getByRole("button", { name: "Make a recovery key" }).click();
    await answer(settings, "Make it");
    await settings.locator("#recovery-key").getByText(/^\w{4}-/).waitFor();
    const [url, id, key] = await Promise.all(["worker", "team", "key"].map((part) => settings.locator(`#recovery-${part}`).innerText()));
    const had = (await log(settings)).map((e) => e.id).sort();
    await anna.close();
    const carl = await start();
    t.after(() => carl.close());
    const page = await openSettings(carl);
    await page.getByText("All devices lost? Use the recovery key").click();
    await submit(page, "recover", { "The Worker’s address": url, Team: id, "Recovery key": key, "Name of this device": "Anna’s new laptop" });
    await inStep(page);
    await page.getByText(/^Manager.* this device/).waitFor();
    assert.deepEqual((await log(page)).map((e) => e.id).sort(), had);
    assert.ok((await log(page)).some((e) => e.kind === "card" && e.sealed.person.name === "Maren Holt"), "and it can be read");
  });
});
