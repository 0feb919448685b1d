// @ts-check
// The cases of testdata/cases, and what the native engine says about them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "testdata/cases");

export const cases = () =>
  readdirSync(folder)
    .filter((f) => f.endsWith(".json"))
    .sort()
    .map((f) => ({ name: f.replace(".json", ""), text: readFileSync(join(folder, f), "utf8") }));

/** What the command says about each file, by name. @returns {Record<string, unknown>} */
export function nativeVerdicts() {
  const folder = mkdtempSync(join(tmpdir(), "cleanbreak-"));
  const command = join(folder, "cleanbreak");
  execFileSync("go", ["build", "-o", command, "./core/cmd/cleanbreak"], { cwd: root });
  const judged = (/** @type {string} */ text) => JSON.parse(execFileSync(command, ["assess", "-"], { input: text, encoding: "utf8" }));
  const all = Object.fromEntries(cases().map(({ name, text }) => [name, judged(text)]));
  rmSync(folder, { recursive: true });
  return all;
}
