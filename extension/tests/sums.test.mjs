// @ts-check
// Many rows at once on the pipeline page, in real Chromium: all that a filter shows is
// agreed with and taken back, and the totals are those of the filter and of no person.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, closeStage, done, exported, judged, openStage, opened, said, written } from "./pipeline-stage.mjs";

/** @typedef {import("./pipeline-stage.mjs").Page} Page */
before(openStage);
after(closeStage);

const ago = (/** @type {number} */ days) => new Date(Date.now() - days * 864e5).toISOString().slice(0, 10);

/** Twelve prospects of so many owners, every third too small to go on with, in two stages. @param {number} owners */
const shared = (owners) => written(`of-${owners}.csv`, ["id,name,email,account,owner,value,currency,stage,last_touch,touches",
  ...Array.from({ length: 12 }, (_, n) => `${n},Kim ${n},kim${n}@a.example,Acme,Owner ${n % owners},${n % 3 ? 10_000 : 300},EUR,${n < 6 ? "demo" : "offer"},${ago(50)},3`)].join("\n"));

/** @param {Page} page @param {string} id */
const words = (page, id) => page.locator(`#${id}`).innerText();

test("all that the filter shows is agreed with, after a question, and taken back in one step", async () => {
  const page = await opened();
  await judged(page, [shared(1)]);
  await page.keyboard.press("a");
  await page.locator("#decided", { hasText: "1 of 12" }).waitFor();
  await page.locator("#f-verdict").selectOption("break-up");
  await page.locator("#count", { hasText: "4 of 12 rows" }).waitFor();
  await page.getByRole("button", { name: "Agree with all 4…" }).click();
  await page.getByText("Agree with 4 verdicts at once?").waitFor();
  await page.locator("#ask [value=no]").click();
  await page.locator("#decided", { hasText: "0 of 4" }).waitFor();
  await page.getByRole("button", { name: "Agree with all 4…" }).click();
  await page.locator("#ask [value=yes]").click();
  await said(page, /^4 agreed\. Freed so far: \d+ hours\.$/);
  await page.locator("#decided", { hasText: "4 of 4" }).waitFor();
  assert.equal(await page.locator("#agree-all").isVisible(), false);

  await page.reload();
  await page.locator("#list").waitFor();
  await page.locator("#decided", { hasText: "5 of 12" }).waitFor();
  await page.locator("#f-mark").selectOption("open");
  await page.locator("#count", { hasText: "7 of 12 rows" }).waitFor();
  await page.locator("#grid").focus();
  await page.keyboard.press("u");
  await said(page, "Taken back: 4 decisions.");
  await page.locator("#count", { hasText: "11 of 12 rows" }).waitFor();
  assert.equal(await page.locator("#f-mark").inputValue(), "open", "the filter stands");
  await page.reload();
  await page.locator("#list").waitFor();
  await page.locator("#decided", { hasText: "1 of 12" }).waitFor();
  await done(page);
});

test("the keys are there while the focus is on a button of the list, and a filter outlasts an undo", async () => {
  const page = await opened();
  await judged(page, [shared(1)]);
  await exported(page, "Export the answer");
  await page.locator("button[data-press=exportCsv]:focus").waitFor();
  await page.keyboard.press("/");
  await page.locator("#f-text:focus").waitFor();
  await page.locator("button[data-press=exportCsv]").focus();
  await page.keyboard.press("a");
  await page.locator("#decided", { hasText: "1 of 12" }).waitFor();
  await page.locator("#grid:focus").waitFor();
  await page.getByRole("link", { name: "Settings" }).focus();
  await page.keyboard.press("a"); // nothing is decided from there
  await page.keyboard.press("?");
  await said(page, /^j and k move/);
  assert.equal(await words(page, "decided"), "1 of 12");

  await page.locator("#f-mark").selectOption("decided");
  await page.locator("#count", { hasText: "1 of 12 rows" }).waitFor();
  await page.locator("#undo").focus();
  await page.keyboard.press("u");
  await said(page, /^Taken back: Kim/);
  assert.equal(await page.locator("#f-mark").inputValue(), "decided");
  assert.equal(await words(page, "count"), "0 of 12 rows");
  await done(page);
});

