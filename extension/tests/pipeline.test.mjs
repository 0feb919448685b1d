// @ts-check
// The pipeline page in real Chromium: exports are chosen, their columns corrected,
// every row judged, and the list worked through. grid.test.mjs has very many rows.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { missed } from "./keyboard.mjs";
import { atHand, browser, closeStage, commandSaid, commanded, done, exported, exports, judged, judgedBy, made, names, openStage, opened, said, written } from "./pipeline-stage.mjs";

/** @typedef {import("./pipeline-stage.mjs").Page} Page */
before(openStage);
after(closeStage);

describe("an export", () => {
  for (const system of ["hubspot", "pipedrive", "salesforce", "zoho", "plain"]) {
    test(`of ${system} is judged as the command does, byte by byte`, async () => {
      const folder = join(exports, system);
      const files = readdirSync(folder).filter((f) => f !== "answer.csv");
      const page = await opened();
      await judged(page, files.map((f) => join(folder, f)));
      const by = await judgedBy(page);
      const want = commanded(folder, files, by);
      const answer = await exported(page, "Export the answer");
      assert.equal(answer.name, `clean-break-pipeline-${by.now.slice(0, 10)}.csv`);
      assert.equal(answer.text, want.text);
      assert.ok(want.text.split("\r\n").length > 3);
      assert.equal((await exported(page, "Do-not-contact list")).text, want.suppress);
      const rows = Number(await page.locator("#grid").getAttribute("aria-rowcount")) - 1;
      assert.equal(`${rows} rows`, await page.locator("#count").textContent());
      await done(page);
    });
  }

  test("of a size that three threads judge is what the command writes, joined to its activities", async () => {
    const deals = ["id,title,contact person,organization,owner,value,currency,stage,created,note"], activities = ["id,deal id,contact,organization,at,type,direction"];
    for (let n = 0; n < 6000; n++) {
      deals.push(`${n},Deal ${n},Person ${n},Company ${Math.floor(n / 3)},Owner ${n % 9},${500 + ((n * 7919) % 80_000)},EUR,${["demo", "proposal", "closed lost"][n % 3]},2026-03-10,${"as long as a note is ".repeat(5)}`);
      if (n % 4) activities.push(`${n},${n % 8 === 7 ? "unknown" : n},${n % 8 === 7 ? "Nobody" : `Person ${n}`},Company ${Math.floor(n / 3)},2026-0${5 + (n % 4)}-1${n % 10},${["email", "call"][n % 2]},${n % 11 ? "out" : "in"}`);
    }
    const page = await opened();
    await page.evaluate(() => {
      const all = /** @type {any} */ (globalThis);
      all.threads = 0;
      all.Worker = class extends Worker { constructor(/** @type {any} */ url, /** @type {any} */ how) { super(url, how); all.threads++; } };
      Object.defineProperty(navigator, "hardwareConcurrency", { value: 3 });
    });
    const files = [written("many-deals.csv", deals.join("\n")), written("their-activities.csv", activities.join("\n"))];
    await judged(page, files);
    assert.ok(await page.evaluate(() => /** @type {any} */ (globalThis).threads) >= 3);
    const want = commanded(made, ["many-deals.csv", "their-activities.csv"], await judgedBy(page));
    assert.equal((await exported(page, "Export the answer")).text, want.text);
    assert.equal(await page.locator("#count").textContent(), `${(want.text.split("\r\n").length - 2).toLocaleString("en-GB")} rows`);
    await page.locator("#grid").press("End");
    await page.locator("#reasons").waitFor({ state: "attached" });
    await done(page);
  });

  test("in another encoding and language is the same", async () => {
    const page = await opened();
    const text = readFileSync(join(exports, "german/geschaefte.csv"));
    const file = written("utf16.csv", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.toString("latin1"), "utf16le")]));
    await judged(page, [file]);
    const want = commanded(made, ["utf16.csv"], await judgedBy(page));
    assert.equal((await exported(page, "Export the answer")).text, want.text);
    await page.locator("#grid").press("Home");
    await page.locator("#reasons .parts li").first().waitFor(); // a row of a file that is decoded is found again
    await done(page);
  });
});

