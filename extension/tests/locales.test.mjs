// @ts-check
// Everything is said in the rep's language: in one made up for the test, each
// phrase stands in brackets, and no word of ours may stand outside them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { openAll, openStage, tell } from "./panel-stage.mjs";
import { directionOf, languages } from "../languages.js";
import { spoken } from "../tools/spoken.mjs";
import * as pages from "./page-states.mjs";
import { answering, steps } from "./settings-states.mjs";
import { matches } from "./shown.mjs";
import { states } from "./states.mjs";
import { becomes } from "./waits.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** @type {Record<string, {message: string, description: string}>} */
const english = JSON.parse(readFileSync(`${root}extension/_locales/en/messages.json`, "utf8"));

/** The made-up language: longer by half, with accents, and bracketed. @param {string} form */
const pseudo = (form) => `⟦${form} ${"ÂÉÎõü".repeat(Math.ceil(form.length / 10))}⟧`;
const messages = Object.fromEntries(Object.entries(english).map(([name, { message }]) =>
  [name, { message: message.split("|").map(pseudo).join("|") }]));
/** What the panel and the pages say in one word of their own: no values, no examples in fields, nothing that the engine says too. */
const ofEngine = new Set(Object.values(english).filter(({ description }) => description.startsWith("core/")).map(({ message }) => message.toLowerCase()));
const known = new Set(Object.values(english).filter(({ description }) => /^(wasm.view|extension)/.test(description)).flatMap(({ message }) => message.split("|"))
  .filter((form) => !/\$|^\S*[@.]\S*$|laptop/.test(form) && !ofEngine.has(form.toLowerCase()) && !/^(LinkedIn|Gmail|Clean Break|Kim Olsen|Head of IT · Acme|Northwind)$/.test(form)));

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => { stage = await openStage(); });
after(() => stage.close());

/**
 * What a page shows and says, outside brackets and outside what others wrote:
 * names and quotes, which have dir=auto, and drafts.
 * @param {import("playwright-core").Page} page
 */
const unsaid = (page) => page.evaluate((phrases) => {
  const known = new Set(phrases);
  /** @type {string[]} */
  const out = [];
  const bare = (/** @type {string} */ words) => {
    for (let last; last !== words;) [last, words] = [words, words.replace(/⟦[^⟦⟧]*⟧/g, "")];
    return words.trim();
  };
  // Days and sizes are German here, and numbers and the marks between parts are nobody's.
  const nobodys = /\b(Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez|So|Mo|Di|Mi|Do|Fr|Sa)\b|\b(Byte|kB|MB)\b|Gmail|LinkedIn|Clean Break|Balanced|\b\d+[km]?\b/g;
  const take = (/** @type {string} */ words, /** @type {boolean} */ theirs) => {
    const left = bare(words);
    if (theirs ? known.has(left) && /[a-z]{3}/.test(left) : /\p{L}/u.test(left.replace(nobodys, ""))) out.push(left);
  };
  for (const e of document.body.querySelectorAll("*")) {
    if (e.closest("script, [hidden], #say, kbd") || !e.checkVisibility()) continue;
    const theirs = Boolean(e.closest("[dir=auto], .marks, .seen, [data-part=stages] legend, [lang]:not(html), #fingerprint, .code, code"));
    for (const node of e.childNodes) if (node.nodeType === Node.TEXT_NODE && !e.closest("textarea, .quote, .body, .because, #sample-because")) take(node.nodeValue ?? "", theirs);
    for (const name of ["aria-label", "title", "placeholder"]) {
      const words = e.getAttribute(name);
      if (words && !e.closest(".part, .left, .leaving")) take(words, true);
    }
  }
  return [...new Set(out)];
}, [...known]);

/** @param {import("playwright-core").Page} page */
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const narrow = { viewport: { width: 320, height: 700 } };

/** The states that are looked at: those that hold nothing but their own troubles are left out. */
const looked = Object.entries(states).filter(([name]) => !/hostile|many|long|unknown|broken/.test(name));

/** Shows one state after the other. @param {import("./panel-stage.mjs").Panel} page @param {(name: string) => Promise<void>} check */
async function showAll(page, check) {
  for (const [name, state] of looked) {
    const before = await page.evaluate(() => performance.getEntriesByName("painted")[0].startTime);
    await tell(page, { type: "state", state: JSON.stringify({ ...state, url: `${state.url}#${name}` }) });
    await page.waitForFunction((t) => performance.getEntriesByName("painted")[0].startTime > t, before);
    if (state.tracked) await openAll(page);
    await check(name);
  }
}