test("no letter is a key for who turned the keys off, here or in the panel", async () => {
  const page = await opened();
  await judged(page, [shared(1)]);
  await page.locator("#aside kbd").first().waitFor();
  await page.getByRole("button", { name: "Turn the keys off" }).click();
  assert.equal(await page.evaluate(() => localStorage.getItem("keys-off")), "1", "as the panel keeps it");
  assert.equal(await page.locator("#aside kbd:visible, [aria-keyshortcuts]").count(), 0);
  await page.locator("#grid").focus();
  for (const key of ["a", "/", "ArrowDown"]) await page.keyboard.press(key);
  await page.locator(".grid-row[aria-selected=true]#row-1").waitFor(); // the arrows are no letters
  assert.equal(await words(page, "decided"), "0 of 12");
  assert.equal(await page.locator("#f-text:focus").count(), 0);
  await page.reload();
  await page.locator("#list").waitFor();
  await page.keyboard.press("a");
  assert.equal(await words(page, "decided"), "0 of 12");
  await page.getByRole("button", { name: "Turn the keys on" }).click();
  await page.locator("#grid").focus();
  await page.keyboard.press("a");
  await page.locator("#decided", { hasText: "1 of 12" }).waitFor();
  await done(page);
});

test("what was decided of those who are tracked is recorded in the log, after a question", async () => {
  const page = await opened();
  await judged(page, [shared(1)]);
  const dues = () => page.evaluate(async () => JSON.parse(/** @type {any} */ (await chrome.runtime.sendMessage({ ask: "today", from: 0 })).result));
  await page.evaluate(() => chrome.runtime.sendMessage({ ask: "take", list: ["kim3@a.example", "kim6@a.example", "kim1@a.example"].map((email) => ({ person: { name: email, email, company: "" }, contacts: [] })) }));
  assert.equal(await page.locator("#record").isVisible(), false);
  await page.locator("#f-verdict").selectOption("break-up");
  await page.getByRole("button", { name: "Agree with all 4…" }).click();
  await page.locator("#ask [value=yes]").click();
  await page.getByRole("button", { name: "Record what you decided in the log…" }).click();
  await page.getByText("Decisions to record in the log: 2.").waitFor();
  await page.locator("#ask [value=yes]").click();
  await page.locator("#saving", { hasText: "Decisions recorded in the log: 2." }).waitFor();
  await page.getByRole("button", { name: "Record what you decided in the log…" }).click();
  await page.locator("#saving", { hasText: "Nothing to record: you track none of them, it is in the log already" }).waitFor();
  const { due } = await dues();
  assert.equal(due.find((/** @type {any} */ d) => d.person.email === "kim1@a.example").verdict, "keep");
  assert.notEqual(due.find((/** @type {any} */ d) => d.person.email === "kim3@a.example")?.verdict, "keep");

  await page.getByRole("button", { name: "Show all rows" }).click();
  await page.getByRole("searchbox", { name: "Search" }).fill("kim1@a.example");
  await page.locator("#count", { hasText: "1 of 12 rows" }).waitFor();
  await page.locator("#grid").focus();
  await page.keyboard.press("s");
  await page.locator("#until:focus").waitFor();
  await page.keyboard.press("Enter");
  await said(page, /put off until/);
  await page.getByRole("button", { name: "Record what you decided in the log…" }).click();
  await page.getByText("Decisions to record in the log: 1.").waitFor();
  await page.locator("#ask [value=yes]").click();
  await page.locator("#saving", { hasText: "Decisions recorded in the log: 1." }).waitFor();
  assert.notEqual((await dues()).due.find((/** @type {any} */ d) => d.person.email === "kim1@a.example")?.verdict, "keep", "they are paused");
  await done(page);
});

