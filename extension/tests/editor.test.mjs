// @ts-check
// The editor of the playbook in real Chromium: its fields, what it would change
// for whom, and what is wrong said at its field.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { idle } from "./settings-states.mjs";
import { gone, holds, number } from "./shown.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
/** @type {import("playwright-core").Page} */
let page;
before(async () => {
  browser = await start();
  for (const name of ["gmail-thread-en", "gmail-thread-de"]) {
    const shown = await open(browser, saved(name));
    const panel = await openPanel(browser, await tabOf(browser, shown.url()));
    await panel.getByRole("button", { name: "Track", exact: true }).click();
    await panel.locator("section.verdict[data-tone]").waitFor();
    await Promise.all([shown.close(), panel.close()]);
  }
  page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/settings.html`);
});
after(() => browser.close());

/** @param {string} name */
async function press(name) {
  await idle(page);
  await page.getByRole("button", { name, exact: true }).click();
}
/** Opens the editor, whose first field has the focus then. */
async function change() {
  await press("Change it…");
  await page.locator("#playbook-name:focus").waitFor();
}
/** @param {string} name */
async function answer(name) {
  await page.locator("#ask").getByRole("button", { name, exact: true }).click();
  await idle(page);
}
/** @param {string} part */
const section = (part) => page.locator(`.part-of[data-part="${part}"]`);
/** @param {string} path */
const field = (path) => page.locator(`[data-path="${path}"]`);
const file = async () => JSON.parse(await page.locator("#rules-file").inputValue());
/** Waits until this is written. @param {object} expected */
const writes = (expected) => becomes(file, expected);
/** Waits until the parts that match a selector are these. @param {string} selector @param {string[]} expected */
const partsAre = (selector, expected) => becomes(() => page.locator(selector).evaluateAll((all) => all.map((d) => /** @type {HTMLElement} */ (d).dataset.part)), expected);

test("every field of the schema is there, with its source, and an untouched form says nothing", async () => {
  await change();
  const { schema, signals, purposes } = JSON.parse(await readFile(new URL("../../build/playbooks.json", import.meta.url), "utf8"));
  const parts = Object.keys(schema.properties).filter((n) => !["$schema", "name", "extends", "about", "minutes_why"].includes(n));
  await partsAre(".part-of[data-part]", parts);
  await page.locator(".part-of[data-part]").evaluateAll((all) => all.forEach((d) => { /** @type {HTMLDetailsElement} */ (d).open = true; }));
  for (const path of ["floor.touches", "persistence.proposal.second_contact", "ideal.countries", "quiet", "stages.demo.days", "minutes.voicemail", "hour_is_worth"]) {
    await number(field(path), 1);
  }
  for (const { name } of signals) await number(field(`weights.${name}.points`), 1);
  await number(page.locator("#template-for option"), purposes.length);
  await section("persistence").getByText("Practice averages 2 to 4 attempts").waitFor();
  await section("weights").getByText("Machines open mails too").waitFor();
  await writes({ name: "", extends: "balanced" });
  await page.getByText("Nobody of 2 is judged otherwise.").waitFor();
});

test("a field is found by its name", async () => {
  await page.getByLabel("Find a field").fill("voicemail");
  await partsAre(".part-of[data-part]:visible", ["chase", "calls", "channels", "minutes", "speech", "weights"]);
  await page.getByLabel("Find a field").fill("");
});

test("what is changed is written down alone, and who is judged otherwise is shown before it is kept", async () => {
  await page.locator("#playbook-name").fill("Northwind");
  await field("persistence.cold.touches").fill("30");
  await field("weights.idle.points").fill("-2");
  await field("holidays").fill("12-07\n2026-12-08");
  await field("quiet").fill("12-20 01-06");
  await page.locator("#template-lang").selectOption("de");
  await page.locator("#template-for").selectOption("last-try");
  await field("templates.de.last-try.short").fill("Hallo {first_name}, ich melde mich nicht mehr von selbst.");
  const written = await file();
  const { why, ...idle } = written.weights.idle;
  assert.deepEqual({ ...written, weights: idle }, {
    name: "Northwind", extends: "balanced", persistence: { cold: { touches: 30 } }, quiet: [{ from: "12-20", to: "01-06" }], holidays: ["12-07", "2026-12-08"],
    templates: { de: { "last-try": { short: "Hallo {first_name}, ich melde mich nicht mehr von selbst." } } }, weights: { points: -2, free: 10, most: -15 },
  });
  await field("persistence.cold.touches").locator("xpath=..").getByText("Balanced: 8").waitFor();
  await page.getByText("1 of 2 is judged otherwise.").waitFor();
  await page.locator("#effect-list").getByText("One last try").waitFor();
  await page.locator("#effect-list").getByText("Maren Holt").waitFor();
  await press("Judge by it…");
  await page.locator("#ask").getByText("1 of 2 is judged otherwise. Judge everybody by Northwind?").waitFor();
  await answer("Cancel");
  assert.equal(await page.locator("#rules-name").innerText(), "Balanced", "nothing is kept before the rep says so");
  await press("Judge by it…");
  await answer("Judge by it");
  await page.locator("#rules-name").getByText("Northwind").waitFor();
});

test("what is wrong is said at its field, in the loader's words", async () => {
  await change();
  await section("floor").locator("summary").click();
  await field("floor.touches").fill("0");
  const wrong = section("floor").getByRole("alert");
  await wrong.getByText("Is 0; it takes a whole number from 1.").waitFor();
  await page.locator('[data-path="floor.touches"][aria-invalid=true]').waitFor();
  await field("floor.touches").fill("");
  await gone(wrong);
  await becomes(async () => (await file()).floor, undefined);
  await section("channels").locator("summary").click();
  await field("channels").fill("email\ntelex");
  await section("channels").getByText('No channel is called "telex"').waitFor();
  await press("Close without keeping");
  await page.locator("#ask").getByText("What you changed in the form is lost.").waitFor();
  await answer("Cancel");
  assert.equal(await field("channels").inputValue(), "email\ntelex", "what was written is still there");
  await press("Close without keeping");
  await answer("Close without keeping");
  await change();
  assert.equal((await file()).persistence.cold.touches, 30, "the form begins with what decides");
  await press("Close without keeping");
});

test("a file is taken into the form, begun from a voice; and Balanced is one press away", async () => {
  await change();
  await page.locator("summary", { hasText: "As a file" }).click();
  await page.getByLabel("Your playbook").fill('{"name": "Calm", "extends": "lange", "floor": {"touches": 5}}');
  await press("Take it into the form");
  await page.getByText("Taken into the form.").first().waitFor({ state: "attached" });
  await holds(page.locator("#base"), "lange");
  await page.locator("#base").selectOption("calvert");
  await writes({ name: "Calm", extends: "calvert", floor: { touches: 5 } });
  const coming = page.waitForEvent("download");
  await page.locator("#editor").getByRole("button", { name: "Save as a file" }).click();
  assert.equal((await coming).suggestedFilename(), "calm.json");
  await press("Close without keeping");
  await answer("Close without keeping");
  await press("Back to Balanced…");
  await answer("Back to Balanced");
  await page.locator("#rules-name").getByText("Balanced").waitFor();
});

describe("a template of one's own", () => {
  /** @param {string} path */
  const mends = (path) => page.locator(".template", { has: field(path) }).locator(".findings li");
  const short = "templates.en.last-try.short";

  test("is read while it is written: what is wrong, where, and a better way, before it is kept", async () => {
    await page.reload();
    await press("Change it…");
    await section("templates").locator("summary").click();
    await page.locator("#template-lang").selectOption("en");
    await page.locator("#template-for").selectOption("last-try");
    await field(short).fill("Hi {first_name}, I am disappointed. {me}");
    const guilt = mends(short).filter({ hasText: "Makes them feel guilty" });
    await guilt.getByText("Better: Leave out what it cost you").waitFor();
    await mends(short).filter({ hasText: "Does not say that you stop" }).getByText("Better: Say clearly that you stop").waitFor();
    assert.equal(await mends(short).count(), 3, "nor a door left open; the fields are no blanks");
    await guilt.getByRole("button", { name: "am disappointed" }).click();
    const picked = await field(short).evaluate((box) => {
      const area = /** @type {HTMLTextAreaElement} */ (box);
      return area === document.activeElement && area.value.slice(area.selectionStart, area.selectionEnd);
    });
    assert.equal(picked, "am disappointed");
  });

  test("as it should be has nothing to mend, and a subject need not say that we stop", async () => {
    await field(short).fill("Hi {first_name}, I'll stop here and won't write again. If that changes, you can reach me any time. {me}");
    await page.waitForFunction(() => !document.querySelector(".findings li"));
    await field("templates.en.last-try.email.subject").fill("About {topic}");
    await field("templates.en.last-try.email.body").fill("Hi {first_name}, just checking in.");
    await mends("templates.en.last-try.email.body").first().waitFor();
    assert.equal(await mends("templates.en.last-try.email.subject").count(), 0);
  });

  test("with a field that there is not is wrong at its place", async () => {
    await field(short).fill("Hi {nickname}, I'll stop here and won't write again.");
    await section("templates").getByRole("alert").getByText("nickname").waitFor();
    assert.equal(await field(short).getAttribute("aria-invalid"), "true");
    await press("Close without keeping");
    await answer("Close without keeping");
  });
});

describe("what was changed and not kept", () => {
  test("is not left without a question", async () => {
    await change();
    await section("persistence").locator("summary").click();
    await field("persistence.cold.touches").fill("31");
    const asked = page.waitForEvent("dialog");
    const leaving = page.evaluate(() => location.reload());
    const dialog = await asked;
    assert.equal(dialog.type(), "beforeunload");
    await dialog.dismiss();
    await leaving;
    assert.equal(await field("persistence.cold.touches").inputValue(), "31");
  });

  test("and changed again while it is being judged is judged anew, and says so", async () => {
    await page.locator("#playbook-name").fill("Thirty");
    await page.evaluate(() => {
      const real = chrome.runtime.sendMessage;
      chrome.runtime.sendMessage = async (/** @type {any} */ message) => {
        if (message.ask !== "effect" || !document.querySelector("button[aria-busy]")) return real(message);
        chrome.runtime.sendMessage = real;
        const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-path="persistence.cold.touches"]'));
        field.value = "32"; // the rep types on
        field.dispatchEvent(new Event("input", { bubbles: true }));
        return real(message);
      };
    });
    await press("Judge by it…");
    await page.getByRole("alert").getByText("The form changed meanwhile. Look at what it changes, and press again.").waitFor();
    assert.equal(await page.locator("#rules-name").innerText(), "Balanced");
    await press("Judge by it…");
    await answer("Judge by it");
    await page.locator("#rules-name").getByText("Thirty").waitFor();
  });
});
