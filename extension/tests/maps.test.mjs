// @ts-check
// The page maps: each can be read, and what is wrong with one is told where it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkMap, mapFiles, placesOf, readMaps } from "../pages/check.mjs";
import { browser, fixture, open, scripts } from "./fixtures.mjs";

test("the selectors of every field that a layout expects are found in its map", () => {
  for (const map of readMaps()) {
    for (const layout of map.layouts) {
      for (const field of Object.keys({ ...map.always.expects, ...layout.expects })) {
        const places = placesOf(map.site, layout.name, [field]);
        assert.ok(places.every((p) => p.includes(`: ${field}: `)) && places.length > 0, `${map.site}, ${layout.name}: ${field}`);
      }
    }
  }
  const [first] = placesOf("gmail", "thread", ["messages.email"]);
  const [, line, selector] = /** @type {RegExpExecArray} */ (/^extension\/pages\/gmail\.json:(\d+): messages\.email: (.*)$/.exec(first));
  const text = readFileSync(new URL("../pages/gmail.json", import.meta.url), "utf8").split("\n")[Number(line) - 1];
  assert.ok(text.trim().startsWith('"email"') && text.includes(selector), text);
});

test("every selector of the maps can be read", async (t) => {
  const lines = mapFiles().flatMap((file) => checkMap(file, readFileSync(new URL(`../pages/${file}`, import.meta.url), "utf8")).lines);
  const chrome = await browser();
  t.after(() => chrome.close());
  const page = await open(chrome, fixture("linkedin-feed"));
  const broken = await page.evaluate((lines) => lines.flatMap(({ file, line, field, text }) => {
    const css = text.replace(/\s*=> .+$/, "").replace(/\s*!$/, "").replace(/\s*\{.+\}$/, "").replace(/\s*@[\w-]+$/, "").replace(/^\^/, "");
    try {
      for (const part of css.split(" >>> ")) if (part && part !== ".") document.querySelector(part);
      return [];
    } catch {
      return [`${file}:${line}: ${field}: ${text}`];
    }
  }), lines);
  assert.deepEqual(broken, []);
  assert.ok(lines.length > 200);
});

test("a broken map is told with its file, its line and its field", () => {
  const good = readFileSync(new URL("../pages/linkedin.json", import.meta.url), "utf8");
  assert.deepEqual(checkMap("linkedin.json", good).wrong, []);
  const line = (/** @type {string} */ part) => good.split("\n").findIndex((l) => l.includes(part)) + 1;
  const cases = /** @type {[string, string, string, string, string][]} */ ([
    ["a comma", '"read": "once",', '"read": "once"', '"read": "once"', "a comma or a } is missing"],
    ["a backslash", '@href => /in/([^/?#]+)/overlay/contact-info"]', '@href => /in/([^\\/?#]+)/\\d"]', '"slug": ["a[href', "a backslash too few"],
    ["a bracket", '".dist-value"', '".dist-value["', ".dist-value", "fields.degree, entry 1"],
    ["a quotation mark", '".distance-badge"', '"[a=\'x]"', ".distance-badge", "a quotation mark is not closed"],
    ["a pattern without a group", "=> ^mailto:([^?]+)", "=> ^mailto:[^?]+", "=> ^mailto:", "has no (group) to take"],
    ["a field's name", '"needs": ["name", "lines"]', '"needs": ["name", "line"]', '"lines"', 'needs "line"'],
    ["a key", '"headline": [".msg-entity', '"headline": [], "x": [".msg-entity', ".msg-entity-lockup__entity-info", "at least one entry"],
    ["a shared list", '"contacts": "contacts"', '"contacts": "contact"', '"contacts": "contacts"', 'no "contact" under "shared"'],
    ["an expectation", '"member": 0', '"member": 3', '"member": 0', "from 0 to 0"],
    ["a visible word", '".distance-badge"', '"[aria-label=\'Contact info\']"', ".distance-badge", "a visible word"],
  ]);
  for (const [about, part, other, where, want] of cases) {
    const text = good.replace(part, () => other);
    assert.notEqual(text, good, about);
    const [first, ...more] = checkMap("linkedin.json", text).wrong;
    assert.deepEqual(more, [], about);
    assert.ok(first?.startsWith(`linkedin.json:${line(where)}: `) && first.includes(want), `${about}: ${first}`);
  }
});

test("so is one of where a mail is written", () => {
  const good = readFileSync(new URL("../pages/gmail.json", import.meta.url), "utf8");
  for (const [part, other, want] of [
    [`"kept": [`, `"keep": [`, 'needs "kept"'],
    [`"body": ["div[contenteditable='true'][role='textbox'][g_editable='true']", "div[contenteditable='true'][g_editable='true']"],`, `"body": [],`, "writing.body: wants a list"],
    [`"subject": ["input[name='subjectbox']",`, `"subject": ["input[name='subjectbox'] @value",`, "finds elements"],
    [`"[data-smartmail='gmail_signature']", "[class*='gmail_quote']"`, `"[data-smartmail='gmail_signature", "[class*='gmail_quote']"`, "a quotation mark is not closed"],
  ]) {
    const text = good.replace(part, () => other);
    assert.notEqual(text, good);
    assert.ok(checkMap("gmail.json", text).wrong.some((w) => w.includes(want)), `${want}: ${checkMap("gmail.json", text).wrong}`);
  }
});

test("the reader and its maps stay small", () => {
  assert.ok(Buffer.byteLength(scripts) <= 30_000, `${Buffer.byteLength(scripts)} bytes`);
});
