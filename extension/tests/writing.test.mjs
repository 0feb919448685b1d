// @ts-check
// Writing a mail in Gmail with the panel beside it, in real Chromium: the draft
// goes in at a press and out with Ctrl+Z, what is typed is checked while the panel
// is open, and nobody is written to who asked not to be.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fresh, writing } from "./boxes.mjs";
import { logOf, open, openPanel, saved, start, stopBackground, tabOf } from "./extension.mjs";
import { noteAny, scriptsIn, settled } from "./told.mjs";
import { becomes, until } from "./waits.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./boxes.mjs").Mail} Mail */

const maren = "maren.holt@brightwater.example", nora = "nora@havblikk.example";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => {
  browser = await start();
  for (const name of ["gmail-thread-en", "gmail-reply-inline"]) { // both are tracked from here on
    const there = await beside(saved(name));
    await there.panel.getByRole("button", { name: "Track", exact: true }).click();
    await there.panel.locator("section.verdict").waitFor();
    await there.close();
  }
});
after(() => browser.close());

/** @param {{url: string, html: string}} page @param {(close: () => Promise<unknown>) => void} [closing] */
async function beside(page, closing = () => {}) {
  const tab = await open(browser, page);
  const id = await tabOf(browser, tab.url());
  const panel = await openPanel(browser, id);
  const close = () => Promise.all([tab.close(), panel.close()]);
  closing(close);
  return { page: tab, panel, id, close };
}
/** Opens the steps after the first, where Maren's draft is. @param {Page} panel */
const later = (panel) => panel.locator("details[data-fold=later] > summary").click();
/** @param {Page} panel */
const put = (panel) => panel.getByRole("button", { name: "Put into the mail" }).first();
/** @param {Page} page */
const box = (page) => page.locator("[role=dialog] [g_editable], [role=region] [g_editable]").last();
/** What stands in a box, the newest where no other is named, line by line. @param {Page} page */
const text = async (page, of = box(page)) => (await of.innerText()).replaceAll("\u00a0", " ").replace(/\n{3,}/g, "\n\n").trim();
/** @param {Page} page */
const html = (page) => box(page).evaluate((el) => el.innerHTML);
/** The draft that the panel shows. @param {Page} panel */
const draft = (panel) => panel.locator(".editor.body textarea").first().inputValue();
/** Waits until the panel knows the mail. @param {Page} panel @param {number} id */
const known = (panel, id) => until(async () => !!JSON.parse(await panel.evaluate((tab) => chrome.runtime.sendMessage({ do: "look", tab }), id)).into);
/** @param {number} tab */
const badge = (tab) => browser.worker().evaluate((tab) => chrome.action.getBadgeText({ tabId: tab }), tab);

