// @ts-check
// The README's pictures, light and dark: the real extension in real Chromium on
// saved pages. A draft with its verdict, the reasons of another one, and Today.
//
//   make dist/chrome-test && node extension/tools/picture.mjs

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { open, openPanel, saved, start, tabOf } from "../tests/extension.mjs";
import { unfold } from "../tests/panel-stage.mjs";

/** @typedef {import("playwright-core").Page} Page */
const out = fileURLToPath(new URL("../pictures/", import.meta.url));
const size = { width: 380, height: 690 };
const tracked = ["linkedin-messaging", "gmail-thread-de", "gmail-thread-en"];

mkdirSync(out, { recursive: true });
for (const dark of [false, true]) {
  const browser = await start({ dark });
  /** Without scroll bars. @param {Page} page */
  const bare = async (page) => void (await (await browser.context.newCDPSession(page)).send("Emulation.setScrollbarsHidden", { hidden: true }));
  /** Who is looked at now. @param {string} name */
  const beside = async (name) => {
    const page = await open(browser, saved(name));
    const panel = await openPanel(browser, await tabOf(browser, page.url()), size);
    await bare(panel);
    await panel.locator("[data-do=track], section.steps").first().waitFor();
    return panel;
  };

  for (const name of tracked) {
    const panel = await beside(name);
    await panel.locator("[data-do=track]").click();
    await panel.locator("section.steps").waitFor();
    await panel.close();
  }
  const verdict = await beside("gmail-thread-en");
  await unfold(verdict, "later");
  const reasons = await beside("linkedin-messaging");
  await unfold(reasons, "reasons");
  await reasons.locator("details[data-fold=reasons]").evaluate((fold) => scrollTo(0, fold.getBoundingClientRect().bottom + scrollY - innerHeight + 12));
  const today = await browser.context.newPage();
  await today.setViewportSize(size);
  await bare(today);
  await today.goto(`chrome-extension://${browser.id}/today.html`);
  await today.locator(".today-row").nth(2).waitFor();

  const shots = (await Promise.all([verdict, reasons, today].map((page) => page.screenshot()))).map((s) => `<img src="data:image/png;base64,${s.toString("base64")}">`);
  const sheet = await browser.context.newPage();
  await sheet.setViewportSize({ width: 1240, height: 738 });
  await sheet.setContent(`<body>${shots.join("")}<style>
    body { margin: 0; display: flex; gap: 24px; justify-content: center; align-items: center; block-size: 738px; background: ${dark ? "#0d1117" : "#dfe8ea"} }
    img { inline-size: 380px; border-radius: 14px; box-shadow: 0 8px 28px #0003 }
  </style>`);
  await sheet.screenshot({ path: `${out}panel${dark ? "-dark" : ""}.png` });
  await browser.close();
}
