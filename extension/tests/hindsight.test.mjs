// @ts-check
// What the pipeline page learns from the past: when replies stop, what other rules
// would have brought, and the ideal prospect.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ago, silence, touched } from "./pipeline-lists.mjs";
import { browser, closeStage, curved, done, judged, judgedBy, openStage, opened, written } from "./pipeline-stage.mjs";
import { holds } from "./shown.mjs";
import { becomes } from "./waits.mjs";

before(openStage);
after(closeStage);

/** @param {import("./pipeline-lists.mjs").List} list */
const filesOf = (list) => Object.entries(list).map(([name, text]) => written(name, text));

test("when replies stop is drawn from imported activities, with a table", async () => {
  const page = await opened();
  await judged(page, filesOf(touched()));
  await page.locator("#curve summary").click();
  await page.locator("#curve-picture svg[role=img]").waitFor();
  assert.match(await page.locator("#curve-picture svg title").textContent() ?? "", /^When replies stop: everybody/);
  assert.equal(await page.locator("#curve-table tbody tr").count() >= 10, true);
  assert.match(await page.locator("#curve-table tbody tr").first().innerText(), /^1\t60\t/);
  const all = await page.locator("#curve-picture svg").innerHTML();
  await page.locator("#curve-of").selectOption({ index: 1 });
  assert.notEqual(await page.locator("#curve-picture svg").innerHTML(), all);
  await done(page);
});

test("where another touch costs more than it brings is proposed as the command does, for a playbook", async () => {
  const page = await opened();
  const files = filesOf(touched());
  await judged(page, files);
  await page.locator("#curve summary").click();
  await page.locator("#curve-picture svg[role=img]").waitFor();
  const worth = page.getByLabel("Minutes of work that an answer is worth to you");
  const by = await judgedBy(page);
  for (const minutes of ["20", "60"]) {
    await worth.fill(minutes);
    await page.locator("#curve-stop", { hasText: "another costs more than it brings, at 3 minutes each" }).waitFor();
    const line = /** @type {RegExpMatchArray} */ (curved("-worth", minutes, "-of", "all", "-now", by.now, "-zone", by.zone, ...files).match(/"persistence": .*/))[0];
    assert.deepEqual(JSON.parse(await page.locator("#curve-file").inputValue()), JSON.parse(`{${line}}`));
  }
  await worth.fill("100000");
  await page.getByText("Every touch up to 10 is worth its 3 minutes.").waitFor();
  assert.equal(await page.locator("#curve-found").isVisible(), false);
  await done(page);
});

test("what is learnt of one list is not shown under another", async () => {
  const page = await opened();
  await page.evaluate(() => { // the questions wait until they are let go
    const { postMessage, terminate } = Worker.prototype, all = /** @type {any} */ (globalThis);
    Object.assign(all, { held: [], ended: 0 });
    Worker.prototype.postMessage = function (/** @type {any} */ data) {
      const send = () => postMessage.call(this, data);
      if (["curves", "replay"].includes(data.call)) all.held.push(send);
      else send();
    };
    Worker.prototype.terminate = function () { all.ended++; terminate.call(this); };
  });
  await judged(page, filesOf(touched()));
  await page.locator("#curve summary").click();
  await page.locator("#hindsight summary").click();
  await page.getByRole("button", { name: "Play it back" }).click();
  await page.waitForFunction(() => /** @type {any} */ (globalThis).held.length === 2);
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.waitForFunction(() => /** @type {any} */ (globalThis).held.length === 3); // which the second list asks
  await page.evaluate(() => { for (const send of /** @type {any} */ (globalThis).held.slice(0, 2)) send(); });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).ended === 2);
  assert.deepEqual(await page.locator("#curve-chosen, #replayed").evaluateAll((all) => all.map((e) => /** @type {HTMLElement} */ (e).hidden)), [true, true]);
  assert.equal(await page.locator("#replay-words").textContent(), "");
  await done(page);
});

test("the reasons of a row say how many like it answered so far", async () => {
  const deals = ["id,title,contact person,organization,stage,value"], touches = ["id,deal id,at,type,direction"];
  for (let n = 0; n < 60; n++) { // of the 30 who got a fourth mail, 6 answered one
    deals.push(`${n},Deal ${n},Person ${n},Company ${n},demo,5000`);
    for (let i = 0; i <= n % 6; i++) touches.push(`${n}-${i},${n},${ago(80 - 5 * i)},email,out`);
    if (n % 5 === 0) touches.push(`${n}-r,${n},${ago(79 - 5 * (n % 6))},email,in`);
  }
  const page = await opened();
  await judged(page, [written("sixty.csv", deals.join("\n")), written("their-touches.csv", touches.join("\n"))]);
  await page.getByRole("searchbox", { name: "Search" }).fill("Deal 56");
  await page.locator("#odds").waitFor();
  assert.equal(await page.locator("#odds").textContent(), "Of 30 like this, 6 answered after touch 3 so far: 20\u00a0%, 9.5–37\u00a0%");
  await done(page);
});

