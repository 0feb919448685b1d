// @ts-check
// Renders clean-break.svg to the sizes that browsers ask for:
//
//   node extension/icons/render.mjs
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const svg = readFileSync(new URL("clean-break.svg", import.meta.url), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: false,
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0;display:grid">${svg}`);
  await page.screenshot({ path: fileURLToPath(new URL(`icon-${size}.png`, import.meta.url)), omitBackground: true });
}
await browser.close();