describe("a draft goes into the mail", () => {
  /** @param {string} about @param {Mail} mail @param {(there: Awaited<ReturnType<typeof beside>>, before: string, draft: string) => Promise<void>} check */
  const goes = (about, mail, check) => test(about, async (t) => {
    const there = await beside(writing("gmail-thread-en", mail), (close) => t.after(close));
    await known(there.panel, there.id);
    await later(there.panel);
    const before = await html(there.page);
    const words = await draft(there.panel);
    await put(there.panel).click();
    await there.panel.getByText("It is in the mail now").first().waitFor();
    await check(there, before, words);
  });
  /** @param {Page} page @param {string} before */
  async function undone(page, before) {
    await box(page).focus();
    await page.keyboard.press("Control+z");
    await becomes(() => html(page), before);
  }

  goes("that is new: above the signature, with its subject, and out with one Ctrl+Z", { to: [maren] }, async ({ page, panel }, before, words) => {
    assert.match((await text(page)).replace(words, "WORDS"), /^WORDS\s+-- ?\s+Robin Vale\s+Clean Break Demo$/);
    const subject = page.locator("input[name=subjectbox]");
    assert.equal(await subject.inputValue(), await panel.locator(".editor.subject textarea").first().inputValue());
    assert.notEqual(await subject.inputValue(), "");
    await panel.getByText("The subject was empty and is filled in.").first().waitFor();
    await undone(page, before);
    await page.keyboard.press("Control+z");
    await becomes(() => subject.inputValue(), "");
  });

  goes("that has a subject: it stays", { to: [maren], subject: "Numbers" }, async ({ page, panel }) => {
    assert.equal(await page.locator("input[name=subjectbox]").inputValue(), "Numbers");
    assert.equal(await panel.getByText("The subject was empty").count(), 0);
  });

  goes("that is an answer: above the quote, and never with a subject", { to: [maren], reply: "1a1f4b27ae085b0e", body: fresh.answer }, async ({ page }, before, words) => {
    assert.ok((await text(page)).startsWith(`${words}\n\nOn Thu they wrote:`), await text(page));
    assert.equal(await page.locator("input[name=subjectbox]").inputValue(), "");
    await undone(page, before);
  });

  goes("that is begun: on top of what was typed, which the panel says", { to: [maren], body: `Dear Maren,<div><br></div><div>a word.</div><br>${fresh.signature}` }, async ({ page, panel }, before, words) => {
    assert.ok((await text(page)).startsWith(`${words}\n\nDear Maren,\n\na word.`), await text(page));
    await panel.getByText("above what you had written").first().waitFor();
    await undone(page, before);
  });

  for (const [what, body] of [["signature", fresh.signature], ["quote", fresh.quote]]) {
    goes(`that begins at once with a ${what}: not into that`, { to: [maren], body }, async ({ page }, _, words) => {
      assert.ok((await text(page)).startsWith(words), await text(page));
      assert.equal(await box(page).evaluate((el, words) => [...el.querySelectorAll("[class*=gmail_]")].some((k) => k.textContent?.includes(words)), words.split("\n")[0]), false);
    });
  }

  goes("that is empty, as the rep has left the draft", { to: [maren], body: "" }, async ({ page, panel }) => {
    await panel.locator(".editor.body textarea").first().fill("<img src=x onerror=alert(1)> & ____\nsecond");
    await page.locator("[g_editable]").evaluate((el) => void el.replaceChildren());
    await put(panel).click();
    await panel.getByText("Fill in the blanks before you send it.").first().waitFor();
    assert.equal(await text(page), "<img src=x onerror=alert(1)> & ____\nsecond");
    assert.equal(await page.locator("[g_editable] img").count(), 0);
  });

  test("as if the rep had typed it: Gmail hears of it", async (t) => {
    const { page, panel, id } = await beside(writing("gmail-thread-en", { to: [maren] }), (close) => t.after(close));
    await known(panel, id);
    await later(panel);
    await page.evaluate(() => document.addEventListener("input", (e) => document.documentElement.setAttribute("data-heard", `${e.isTrusted} ${/** @type {InputEvent} */ (e).inputType}`)));
    await put(panel).click();
    await page.locator("html[data-heard='true insertText']").waitFor();
  });

  test("of two, into the one that goes to them and was used last", async (t) => {
    const { page, panel, id } = await beside(writing("gmail-thread-en", { to: [maren], subject: "first" }, { to: [maren], subject: "second" }), (close) => t.after(close));
    await page.locator("[role=dialog] [g_editable]").first().focus();
    await known(panel, id);
    await until(async () => (await stateOf(panel, id)).writing?.subject === "first");
    await later(panel);
    await put(panel).click();
    await panel.getByText("It is in the mail now").first().waitFor();
    assert.ok((await text(page, page.locator("[role=dialog] [g_editable]").first())).startsWith(await draft(panel)));
    assert.match(await text(page), /^--/);
  });

  test("once the background has slept", async (t) => {
    const { page, panel, id } = await beside(writing("gmail-thread-en", { to: [maren] }), (close) => t.after(close));
    await known(panel, id);
    await later(panel);
    await stopBackground(browser, panel);
    await put(panel).click();
    await panel.getByText("It is in the mail now").first().waitFor();
    assert.ok((await text(page)).startsWith(await draft(panel)), await text(page));
  });

  test("beside a compose window that opens later, as the rep has left the draft", async (t) => {
    const { page, panel, id } = await beside(writing("gmail-thread-en", { to: [maren] }), (close) => t.after(close));
    /** Closes the window, or opens it; the address names it as Gmail does. @param {string} hash */
    const compose = (hash) => page.evaluate((hash) => {
      const world = /** @type {any} */ (globalThis);
      const open = document.querySelector("[role=dialog]");
      if (open) (world.mail = open).remove();
      else document.body.append(world.mail);
      location.hash = hash;
    }, hash);
    const thread = new URL(page.url()).hash;
    await known(panel, id);
    await compose(thread);
    await until(async () => !(await stateOf(panel, id)).into);
    await later(panel);
    await panel.locator(".editor.body textarea").first().fill("Words of my own.");
    const wiped = await noteAny(panel, "Reading the page…");
    for (const named of ["?compose=new", "?compose=DmwnWrRlQ%2Cnew"]) {
      await compose(thread + named);
      await known(panel, id);
      await settled(panel);
      assert.equal(await draft(panel), "Words of my own.", named);
      await compose(thread);
      await until(async () => !(await stateOf(panel, id)).into);
    }
    await compose(`${thread}?compose=new`);
    await known(panel, id);
    await put(panel).click();
    await panel.getByText("It is in the mail now").first().waitFor();
    assert.ok((await text(page)).startsWith("Words of my own."), await text(page));
    assert.equal(await wiped(), false, "the panel was wiped");
  });

  test("no mail to them is open: the panel says what to open", async (t) => {
    const { page, panel } = await beside(writing("gmail-thread-en", { to: ["somebody@else.example"] }), (close) => t.after(close));
    await later(panel);
    const before = await html(page);
    await put(panel).click();
    await panel.getByText("Open a reply or a new mail to Maren Holt in Gmail, then press again.").first().waitFor();
    assert.equal(await html(page), before);
  });

  test("it goes to others since: nothing is put in", async (t) => {
    const { page, panel, id } = await beside(writing("gmail-thread-en", { to: [maren] }), (close) => t.after(close));
    await known(panel, id);
    const before = await html(page);
    const answer = await panel.evaluate(([tab, url]) => chrome.runtime.sendMessage({ do: "put", tab, url, box: "1", to: ["boss@else.example"], subject: "", body: "hello" }), /** @type {const} */ ([id, page.url()]));
    assert.equal(answer.put, false);
    assert.equal(await html(page), before);
  });
});

