// @ts-check
// The walk of a rep through the built extension in real Firefox.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import encodeQR from "qr";
import { writing } from "./boxes.mjs";
import { saved } from "./extension.mjs";
import { startFirefox } from "./firefox.mjs";
import { choose } from "./hands.mjs";
import { invitation } from "./settings-states.mjs";
import { scriptsIn } from "./told.mjs";
import { becomes, patience, until } from "./waits.mjs";
import { walks } from "./walks.mjs";

/** @type {Awaited<ReturnType<typeof startFirefox>>} */
let firefox;
before(async () => void (firefox = await startFirefox({ idle: 5000 })));
after(() => firefox.close());

/** Waits until the page shows a text. @param {import("puppeteer-core").Page} page @param {string} text @param {string} [within] */
const shows = (page, text, within = "body") =>
  page
    .waitForFunction((text, within) => document.querySelector(within)?.textContent?.includes(text), { timeout: patience }, text, within)
    .catch(async () => assert.fail(`no "${text}" in: ${await page.evaluate(() => document.body.innerText)}`));
/** @param {import("puppeteer-core").Page} page @param {string} selector */
async function press(page, selector) {
  await page.waitForSelector(selector);
  await page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), selector);
}

/** What the background is asked, and its answer. @param {import("puppeteer-core").Page} panel */
const look = (panel) => panel.evaluate(async () => JSON.parse(await chrome.runtime.sendMessage({ do: "look", tab: Number(location.hash.slice(5)) })));
/** @param {import("puppeteer-core").Page} panel */
const entries = async (panel) => (await look(panel)).entries;
/** @param {import("puppeteer-core").Page} panel @param {string} type */
const count = async (panel, type) => (await entries(panel)).filter((/** @type {any} */ e) => e.type === type).length;
/** @param {string} name */
async function beside(name) {
  const page = await firefox.open(saved(name));
  return { page, panel: await firefox.panel(page) };
}

test("a pipeline is judged in a worker, and gone on with after a reload", async () => {
  const page = await firefox.own("pipeline.html");
  await page.waitForSelector("#start:not([hidden])");
  await choose(page, "#choose", { "deals.csv": "id,title,contact person,organization,value,stage\n1,Rollout,Kim Olsen,Acme,90000,demo\n2,Done,Lee Park,Beta,100,closed won\n" });
  await shows(page, "deals.csv", "#files-list");
  await press(page, "#judge");
  await shows(page, "2 rows", "#count");
  await shows(page, "Where every prospect starts", "#reasons");
  await press(page, "[data-press=agree]");
  await shows(page, "1 of 1", "#decided");
  await page.evaluate(() => location.reload());
  await shows(page, "1 of 1", "#decided");
  await shows(page, "Agreed", ".grid-body");
  await page.close();
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
    const { panel } = there;
    const ended = () => panel.evaluate(() => chrome.extension.getViews().every((view) => !view.location.pathname.startsWith("/_generated_background_page")));
    await until(ended, "it ends after five seconds without work");
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
    await there.panel.waitForFunction(() => !document.body.textContent?.includes("Maren Holt"));
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
  const later = await beside("linkedin-profile-2026"); // that is opened later, and read
  await shows(later.panel, "Tomas Lindqvist");
  const tab = await later.panel.evaluate(async (url) => (await chrome.tabs.query({})).find((t) => t.url === url)?.id, page.url());
  assert.equal((await scriptsIn(later.panel, /** @type {number} */ (tab))).reader, "");
  await Promise.all([page.close(), later.page.close(), later.panel.close()]);
});

test("a draft goes into the mail above the signature, and out with one Ctrl+Z; what is typed there is checked", async () => {
  const page = await firefox.open(writing("gmail-thread-en", { to: ["maren.holt@brightwater.example"], subject: "Numbers" }));
  const panel = await firefox.panel(page);
  await shows(panel, "Maren Holt");
  await panel.waitForSelector("section.verdict, [data-do=track]");
  if (await panel.$("[data-do=track]")) await press(panel, "[data-do=track]");
  await shows(panel, "One last try", "section.verdict");
  await until(async () => (await look(panel)).into, "the panel hears of the mail");
  await press(panel, "details[data-fold=later] > summary");
  const box = "[role=dialog] [g_editable]";
  const html = () => page.$eval(box, (el) => el.innerHTML);
  const before = await html();
  await panel.waitForSelector(".editor.body textarea");
  const draft = await panel.$eval(".editor.body textarea", (el) => /** @type {HTMLTextAreaElement} */ (el).value);
  await press(panel, "[data-do=put]");
  await shows(panel, "It is in the mail now", "p.put");
  const text = (await page.$eval(box, (el) => /** @type {HTMLElement} */ (el).innerText)).replaceAll("\u00a0", " ");
  assert.ok(text.startsWith(draft) && text.includes("Robin Vale"), text);
  assert.equal(await page.$eval("input[name=subjectbox]", (el) => /** @type {HTMLInputElement} */ (el).value), "Numbers");
  await page.focus(box);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await becomes(html, before);
  await page.keyboard.type("I am just checking in.");
  await shows(panel, "checking in", "section.writing");
  await Promise.all([page.close(), panel.close()]);
});

test("what a team shares is allowed in Firefox before its server is asked", async () => {
  const settings = await firefox.own("settings.html");
  const allowed = () => settings.evaluate(async () => /** @type {any} */ (await chrome.permissions.getAll()).data_collection);
  assert.deepEqual(await allowed(), []);
  await settings.waitForSelector("form[data-press=create] button");
  await settings.type("form[data-press=create] [name=worker]", "http://127.0.0.1:9");
  await settings.type("form[data-press=create] [name=setup]", "a secret of thirty-two characters");
  await settings.type("form[data-press=create] [name=label]", "Laptop");
  await settings.click("form[data-press=create] button");
  await settings.waitForSelector("#trouble:not([hidden])");
  assert.deepEqual((await allowed()).sort(), ["personalCommunications", "personallyIdentifyingInfo"]);
  await settings.close();
});

walks(() => firefox);

test("the QR code of an invitation is read from a picture", async () => {
  const settings = await firefox.own("settings.html");
  await settings.waitForSelector("#alone:not([hidden])");
  await settings.evaluate((base64) => {
    const input = /** @type {HTMLInputElement} */ (document.getElementById("code-picture"));
    const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "code.gif", { type: "image/gif" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, Buffer.from(encodeQR(invitation.text, "gif", { scale: 6 })).toString("base64"));
  await becomes(() => settings.$eval("#invitation-given", (field) => /** @type {HTMLTextAreaElement} */ (field).value), invitation.text);
  await settings.close();
});