test("columns are shown with what they were taken for, and corrected before anything is read", async () => {
  const page = await opened();
  const file = written("kunden.csv", "Kundin;Kontaktmail;Volumen neu;Bemerkung\nKim Olsen;kim@acme.example;12000;x\nLee Park;lee@fabrikam.example;64000;y\n");
  await page.setInputFiles("#choose", [file]);
  await page.getByText("No column of kunden.csv is known.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Judge them" }).isDisabled(), true);
  await page.getByLabel("It holds").selectOption({ label: "Contacts or leads" });
  await page.getByText("0 of 4 columns read").waitFor();
  await page.getByLabel("What the column Kundin holds").selectOption({ label: "Name" });
  await page.getByText("1 of 4 columns read").waitFor();
  await page.getByLabel("What the column Kontaktmail holds").selectOption({ label: "E-mail address" });
  await page.getByText("2 of 4 columns read").waitFor();
  await page.getByLabel("What the column Volumen neu holds").selectOption({ label: "Value" });
  await page.getByText("3 of 4 columns read").waitFor();
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#list").waitFor();
  assert.deepEqual(await names(page), ["Lee Park", "Kim Olsen"]); // the more valuable first
  assert.match(await page.locator(".grid-row .amount").first().innerText(), /^64,000/);
  await done(page);
});

test("what cannot be read says why, and what to do", async () => {
  const page = await opened();
  await page.setInputFiles("#choose", [written("book.xlsx.csv", Buffer.from("PK\x03\x04 and so on"))]);
  await page.getByText("book.xlsx.csv is a spreadsheet’s own file.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Judge them" }).isDisabled(), true);
  await page.getByText("Before the rest can be judged").waitFor();
  await page.getByRole("button", { name: "Take out book.xlsx.csv" }).click();
  await page.locator("#start").waitFor();
  await page.setInputFiles("#choose", [written("invoice.pdf", Buffer.from("%PDF-1.7\n1 0 obj\nstream\n\0\x01,\n"))]);
  await page.getByText("invoice.pdf holds no text.").waitFor();
  assert.equal(await page.getByLabel("It holds").count(), 0);
  await page.getByRole("button", { name: "Take out invoice.pdf" }).click();
  await page.locator("#start").waitFor();
  await page.setInputFiles("#choose", [written("empty.csv", "")]);
  await page.getByText("empty.csv is empty.").waitFor();
  await page.getByText("0 bytes").waitFor();
  await page.getByRole("button", { name: "Take out empty.csv" }).click();
  await page.setInputFiles("#choose", [join(exports, "plain/activities.csv")]);
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.getByText("There are activities and nobody they are with.").waitFor();
  await page.locator("#files").waitFor();
  await done(page);
});

const ago = (/** @type {number} */ days) => new Date(Date.now() - days * 864e5).toISOString().slice(0, 10);

/** Three prospects to go on with, one who is too small, and a row that is closed. */
const few = written("few.csv", `id,name,email,account,owner,value,stage,last_touch,touches
1,Big,big@a.example,Acme,Ann,90000,demo,${ago(20)},2
2,Middle,middle@b.example,Beta,Ben,40000,demo,${ago(20)},2
3,Small,small@c.example,Gamma,Ann,9000,offer,${ago(20)},2
4,Tired,tired@d.example,Delta,Ben,300,demo,${ago(50)},3
5,Done,done@e.example,Eta,Ann,700,closed won,${ago(150)},3
`);

