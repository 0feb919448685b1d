// @ts-check
// make run: the real extension in real Chromium, on the demo pages at their real
// addresses. It opens each page, tracks the prospect, and prints one line a page:
//
//   PAGE VERDICT score N touches N
//
// With a display the windows stay open until they are closed; without one it
// runs headless. Either way it writes pictures to dist/run.

import { mkdirSync } from "node:fs";
import { relative } from "node:path";
import { open, openPanel, saved, start, tabOf } from "../tests/extension.mjs";

const demo = ["linkedin-profile-2026", "linkedin-messaging", "gmail-thread-en", "gmail-thread-de"];
const pictures = "dist/run";
const window = !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && !process.env.CI;

mkdirSync(pictures, { recursive: true });
const browser = await start({ window });
for (const name of demo) await show(name);
if (window) {
  console.log("Close the browser to end.");
  await new Promise((resolve) => browser.context.on("close", resolve));
} else {
  await browser.close();
}

/** @param {string} name */
async function show(name) {
  const page = await open(browser, saved(name));
  const tab = await tabOf(browser, page.url());
  const panel = await openPanel(browser, tab);
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator("section.verdict[data-tone]").waitFor();
  await panel.locator("section.steps").waitFor();
  const state = JSON.parse(await panel.evaluate((tab) => chrome.runtime.sendMessage({ do: "look", tab }), tab));
  const touches = state.entries.filter((/** @type {{type: string}} */ e) => e.type === "touch").length;
  console.log(`${name} ${state.assessment.verdict} score ${state.assessment.score} touches ${touches}`);
  await panel.evaluate(() => document.fonts.ready);
  const picture = `${pictures}/${name}.png`;
  const height = await panel.evaluate(() => document.documentElement.scrollHeight);
  await panel.setViewportSize({ width: 400, height }); // without a scroll bar
  await panel.screenshot({ path: picture });
  console.log(`  ${relative(process.cwd(), picture)}`);
}
