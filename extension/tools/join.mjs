// @ts-check
// The scripts that are injected: the page maps, content.js with the modules of
// reader/ in one function, because a content script can be no module, and
// writing.js with those of writer/, for Gmail while the panel is open.

import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { readMaps } from "../pages/check.mjs";

const text = (/** @type {string} */ path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

// Each part after those it imports.
const reading = ["address.js", "reader/map.js", "reader/text.js", "reader/select.js", "reader/parts.js"];
const parts = [...reading, "reader/identity.js", "reader/snapshot.js", "reader/json.js", "content.js"];
const writer = [...reading, "writer/boxes.js", "writer/put.js", "writing.js"];

export const maps = readMaps();

/** pages.js */
export const pagesScript = `var cleanBreakPages = [${maps.map((m) => JSON.stringify(m)).join(",\n")}];\n`;

/** content.js: without imports, exports and comments. */
export const contentScript = script(parts);

/** writing.js, in the same way. */
export const writingScript = script(writer);

/** A name that two of the modules have is a fault here, and not first in the browser. @param {string[]} paths */
function script(paths) {
  const source = `(() => {\n"use strict";\n${paths.map((path) => joined(text(path))).join("")}})();\n`;
  new Script(source, { filename: `the joined ${paths.at(-1)}` });
  return source;
}

/** @param {string} source */
function joined(source) {
  return source
    .replace(/^import .*\n/gm, "")
    .replace(/^export /gm, "")
    .replace(/^ *\/\/.*\n/gm, "")
    .replace(/ \/\/ .*$/gm, "")
    .replace(/^ *\/\*\*(?:(?!\*\/)[^])*\*\/\n/gm, "")
    .replace(/\n+/g, "\n");
}