test("of what was decided on somebody's rows one thing goes into the log", async () => {
  const page = await opened();
  /** What was decided on rows of one address, as verdict and decision; and what goes into the log. @type {Record<string, [rows: [string, string?, object?][], log: string[]]>} */
  const cases = {
    "agreed break-up": [[["break-up", "agree"]], ["break-up ghosting"]],
    "agreed keep, which the panel comes to by itself": [[["keep", "agree"]], []],
    "another row goes on": [[["break-up", "agree"], ["invest"]], []],
    "another row went on until it was decided": [[["break-up", "agree"], ["keep", "disagree", { instead: "break-up" }]], ["break-up"]],
    "a stop, though another was let go later": [[["keep", "disagree", { instead: "stop" }], ["break-up", "agree"]], ["stop"]],
    "the last, where both end": [[["break-up", "agree"], ["break-up", "snooze", { until: "2027-01-05" }]], ["pause 2027-01-05"]],
    "at one moment the stronger": [[["break-up", "snooze", { until: "2027-01-05", at: "2026-11-01T10:00:00.000Z" }], ["break-up", "agree", { at: "2026-11-01T10:00:00.000Z" }]], ["break-up ghosting"]],
    "gone on with instead": [[["break-up", "disagree", { instead: "keep", why: "June" }]], ["keep June"]],
    "a verdict that is none": [[["break-up", "disagree", { instead: "" }]], []],
    "a day that is none": [[["break-up", "snooze", { until: "20266-01-01" }]], []],
  };
  for (const [about, [rows, log]] of Object.entries(cases)) {
    const agreed = await page.evaluate(async (rows) => {
      const { agreedOf } = await import(/** @type {string} */ ("./agreed.js"));
      const all = rows.map(([verdict]) => ({ email: "Kim@A.example", verdict, kind: verdict === "break-up" ? "ghosting" : "", judged: true }));
      const decided = new Map(rows.map(([, did, more], n) => [all[n], did && { did, instead: "", why: "", until: "", at: `2026-11-01T10:0${n}:00.000Z`, .../** @type {object} */ (more) }]));
      const agreed = agreedOf([...all, { email: "two@a.example; more@a.example", verdict: "break-up", judged: true }], (/** @type {any} */ row) => decided.get(row));
      return agreed.map((/** @type {any} */ a) => [a.verdict, a.kind, a.until && new Date(a.until).toLocaleDateString("sv"), a.why].filter(Boolean).join(" "));
    }, rows);
    assert.deepEqual(agreed, log, about);
  }
  await done(page);
});

test("what the filter shows is exported, with its head and what was decided", async () => {
  const page = await opened();
  await judged(page, [shared(2)]);
  assert.equal(await page.locator("#export-shown").isVisible(), false);
  const all = (await exported(page, "Export the answer")).text.trimEnd().split("\r\n");
  await page.locator("#f-stage").selectOption("offer");
  await page.locator("#f-verdict").selectOption("break-up");
  await page.locator("#count", { hasText: "2 of 12 rows" }).waitFor();
  const some = await exported(page, "Export what is shown");
  assert.match(some.name, /^clean-break-pipeline-\d{4}-\d\d-\d\d-filtered\.csv$/);
  assert.equal(some.text[0], "\ufeff", "by which Excel knows UTF-8");
  assert.deepEqual(some.text.trimEnd().split("\r\n"), all.filter((line, n) => n === 0 || /^(6|9),/.test(line)));
  await page.getByLabel("Exports have").selectOption(";");
  assert.match((await exported(page, "Export what is shown")).text, /^\ufeffid;name;contact;.*\r\n6;Kim 6;/);
  await page.getByLabel("Exports have").selectOption(",");
  await page.locator("#grid").focus();
  await page.keyboard.press("a");
  await said(page, /agreed/);
  assert.equal((await exported(page, "Export what is shown")).text.match(/,agree,,\r\n/g)?.length, 1);
  await done(page);
});

test("one object's rows are exported alone, under the headers of its own file", async () => {
  const page = await opened();
  const leads = written("leads.csv", "Record ID,First name,Last name,Email,Lifecycle stage\n7,Lee,Park,lee@b.example,lead\n");
  const deals = written("deals.csv", "Record ID,Deal Name,Deal Stage,Amount,Email\n1,Acme roll-out,demo,5000,kim@a.example\n");
  await judged(page, [deals]);
  assert.equal(await page.getByLabel("Exports hold").isVisible(), false, "one file of one object");
  await judged(page, [deals, leads]);
  const text = async () => (await exported(page, "Export the answer")).text.trimEnd().split("\r\n").map((line) => line.split(",").slice(0, 2).join(","));
  assert.deepEqual(await text(), ["\ufeffRecord ID,Deal Name", "1,Acme roll-out", "7,Lee Park"]);
  await page.getByLabel("Exports hold").selectOption({ label: "Those of leads.csv alone" });
  assert.deepEqual(await text(), ["\ufeffRecord ID,name", "7,Lee Park"]);
  await done(page);
});

