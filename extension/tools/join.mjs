// @ts-check
// The script that is injected: the page maps, and content.js with the modules
// of reader/ in one function, because a content script can be no module.

import { readFileSync } from "node:fs";
import { readMaps } from "../pages/check.mjs";

const text = (/** @type {string} */ path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

// Each part after those it imports.
const parts = ["reader/map.js", "reader/text.js", "reader/select.js", "reader/parts.js", "reader/identity.js", "reader/snapshot.js", "content.js"];

export const maps = readMaps();

/** pages.js */
export const pagesScript = `var cleanBreakPages = [${maps.map((m) => JSON.stringify(m)).join(",\n")}];\n`;

/** content.js: without imports, exports, and comments that have lines of their own. */
export const contentScript = `(() => {\n"use strict";\n${parts.map((path) => joined(text(path))).join("")}})();\n`;

/** @param {string} source */
function joined(source) {
  return source
    .replace(/^import .*\n/gm, "")
    .replace(/^export /gm, "")
    .replace(/^ *\/\/.*\n/gm, "")
    .replace(/^ *\/\*\*(?:(?!\*\/)[^])*\*\/\n/gm, "")
    .replace(/\n+/g, "\n");
}
