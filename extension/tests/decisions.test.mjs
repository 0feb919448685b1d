// @ts-check
// What is decided on the pipeline page, in real Chromium: it is not forgotten
// unasked, holds for one row alone, and never argues with who asked to be left alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atHand, browser, closeStage, done, exported, inWorker, judged, names, openStage, opened, said, written } from "./pipeline-stage.mjs";

/** @typedef {import("./pipeline-stage.mjs").Page} Page */
before(openStage);
after(closeStage);

const ago = (/** @type {number} */ days) => new Date(Date.now() - days * 864e5).toISOString().slice(0, 10);

/** Three to go on with, and one who opted out. */
const few = written("few.csv", `id,name,email,account,value,stage,last touch,touches,opt out
1,Big,big@a.example,Acme,90000,demo,${ago(20)},2,
2,Middle,middle@b.example,Beta,40000,demo,${ago(20)},2,
3,Small,small@c.example,Gamma,9000,offer,${ago(20)},2,
4,Gone,gone@d.example,Delta,800,demo,${ago(20)},2,yes
`);

/** @param {Page} page @param {string} name */
async function goTo(page, name) {
  await page.locator(".grid-row .named b").getByText(name, { exact: true }).click();
  await atHand(page, name);
  await page.locator("#grid").focus();
}

/** @param {Page} page @param {string} verdict */
async function instead(page, verdict) {
  await page.keyboard.press("d");
  await page.getByLabel("What would you do?").selectOption({ label: verdict });
  await page.getByRole("button", { name: "Decide so" }).click();
}

test("decisions are forgotten only after a question, also where no list is shown", async () => {
  const page = await opened();
  await page.setInputFiles("#choose", [few]);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("#start").waitFor(); // nothing is kept yet, so nothing is asked
  await judged(page, [few]);
  await page.keyboard.press("a");
  await page.locator("#decided", { hasText: "1 of 4" }).waitFor();

  await page.evaluate(() => new Promise((resolve) => { // as where there was no room for the files
    indexedDB.open("cleanbreak-pipeline").onsuccess = (/** @type {any} */ { target }) => {
      target.result.transaction("session", "readwrite").objectStore("session").clear().onsuccess = () => { target.result.close(); resolve(0); };
    };
  }));
  await page.reload();
  await page.locator("#start").waitFor();
  await page.setInputFiles("#choose", [few]);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByText("Close the pipeline?").waitFor();
  await page.locator("#ask [value=no]").click();
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#decided", { hasText: "1 of 4" }).waitFor();

  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.locator("[data-press=erase] input").fill("somebody@x.example");
  await settings.locator("[data-press=erase] [type=submit]").click();
  await settings.locator("#ask-text", { hasText: "It closes the pipeline too" }).waitFor();
  await settings.close();
  await done(page);
});

test("whoever the rep stops is on the do-not-contact list", async () => {
  const page = await opened();
  await judged(page, [few]);
  const before = (await exported(page, "Do-not-contact list")).text;
  assert.match(before, /^gone@d\.example,/m);
  assert.doesNotMatch(before, /big@/);
  await goTo(page, "Big");
  await instead(page, "Stop");
  await said(page, "Big: Stop instead.");
  assert.equal((await exported(page, "Do-not-contact list")).text, before.replace("\r\n", "\r\nbig@a.example,Big,contact stopped\r\n"));
  await done(page);
});

test("an opt-out is not argued about, and one last try is none of the next best", async () => {
  const page = await opened();
  await judged(page, [few]);
  await goTo(page, "Gone");
  assert.deepEqual(await page.locator("#deciding button:visible").evaluateAll((all) => all.map((b) => /** @type {HTMLElement} */ (b).dataset.press)), ["agree"]);
  for (const key of ["d", "s"]) await page.keyboard.press(key);
  assert.equal(await page.locator("#aside form:visible").count(), 0);
  await page.locator("#best li", { hasText: "Big" }).waitFor();
  await goTo(page, "Big");
  await instead(page, "Last try");
  await page.locator("#best li", { hasText: "Big" }).waitFor({ state: "detached" });
  assert.equal(await page.locator("#best li").count(), 2);
  await done(page);
});

