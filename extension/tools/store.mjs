// @ts-check
// What is handed to the stores, in dist/stores: a zip for Chrome, one for
// Firefox, one with the source for Mozilla's reviewers, and the words of the
// store pages. store/README.md says where each goes.
//
//   node extension/tools/store.mjs

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { languages, listing, manifestSummary } from "./store-listing.mjs";
import { filesOf, pack, sha256, sourceOf } from "./store-pack.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const out = join(root, "dist/stores");
const { version } = JSON.parse(readFileSync(join(root, "extension/manifest.json"), "utf8"));

mkdirSync(out, { recursive: true });
for (const [name, files] of /** @type {const} */ ([
  ["chrome", filesOf(join(root, "dist/chrome"))], ["firefox", filesOf(join(root, "dist/firefox"))], ["source", sourceOf(root)],
])) {
  const zip = pack(files);
  const file = `clean-break-${version}-${name}.zip`;
  writeFileSync(join(out, file), zip);
  console.log(`${sha256(zip)}  ${file}  ${Object.keys(files).length} files, ${(zip.length / 1e6).toFixed(1)} MB`);
}
for (const lang of languages) {
  const { name, summary, description } = listing(lang);
  writeFileSync(join(out, `listing-${lang}.txt`), `${name}\n\nChrome's summary: ${manifestSummary(lang)}\nFirefox's summary: ${summary}\n\n${description.trim()}\n`);
}
