// @ts-check
// Puts an extension together: node tools/build.mjs OUT [--firefox] [--granted]
//
// OUT gets the extension's files, the page maps as pages.js, the reader's parts
// as content.js, the writer's as writing.js (join.mjs), the words of drafts and the phrases of the tone
// check, two npm packages, and from the build folder (BUILD) the
// four Go programs, and the Go toolchain's own wasm_exec.js and time zones.
//
// --granted makes the test variant, in which the two optional sites are granted: no
// automation can accept a browser's permission prompt. Beside its programs lies
// cases.wasm, the brain that reads cases too, for tests and tools.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentScript, pagesScript, writingScript } from "./join.mjs";
import { manifestOf } from "./manifest.mjs";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [out, ...flags] = process.argv.slice(2);
const build = process.env.BUILD ?? join(here, "../build");
if (!out) throw new Error("usage: node tools/build.mjs OUT [--firefox] [--granted]");

const joined = ["content.js", "writing.js"]; // of several files each, below
const files = readdirSync(here).filter((name) => /\.(js|html|css)$/.test(name) && !joined.includes(name));
const programs = ["brain.wasm", "panel.wasm", "pipeline.wasm", "team.wasm", "wasm_exec.js", "zones", "playbooks.json"];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of ["icons", "_locales", ...files]) cpSync(join(here, name), join(out, name), { recursive: true });
for (const name of programs) cpSync(join(build, name), join(out, name), { recursive: true });
if (flags.includes("--granted")) cpSync(join(build, "cases.wasm"), join(out, "cases.wasm"));
copyLanguages("words", /^[a-z]{2}\.json$/);
copyLanguages("tone", /^[a-z]{2}\.txt$/);
cpSync(join(here, "node_modules/idb/build/index.js"), join(out, "idb.js"));
for (const name of ["index.js", "decode.js"]) cpSync(join(here, "node_modules/qr", name), join(out, "qrcode", name));

writeFileSync(join(out, "pages.js"), pagesScript);
writeFileSync(join(out, "content.js"), contentScript);
writeFileSync(join(out, "writing.js"), writingScript);

const manifest = manifestOf(flags.includes("--firefox") ? "firefox" : "chrome", { granted: flags.includes("--granted") });
for (const name of namedFiles(manifest)) {
  if (!existsSync(join(out, name))) throw new Error(`manifest.json names ${name}, and there is no such file`);
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");

/** Copies what a package of core has beside it, a file a language. @param {string} name @param {RegExp} files */
function copyLanguages(name, files) {
  const from = join(here, "../core", name);
  for (const file of readdirSync(from).filter((n) => files.test(n))) cpSync(join(from, file), join(out, name, file));
}

/** @param {any} m */
function namedFiles(m) {
  const background = m.background.scripts ?? [m.background.service_worker];
  const panel = m.side_panel?.default_path ?? m.sidebar_action.default_panel;
  return [...background, panel, m.options_ui.page, ...Object.values(m.icons), ...Object.values(m.action.default_icon)];
}