test("a decision is not another row’s that has the same id", async () => {
  const page = await opened();
  await judged(page, [few]);
  await page.keyboard.press("a");
  await page.locator("#decided", { hasText: "1 of 4" }).waitFor();
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("button", { name: "Take out few.csv" }).click();
  await judged(page, [written("other.csv", `id,name,email,account,value,stage,last touch,touches\n1,Another,another@z.example,Zeta,90000,demo,${ago(20)},2\n`)]);
  await page.locator("#decided", { hasText: "0 of 1" }).waitFor();
  await page.locator("#grid").focus();
  await page.keyboard.press("u");
  await said(page, "There is nothing to take back.");
  await done(page);
});

test("a held key decides on one row, and what was decided on it is taken back step by step", async () => {
  const page = await opened();
  await judged(page, [few]);
  for (let i = 0; i < 4; i++) await page.keyboard.down("a"); // the last three repeat
  await page.keyboard.up("a");
  await page.locator("#decided", { hasText: "1 of 4" }).waitFor();
  const verdicts = ["Stop", "Pause", "Let go"];
  for (const verdict of verdicts) {
    await goTo(page, "Big");
    await instead(page, verdict);
    await page.locator(".grid-row", { hasText: "Big" }).getByText(`Instead: ${verdict}`).waitFor();
  }
  await page.keyboard.press("u");
  await page.locator(".grid-row", { hasText: "Big" }).getByText("Instead: Pause").waitFor();
  await page.keyboard.press("u");
  await page.locator(".grid-row", { hasText: "Big" }).getByText("Instead: Stop").waitFor();
  await page.keyboard.press("u");
  await page.locator(".grid-row", { hasText: "Big" }).getByText("Agreed").waitFor();
  await page.keyboard.press("u");
  await page.locator("#decided", { hasText: "0 of 4" }).waitFor();

  await goTo(page, "Big");
  await page.keyboard.press("s");
  const until = page.getByLabel("First day back");
  await until.fill(await page.evaluate(() => new Date().toLocaleDateString("sv")));
  await page.getByRole("button", { name: "Snooze", exact: true }).click();
  assert.equal(await until.evaluate((e) => e === document.activeElement), true);
  await page.locator("#decided", { hasText: "0 of 4" }).waitFor();
  await done(page);
});

test("where the files have no room, an older list is not shown in their place", async () => {
  const page = await opened();
  await judged(page, [few]);
  await page.getByRole("button", { name: "Files" }).click();
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === "session") throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, args);
    };
  });
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.getByText("This browser has no room to keep the files").waitFor();
  await page.reload();
  await page.locator("#start").waitFor();
  await done(page);
});

test("a decision that there is no room for does not stand, and a database that was closed is opened again", async () => {
  const page = await opened();
  await judged(page, [few]);
  await page.evaluate(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args) {
      IDBDatabase.prototype.transaction = begin;
      throw new DOMException("closed", "InvalidStateError"); // as Firefox has it once its storage was full
    };
  });
  await page.keyboard.press("a");
  await page.locator("#decided", { hasText: "1 of 4" }).waitFor();
  assert.equal(await page.locator("#trouble").isVisible(), false);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    Object.assign(globalThis, { room: () => Object.assign(IDBObjectStore.prototype, { put }) });
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await goTo(page, "Middle");
  await page.keyboard.press("a");
  await page.locator("#trouble", { hasText: "The browser's storage is full, so this could not be recorded." }).waitFor();
  await page.locator("#decided", { hasText: "1 of 4" }).waitFor();
  assert.equal(await page.locator(".grid-row", { hasText: "Middle" }).getByText("Agreed").count(), 0);
  await page.evaluate(() => /** @type {any} */ (globalThis).room());
  await goTo(page, "Middle");
  await page.keyboard.press("a");
  await page.locator("#decided", { hasText: "2 of 4" }).waitFor();
  await page.reload();
  await page.locator("#decided", { hasText: "2 of 4" }).waitFor();
  await done(page);
});

