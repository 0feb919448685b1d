// @ts-check
// What the panel draws, in a real browser with a stand-in for the extension API: every
// state, and that it can be read, reached and pressed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { focused, openAll, openStage, says, showing, tell, told, unfold, words } from "./panel-stage.mjs";
import { number } from "./shown.mjs";
import { states, tab } from "./states.mjs";

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => { stage = await openStage(); });
after(() => stage?.close());

/** @param {string} name @param {(page: import("./panel-stage.mjs").Panel) => Promise<void>} check @param {object} [options] */
const shows = (name, check, options) => showing(() => stage, name, check, options);

for (const name of Object.keys(states)) {
  test(`draws: ${name}`, shows(name, async (page) => {
    await openAll(page);
    const shown = await words(page);
    assert.ok(shown.trim().length > 10, shown);
    assert.doesNotMatch(shown, /\{\}|undefined|null|NaN|%!/);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).hacked), undefined, "a script ran from what others wrote");
    assert.equal(await page.locator("#root img, #root script").count(), 0);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the panel");
  }, { viewport: { width: 320, height: 640 } }));
}

for (const name of ["last-try", "long", "several", "untracked profile"]) {
  test(`fits at 200 % zoom: ${name}`, shows(name, async (page) => {
    await openAll(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }, { viewport: { width: 200, height: 400 } })); // what is left of 400 px
}

test("each verdict has its own headline and its own picture", async () => {
  const seen = new Map();
  for (const name of ["your-turn", "invest", "keep", "last-try", "break-up", "pause", "stop", "hand-off"]) {
    await shows(name, async (page) => {
      const headline = await page.locator(".verdict h2").innerText();
      const picture = await page.locator(".verdict-icon path").evaluateAll((all) => all.map((p) => p.getAttribute("d")).join());
      assert.ok(!seen.has(headline) && ![...seen.values()].includes(picture), headline);
      seen.set(headline, picture);
    })();
  }
});

test("a verdict shows its reason, dates, score and the parts that add up to it", shows("last-try", async (page) => {
  await openAll(page);
  const shown = await words(page);
  for (const expected of ["One last try", "8 touches over 15 working days without a reply", "34 of 100", "22 Feb 2027", "Rule: Clean Break, enough was tried", "15 Dec 2025"]) {
    assert.ok(shown.includes(expected), expected);
  }
  const points = await page.locator(".part-points").allInnerTexts();
  assert.equal(points.reduce((sum, p) => sum + Number(p.replace("−", "-")), 0), 34);
}));

test("a date is the viewer's own", async () => {
  const late = { ...states["tracked, not assessed"], entries: [{ ...states["tracked, not assessed"].entries[0], at: "2026-07-01T23:30:00Z" }] };
  for (const [timezoneId, day] of [["Europe/Berlin", "2 Jul"], ["America/New_York", "1 Jul"]]) {
    const page = await stage.panel(late, { timezoneId });
    await openAll(page);
    assert.ok((await words(page)).includes(day), timezoneId);
    await page.context().close();
  }
});

test("2,000 entries: the first lines are drawn, more on a press", shows("many", async (page) => {
  await unfold(page, "history");
  assert.equal(await page.locator(".events > li").count(), 30);
  await page.getByRole("button", { name: "Show more" }).click();
  await number(page.locator(".events > li"), 130);
  assert.ok((await words(page)).includes("1,333 touches and 667 replies"));
}));

test("painted carries the tab and address of what is on the screen", shows("keep", async (page) => {
  await tell(page, told("stop", { url: "https://mail.google.com/mail/u/0/#inbox/next" }));
  await page.waitForFunction(() => /** @type {PerformanceMark} */ (performance.getEntriesByName("painted")[0])?.detail.url.endsWith("next"));
  assert.equal(await page.evaluate(() => performance.getEntriesByName("painted").length), 1);
  assert.equal(await page.evaluate(() => /** @type {PerformanceMark} */ (performance.getEntriesByName("painted")[0]).detail.tab), tab);
}));

/** The words on a page whose contrast is below WCAG AA. @param {import("playwright-core").Page} page */
const faint = (page) => page.evaluate(() => {
  const brush = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d", { willReadFrequently: true }));
  /** Paints colours over each other and reads the result. @param {string[]} layers */
  const mix = (layers) => {
    for (const layer of layers) { brush.fillStyle = layer; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (/** @type {number[]} */ rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const out = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
    if (!own || !e.checkVisibility() || e.closest(".unseen, option, .marks")) continue;
    const behind = [];
    for (let at = /** @type {Element | null} */ (e); at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const [a, b] = [light(mix(behind)), light(mix([...behind, getComputedStyle(e).color]))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) out.push(`${e.tagName}.${e.className} ${e.textContent} ${ratio.toFixed(2)}`);
  }
  return out;
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`every word can be read, ${colorScheme}`, async () => {
    for (const name of ["your-turn inbound", "invest", "keep, unsure", "keep, hooks", "findings", "last-try", "break-up checklist, one said", "pause satisfied",
      "stop, data to erase", "hand-off", "left out", "told, and a deal", "untracked", "several", "press", "no-access"]) {
      const page = await stage.panel(states[name], { colorScheme, reducedMotion: "reduce" });
      await openAll(page);
      assert.deepEqual(await faint(page), [], name);
      await page.context().close();
    }
    const page = await stage.panel(null, { path: "/welcome.html", colorScheme });
    assert.deepEqual(await faint(page), [], "welcome");
    await page.context().close();
  });
}

test("everything can be reached and pressed by keyboard", shows("told, and a deal", async (page) => {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => { const e = document.activeElement; return e === document.body ? "" : (e?.closest("[data-fold]")?.getAttribute("data-fold") ?? "-") + (e?.tagName === "SUMMARY" ? " summary" : ""); });
    if (at === "tell summary") break;
    assert.ok(i < 199, "Tell was never reached");
  }
  await page.keyboard.press("Enter");
  await page.locator(".tell").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("What came of the meeting?").waitFor();
  await focused(page, "It took place");
  await page.keyboard.press("Space");
  await says(page, [{ type: "meeting", disposition: "completed" }]);
}));

test("what can be pressed is large enough", async () => {
  for (const name of ["keep", "findings", "left out", "break-up checklist", "stop", "told, and a deal"]) {
    await shows(name, async (page) => {
      for (const fold of ["reasons", "tell", "history"]) await unfold(page, fold);
      const small = await page.evaluate(() => [...document.querySelectorAll("#root button, #root summary, #root a, #root select, #root input, #root textarea")]
        .filter((e) => e.checkVisibility()).map((e) => ({ e, box: e.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24).map(({ e, box }) => `${e.className} ${e.textContent} ${box.width}×${box.height}`));
      assert.deepEqual(small, [], name);
    })();
  }
});