test("what is to be known of the files stands above the list, in the command's words", async () => {
  const page = await opened();
  await judged(page, [few]);
  assert.deepEqual(await page.locator("#notices li").allInnerTexts(), []);
  await page.getByRole("button", { name: "Close the pipeline" }).click();
  await page.getByRole("button", { name: "Close it" }).click();
  await page.locator("#start").waitFor();
  const deals = written("mixed.csv", "id,name,email,value,currency,shoe size\n1,Kim,kim@a.example,60000,JPY,44\n2,Lee,lee@b.example,45000,EUR,\n3,Sam,sam@c.example,45000,EUR,\n4,Ann,ann@d.example,9,,\n5,Bo,bo@e.example,,USD,\n");
  const activities = written("inbund.csv", `email,at,type,direction\nkim@a.example,${ago(9)},email,inbund\nkim@a.example,${ago(4)},call,out\n`);
  await page.setInputFiles("#choose", [deals, activities]);
  await page.locator("#files-list .not-read").waitFor();
  assert.deepEqual(await page.locator("#files-list .not-read").allInnerTexts(), ["Not read: shoe size."]);
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#list").waitFor();
  const notices = await page.locator("#notices li").allInnerTexts();
  assert.deepEqual(notices, [
    "4 of 5 rows were judged without any touch: they have no counts or dates, and no activity is with them.",
    "Directions of activities that are not known: inbund (1). Write in or out instead.",
    "Values are in EUR (2), no currency (1), JPY (1): they are never added to each other, and compared as they are, without exchange rates, in the verdicts and in the order of the list.",
  ]);
  const told = commandSaid(deals, activities);
  for (const words of [...notices, "Not read: shoe size."]) assert.ok(told.includes(words), `${words} of ${told}`);
  assert.equal(await page.locator("#kept").innerText(), "€90,000 + JP¥60,000");
  await done(page);
});

test("the list is worked through by keys, taken back, and gone on with after a reload", async () => {
  const page = await opened();
  await judged(page, [few]);
  assert.deepEqual(await names(page), ["Big", "Middle", "Small", "Tired", "Done"]);
  assert.equal(await page.locator("#grid").evaluate((e) => e === document.activeElement), true);
  await atHand(page, "Big");
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await atHand(page, "Small");
  await page.keyboard.press("k");
  await atHand(page, "Middle");
  assert.equal(await page.locator(`#${await page.locator("#grid").getAttribute("aria-activedescendant")}`).getAttribute("aria-selected"), "true");

  await page.keyboard.press("End");
  await atHand(page, "Done");
  await page.locator("#verdict", { hasText: "Is closed already: won" }).waitFor();
  assert.equal(await page.locator("#deciding").isVisible(), false);
  await page.keyboard.press("a"); // decides nothing
  await page.keyboard.press("k");
  await atHand(page, "Tired");
  await page.locator("#verdict", { hasText: "Let go" }).waitFor();
  const [, proposed] = /** @type {RegExpMatchArray} */ ((await page.locator("#freed-of").innerText()).match(/of (\d+) proposed/));
  assert.ok(Number(proposed) > 0);
  await page.locator("#freed", { hasText: /^0 h$/ }).waitFor();
  await page.keyboard.press("a");
  await said(page, `Tired: agreed. Freed so far: ${proposed} hours.`);
  await page.locator("#freed", { hasText: `${proposed} h` }).waitFor();
  await page.locator("#kept", { hasText: "139,000" }).waitFor();

  await page.keyboard.press("Home");
  await page.keyboard.press("d");
  const instead = page.getByLabel("What would you do?");
  assert.equal(await instead.evaluate((e) => e === document.activeElement), true);
  await instead.selectOption({ label: "Let go" });
  await page.getByLabel("Why? One line").fill("They merged with Beta");
  await page.keyboard.press("Enter");
  await said(page, "Big: Let go instead.");
  await page.locator("#kept", { hasText: "49,000" }).waitFor();
  await atHand(page, "Middle");
  await page.keyboard.press("s");
  await page.getByLabel("First day back").fill("2032-03-01");
  await page.keyboard.press("Enter");
  await said(page, /Middle: put off until 1 Mar 2032/);
  await page.locator("#decided", { hasText: "3 of 4" }).waitFor();
  assert.equal(await page.locator("#best li").count(), 1); // of the three that go on, one is snoozed and one let go

  await page.reload();
  await page.locator("#list").waitFor();
  await page.locator("#decided", { hasText: "3 of 4" }).waitFor();
  await page.locator(".grid-row", { hasText: "Big" }).getByText("Instead: Let go").waitFor();
  await page.locator(".grid-row", { hasText: "Middle" }).getByText("Until 1 Mar 2032").waitFor();
  const { text } = await exported(page, "Export the answer");
  assert.match(text, /,decision,decision_reason,decision_until\r\n/);
  assert.match(text, /^1,Big,.*,break-up,,\d+,They merged with Beta,say goodbye and close it,,no decision,nurture,\d+,.*,disagree: break-up,They merged with Beta,\r\n/m);
  assert.match(text, /^2,Middle,.*,pause,,\d+,.*,wait until 2032-03-01,2032-03-01,,,,.*,snooze,,2032-03-01\r\n/m);
  assert.match(text, /^4,Tired,.*,agree,,\r\n/m);

  await page.locator("#grid").focus();
  await page.keyboard.press("u");
  await said(page, "Taken back: Middle");
  await page.getByRole("button", { name: "Undo" }).click();
  await said(page, "Taken back: Big");
  await atHand(page, "Big");
  await page.keyboard.press("u");
  await page.keyboard.press("u"); // at once
  await said(page, "There is nothing to take back.");
  await page.locator("#decided", { hasText: "0 of 4" }).waitFor();
  await done(page);

  const again = await opened({ again: true });
  await again.locator("#list").waitFor();
  await again.locator("#decided", { hasText: "0 of 4" }).waitFor();
  await again.getByRole("button", { name: "Close the pipeline" }).click();
  await again.getByRole("button", { name: "Close it" }).click();
  await again.locator("#start").waitFor();
  await again.reload();
  await again.locator("#start").waitFor();
  await done(again);
});

