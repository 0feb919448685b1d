// @ts-check
// Who it is: two that may be one person, promises of ours, and whom the rep
// enters by hand, in the built extension in real Chromium.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { logOf, open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { hear } from "./told.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("./extension.mjs").Browser} */
let browser;
/** @type {Page[]} */
let opened = [];
beforeEach(async () => void (browser = await start()));
afterEach(() => browser.close());

/** Opens a page and the panel beside it. @param {{url: string, html: string}} page */
async function beside(page) {
  const tab = await open(browser, page);
  const panel = await openPanel(browser, await tabOf(browser, page.url));
  opened.push(tab, panel);
  return panel;
}

/** @param {Page} panel @param {string} name */
const press = (panel, name) => panel.getByRole("button", { name, exact: true }).first().click();
/** @param {Page} panel @param {string} fold */
const unfold = (panel, fold) => panel.locator(`details[data-fold="${fold}"] > summary`).click();
/** @param {Page} panel @param {string} name */
const chip = (panel, name) => panel.locator(".chip").getByText(name, { exact: true }).waitFor();
/** @param {Page} panel */
const history = async (panel) => {
  if (!(await panel.locator('details[data-fold="history"]').evaluate((d) => /** @type {HTMLDetailsElement} */ (d).open))) await unfold(panel, "history");
  await panel.locator('details[data-fold="history"] .fold-body > *').first().waitFor();
  return panel.locator(".events li").allInnerTexts();
};

const elsewhere = { url: "https://news.example/", html: "<title>News</title>" };

/** A moment some days ago, as a field takes it. @param {number} days */
const ago = (days) => new Date(Date.now() - days * 864e5).toISOString().slice(0, 16);

/** Enters somebody by hand. @param {Page} panel @param {string} name @param {string} address @param {string} company */
async function enter(panel, name, address, company) {
  await unfold(panel, "name");
  await panel.getByLabel("Name", { exact: true }).fill(name);
  await panel.getByLabel("Their e-mail address").fill(address);
  await panel.getByLabel("Company").fill(company);
  await press(panel, "Show them");
}

