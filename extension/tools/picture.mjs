// @ts-check
// The README's picture: two verdicts of the real extension, side by side.

import { mkdirSync } from "node:fs";
import { open, openPanel, saved, start, tabOf } from "../tests/extension.mjs";

const browser = await start();
/** @type {string[]} */
const shots = [];
for (const name of ["linkedin-messaging", "gmail-thread-en"]) {
  const page = await open(browser, saved(name));
  const panel = await openPanel(browser, await tabOf(browser, page.url()), { width: 380, height: 780 });
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await panel.locator("section.steps").waitFor();
  await panel.addStyleTag({ content: "::-webkit-scrollbar { display: none }" }).catch(() => {}); // the panel's own policy may forbid it
  shots.push((await panel.screenshot()).toString("base64"));
}
const sheet = await browser.context.newPage();
await sheet.setViewportSize({ width: 860, height: 860 });
await sheet.setContent(`<body style="margin:0;display:flex;gap:28px;justify-content:center;align-items:center;height:860px;background:#dfe5ea">
  ${shots.map((s) => `<img src="data:image/png;base64,${s}" style="width:380px;border-radius:14px;box-shadow:0 8px 28px #0003">`).join("")}`);
mkdirSync("extension/pictures", { recursive: true });
await sheet.screenshot({ path: "extension/pictures/panel.png" });
await browser.close();