test("next week’s export carries on: what stands is still decided, and what changed is to be decided again", async () => {
  const page = await opened();
  await judged(page, [few]);
  for (const key of ["a", "a", "a", "a"]) await page.keyboard.press(key); // at once, each on the next row
  await page.locator("#decided", { hasText: "4 of 4" }).waitFor();
  const next = written("next-week.csv", readFileSync(few, "utf8").replace("90000", "950").replace(/^2,.*\n/m, ""));
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Take out few.csv" }).click();
  const files = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "next-week.csv"));
    return data;
  }, readFileSync(next, "utf8"));
  await page.dispatchEvent("body", "drop", { dataTransfer: files });
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#count", { hasText: "4 rows" }).waitFor();
  await page.locator("#decided", { hasText: "2 of 3" }).waitFor(); // Big is too small now
  await page.locator("#f-mark").selectOption("open");
  await page.locator("#count", { hasText: "1 of 4 rows" }).waitFor();
  assert.deepEqual(await names(page), ["Big"]);
  await done(page);
});

test("whom the rep never tracks is not judged", async () => {
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.locator("#mine-never").fill("b.example");
  await settings.locator("[data-press=never] [type=submit]").click();
  await settings.getByText("Kept. They are never tracked.").waitFor({ state: "attached" });
  const page = await opened();
  await judged(page, [few]);
  await page.locator(".grid-row", { hasText: "Middle" }).getByText("B.example is on the never-list").waitFor();
  await page.locator("#decided", { hasText: "0 of 3" }).waitFor();
  await settings.locator("#mine-never").fill("");
  await settings.locator("[data-press=never] [type=submit]").click();
  await settings.waitForFunction(async () => !(/** @type {any} */ (await chrome.runtime.sendMessage({ ask: "mine" })).result.never?.length));
  await settings.close();
  await done(page);
});

