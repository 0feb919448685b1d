// @ts-check
// Zips whose bytes depend on nothing but what is in them: names in order, one
// date for all, one packer whose version is pinned.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { zipSync } from "fflate";

/** @typedef {Record<string, Uint8Array>} Files by name, with / between folders */

const then = new Date(1980, 0, 1); // where a zip's time begins, in any zone

/** @param {Files} files */
export function pack(files) {
  const names = Object.keys(files).sort(); // by code unit, whatever the language
  return zipSync(Object.fromEntries(names.map((name) => [name, [files[name], { level: 9, mtime: then, os: 0, attrs: 0 }]])));
}

/** The files of a folder and of those within. @param {string} folder @returns {Files} */
export function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const paths = entries.map((e) => join(e.parentPath, e.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length).split(sep).filter(Boolean).join("/"), readFileSync(path)]));
}

/**
 * What a reviewer builds the extension from: every file that is kept under
 * version control, but for the saved pages and cases of the tests.
 * @param {string} root @returns {Files}
 */
export function sourceOf(root) {
  const names = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8", maxBuffer: 1e8 }).split("\0");
  return Object.fromEntries(names.filter((n) => n && !n.startsWith("testdata/")).map((name) => [name, readFileSync(join(root, name))]));
}

/** @param {Uint8Array} bytes */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
