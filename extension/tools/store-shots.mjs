// @ts-check
// The stores' screenshots, 1280 by 800: the real extension in real Chromium on
// saved pages, in each language of the listing, with its words beside. And Chrome's
// small promo tile, 440 by 280.
//
//   node extension/tools/store-shots.mjs [en de …]

import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { open, openPanel, saved, start, tabOf } from "../tests/extension.mjs";
import { languages, listing } from "./store-listing.mjs";

/** @typedef {import("playwright-core").Page} Page */
const out = fileURLToPath(new URL("../../dist/stores/", import.meta.url));
const icon = readFileSync(new URL("../icons/clean-break.svg", import.meta.url), "utf8");
const size = { width: 440, height: 736 };

/** @param {Page} panel @param {string} fold */
const unfold = async (panel, fold) => {
  await panel.locator(`details[data-fold=${fold}] > summary`).click();
  await panel.locator(`details[data-fold=${fold}] .fold-body > *`).first().waitFor();
};

/** The pictures in the listing's order: the saved page, and what the rep does in the panel. @type {[string, (panel: Page) => Promise<unknown>][]} */
const scenes = [
  ["linkedin-messaging", async () => {}],
  ["gmail-thread-en", (panel) => unfold(panel, "later")],
  ["gmail-thread-en", async (panel) => {
    await panel.locator("[data-do=disagree]").click();
    await panel.locator("[data-do=instead][data-id=break-up]").click();
    await panel.locator("form[data-id=disagree] button[type=submit]").click();
    await panel.locator("section.verdict[data-tone=pause]").waitFor();
  }],
  ["linkedin-messaging", async (panel) => {
    await unfold(panel, "reasons");
    await panel.evaluate(() => document.querySelector("details[data-fold=reasons]")?.scrollIntoView());
  }],
];

/** Who is tracked, for the list. */
const tracked = ["linkedin-messaging", "gmail-thread-en", "gmail-thread-de", "linkedin-profile-2026"];

mkdirSync(out, { recursive: true });
for (const lang of process.argv.length > 2 ? process.argv.slice(2) : languages) await shoot(lang);

/** @param {string} lang */
async function shoot(lang) {
  const { pictures } = listing(lang);
  const browser = await start();
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.id}/settings.html`);
  await settings.locator("#language").selectOption(lang);
  await settings.locator(`html[lang=${lang}]`).waitFor();
  await settings.waitForTimeout(500); // the background too
  await settings.close();

  for (const name of tracked) {
    await beside(name, async (panel) => {
      await panel.locator("[data-do=track]").click();
      await panel.locator("section.steps").waitFor();
    });
  }
  const today = await browser.context.newPage();
  await today.setViewportSize(size);
  await bare(today);
  await today.goto(`chrome-extension://${browser.id}/today.html`);
  await today.locator(".today-row").nth(2).waitFor();
  await sheet(scenes.length, await today.screenshot());
  for (const [i, [name, act]] of scenes.entries()) {
    await beside(name, async (panel) => {
      await panel.locator("section.steps").waitFor();
      await act(panel);
      await sheet(i, await panel.screenshot());
    });
  }
  await tile();
  await browser.close();

  /** Without scroll bars. @param {Page} page */
  async function bare(page) {
    await (await browser.context.newCDPSession(page)).send("Emulation.setScrollbarsHidden", { hidden: true });
  }

  /** Does something in the panel beside a saved page. @param {string} name @param {(panel: Page) => Promise<unknown>} work */
  async function beside(name, work) {
    const page = await open(browser, saved(name));
    const panel = await openPanel(browser, await tabOf(browser, page.url()), size);
    await bare(panel);
    await work(panel);
    await Promise.all([page.close(), panel.close()]);
  }

  /** The product and what it is for. */
  async function tile() {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 440, height: 280 });
    await page.setContent(`<html lang="${lang}"><body>${icon}<b>Clean Break</b><p></p>
      <style>
        body { margin: 0; block-size: 280px; display: grid; grid-template: 1fr auto auto 1fr / auto 1fr; align-items: center; gap: 0 18px; padding: 0 36px; background: #dfe8ea; color: #12343a; font: 600 22px/1.3 system-ui, "Noto Sans", sans-serif }
        svg { grid-row: 2; inline-size: 72px } b { grid-area: 2 / 2; font-size: 40px; letter-spacing: -0.01em }
        p { grid-area: 3 / 1 / 4 / 3; margin: 20px 0 0; text-wrap: balance }
      </style>`);
    await page.evaluate((words) => void (/** @type {HTMLElement} */ (document.querySelector("p")).textContent = words), pictures[2]); // letting go well
    await page.screenshot({ path: `${out}tile-${lang}.png` });
    await page.close();
  }

  /** Puts the words beside a picture. @param {number} at @param {Buffer} picture */
  async function sheet(at, picture) {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.setContent(`<html lang="${lang}"><body><div>${icon}<b>Clean Break</b></div><h1></h1><img src="data:image/png;base64,${picture.toString("base64")}">
      <style>
        body { margin: 0; block-size: 800px; display: grid; grid-template: 1fr auto auto 1fr / 1fr auto; column-gap: 72px; padding: 0 88px; background: #dfe8ea; color: #12343a; font: 600 20px system-ui, "Noto Sans", sans-serif }
        div { grid-area: 2 / 1; display: flex; gap: 16px; align-items: center } svg { inline-size: 56px }
        h1 { grid-area: 3 / 1; margin: 32px 0 0; font-size: 54px; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance }
        img { grid-area: 1 / 2 / 5 / 3; align-self: center; border-radius: 14px; box-shadow: 0 10px 36px #12343a40 }
      </style>`);
    await page.evaluate((words) => void (/** @type {HTMLElement} */ (document.querySelector("h1")).textContent = words), pictures[at]);
    await page.screenshot({ path: `${out}pictures-${lang}-${at + 1}.png` });
    await page.close();
  }
}
