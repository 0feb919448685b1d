// @ts-check
// The cases of testdata/cases, and what the native engine says about them.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "testdata/cases");

export const cases = () =>
  readdirSync(folder)
    .filter((f) => f.endsWith(".json"))
    .sort()
    .map((f) => ({ name: f.replace(".json", ""), text: readFileSync(join(folder, f), "utf8") }));

/** The assessment of each case, by name. @returns {Record<string, unknown>} */
export function nativeVerdicts() {
  const all = cases();
  const input = `[${all.map((c) => c.text).join(",")}]`;
  const output = execFileSync("go", ["run", "./core/cmd/cleanbreak", "assess", "-"], { cwd: root, input, encoding: "utf8" });
  const assessments = JSON.parse(output);
  return Object.fromEntries(all.map((c, i) => [c.name, assessments[i]]));
}