test("says why a row is judged so, and marks what rots or hangs on one person", async () => {
  const page = await opened();
  await judged(page, ["deals.csv", "activities.csv"].map((f) => join(exports, "pipedrive", f)));
  await atHand(page, "Fabrikam deal");
  await page.locator("#reasons").getByText("Where every prospect starts").waitFor();
  await page.locator("#reasons").getByText("What the five voices say").waitFor();
  await page.locator("#f-mark").selectOption({ label: "Hanging on one person (2)" });
  await page.locator("#count", { hasText: "2 of 8 rows" }).waitFor();
  assert.deepEqual((await names(page)).toSorted(), ["Fabrikam deal", "Northwind rollout"]); // at Litware two are known
  await page.locator("#f-mark").selectOption({ label: "All rows" });
  await page.getByRole("searchbox", { name: "Search" }).fill("litware");
  await page.locator("#count", { hasText: "3 of 8 rows" }).waitFor();
  await page.locator("#f-verdict").selectOption("unjudged");
  await page.locator("#count", { hasText: "1 of 8 rows" }).waitFor();
  assert.deepEqual(await names(page), ["Prepare slides"]);
  await page.getByRole("searchbox", { name: "Search" }).fill("nobody at all");
  await page.locator("#count", { hasText: "0 of 8 rows" }).waitFor();
  assert.equal(await page.locator("#aside").isVisible(), false);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#grid").evaluate((e) => e === document.activeElement), true);
  await page.getByRole("button", { name: "Show all rows" }).click();
  await page.locator("#count", { hasText: /^8 rows$/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Show all rows" }).isVisible(), false);
  await done(page);
});

test("what cells hold is shown and does nothing", async () => {
  const page = await opened();
  const bad = "<img src=x onerror=globalThis.hit=1>";
  const file = written("hostile.csv", `id,${bad},name,email,account,owner,value,stage\n1,<script>hit=1</script>,"${bad}",a@x.example,"<svg onload=hit=1>",=HYPERLINK("http://x.example"),5000,"javascript:hit=1"\n2,x,\u001e\u001fTwo,b@x.example,@SUM(A1),"'><b>o</b>",100,demo\n`);
  await page.setInputFiles("#choose", [file]);
  await page.locator("#files summary").click();
  await page.getByText(bad).first().waitFor();
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#list").waitFor();
  assert.deepEqual((await names(page)).map((n) => n?.trim()), [bad, "Two"]);
  await atHand(page, bad);
  await page.locator("#reasons .parts li").first().waitFor();
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).hit), undefined);
  assert.equal(await page.locator(".grid img, .grid script, .grid svg, #aside img").count(), 0);
  const { text } = await exported(page, "Export the answer");
  assert.match(text, /"'@SUM\(A1\)"/);
  assert.match(text, /"'=HYPERLINK/);
  await done(page);
});

describe("for everybody", () => {
  test("axe-core finds nothing in any state, light and dark, at 320 px; nothing is wider", async () => {
    const page = await opened({ width: 320 });
    await page.evaluate(axe.source);
    const look = async (/** @type {string} */ name) => {
      for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
        await page.emulateMedia({ colorScheme });
        const faults = await page.evaluate(async () => {
          const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] });
          return violations.flatMap((/** @type {any} */ v) => v.nodes.map((/** @type {any} */ n) => `${v.id}: ${n.html.slice(0, 200)} ${n.any.map((/** @type {any} */ a) => a.message)}`));
        });
        assert.deepEqual(faults, [], `${name}, ${colorScheme}`);
      }
      for (const dir of ["rtl", "ltr"]) {
        assert.equal(await page.evaluate((dir) => { document.documentElement.dir = dir; return document.documentElement.scrollWidth - innerWidth; }, dir) <= 0, true, `${name}, ${dir}: wider than the page`);
      }
    };
    await look("start");
    await page.setInputFiles("#choose", [join(exports, "pipedrive/deals.csv"), join(exports, "pipedrive/activities.csv"), written("unknown.csv", "a,b\n1,2\n")]);
    await page.locator("#files summary").first().click();
    await look("files");
    await page.getByRole("button", { name: "Take out unknown.csv" }).click();
    await page.getByRole("button", { name: "Judge them" }).click();
    await page.locator("#reasons .parts li").first().waitFor();
    await page.locator("#grid").press("d");
    await look("list");
    assert.deepEqual(await missed(page), []);
    await page.locator("#curve summary").click();
    await page.getByText("Too few:").waitFor();
    await look("curve");
    await done(page);
  });
});

test("Today and the settings lead to it", async () => {
  for (const path of ["today.html", "settings.html"]) {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.id}/${path}`);
    await page.getByRole("link", { name: "Pipeline" }).click();
    await page.waitForURL(/pipeline\.html$/);
    await page.close();
  }
});

test("erasing everything in the settings closes the pipeline", async () => {
  const page = await opened();
  await judged(page, [few]);
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.getByRole("button", { name: "Erase everything…" }).click();
  await settings.locator("#ask-typed").fill("erase everything");
  await settings.locator("#ask [value=yes]").click();
  await settings.getByText("Everything on this device is erased.").waitFor({ state: "attached" });
  await settings.close();
  await page.locator("#start").waitFor(); // by itself
  await done(page);
});