test("what other rules would have brought is played back, by a playbook of ours or a file, with whom it lets go", async () => {
  const page = await opened();
  await judged(page, filesOf(silence()));
  await page.locator("#hindsight summary").click();
  await page.getByLabel("Rules").selectOption({ label: "Calvert" });
  await page.getByRole("button", { name: "Play it back" }).click();
  await page.locator("#replay-words", { hasText: "8 prospects were played back" }).waitFor();
  assert.deepEqual(await page.locator("#replay-table thead th").allTextContents(), ["Balanced", "Calvert"]);
  const [letGo, back] = await page.locator("#replay-table tbody tr").evaluateAll((rows) => rows.slice(0, 2).map((r) => Number(r.querySelector("td")?.textContent)));
  assert.deepEqual([letGo, back], [8, 4]);
  await page.locator("#regret").getByText("4 of 8: 50%, between 22% and 78%. Half of them were let go in the last").first().waitFor();
  const who = page.locator("#replay-who details").first();
  assert.equal(await who.locator("summary").textContent(), "Whom Balanced would have let go: 8");
  await who.locator("summary").click();
  const lines = await who.locator("li").evaluateAll((all) => all.map((li) => [...li.querySelectorAll("b, p")].map((e) => e.textContent)));
  assert.deepEqual(lines.map(([name]) => name), [6, 4, 2, 0, 7, 5, 3, 1].map((n) => `Deal ${n}`), "who came back first, then by value");
  const day = (/** @type {number} */ days) => new Date(ago(days)).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  assert.match(`${lines[0][1]}`, new RegExp(`^Company 6 · let go \\d+ \\w+ \\d{4} · No answer · wrote or met ${day(30)}$`));
  assert.equal(lines[0][2], "5,006");
  assert.doesNotMatch(`${lines[4][1]}`, /wrote or met/);

  await page.locator("#replay-file").setInputFiles(written("patient.json", '{"name": "Patient", "extends": "balanced", "floor": {"touches": 40}}'));
  await page.getByLabel("Or a playbook’s file patient.json").waitFor();
  await page.getByRole("button", { name: "Play it back" }).click();
  await page.locator("#replay-table thead th", { hasText: "Patient" }).waitFor();
  await page.locator("#replay-file").setInputFiles(written("wrong.json", '{"name": "Wrong", "floor": {"touchs": 40}}'));
  await page.getByRole("button", { name: "Play it back" }).click();
  await page.locator("#replay-words", { hasText: "touchs" }).waitFor();
  await done(page);
});

test("rules that stand in the editor are played back before they are kept", async () => {
  const page = await opened();
  await judged(page, filesOf(silence()));
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.getByRole("button", { name: "Change it…" }).click();
  await settings.locator("#playbook-name").fill("Gentle");
  await settings.locator('.part-of[data-part="floor"] summary').click();
  await settings.locator('[data-path="floor.touches"]').fill("40");
  const coming = browser.context.waitForEvent("page");
  await settings.getByRole("link", { name: "Play it back on your pipeline" }).click();
  const there = await coming;
  await there.locator("#replay-with:focus").waitFor();
  assert.equal(await there.locator("#replay-with option:checked").textContent(), "Gentle, as it stands in the editor");
  await there.getByRole("button", { name: "Play it back" }).click();
  await there.locator("#replay-table thead th", { hasText: "Gentle" }).waitFor();
  assert.deepEqual(await there.locator("#replay-table tbody tr").first().locator("td").allTextContents(), ["8", "0"]);
  await there.reload();
  await there.locator("#hindsight[open]").waitFor();
  assert.equal(await there.locator("#replay-with option").count(), 6, "it is taken once");
  await there.close();
  await settings.close({ runBeforeUnload: false });
  await done(page);
});

test("what came of the break-ups in the log is counted each day, and shown without a pipeline", async () => {
  const page = await opened();
  assert.equal(await page.locator("#brought").isVisible(), false, "nobody was let go");
  const people = Array.from({ length: 9 }, (_, n) => `kim${n}@acme${n}.example`);
  const tell = (/** @type {object} */ message) => page.evaluate((m) => chrome.runtime.sendMessage(m), message);
  await tell({ ask: "take", list: people.map((email) => ({ person: { name: "Kim Olsen", email }, contacts: [21, 15, 9].map((days) => ({ at: new Date(Date.now() - days * 864e5).toISOString(), type: "touch", channel: "email" })) })) });
  const agreed = await tell({ ask: "agree", sure: true, list: people.map((email, n) => ({ email, verdict: "break-up", kind: n < 6 ? "ghosting" : "no-budget", at: new Date().toISOString() })) });
  assert.deepEqual(agreed, { result: { decisions: 9, stops: 0 } });
  await browser.worker().evaluate(() => chrome.alarms.create("retention", { when: Date.now(), periodInMinutes: 24 * 60 }));
  await becomes(async () => {
    await page.reload();
    await page.locator("#start").waitFor();
    return (await tell({ ask: "brought" })).result.regret.length;
  }, 1);
  await page.reload();
  await page.locator("#brought").waitFor();
  assert.match(await page.locator("#brought-freed").innerText(), /^You let go of 9, which freed about [1-9]\d* hours\.$/);
  assert.deepEqual(await page.locator("#brought-list li").allInnerTexts(), ["No answer\n\n0 of 6: 0%, between 0% and 39%. Half of them were let go in the last week."], "three of one reason are not shown");
  await tell({ ask: "wipe" }); // for those after it
  await done(page);
});