test("when the program ends the page says so, and judges with a new one", async () => {
  const page = await opened();
  await page.setInputFiles("#choose", [few]);
  await page.locator("#files").waitFor();
  await inWorker(page, () => {
    const Go = /** @type {any} */ (globalThis).Go;
    Go.prototype._resume = function () { // as wasm_exec.js does when it exits in the middle of a call
      this._pendingEvent.result = new Promise(() => {});
      this.exited = true;
      this._resolveExitPromise();
    };
  });
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.getByText("The files could not be judged: the browser ended the work").waitFor();
  await page.locator("#files").waitFor();
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#list").waitFor();
  assert.deepEqual(await names(page), ["Big", "Middle", "Small", "Gone"]);
  assert.ok(page.errors.every((e) => e.includes("the program ended")), page.errors.join("\n"));
  await page.close();
});

test("what is stopped before the rules are there is not judged; a correction just made is", async () => {
  const page = await opened();
  await page.setInputFiles("#choose", [few]);
  await page.locator("#files").waitFor();
  await page.evaluate(() => {
    const send = chrome.runtime.sendMessage;
    const held = new Promise((resolve) => Object.assign(globalThis, { go: resolve }));
    chrome.runtime.sendMessage = /** @type {any} */ (async (/** @type {any} */ message) => { await held; return send(message); });
  });
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.evaluate(() => /** @type {any} */ (globalThis).go());
  await said(page, "Stopped. Nothing was judged.");
  await page.locator("#files").waitFor();

  await page.evaluate(() => { // both at once
    const select = /** @type {HTMLSelectElement} */ (document.querySelector("[aria-label='What the column account holds']"));
    select.value = "ignore";
    select.dispatchEvent(new Event("change"));
    /** @type {HTMLElement} */ (document.querySelector("#judge")).click();
  });
  await page.locator("#list").waitFor();
  await page.locator(".grid-row", { hasText: "Big" }).waitFor();
  assert.equal(await page.locator("#files").isVisible(), false);
  assert.doesNotMatch(await page.locator("#grid").innerText(), /Acme/);
  await done(page);
});

test("a field that is given to another column leaves the first", async () => {
  const page = await opened();
  await page.setInputFiles("#choose", [written("two.csv", "id,name,first sum,second sum\n1,Kim,100,200\n")]);
  await page.getByLabel("What the column first sum holds").selectOption({ label: "Value" });
  await page.getByText("3 of 4 columns read").waitFor();
  await page.getByLabel("What the column second sum holds").selectOption({ label: "Value" });
  await page.waitForFunction(() => /** @type {HTMLSelectElement} */ (document.querySelector("[aria-label='What the column second sum holds']")).value === "value"
    && /** @type {HTMLSelectElement} */ (document.querySelector("[aria-label='What the column first sum holds']")).value === "ignore");
  await done(page);
});

test("a file takes the place of another of its name, and says so", async () => {
  const page = await opened();
  const first = written("same.csv", "id,title,stage,value\n1,Old,demo,5\n");
  await page.setInputFiles("#choose", first);
  await page.getByText("same.csv", { exact: true }).waitFor();
  const said = page.getByText("It takes the place of another file of this name");
  await page.setInputFiles("#choose", [first, written("another.csv", "id,title,stage,value\n2,Other,demo,5\n")]);
  await page.getByText("another.csv", { exact: true }).waitFor();
  assert.equal(await said.count(), 0, "the same file once more");
  await page.setInputFiles("#choose", written("same.csv", "id,title,stage,value\n1,New one,demo,5\n"));
  await said.waitFor();
  assert.equal(await page.locator("#files-list > li").count(), 2);
  await page.getByRole("button", { name: "Judge them" }).click();
  await page.locator("#list").waitFor();
  assert.deepEqual((await names(page)).sort(), ["New one", "Other"]);
  await done(page);
});

test("two contacts in one cell are two", async () => {
  const page = await opened();
  await judged(page, [written("pairs.csv", "id,title,contact person,organization,value,stage\n1,Pair,Kim Olsen;Jo Berg,Acme,500,demo\n2,Alone,Lee Park,Beta,400,demo\n")]);
  await page.locator("#f-mark").selectOption({ label: "Hanging on one person (1)" });
  await page.locator("#count", { hasText: "1 of 2 rows" }).waitFor();
  assert.deepEqual(await names(page), ["Alone"]);
  await done(page);
});
