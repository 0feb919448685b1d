import { start } from "./extension.mjs";
const root = "/work/w/pipeline/testdata/pipeline/";
const browser = await start();
try {
const page = await browser.context.newPage();
page.on("pageerror", (e) => console.log("PAGEERROR", e));
page.on("console", (m) => console.log("CONSOLE", m.type(), m.text()));
await page.setViewportSize({ width: 1280, height: 900 });
await page.goto(`chrome-extension://${browser.id}/pipeline.html`);
await page.locator("#start").waitFor();
await page.screenshot({ path: "/tmp/pl/1-start.png" });
await page.setInputFiles("#choose", [root + "pipedrive/deals.csv", root + "pipedrive/activities.csv"]);
await page.locator("#files").waitFor();
await page.locator("#files details summary").first().click();
await page.screenshot({ path: "/tmp/pl/2-files.png", fullPage: true });
await page.getByRole("button", { name: "Judge them" }).click();
await page.locator("#list").waitFor();
await page.waitForTimeout(800);
await page.screenshot({ path: "/tmp/pl/3-list.png", fullPage: true });
await page.setViewportSize({ width: 320, height: 800 });
await page.waitForTimeout(300);
await page.screenshot({ path: "/tmp/pl/4-narrow.png", fullPage: true });
} finally { await browser.close(); }
