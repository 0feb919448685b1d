// @ts-check
// Draws every sample State in light and dark, at 320 and 480 px, into
// dist/screens, so that a person can look at them:
//
//   node extension/tools/screens.mjs [part of a state's name]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStage } from "../tests/panel-stage.mjs";
import { states } from "../tests/states.mjs";

const out = fileURLToPath(new URL("../../dist/screens/", import.meta.url));
const wanted = process.argv[2] ?? "";
mkdirSync(out, { recursive: true });

const stage = await openStage();
/** @param {import("playwright-core").Page} page @param {string} name */
const shoot = (page, name) => page.screenshot({ path: join(out, `${name}.png`), fullPage: true });

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 480]) {
    const look = { colorScheme, viewport: { width, height: 640 } };
    for (const [name, state] of Object.entries(states)) {
      if (!name.includes(wanted)) continue;
      const page = await stage.panel(state, look);
      const file = `${name.replaceAll(/[^a-z]+/g, "-")}-${colorScheme}-${width}`;
      await page.waitForTimeout(name === "reading" ? 600 : 0);
      await shoot(page, file);
      if (state.tracked && !name.startsWith("many")) {
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
        await page.waitForFunction(() => [...document.querySelectorAll("details")].every((d) => d.querySelector(".fold-body")?.firstElementChild));
        await shoot(page, `${file}-open`);
      }
      await page.context().close();
    }
    if ("welcome".includes(wanted)) {
      const page = await stage.panel(null, { ...look, viewport: { width: width * 2, height: 900 }, path: "/welcome.html" });
      await shoot(page, `welcome-${colorScheme}-${width * 2}`);
      await page.context().close();
    }
  }
}
await stage.close();