describe("in a made-up language", () => {
  test("nothing of the panel is left in English, and all of it has room", async () => {
    const page = await stage.panel(states.keep, { ...narrow, language: "de", messages });
    /** @type {Record<string, string[]>} */
    const left = {};
    await showAll(page, async (name) => {
      const words = await unsaid(page);
      if (await wide(page) > 0) words.push("it is wider than the panel");
      if (words.length) left[name] = words;
    });
    assert.deepEqual(left, {});
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
  test("nothing of the settings is left in English", async () => {
    for (const [name, step] of Object.entries(steps)) {
      const page = await stage.panel(null, { ...narrow, path: "/settings.html", language: "de", messages });
      await answering(page, name === "removed" ? { ...step, problem: "⟦⟧" } : step);
      await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
      assert.deepEqual(await unsaid(page), [], name);
      await page.context().close();
    }
  });
  test("nothing of the first page is left in English", async () => {
    const page = await stage.panel(null, { path: "/welcome.html", language: "de", messages });
    await page.getByText("⟦").first().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll(".state")].every((e) => e.textContent?.includes("⟦")));
    assert.deepEqual(await unsaid(page), []);
    await page.context().close();
  });
});

describe("in a made-up language, every page", () => {
  const speaking = { ...narrow, language: "de", messages };
  for (const [name, answers] of Object.entries(pages.today)) {
    test(`nothing of Today is left in English: ${name}`, async () => {
      const page = await stage.panel(states["last-try"], { ...speaking, path: "/today.html", answers: name === "failed" ? { today: { fault: "⟦⟧" } } : answers });
      await page.locator("#root").locator(".today-row, .notice, .trouble, .bones").first().waitFor();
      await settled(page);
      await page.context().close();
    });
  }
  test("nothing that a key opens in Today is left in English", async () => {
    for (const key of ["Enter", "s", "b", "l"]) {
      const page = await stage.panel(states["last-try"], { ...speaking, path: "/today.html", answers: pages.today.full });
      await page.locator(".today-main", { hasText: "Kim Olsen" }).focus();
      await page.keyboard.press(key);
      await page.locator(".today-open-box").waitFor();
      await settled(page);
      await page.context().close();
    }
  });
  test("nothing of the playbook's editor is left in English", async () => {
    const page = await stage.panel(null, { ...speaking, path: "/settings.html", answers: pages.settings });
    await page.locator("#rules-edit").click();
    await page.locator("#effect-list li").first().waitFor();
    await page.locator(".part-of").evaluateAll((all) => all.forEach((d) => { /** @type {HTMLDetailsElement} */ (d).open = true; }));
    await page.locator("#template textarea").first().waitFor();
    await settled(page);
    await page.context().close();
  });
  test("nothing of the first page's screens is left in English", async () => {
    for (const screen of ["what", "try", "begin"]) {
      const page = await stage.panel(null, { ...speaking, path: `/welcome.html#${screen}`, answers: pages.welcome });
      await page.waitForFunction(() => [...document.querySelectorAll(".state")].every((e) => e.textContent !== "…"));
      if (screen === "try") await page.locator("#sample[data-tone]").waitFor();
      if (screen === "begin") {
        await page.locator("#list-file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(pages.list) });
        await page.locator("#offer:not([hidden])").waitFor();
      }
      await settled(page);
      await page.context().close();
    }
  });

  /** Nothing on a page is in English, or wider than the page; the first page's picture spills into the margin. @param {import("./panel-stage.mjs").Panel} page */
  async function settled(page) {
    assert.deepEqual(await unsaid(page), []);
    if (!page.url().endsWith("#what")) assert.equal(await wide(page), 0);
    assert.deepEqual(page.errors, []);
  }
});

for (const language of ["en", "de", "fr", "es"]) {
  test(`at 320 px no page is wider: ${language}`, async () => {
    for (const [path, answers] of /** @type {const} */ ([["/today.html", pages.today.full], ["/settings.html", pages.settings], ["/welcome.html#what", {}], ["/welcome.html#try", pages.welcome], ["/welcome.html#begin", {}]])) {
      const page = await stage.panel(states.keep, { ...narrow, language, path, answers });
      await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      if (path === "/settings.html") {
        await page.locator("#rules-edit").click();
        await page.locator("#effect-list li").first().waitFor();
        await page.locator(".part-of").evaluateAll((all) => all.forEach((d) => { /** @type {HTMLDetailsElement} */ (d).open = true; }));
        await page.locator("#template textarea").first().waitFor();
      }
      assert.equal(await wide(page), 0, path);
      await page.context().close();
    }
  });
}

test("a page is written in the direction of its language", async () => {
  for (const [code, dir] of /** @type {const} */ ([["de", "ltr"], ["ar", "rtl"], ["he", "rtl"], ["fa-IR", "rtl"], ["ur", "rtl"], ["es", "ltr"], ["sdk", "ltr"]])) assert.equal(directionOf(code), dir, code);
  const page = await stage.panel(states.keep, { language: "de" });
  assert.equal(await page.evaluate(() => document.documentElement.dir), "ltr");
  const source = readFileSync(`${root}extension/languages.js`, "utf8").replace('de: "Deutsch"', 'he: "עברית", de: "Deutsch"');
  await page.context().route("**/languages.js", (route) => route.fulfill({ contentType: "text/javascript", body: source }));
  await page.context().route("**/_locales/he/**", (route) => route.fulfill({ json: {} }));
  await page.evaluate(() => localStorage.setItem("language", "he"));
  await page.addInitScript(() => localStorage.setItem("language", "he"));
  for (const path of ["panel", "today", "settings", "welcome"]) {
    await page.goto(`${stage.origin}/${path}.html`);
    await page.locator("html[lang=he][dir=rtl]").waitFor({ state: "attached" });
  }
  await page.context().close();
});

for (const language of ["de", "fr", "es"]) {
  test(`at 320 px nothing is cut off: ${language}`, async () => {
    const page = await stage.panel(states.keep, { ...narrow, language });
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    /** @type {string[]} */
    const cut = [];
    await showAll(page, async (name) => { if (await wide(page) > 0) cut.push(name); });
    assert.deepEqual(cut, []);
    await page.context().close();
  });
}

test("the language that was chosen comes before the browser's, and English needs no file", async () => {
  for (const [locale, language, words] of /** @type {const} */ ([
    ["de-AT", undefined, "Beobachtet"], ["de-AT", "fr", "Suivi"], ["pt-BR", undefined, "Tracked"], ["de-DE", "en", "Tracked"]])) {
    const page = await stage.panel(states.keep, { locale, language });
    await page.locator(".chip", { hasText: words }).waitFor();
    const files = () => page.evaluate(() => performance.getEntriesByType("resource").map((e) => e.name).filter((n) => n.includes("_locales")));
    await becomes(async () => (await files()).length, words === "Tracked" ? 0 : 1);
    await page.context().close();
  }
});

test("days and numbers are written as the browser's Intl writes them", async () => {
  const samples = JSON.parse(execFileSync("go", ["run", "./extension/tools/locales", "-written"], { cwd: root, encoding: "utf8" }));
  assert.ok(samples.length > 3000);
  const page = await stage.panel(states.keep);
  const wrong = await page.evaluate((all) => {
    /** @type {Record<string, Intl.DateTimeFormatOptions>} */
    const forms = {
      date: { day: "numeric", month: "short" }, year: { day: "numeric", month: "short", year: "numeric" },
      weekday: { weekday: "short", day: "numeric", month: "short" },
    };
    /** @type {Record<string, {format(v: any): string}>} */
    const made = {};
    return all.filter((/** @type {any} */ s) => {
      const f = (made[s.Lang + s.Form] ??= s.Form === "number" ? new Intl.NumberFormat(s.Lang) : new Intl.DateTimeFormat(s.Lang, { timeZone: "UTC", ...forms[s.Form] }));
      return f.format(s.Form === "number" ? s.Number : new Date(s.Day)) !== s.Written;
    });
  }, samples);
  assert.deepEqual(wrong, []);
  await page.context().close();
});

test("the sample States say what the engine says: every sentence of theirs is known in every language", () => {
  const own = new Set(["long", "hostile", "below and above", "unknown", "right to left"]); // what is asked of the page, not of the engine
  for (const lang of Object.keys(languages).filter((l) => l !== "en")) {
    const say = spoken(lang);
    for (const [name, { assessment }] of Object.entries(states)) {
      if (!assessment?.because || own.has(name)) continue;
      const said = say(assessment);
      assert.notEqual(said.because, assessment.because, `${name} in ${lang}`);
      for (const list of /** @type {const} */ (["parts", "voices", "flips"])) {
        for (const [i, one] of (assessment[list] ?? []).entries()) {
          assert.notEqual(said[list][i].because ?? said[list][i].if, one.because ?? one.if, `${name}, ${list} in ${lang}`);
        }
      }
    }
  }
});

test("what is chosen in the settings reaches what the engine says, and the badge", async (t) => {
  const browser = await start();
  t.after(() => browser.close());
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.getByLabel("Clean Break speaks").selectOption("de");
  await settings.getByRole("heading", { name: "Einstellungen" }).waitFor();
  const page = await open(browser, saved("gmail-thread-en"));
  const tab = await tabOf(browser, page.url());
  const panel = await openPanel(browser, tab);
  await panel.getByRole("button", { name: "Beobachten", exact: true }).click();
  const verdict = panel.locator("section.verdict[data-tone]");
  await verdict.getByText("Ein letzter Versuch").waitFor();
  await verdict.getByText(/^\d+ Kontakte in \d+ Arbeitstagen ohne Antwort/).waitFor();
  await matches(() => browser.worker().evaluate((id) => chrome.action.getTitle({ tabId: id }), tab), /Arbeitstagen ohne Antwort/);
});
