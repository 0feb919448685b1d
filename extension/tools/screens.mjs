// @ts-check
// Draws every view in every state into dist/screens, for a person to look at: the
// sample States of the tests, closed and open, and what is being worked on; in
// light and dark, at 320 and 480 px, the pipeline at 1280 too, and in each other
// language, of which the wider ones are drawn of a few. Open dist/screens/index.html to look through them.
//
//   node extension/tools/screens.mjs [part of a scene's name [part of a look's]]
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { languages } from "../languages.js";
import { openAll, openStage, tell, told } from "../tests/panel-stage.mjs";
import { states } from "../tests/states.mjs";
import { scenes } from "./scenes.mjs";
import { spoken } from "./spoken.mjs";

/** @typedef {import("./scenes.mjs").Look & {name: string, only?: RegExp}} Look only: for these scenes alone */

const out = fileURLToPath(new URL("../../dist/screens/", import.meta.url));
const [wanted = "", wantedLook = ""] = process.argv.slice(2);

/** The scenes that are drawn in the dark and wider in other languages too, for all others. */
const few = /^(keep|last-try|break-up checklist|writing, to mend|today full|settings alone|welcome begin), open$|^(today full|settings alone|welcome begin)$/;

/** The page that is used in a wide window. */
const wide = /^pipeline/;

/** Nothing moves in a picture. */
const still = { reducedMotion: /** @type {const} */ ("reduce") };

/** @type {Look[]} */
const looks = [];
for (const width of [320, 480]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) looks.push({ name: `${colorScheme}-${width}`, colorScheme, ...still, viewport: { width, height: 640 } });
}
for (const colorScheme of /** @type {const} */ (["light", "dark"])) looks.push({ name: `${colorScheme}-1280`, only: wide, colorScheme, ...still, viewport: { width: 1280, height: 800 } });
for (const language of Object.keys(languages).filter((l) => l !== "en")) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    looks.push({ name: `${language}-${colorScheme}`, only: colorScheme === "dark" ? few : undefined, colorScheme, ...still, language, viewport: { width: 320, height: 640 } });
  }
  looks.push({ name: `${language}-480`, only: few, colorScheme: "light", ...still, language, viewport: { width: 480, height: 640 } });
  looks.push({ name: `${language}-1280`, only: wide, colorScheme: "light", ...still, language, viewport: { width: 1280, height: 800 } });
}

/** @param {string} scene @param {Look} look */
const fileOf = (scene, look) => `${scene.replaceAll(/[^a-z]+/g, "-")}-${look.name}.png`;

/** Every picture that is there, a row a scene. */
function index() {
  const names = [...Object.keys(states).flatMap((name) => [name, `${name}, open`]), ...Object.keys(scenes)];
  const rows = names.map((scene) => {
    const there = looks.filter((look) => existsSync(join(out, fileOf(scene, look))));
    const pictures = there.map((look) => `<a href="${fileOf(scene, look)}"><figure><img loading="lazy" src="${fileOf(scene, look)}" alt=""><figcaption>${look.name}</figcaption></figure></a>`);
    return there.length ? `<h2>${scene}</h2><div>${pictures.join("")}</div>` : "";
  });
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>
    body { font: 14px system-ui, sans-serif; margin: 1rem; background: #8a939d } h2 { font-size: 1rem; margin: 1.5rem 0 0.5rem }
    div { display: flex; gap: 0.75rem; overflow-x: auto; align-items: start } figure { margin: 0 } img { block-size: 26rem; object-fit: cover; object-position: top }
    a { color: inherit }
  </style>${rows.join("\n")}`;
}

mkdirSync(out, { recursive: true });
const stage = await openStage();
/** @param {string} name @param {Look} look */
const asked = (name, look) => name.includes(wanted) && (look.only?.test(name) ?? true);

/** The stage on which the samples are said in a language. @param {string} [language] @returns {typeof stage} */
function stageIn(language = "en") {
  const said = spoken(language);
  return { ...stage, panel: (first, options) => stage.panel(said(first), { ...options, answers: said(options?.answers) }) };
}

/** The States as they are, and with all that opens: one page shows them all. @param {Look} look */
async function drawStates(look) {
  const page = await stage.panel(states.elsewhere, look);
  const said = spoken(look.language ?? "en");
  for (const open of [false, true]) {
    for (const [name, state] of Object.entries(states)) {
      const scene = open ? `${name}, open` : name;
      if (!asked(scene, look) || (open && (!state.tracked || name === "many"))) continue;
      await tell(page, said(told(name, { url: `${state.url}#${scene}` }))); // what was opened for another is closed
      await page.locator(`[data-phase="${state.phase}"]`).waitFor();
      if (open) await openAll(page);
      if (name === "reading") await page.waitForTimeout(600); // its outline comes late
      await page.screenshot({ path: join(out, fileOf(scene, look)), fullPage: true });
    }
  }
  await page.context().close();
}

for (const look of looks.filter(({ name }) => name.includes(wantedLook))) {
  await drawStates(look);
  for (const [name, show] of Object.entries(scenes)) {
    if (!asked(name, look)) continue;
    try {
      const page = await show(stageIn(look.language), look);
      await page.screenshot({ path: join(out, fileOf(name, look)), fullPage: true });
      await page.context().close();
    } catch (fault) {
      console.error(`${name}, ${look.name}: ${/** @type {Error} */ (fault).message}`);
      process.exitCode = 1;
    }
  }
}
await stage.close();
writeFileSync(join(out, "index.html"), index());
