// @ts-check
// Puts an extension together: node tools/build.mjs OUT [--granted]
//
// OUT gets the extension's files, the page maps as pages.js, the reader's parts
// as content.js (join.mjs), the words of drafts, and from the build folder
// (BUILD) the two Go programs, and the Go toolchain's own wasm_exec.js and time
// zones.
//
// --granted makes the test variant, whose one difference is that the two
// optional sites are granted: no automation can accept a browser's permission
// prompt.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentScript, pagesScript } from "./join.mjs";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [out, flag] = process.argv.slice(2);
const build = process.env.BUILD ?? join(here, "../build");
if (!out) throw new Error("usage: node tools/build.mjs OUT [--granted]");

const folders = ["icons", "_locales"];
const scripts = ["background.js", "brain.js", "files.js", "kept.js", "panel.js", "sites.js", "store.js", "tabs.js", "welcome.js"];
const pages = ["panel.html", "panel.css", "welcome.html", "welcome.css"];
const programs = ["brain.wasm", "panel.wasm", "wasm_exec.js", "zones"];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of [...folders, ...scripts, ...pages]) cpSync(join(here, name), join(out, name), { recursive: true });
for (const name of programs) cpSync(join(build, name), join(out, name), { recursive: true });
const words = join(here, "../core/words");
for (const name of readdirSync(words).filter((n) => /^[a-z]{2}\.json$/.test(n))) cpSync(join(words, name), join(out, "words", name));
cpSync(join(here, "node_modules/idb/build/index.js"), join(out, "idb.js"));

writeFileSync(join(out, "pages.js"), pagesScript);
writeFileSync(join(out, "content.js"), contentScript);

const manifest = JSON.parse(readFileSync(join(here, "manifest.json"), "utf8"));
if (flag === "--granted") {
  manifest.host_permissions = manifest.optional_host_permissions;
  delete manifest.optional_host_permissions;
}
for (const name of namedFiles(manifest)) {
  if (!existsSync(join(out, name))) throw new Error(`manifest.json names ${name}, and there is no such file`);
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");

/** @param {any} m */
function namedFiles(m) {
  return [m.background.service_worker, m.side_panel.default_path, ...Object.values(m.icons), ...Object.values(m.action.default_icon)];
}