/** @param {Page} panel @param {number} tab */
const stateOf = async (panel, tab) => JSON.parse(await panel.evaluate((tab) => chrome.runtime.sendMessage({ do: "look", tab }), tab));

describe("while a mail is written", () => {
  test("the panel is about whom it goes to, and lists what is to mend; nothing is kept", async (t) => {
    const { page, panel } = await beside(writing("gmail-thread-en", { to: [nora] }), (close) => t.after(close));
    await panel.getByRole("heading", { name: "Nora Lund" }).waitFor();
    await panel.locator("section.verdict").getByText("Your turn").waitFor();
    const before = await logOf(browser);
    await box(page).focus();
    await page.keyboard.type("Hi Nora, just checking in, [Name].");
    const mend = panel.locator("section.writing");
    await mend.getByText("checking in").first().waitFor();
    await mend.getByText("1 blank to fill").waitFor();
    assert.deepEqual(await logOf(browser), before);
    await page.locator("[role=dialog]").evaluate((el) => el.remove());
    await panel.getByRole("heading", { name: "Maren Holt" }).waitFor();
    await panel.locator("section.writing").waitFor({ state: "detached" });
  });

  test("once the panel is closed nothing of it is told", async (t) => {
    const { page, panel, id } = await beside(writing("gmail-thread-en", { to: [nora] }), (close) => t.after(close));
    await panel.getByRole("heading", { name: "Nora Lund" }).waitFor();
    await browser.worker().evaluate(() => {
      const told = /** @type {any} */ (globalThis).told = /** @type {string[]} */ ([]);
      chrome.runtime.onMessage.addListener((m) => void (["writing", "page"].includes(m.type) && told.push(m.boxes ?? m.snapshot ?? "asked")));
    });
    const told = () => browser.worker().evaluate(() => /** @type {any} */ (globalThis).told.splice(0));
    await box(page).focus();
    await page.keyboard.type("first-words");
    await until(async () => (await told()).some((/** @type {string} */ all) => all.includes("first-words")));
    await panel.close();
    const own = await browser.context.newPage();
    t.after(() => own.close());
    await own.goto(`chrome-extension://${browser.id}/welcome.html`);
    await until(() => own.evaluate(async (tab) => (await chrome.runtime.getContexts({})).every((c) => !c.documentUrl?.endsWith(`#tab=${tab}`)), id), "the browser knows no panel any more");
    await told();
    await page.bringToFront();
    await box(page).focus();
    await page.keyboard.type("second-words");
    await until(async () => (await scriptsIn(own, id)).writer === "over", "the writer stops");
    assert.deepEqual((await told()).filter((/** @type {string} */ all) => all.includes("-words")), []);
    await page.locator("input[name=subjectbox]").fill("third-words");
    await box(page).focus();
    await page.keyboard.type("fourth-words");
    await page.locator("[role=dialog] [name=to]").evaluate((to, address) => {
      const chip = /** @type {HTMLElement} */ (to.firstElementChild?.cloneNode(true));
      chip.dataset.hovercardId = address;
      chip.querySelector("[email]")?.setAttribute("email", address);
      to.append(chip);
    }, maren);
    /** @type {string[]} */
    const after = [];
    await until(async () => after.push(...await told()) && after.some((all) => all.includes(maren) && all.includes('"composes"')), "whom it goes to is read");
    await settled(own);
    assert.deepEqual([...after, ...await told()].filter((all) => all.includes("-words")), []);
    assert.equal(await page.evaluate(() => "cleanBreakWriter" in globalThis), false); // never in the page's own world
  });
});

