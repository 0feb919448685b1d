// @ts-check
// The first run in real Chromium: three screens, a sample that the real engine
// judges and nothing keeps, and a first day filled from the rep's own list.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./extension.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

/** @param {string} screen */
async function welcome(screen) {
  const page = await browser.context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  await page.goto(`chrome-extension://${browser.id}/welcome.html#${screen}`);
  return Object.assign(page, { errors });
}
/** What the log holds. @param {import("playwright-core").Page} page */
const held = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("cleanbreak");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    if (!db.objectStoreNames.contains("log")) return db.close(), resolve(0);
    const count = db.transaction("log").objectStore("log").count();
    count.onsuccess = () => (db.close(), resolve(count.result));
  };
}));
/** Waits until these are offered. @param {import("playwright-core").Page} page @param {string[]} names */
const offers = (page, names) => becomes(() => page.locator("#offer-list b").allInnerTexts(), names);

test("three screens, one at a time, by keyboard and back", async () => {
  const page = await welcome("");
  await page.getByRole("heading", { name: "Know when to let go" }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Fill your first day" }).isVisible(), false);
  await page.getByRole("link", { name: "Try it" }).last().press("Enter");
  await page.locator("#try-title:focus").waitFor();
  await page.locator(".screens [aria-current]", { hasText: "Try it" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Know when to let go" }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("the sample is judged by the engine, and nothing of it is kept", async () => {
  const page = await welcome("try");
  const says = page.locator("#sample-says");
  await says.getByText("Keep going").waitFor();
  /** @param {string} name */
  const press = (name) => page.getByRole("button", { name }).click();
  await press("You write again");
  await says.getByText("One last try").waitFor();
  await page.getByText("8 touches over").waitFor();
  await page.locator("#sample-draft").waitFor();
  await press("She asks what it costs");
  await says.getByText("Your turn: answer them").waitFor();
  await page.locator('#sample-line[aria-label="8 touches, 1 answer"]').waitFor();
  await press("From the beginning");
  await says.getByText("Keep going").waitFor();
  await press("She wants to be left alone");
  await says.getByText("Stop: do not contact them").waitFor();
  assert.equal(await held(page), 0);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("a sample that cannot be judged says so, and can be tried again", async () => {
  const page = await welcome("");
  await page.evaluate(() => {
    const real = chrome.runtime.sendMessage;
    chrome.runtime.sendMessage = async (/** @type {any} */ message) => {
      if (message.ask !== "sample") return real(message);
      chrome.runtime.sendMessage = real;
      return undefined; // the background ended
    };
  });
  await page.getByRole("link", { name: "Try it" }).last().click();
  await page.getByRole("alert").getByText("Clean Break was interrupted. Press again.").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("#sample-says").getByText("Keep going").waitFor();
  await becomes(() => page.getByRole("alert").count(), 0);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("the exports of every CRM are read as they are: their headers, separators and encodings", async () => {
  const page = await welcome("begin");
  const exports = (/** @type {string[]} */ ...names) => names.map((name) => new URL(`../../testdata/pipeline/${name}`, import.meta.url).pathname);
  /** @type {[string[], string, string[]][]} the files, what a row of the offer says, and who is offered */
  const cases = [
    [exports("hubspot/contacts.csv"), "eve@wingtip.example · Wingtip · last 13 Nov 2026 · 2 touches", ["Kim Olsen", "Eve Novak", "Una Holm"]],
    [exports("pipedrive-bare/persons.csv", "pipedrive-bare/deals.csv"), "kim@northwind.example · Northwind · last 13 Nov 2026 · 12 touches", ["Kim Olsen", "Lou Reiter"]],
    [exports("salesforce/leads.csv"), "kim@wingtip.example · Wingtip · last 9 Nov 2026", ["Kim Olsen"]],
    [exports("zoho/Contacts.csv"), "jo@litware.example · Litware · last 11 Nov 2026", ["Jo Berg"]],
  ];
  for (const [files, row, names] of cases) {
    await page.locator("#list-file").setInputFiles(files);
    await offers(page, names);
    await page.locator("#offer-list").getByText(row, { exact: true }).waitFor();
    for (const left of files.map((_, i) => i).reverse()) {
      await page.getByRole("button", { name: /^Take out/ }).first().click();
      await becomes(() => page.getByRole("button", { name: /^Take out/ }).count(), left);
    }
    await becomes(() => page.locator("#offer").isVisible(), false);
  }
  const latin = Buffer.from("sep=;\r\nName;E-Mail;Firma\r\nJürgen Groß;jg@acme.example;Müller GmbH\r\n", "latin1"); // Windows-1252
  await page.locator("#list-file").setInputFiles({ name: "kunden.csv", mimeType: "text/csv", buffer: latin });
  await offers(page, ["Jürgen Groß"]);
  await page.locator("#offer-list").getByText("jg@acme.example · Müller GmbH").waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("a file that cannot be read says so, and whom the others name is offered", async () => {
  const page = await welcome("begin");
  const file = (/** @type {string} */ name, /** @type {string} */ text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.locator("#list-file").setInputFiles([file("empty.csv", ""), file("good.csv", "Name,Email\nIda Holm,ida@south.example\n")]);
  await offers(page, ["Ida Holm"]);
  await page.getByText("empty.csv is empty. Export it again, with its header line.").waitFor();
  await page.close();
});

test("a column that was not known is said to be one, and whom it names is offered", async () => {
  const page = await welcome("begin");
  const file = { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from("Wer,Wohin,Firma\nMax Ott,max@west.example,West\n") };
  await page.locator("#list-file").setInputFiles(file);
  await page.getByLabel("It holds").selectOption("people");
  await page.getByRole("alert").getByText("No row has an e-mail address or LinkedIn profile. If a column holds them, say so at its file.").waitFor();
  await page.getByLabel("What the column Wohin holds").selectOption("email");
  await page.getByLabel("What the column Wer holds").selectOption("name");
  await offers(page, ["Max Ott"]);
  assert.equal(await page.locator("#begin-trouble").textContent(), "");
  await page.close();
});

test("a long list is searched, and All means those in sight", async () => {
  const page = await welcome("begin");
  const rows = Array.from({ length: 30 }, (_, i) => `Person ${i},p${i}@${i < 4 ? "north" : "south"}.example\n`);
  await page.locator("#list-file").setInputFiles({ name: "long.csv", mimeType: "text/csv", buffer: Buffer.from(`Name,Email\n${rows.join("")}`) });
  await page.getByRole("button", { name: "Track 30 people" }).waitFor();
  await page.getByLabel("Search").fill("NORTH");
  await becomes(() => page.locator("#offer-list li:visible").count(), 4);
  await page.getByRole("checkbox", { name: "All" }).uncheck();
  await page.getByRole("button", { name: "Track 26 people" }).waitFor();
  await page.getByLabel("Search").fill("");
  await becomes(() => page.locator("#offer-list li:visible").count(), 30);
  assert.equal(await page.locator("#offer-all").evaluate((all) => /** @type {HTMLInputElement} */ (all).indeterminate), true);
  await page.close();
});

test("nothing is kept before the rep has picked, and the same list once more changes nothing", async () => {
  const page = await welcome("begin");
  const take = async () => {
    await page.locator("#list-file").setInputFiles({ name: "y.csv", mimeType: "text/csv", buffer: Buffer.from("First name,Last name,Email,Last contact\nKim,Olsen,kim@acme.example,2026-11-02\n") });
    await offers(page, ["Kim Olsen"]);
    const before = await held(page);
    await page.getByRole("button", { name: "Track 1 person" }).click();
    return before;
  };
  assert.equal(await take(), 0);
  await page.getByText("You now track 1 more person.").waitFor();
  const before = await held(page);
  await take();
  await page.getByText("1 tracked already, and unchanged.").waitFor();
  assert.equal(await held(page), before);
  await page.close();
});

test("a list is taken once, however often the press", async () => {
  const page = await welcome("begin");
  await page.locator("#list-file").setInputFiles({ name: "z.csv", mimeType: "text/csv", buffer: Buffer.from("Name,Email\nIda Holm,ida@south.example\n") });
  await offers(page, ["Ida Holm"]);
  const asked = await page.evaluate(async () => {
    const real = chrome.runtime.sendMessage;
    let takes = 0;
    chrome.runtime.sendMessage = async (/** @type {any} */ message) => (takes += message.ask === "take" ? 1 : 0, real(message));
    for (let i = 0; i < 3; i++) document.getElementById("take")?.click();
    return takes;
  });
  assert.equal(asked, 1);
  await page.getByText("You now track 1 more person.").waitFor();
  await page.close();
});

test("what is no list says so", async () => {
  const page = await welcome("begin");
  await page.locator("#list-file").setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from("Colour,Size\nred,3\n") });
  await page.getByRole("alert").getByText("No column of x.csv is known.").waitFor();
  await page.getByRole("button", { name: "Take out x.csv" }).click();
  await becomes(() => page.locator("#files-list").isVisible(), false);
  await page.close();
});