describe("somebody entered by hand", () => {
  test("on any other site, is judged by what the rep logs and pastes", async () => {
    const panel = await beside(elsewhere);
    await panel.locator("#root .notice").waitFor();
    await enter(panel, "Maren Holt", "somewhere", "Brightwater");
    await panel.getByRole("alert").getByText("Write one e-mail address").waitFor();
    await panel.getByLabel("Their e-mail address").fill("maren.holt@brightwater.example");
    await press(panel, "Show them");
    await chip(panel, "Not tracked");
    await press(panel, "Track");
    await panel.locator("section.verdict").waitFor();

    await unfold(panel, "log");
    await panel.locator("#log-channel").selectOption("email");
    await panel.locator("#f-log-when").fill(ago(3));
    await press(panel, "Log it");
    await panel.locator(".noted").getByText("Noted: You sent an e-mail").waitFor();
    await unfold(panel, "reply");
    await panel.getByLabel("Their words").fill("Thanks. What would it cost for 40 people?\n\n> Hello Maren");
    await panel.locator('[data-field="reply-when"]').fill("2099-01-01T09:00");
    await panel.locator('form[data-id="reply"]').getByRole("button").click();
    await panel.getByRole("alert").getByText("before now").waitFor();
    await panel.locator('[data-field="reply-when"]').fill(ago(2));
    await panel.locator('form[data-id="reply"]').getByRole("button").click();
    await panel.locator('section.verdict[data-tone="your-turn"]').waitFor();
    const lines = await history(panel);
    assert.match(lines[0], /They answered by e-mail[\s\S]*What would it cost for 40 people\?/);
    assert.match(lines[1], /You sent an e-mail/);
    assert.equal(lines.length, 2);
    assert.match(await panel.locator(".known").innerText(), /entered by hand/);
    await press(panel, "Back to the page");
    await panel.locator("#root .notice").waitFor();
  });

  test("where a page cannot be read, and is known again there by address", async () => {
    const wall = await beside(saved("linkedin-authwall"));
    await wall.locator("#root h1").getByText("This page could not be read").waitFor();
    await enter(wall, "Finn Aalto", "https://www.linkedin.com/in/finn-aalto/?miniProfile=1", "Kallio");
    await press(wall, "Track");
    await wall.locator("section.verdict").waitFor();
    const panel = await beside(elsewhere);
    await enter(panel, "", "linkedin.com/in/Finn-Aalto", "");
    await chip(panel, "Tracked");
    assert.equal(await panel.locator("#root h1").innerText(), "Finn Aalto");
  });

  test("from a page that gives a name and no address", async () => {
    const panel = await beside(saved("linkedin-sales"));
    await panel.getByText("This page gives no address for them").waitFor();
    assert.equal(await panel.getByRole("button", { name: "Track", exact: true }).count(), 0);
    const name = await panel.locator("#root h1").innerText();
    await unfold(panel, "name");
    await panel.getByLabel("Their e-mail address").fill("v.holm@fjell.example");
    await press(panel, "Show them");
    await press(panel, "Track");
    await panel.locator("section.verdict").waitFor();
    assert.equal(await panel.locator("#root h1").innerText(), name);
  });

  test("beside a page about somebody else, and the page does not take the panel back", async () => {
    const panel = await beside(saved("gmail-thread-en"));
    await chip(panel, "Not tracked");
    const shown = await panel.locator("#root h1").innerText();
    await enter(panel, "Finn Aalto", "finn.aalto@kallio.example", "");
    await panel.locator("#root h1").getByText("Finn Aalto").waitFor();
    const [page] = opened.slice(-2);
    const heard = await hear(panel);
    await page.evaluate(() => [...document.querySelectorAll("div.a3s")].at(-1)?.append(" More words."));
    await heard();
    await press(panel, "Track");
    await panel.locator("section.verdict").waitFor();
    assert.equal(await panel.locator("#root h1").innerText(), "Finn Aalto");
    await press(panel, "Back to the page");
    await panel.locator("#root h1").getByText(shown).waitFor();
    await chip(panel, "Not tracked");
  });
});

describe("two that may be one person", () => {
  /** Tracks the prospect of a thread with nine mails of ours, and opens their profile, which shows the same address. */
  async function seenTwice() {
    const mail = await beside(saved("gmail-thread-en"));
    await press(mail, "Track");
    await mail.locator("section.verdict").waitFor();
    return { mail, profile: await beside(saved("linkedin-profile-2026-contact")) };
  }

  test("are proposed with the reason, linked with one press, and taken apart", async () => {
    const { profile } = await seenTwice();
    const tie = profile.locator(".tie");
    await tie.getByText("Is this Maren Holt, whom you track?").waitFor();
    assert.match(await tie.innerText(), /Both have the address maren\.holt@brightwater\.example\./);
    await chip(profile, "Not tracked");
    await press(profile, "The same person");
    await chip(profile, "Tracked");
    assert.equal(await tie.count(), 0);
    assert.equal((await history(profile)).length, 9);
    assert.match(await profile.locator(".known").innerText(), /maren\.holt@brightwater\.example/);

    await unfold(profile, "log");
    await press(profile, "Log it");
    await profile.locator(".noted").getByText("Noted: You called").waitFor();
    await unfold(profile, "linked");
    await profile.getByRole("button", { name: "Take apart: Maren Holt" }).click();
    await profile.locator('details[data-fold="linked"]').waitFor({ state: "detached" });
    assert.equal((await history(profile)).length, 1, "what was logged on the profile stays with it, and nothing else");
    assert.doesNotMatch(await profile.locator(".known").innerText(), /brightwater/);
    assert.equal(await tie.count(), 0, "what was taken apart is proposed again");
    const again = await beside(saved("gmail-thread-en"));
    await chip(again, "Tracked");
    assert.equal((await history(again)).length, 9);
  });

  test("are two when the rep says so, and are not proposed again", async () => {
    const { profile } = await seenTwice();
    await press(profile, "Two people");
    await profile.locator(".tie").waitFor({ state: "detached" });
    await chip(profile, "Not tracked");
    const later = await beside(saved("linkedin-profile-2026-contact"));
    await chip(later, "Not tracked");
    assert.equal(await later.locator(".tie").count(), 0);
  });

  test("are proposed by a name and a company in another order and writing", async () => {
    const panel = await beside(elsewhere);
    await enter(panel, "Lindqvist, TOMAS", "t.lindqvist@home.example", "");
    await press(panel, "Track");
    await panel.locator("section.verdict").waitFor();
    const other = await beside(saved("linkedin-profile-2026"));
    await chip(other, "Not tracked");
    assert.equal(await other.locator(".tie").count(), 0, "the name alone is no reason");
    const company = (await other.locator(".about span").allInnerTexts()).filter((t) => t.trim() !== "·")[1];
    await press(panel, "Back to the page");
    await panel.locator("#root .notice").waitFor();
    await enter(panel, "Lindqvist, TOMAS", "t.lindqvist@home.example", `${company.toUpperCase()} GmbH`);
    await chip(panel, "Tracked");
    const again = await beside(saved("linkedin-profile-2026"));
    assert.match(await again.locator(".tie").innerText(), /Same name, same company\./);
  });
});

