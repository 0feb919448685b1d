// @ts-check
// Every view for everybody: WCAG 2.2 AA by axe-core in every state, light and
// dark, at 320 px, which is also 640 px at 200 %, from left to right and from
// right to left; by keyboard; without motion where none is wanted.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { scenes } from "../tools/scenes.mjs";
import { missed } from "./keyboard.mjs";
import { openAll, openStage, tell, told } from "./panel-stage.mjs";
import * as pages from "./page-states.mjs";
import { answering, steps } from "./settings-states.mjs";
import { matches, number } from "./shown.mjs";
import { states } from "./states.mjs";

/** @typedef {import("./panel-stage.mjs").Panel} Panel */
/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage?.close());

/** @type {{viewport: {width: number, height: number}, reducedMotion: "reduce"}} colours that are on their way to others are neither */
const narrow = { viewport: { width: 320, height: 640 }, reducedMotion: "reduce" };

/** Opens a page that axe-core can look at. @param {unknown} state @param {string} path */
async function opened(state, path) {
  const page = await stage.panel(state, { ...narrow, path });
  await page.evaluate(axe.source);
  return page;
}

/** Opens the first page, once it knows what is allowed. */
async function welcome() {
  const page = await opened(null, "/welcome.html");
  await number(page.locator(".state", { hasText: "Not yet" }), 2);
  return page;
}

/** What axe-core finds, and what it could not decide. @param {Panel} page @param {object} [what] @returns {Promise<string[]>} */
const faults = (page, what = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }) =>
  page.evaluate(async (what) => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { ...what, resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ v) => v.nodes.map((/** @type {any} */ n) => `${v.id}: ${n.html.slice(0, 200)} ${n.any.map((/** @type {any} */ a) => a.message)}`));
  }, what);

/** Looks at what a page shows now. @param {Panel} page @param {string} name */
async function look(page, name) {
  await page.emulateMedia({ colorScheme: "light" });
  assert.deepEqual(await faults(page), [], name);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual(await faults(page, { runOnly: { type: "rule", values: ["color-contrast"] } }), [], `${name}, dark`);
  for (const dir of ["rtl", "ltr"]) {
    const wider = await page.evaluate((dir) => {
      document.documentElement.dir = dir;
      return document.documentElement.scrollWidth - innerWidth;
    }, dir);
    assert.equal(wider, 0, `${name}, ${dir}: wider than the page`);
  }
}

test("axe-core finds what is wrong", async () => {
  const page = await opened(states.keep, "/panel.html");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
  assert.match((await faults(page)).join(), /button-name/);
  await page.context().close();
});

describe("the panel", () => {
  /** @type {Panel} */
  let page;
  before(async () => void (page = await opened(states.elsewhere, "/panel.html")));
  after(() => page.context().close());

  // 2,000 entries are drawn as a few lines, and then as "keep" is.
  for (const name of Object.keys(states).filter((n) => n !== "many")) {
    test(name, async () => {
      await tell(page, told(name));
      await page.locator(`[data-phase="${states[name].phase}"]`).waitFor();
      await openAll(page);
      await look(page, name);
    });
  }
});

/** Opens Today with somebody in every section. */
async function today() {
  const page = await stage.panel(states["last-try"], { ...narrow, path: "/today.html", answers: pages.today.full });
  await page.evaluate(axe.source);
  await page.locator(".today-row").first().waitFor();
  return page;
}

// All that the pictures show beside: pages, and what was pressed on them. The page
// Pipeline has a test of its own; from right to left is looked at in each.
describe("what is done, in Today, the settings and on the first page", () => {
  for (const [name, scene] of Object.entries(scenes)) {
    if (/^pipeline |from right to left/.test(name)) continue;
    test(name, async () => {
      const page = await scene(stage, { ...narrow, colorScheme: "light" });
      await page.evaluate(axe.source);
      await look(page, name);
      await page.context().close();
    });
  }
});

describe("by keyboard", () => {
  for (const name of ["untracked", "several", "last-try", "told, and a deal", "break-up checklist", "keep, another address", "elsewhere", "no-access gmail", "clash"]) {
    test(`every control of the panel is reached and shows it: ${name}`, async () => {
      const page = await stage.panel(states[name], narrow);
      await openAll(page);
      assert.deepEqual(await missed(page), []);
      await page.context().close();
    });
  }
  test("every control of Today, of the settings and of the first page", async () => {
    const list = await today();
    const settings = await stage.panel(null, { ...narrow, path: "/settings.html" });
    await answering(settings, steps["in step"]);
    for (const page of [list, settings, await welcome()]) {
      assert.deepEqual(await missed(page), [], page.url());
      await page.context().close();
    }
  });
  for (const name of ["today open", "settings editor", "settings editor numbers", "settings editor weights", "settings editor words", "welcome try", "welcome begin offered"]) {
    test(`every control of what was opened: ${name}`, async () => {
      const page = await scenes[name](stage, { ...narrow, colorScheme: "light" });
      assert.deepEqual(await missed(page), []);
      await page.context().close();
    });
  }
});

test("a changed verdict is said aloud, once, and the same one is not", async () => {
  const page = await stage.panel(states.keep);
  await page.evaluate(() => {
    const all = /** @type {any} */ (globalThis);
    all.aloud = [];
    const region = /** @type {HTMLElement} */ (document.querySelector("#say[aria-live=polite]"));
    new MutationObserver(() => region.textContent && all.aloud.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const aloud = () => page.evaluate(() => /** @type {any} */ (globalThis).aloud);
  await tell(page, told("keep", { now: "2026-11-22T09:01:00Z" }));
  await tell(page, told("last-try"));
  await page.locator("section.verdict[data-tone=last-try]").waitFor();
  await tell(page, told("last-try", { now: "2026-11-22T09:01:00Z" }));
  await tell(page, told("stop"));
  await matches(async () => (await aloud()).at(-1) ?? "", /Stop: do not contact them/);
  const said = await aloud();
  assert.equal(said.length, 2, said.join(" | "));
  assert.match(said[0], /last try/i);
  await page.context().close();
});

test("nothing moves where no motion is wanted", async () => {
  const page = await stage.panel(states["break-up chase"], { reducedMotion: "reduce" });
  await openAll(page);
  for (const [name, path] of [["panel", ""], ["settings", "/settings.html"], ["welcome", "/welcome.html"]]) {
    if (path) await page.goto(stage.origin + path);
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => {
      const s = getComputedStyle(e);
      return s.animationName !== "none" || s.transitionDuration.split(",").some((d) => parseFloat(d) > 0);
    }).map((e) => e.outerHTML.slice(0, 100)));
    assert.deepEqual(moving, [], name);
  }
  await page.context().close();
});

test("from right to left the panel is mirrored", async () => {
  const page = await stage.panel(states.keep, narrow);
  const sides = () => page.evaluate(() => [...document.querySelectorAll("section.verdict .icon, summary > .icon, details, .button")].filter((e) => e.checkVisibility()).map((e) => {
    const { left, right } = e.getBoundingClientRect();
    return document.documentElement.dir === "rtl" ? innerWidth - right : left;
  }));
  const before = await sides();
  await page.evaluate(() => void (document.documentElement.dir = "rtl"));
  const mirrored = await sides();
  assert.ok(before.length > 3);
  before.forEach((side, i) => assert.ok(Math.abs(side - mirrored[i]) < 2, `${i}: ${side} and ${mirrored[i]}`));
  await page.context().close();
});