test("when replies stop is drawn of the log, too, beside the files or without any", async () => {
  const page = await opened();
  const tell = (/** @type {object} */ message) => page.evaluate((m) => chrome.runtime.sendMessage(m), message);
  const people = Array.from({ length: 24 }, (_, n) => `jo${n}@acme${n}.example`);
  await tell({ ask: "take", list: people.map((email) => ({ person: { name: "Jo Lind", email }, contacts: [40, 33, 26].map((days) => ({ at: new Date(Date.now() - days * 864e5).toISOString(), type: "touch", channel: "email" })) })) });
  await browser.worker().evaluate(() => chrome.alarms.create("retention", { when: Date.now(), periodInMinutes: 24 * 60 }));
  await becomes(async () => Object.keys((await tell({ ask: "brought" })).result.groups ?? {}).length > 0, true);
  await page.reload();
  await page.locator("#curve summary").click();
  await page.locator("#curve-picture svg[role=img]").waitFor();
  assert.match(await page.locator("#curve-of option").first().innerText(), /^In the log · .*: 24 prospects$/);

  await judged(page, filesOf(touched()));
  await page.locator("#curve summary").click();
  await page.locator("#curve-of option", { hasText: "In the files" }).first().waitFor({ state: "attached" });
  assert.match(await page.locator("#curve-table tbody tr").first().innerText(), /^1\t60\t/, "the files first");
  await page.locator("#curve-of").selectOption({ label: "In the log · everybody: 24 prospects" });
  assert.match(await page.locator("#curve-table tbody tr").first().innerText(), /^1\t24\t/);
  await tell({ ask: "wipe" }); // for those after it
  await done(page);
});

test("the ideal prospect is learnt from who bought more than once, to be read and changed", async () => {
  const page = await opened();
  await judged(page, filesOf(silence()));
  await page.locator("#ideal summary").click();
  await page.locator("#ideal-words", { hasText: "100 to 150 employees, from DE" }).waitFor();
  const found = page.locator("#ideal").getByLabel("As a playbook says it");
  const { ideal } = JSON.parse(await found.inputValue());
  assert.deepEqual([ideal.size_from, ideal.size_to, ideal.countries], [100, 150, ["DE"]]);

  const take = page.locator("#ideal").getByRole("button", { name: "Take it into my playbook…" });
  await found.fill('{"ideal": ');
  await take.click();
  await page.getByRole("alert").getByText("This is no JSON: ").waitFor();
  await found.fill(JSON.stringify({ ideal: { ...ideal, size_to: 200 } }));
  const coming = browser.context.waitForEvent("page");
  await take.click();
  const settings = await coming;
  await settings.getByText("Taken into the form.").waitFor();
  await settings.locator('.part-of[data-part="ideal"] .own', { hasText: "yours" }).waitFor();
  assert.deepEqual(await settings.locator(".part-of[data-part] .own").evaluateAll((all) => all.filter((e) => e.textContent).length), 1, "of the rest all stays");
  await settings.locator('.part-of[data-part="ideal"] summary').click();
  await holds(settings.locator('[data-path="ideal.size_to"]'), "200");
  assert.equal(await settings.locator("#rules-name").textContent(), "Balanced", "nobody is judged by it yet");
  await settings.locator("#effect-line", { hasText: "You track nobody yet" }).waitFor();
  await settings.getByRole("button", { name: "Close without keeping" }).click();
  await settings.getByText("What you changed in the form is lost.").waitFor();
  await settings.close({ runBeforeUnload: false });
  await done(page);
});

test("a proposal that is no playbook's is not taken, and says why", async () => {
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/icons/icon-16.png`);
  await settings.evaluate(() => localStorage.setItem("proposal", '{"ideal": {"size_form": 3}}'));
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.getByRole("alert").getByText("size_form").waitFor();
  await settings.reload();
  await settings.getByRole("button", { name: "Change it…" }).waitFor();
  assert.equal(await settings.evaluate(() => localStorage.getItem("proposal")), null, "it is taken once");
  await settings.close({ runBeforeUnload: false });
});
