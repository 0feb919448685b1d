// @ts-check
// Draws every sample State in light and dark, at 320 and 480 px, closed and
// open, and some that are being worked on, into dist/screens, so that a person
// can look at them:
//
//   node extension/tools/screens.mjs [part of a name]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openAll, openStage } from "../tests/panel-stage.mjs";
import { answering, steps } from "../tests/settings-states.mjs";
import { states } from "../tests/states.mjs";

const out = fileURLToPath(new URL("../../dist/screens/", import.meta.url));
const wanted = process.argv[2] ?? "";
mkdirSync(out, { recursive: true });

/** @typedef {import("playwright-core").Page} Page */
/** @param {Page} page @param {string} fold */
const unfold = (page, fold) => page.locator(`details[data-fold="${fold}"] > summary`).click();
/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

/** What a rep sees in the middle of something. @type {Record<string, [string, (page: Page) => Promise<unknown>]>} */
const scenes = {
  "doing edited": ["last-try", async (page) => {
    await page.getByLabel("Message").fill("Hi Kim,\n\nI am just checking in. After all the time I put into this I am disappointed.\n\nAnna");
  }],
  "doing hook": ["keep, hooks", async (page) => press(page, "I saw that we both studied in Aarhus. From: profile, education")],
  "doing timer": ["break-up chase", async (page) => {
    await page.getByRole("button", { name: "Read it aloud: start the timer" }).click();
    await page.waitForTimeout(4200);
  }],
  "doing disagree": ["keep", async (page) => { await press(page, "Disagree?"); await press(page, "Break up"); }],
  "doing pause instead": ["last-try", async (page) => { await press(page, "Disagree?"); await press(page, "Pause until"); await press(page, "Decide so"); }],
  "doing tire-kicker asked": ["break-up tire-kicker", async (page) => press(page, "Break up")],
  "doing lift asked": ["stop", async (page) => press(page, "Lift the stop…")],
  "doing budget told": ["told, and a deal", async (page) => { await unfold(page, "tell"); await press(page, "Budget"); }],
  "doing outcome told": ["told, and a deal", async (page) => { await unfold(page, "tell"); await press(page, "How a meeting went"); }],
  "doing promise told": ["told, and a deal", async (page) => { await unfold(page, "tell"); await press(page, "I promised"); }],
  "doing country told": ["keep", async (page) => { await unfold(page, "tell"); await press(page, "Country"); await page.getByLabel("Which country").fill("de"); }],
  "doing value wrong": ["keep", async (page) => { await unfold(page, "tell"); await press(page, "Value"); await page.getByLabel("What is the deal worth?").fill("a lot"); await page.keyboard.press("Enter"); }],
  "doing noted": ["break-up", async (page) => {
    const { "pause let-go": after } = states;
    const decided = { ...after.entries[0], id: "new" };
    await page.evaluate((s) => { /** @type {any} */ (globalThis).stage.answer = () => s; }, JSON.stringify({ ...after, entries: [decided, ...states["break-up"].entries] }));
    await press(page, "Let go");
    await page.locator(".noted").waitFor();
  }],
  "doing all in a language from right to left": ["told, and a deal", async (page) => {
    await page.evaluate(() => { document.documentElement.dir = "rtl"; });
    await openAll(page);
  }],
  "doing checklist from right to left": ["break-up checklist", (page) => page.evaluate(() => { document.documentElement.dir = "rtl"; })],
  "people reply pasted": ["keep, by hand", async (page) => { await unfold(page, "reply"); await page.getByLabel("Their words").fill("Thanks, but we have just signed with somebody else for two years."); }],
  "people nobody named": ["elsewhere", async (page) => { await unfold(page, "name"); await press(page, "Show them"); await page.getByRole("alert").waitFor(); }],
  "people named where a page cannot be read": ["unreadable", async (page) => { await unfold(page, "name"); }],
  "people linked": ["keep, another address", async (page) => { await unfold(page, "linked"); }],
  "people touch logged later": ["keep, by hand", async (page) => { await unfold(page, "log"); }],
  "writing quick log": ["writing, to mend", async (page) => { await page.keyboard.press("l"); }],
  "writing keys": ["writing, to mend", async (page) => { await page.keyboard.press("?"); }],
  "writing put": ["writing, to mend", async (page) => {
    await page.evaluate(() => { /** @type {any} */ (globalThis).stage.answer = () => ({ put: true, above: true, subject: true }); });
    await page.keyboard.press("i");
    await page.getByText("It stands in the mail").first().waitFor();
  }],
  "doing stop tracking": ["keep", async (page) => press(page, "Stop tracking")],
};

const stage = await openStage();
/** @param {Page} page @param {string} name */
const shoot = (page, name) => page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
/** Everything of the settings page that opens by a press. @param {Page} page */
async function settle(page) {
  await page.getByRole("button", { name: "Make an invitation" }).click();
  await page.locator("#qr path").waitFor();
  await page.getByRole("button", { name: "Make a recovery key" }).click();
  await page.locator("#ask [value=yes]").click();
  await page.locator("#recovery-key").waitFor();
}
/** @param {string} name */
const fileOf = (name) => name.replaceAll(/[^a-z]+/g, "-");

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 480]) {
    const look = { colorScheme, viewport: { width, height: 640 } };
    for (const [name, state] of Object.entries(states)) {
      if (!name.includes(wanted)) continue;
      const page = await stage.panel(state, look);
      const file = `${fileOf(name)}-${colorScheme}-${width}`;
      await page.waitForTimeout(name === "reading" ? 600 : 0);
      await shoot(page, file);
      if (state.tracked && !name.startsWith("many")) {
        await openAll(page);
        await shoot(page, `${file}-open`);
      }
      await page.context().close();
    }
    for (const [name, [state, act]] of Object.entries(scenes)) {
      if (!name.includes(wanted)) continue;
      const page = await stage.panel(states[state], look);
      await act(page);
      await shoot(page, `${fileOf(name)}-${colorScheme}-${width}`);
      await page.context().close();
    }
    for (const [name, step] of Object.entries(steps)) {
      if (!`settings ${name}`.includes(wanted)) continue;
      const page = await stage.panel(null, { ...look, path: "/settings.html" });
      await answering(page, step);
      if (name === "in step") await settle(page);
      await shoot(page, `settings-${fileOf(name)}-${colorScheme}-${width}`);
      const panel = await stage.panel(states.keep, look);
      await answering(panel, step);
      await shoot(panel, `step-${fileOf(name)}-${colorScheme}-${width}`);
      await Promise.all([page.context().close(), panel.context().close()]);
    }
    if ("welcome".includes(wanted)) {
      const page = await stage.panel(null, { ...look, viewport: { width: width * 2, height: 900 }, path: "/welcome.html" });
      await shoot(page, `welcome-${colorScheme}-${width * 2}`);
      await page.context().close();
    }
  }
}
await stage.close();