test("the totals are those of the filter, and a row does not leave them as it is decided", async () => {
  const page = await opened();
  await judged(page, [shared(1)]);
  assert.equal(await words(page, "kept"), "€80,000");
  assert.equal(await page.locator("#sums-of").isVisible(), false);
  await page.locator("#f-stage").selectOption("demo");
  await page.locator("#sums-of", { hasText: "Of the 6 rows that the filter finds, decided or not." }).waitFor();
  assert.deepEqual([await words(page, "kept"), await words(page, "decided")], ["€40,000", "0 of 6"]);
  await page.locator("#f-mark").selectOption("open");
  await page.locator("#f-verdict").selectOption("break-up");
  await page.locator("#count", { hasText: "2 of 12 rows" }).waitFor();
  const proposed = /** @type {RegExpMatchArray} */ ((await words(page, "freed-of")).match(/\d+/))[0];
  await page.locator("#grid").focus();
  for (const key of ["a", "a"]) await page.keyboard.press(key);
  await page.locator("#count", { hasText: "0 of 12 rows" }).waitFor();
  assert.deepEqual([await words(page, "freed"), await words(page, "decided")], [`${proposed} h`, "2 of 2"]);

  await page.locator("#filters").evaluate((form) => { /** @type {HTMLFormElement} */ (form).reset(); form.dispatchEvent(new Event("input")); });
  await page.locator("#sums summary").click();
  await page.locator("#sums-table tbody th").first().waitFor();
  assert.deepEqual(await page.locator("#sums-table tbody th").allInnerTexts(), ["demo", "offer", "All together"]);
  assert.equal(await page.locator("#sums-table tbody tr").first().innerText(), `demo\t6\t2\t${proposed} h\t${proposed} h\t€40,000`);
  await page.locator("#sums-by").selectOption("kind");
  await page.locator("#sums-table tbody th", { hasText: "Too small" }).waitFor();
  await done(page);
});

test("no totals are of a person, but of the rep", async () => {
  const page = await opened();
  await judged(page, [shared(6)]);
  await page.locator("#sums summary").click();
  await page.locator("#sums-table tbody th", { hasText: "demo" }).waitFor();
  await page.locator("#sums-by").selectOption("owner");
  assert.deepEqual(await page.locator("#sums-table tbody th").allInnerTexts(), ["All together"]);
  await page.locator("#f-owner").selectOption("Owner 1");
  await page.locator("#sums-of", { hasText: "Of all rows: what the filter finds, or what it leaves out, is of fewer than five owners" }).waitFor();
  assert.equal(await words(page, "decided"), "0 of 12");

  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.evaluate(() => chrome.runtime.sendMessage({ ask: "setMine", mine: { name: "owner 1" } }));
  await settings.close();
  await page.reload();
  await page.locator("#list").waitFor();
  await page.locator("#f-owner").selectOption("Owner 1");
  await page.locator("#sums-of", { hasText: "Of the 2 rows that the filter finds" }).waitFor();
  await page.locator("#f-owner").selectOption("");
  await page.locator("#sums summary").click();
  await page.locator("#sums-by").selectOption("owner");
  await page.locator("#sums-table tbody th", { hasText: "You" }).waitFor();
  assert.deepEqual(await page.locator("#sums-table tbody th").allInnerTexts(), ["You", "All together"]);
  assert.deepEqual(await page.locator("#f-owner option").allInnerTexts(), ["All", ...[0, 1, 2, 3, 4, 5].map((n) => `Owner ${n}`)]);

  await page.getByRole("button", { name: "Close the pipeline" }).click();
  await page.getByRole("button", { name: "Close it" }).click();
  await page.locator("#start").waitFor();
  await judged(page, [shared(2)]); // the rep and one other
  await page.locator("#sums-of", { hasText: "Of your own rows, 6: the others are fewer than five" }).waitFor();
  assert.equal(await words(page, "decided"), "0 of 6");
  if (!(await page.locator("#sums-table").isVisible())) await page.locator("#sums summary").click();
  await page.locator("#sums-by").selectOption("owner");
  assert.deepEqual(await page.locator("#sums-table tbody th").allInnerTexts(), ["You"]);
  await page.locator("#sums-by").selectOption("stage");
  assert.deepEqual(await page.locator("#sums-table tbody th").allInnerTexts(), ["demo", "offer", "You"]);
  await page.locator("#f-owner").selectOption("Owner 0");
  await page.locator("#sums-of", { hasText: "Of your own rows, 0" }).waitFor();
  assert.equal(await words(page, "kept"), "–");
  await done(page);
});