describe("a mail to somebody who asked not to be contacted", () => {
  before(async () => {
    const { panel, id, close } = await beside(saved("gmail-thread-en"));
    await panel.locator("section.verdict").waitFor();
    const { url, person } = await stateOf(panel, id);
    await panel.evaluate((action) => chrome.runtime.sendMessage(action), { do: "log", tab: id, url, person, entered: { type: "decision", verdict: "stop" } });
    await panel.reload();
    await panel.locator("section.verdict").getByText("Stop: do not contact them").waitFor();
    await close();
  });

  test("is warned of before a word is typed, in the panel and on the badge", async (t) => {
    const { panel, id } = await beside(writing("gmail-reply-inline", { to: [nora], cc: [maren] }), (close) => t.after(close));
    await panel.getByRole("alert").getByText("Do not write to Maren Holt: they asked not to be contacted").waitFor();
    await panel.getByRole("heading", { name: "Nora Lund" }).waitFor(); // whom it goes to
    await becomes(() => badge(id), "■!");
  });

  test("is warned of on the badge while the panel is closed", async (t) => {
    const page = await open(browser, writing("gmail-search-empty", { to: [maren] }));
    t.after(() => page.close());
    const id = await tabOf(browser, page.url());
    await becomes(() => badge(id), "■!");
    await page.locator("[role=dialog]").evaluate((el) => el.remove());
    await becomes(() => badge(id), "");
  });

  test("also when they are forgotten since", async (t) => {
    const { panel, id } = await beside(writing("gmail-thread-en", { to: [maren] }), (close) => t.after(close));
    await panel.getByText("Stop tracking").click();
    await panel.locator("[data-do=untrack]").click();
    await panel.getByRole("alert").getByText(/^Do not write to/).waitFor();
    await becomes(() => badge(id), "■!");
  });
});

test("on LinkedIn a draft is copied: nothing is offered, nothing watches", async (t) => {
  const { panel, id } = await beside(saved("linkedin-messaging"), (close) => t.after(close));
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator(".editor.body").first().waitFor();
  assert.equal(await put(panel).count(), 0);
  await settled(panel);
  assert.deepEqual(await scriptsIn(panel, id), { reader: "there", writer: "" });
  const answer = await panel.evaluate(([tab]) => chrome.runtime.sendMessage({ do: "put", tab, url: "https://www.linkedin.com/messaging/thread/2-x/", box: "1", to: [], subject: "", body: "hello" }), [id]);
  assert.equal(answer.put, false);
});
