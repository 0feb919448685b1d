// @ts-check
// Builds both extensions twice from the source zip, in two folders of their own
// and with nothing built before, and compares the zips with each other and with
// those of dist/stores:
//
//   make reproducible

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { filesOf, pack, sha256 } from "./store-pack.mjs";

const stores = fileURLToPath(new URL("../../dist/stores/", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../manifest.json", import.meta.url), "utf8"));
const zip = (/** @type {string} */ name) => readFileSync(join(stores, `clean-break-${version}-${name}.zip`));

/** Builds from the source zip in a new folder. @param {string} name @returns {Record<string, string>} the sums, by browser */
function built(name) {
  const folder = mkdtempSync(join(tmpdir(), `clean-break-${name}-`));
  try {
    for (const [path, bytes] of Object.entries(unzipSync(zip("source")))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes, { mode: /\.sh$|^\.ci\//.test(path) ? 0o755 : 0o644 });
    }
    const env = { ...process.env, GOCACHE: join(folder, "cache"), BUILD: undefined, MAKEFLAGS: undefined };
    execFileSync("make", ["dist/chrome", "dist/firefox"], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
    return Object.fromEntries(["chrome", "firefox"].map((b) => [b, sha256(pack(filesOf(join(folder, "dist", b))))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first, second] = [built("first"), built("second")];
for (const browser of ["chrome", "firefox"]) {
  const here = sha256(zip(browser));
  const same = first[browser] === second[browser] && second[browser] === here;
  console.log(`${browser}: ${same ? `the same bytes three times, ${here}` : `differs: ${first[browser]}, ${second[browser]}, here ${here}`}`);
  if (!same) process.exitCode = 1;
}