describe("a promise in a mail of ours", () => {
  /** The thread, in which our last mail was sent an hour ago and says something more. @param {string} words */
  function thread(words) {
    const { url, html } = saved("gmail-thread-en");
    const id = BigInt(Date.now() - 36e5) << 20n;
    const last = html.lastIndexOf('<div class="adn ads"');
    const mine = html.slice(last)
      .replace(/data-message-id="[^"]*"/, `data-message-id="#msg-f:${id}"`)
      .replace(/data-legacy-message-id="[^"]*"/, `data-legacy-message-id="${id.toString(16)}"`)
      .replace(/(<div class="a3s[^>]*>)/, `$1<p>${words}</p>`);
    return { url, html: html.slice(0, last) + mine };
  }

  test("is suggested with its day, counts when the rep keeps it, and not when it is dropped", async () => {
    const panel = await beside(thread("I'll send you the security sheet tomorrow. Let me check with our team."));
    await press(panel, "Track");
    const owed = panel.locator(".owed");
    await owed.first().waitFor();
    assert.equal(await owed.count(), 2);
    assert.match(await owed.first().innerText(), /I'll send you the security sheet tomorrow\.\s*By (today|tomorrow|\w{3} \d+ \w{3}), in your message of/);
    assert.notEqual(await panel.locator("section.verdict").getAttribute("data-tone"), "your-turn", "it counted by itself");
    await press(panel, "I owe it");
    await panel.locator('section.verdict[data-tone="your-turn"]').waitFor();
    await panel.getByText("You promised: I'll send you the security sheet tomorrow.", { exact: true }).first().waitFor();
    assert.equal(await owed.count(), 1);
    await press(panel, "Drop");
    await owed.waitFor({ state: "detached" });
    const log = await rows();
    assert.equal(log.filter((e) => e.kind === "promise").length, 1);
    const reading = log.find((e) => e.local?.promises);
    assert.deepEqual(reading.local.promises, ["I'll send you the security sheet tomorrow.", "Let me check with our team."]);
    assert.doesNotMatch(JSON.stringify(log), /Hi Maren|Hello Maren/, "our own words are kept");
    const again = await beside(thread("I'll send you the security sheet tomorrow. Let me check with our team."));
    await again.locator("section.verdict").waitFor();
    assert.equal(await again.locator(".owed").count(), 0, "asked again");
  });
});

const rows = () => logOf(browser);
