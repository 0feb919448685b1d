// @ts-check
// What is handed to the stores: the same bytes from the same files, words within
// the stores' limits, and pages on privacy and permissions that leave nothing out.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { unzipSync } from "fflate";
import { readMaps } from "../pages/check.mjs";
import { manifestOf } from "../tools/manifest.mjs";
import { languages, limits, listing, manifestSummary } from "../tools/store-listing.mjs";
import { filesOf, pack, sha256, sourceOf } from "../tools/store-pack.mjs";
import { asShipped } from "./extension.mjs";

const text = (/** @type {string} */ path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const maps = readMaps();
const root = new URL("../../", import.meta.url).pathname;

describe("a zip", () => {
  test("has the same bytes whatever the dates and the order of the files", (t) => {
    const other = mkdtempSync(join(tmpdir(), "packed-"));
    t.after(() => rmSync(other, { recursive: true, force: true }));
    const small = join(asShipped, "icons");
    for (const name of readdirSync(small).reverse()) {
      cpSync(join(small, name), join(other, name));
      utimesSync(join(other, name), new Date(2001, 1, 1), new Date(2001, 1, 1));
    }
    const zip = pack(filesOf(small));
    assert.equal(sha256(pack(filesOf(other))), sha256(zip));
    const changed = filesOf(other);
    changed["icon-16.png"] = changed["icon-32.png"];
    assert.notEqual(sha256(pack(changed)), sha256(zip));
  });

  test("holds every file of its folder, and the source what it is built from", () => {
    const files = filesOf(asShipped);
    assert.ok(files["manifest.json"] && files["icons/icon-128.png"] && files["_locales/de/messages.json"]);
    const small = Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith(".wasm")));
    const unpacked = unzipSync(pack(small));
    assert.deepEqual(Object.keys(unpacked), Object.keys(small).sort());
    for (const [name, bytes] of Object.entries(unpacked)) assert.ok(Buffer.compare(bytes, small[name]) === 0, name);
    const source = Object.keys(sourceOf(root));
    for (const name of ["Makefile", "go.mod", "go.sum", "LICENSE", "extension/package-lock.json", "extension/store/reviewers.md", "wasm/panel/main.go"]) assert.ok(source.includes(name), name);
    assert.ok(!source.some((name) => /node_modules|^dist|^build|\.wasm$/.test(name)));
  });
});

describe("the listing", () => {
  const english = listing("en");
  test("is there in every language that the extension speaks", () => assert.deepEqual(languages, readdirSync(new URL("../_locales", import.meta.url)).sort()));
  for (const lang of languages) {
    test(`keeps the stores' limits: ${lang}`, () => {
      const all = listing(lang);
      for (const [part, most] of /** @type {const} */ ([["name", limits.name], ["summary", limits.summary], ["description", limits.description]])) {
        assert.ok(all[part].length > 5 && all[part].length <= most, `${part} has ${all[part].length} characters of ${most}`);
      }
      assert.ok(manifestSummary(lang).length <= limits.chromeSummary, manifestSummary(lang));
      assert.equal(all.pictures.length, english.pictures.length);
      for (const words of all.pictures) assert.ok(words.length <= limits.picture, words);
      const parts = (/** @type {string} */ words) => words.split("\n\n").length + words.split("\n•").length;
      assert.equal(parts(all.description), parts(english.description), "says as much as the English one");
    });
  }
});

describe("the pages for the stores", () => {
  test("give a reason for each permission of either manifest, and for no other", () => {
    const asked = new Set(["chrome", "firefox"].flatMap((b) => {
      const { permissions, optional_host_permissions: sites } = manifestOf(/** @type {import("../tools/manifest.mjs").BrowserName} */ (b));
      return [...permissions, ...sites];
    }));
    const section = text("store/README.md").split(/^## /m).find((s) => s.startsWith("Permissions")) ?? "";
    assert.deepEqual([...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name).sort(), [...asked].sort());
  });

  test("say of each part of the database what it keeps and how long", () => {
    const parts = [...new Set([...(text("database.js") + text("decisions.js")).matchAll(/createObjectStore\("(\w+)"/g)].map(([, name]) => name))];
    assert.ok(parts.length >= 6);
    const rows = [...text("store/privacy.md").matchAll(/^\| `(\w+)` \| .+ \| .+ \|$/gm)].map(([, name]) => name);
    assert.deepEqual(rows.sort(), parts.sort());
  });

  /** @param {Partial<ListMap>} part @returns {string[]} the names of its fields, and of those in its lists */
  const fieldsIn = ({ fields = {}, lists = {} }) => [...Object.keys(fields), ...Object.values(lists).flatMap((list) => (typeof list === "string" ? [] : fieldsIn(list)))];
  const names = (/** @type {string} */ words) => [...words.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);

  for (const [site, title] of [["gmail", "Gmail"], ["linkedin", "LinkedIn"]]) {
    test(`name every field that is read on ${title}, and no other`, () => {
      const map = /** @type {PageMap} */ (maps.find((m) => m.site === site));
      const read = [map.always, ...map.layouts, ...Object.values(map.shared ?? {})].flatMap(fieldsIn);
      const rows = [...text("store/privacy.md").matchAll(new RegExp(`^\\| ${title} \\| (\`.+?\`) \\| .+ \\|$`, "gm"))].flatMap(([, fields]) => names(fields));
      assert.deepEqual([...new Set(rows)].sort(), [...new Set(read)].sort());
    });
  }

  test("name what is kept outside the database", () => {
    const scripts = readdirSync(asShipped).filter((n) => n.endsWith(".js")).map((n) => readFileSync(join(asShipped, n), "utf8")).join("\n");
    const keys = text("../wasm/panel/keys.go").match(/keysOff = "([\w-]+)"/);
    assert.ok(keys, "where the panel keeps that there are no keys");
    const kept = new Set([...scripts.matchAll(/localStorage\.setItem\("([\w-]+)"/g)].map(([, name]) => name).concat(keys[1]));
    const said = text("store/privacy.md").split("\n").find((line) => line.startsWith("Beside the database")) ?? "";
    assert.deepEqual(names(said).sort(), [...kept].sort());
  });

  test("name the two places that ask an address outside the package", () => {
    const scripts = readdirSync(asShipped).filter((n) => n.endsWith(".js") && !["wasm_exec.js", "idb.js"].includes(n));
    const outside = scripts.filter((n) => /\b(fetch\((?!chrome\.runtime\.getURL|"|`words\/|`zones\/|`tone\/|`_locales\/)|XMLHttpRequest|WebSocket|EventSource|sendBeacon)/.test(readFileSync(join(asShipped, n), "utf8")));
    assert.deepEqual(outside, ["step.js", "team.js"]);
    assert.match(text("store/reviewers.md"), /two places ask an address outside the package: `team.js` .+ `step.js`/);
  });

  test("say what every file of the package that is not the source's own, byte for byte, is made from", () => {
    const packages = ["idb.js", "qrcode/index.js", "qrcode/decode.js"];
    const packed = filesOf(asShipped);
    const same = (/** @type {string} */ n) => {
      const source = new URL(`../${n}`, import.meta.url);
      return existsSync(source) && readFileSync(source).equals(packed[n]);
    };
    const made = [...new Set(Object.keys(packed).filter((n) => n !== "manifest.json" && !same(n)).map((n) => (n.startsWith("qrcode/") ? n : n.split("/")[0])))];
    for (const name of ["content.js", "writing.js", "brain.wasm"]) assert.ok(made.includes(name), name);
    const [, page] = text("store/reviewers.md").split("## What the files are");
    const rows = [...page.split("\n## ")[0].matchAll(/^\| `([^`/]+)\/?`(?:, `([^`/]+)\/?`)? \|/gm)].flatMap(([, ...all]) => all.filter(Boolean));
    assert.deepEqual(rows.sort(), made.filter((n) => !packages.includes(n)).sort());
    for (const name of packages) assert.match(text("store/reviewers.md"), new RegExp(`npm packages unchanged files are shipped: .*\`${name}\``));
  });

  test("name the version of Go that builds the package", () => {
    const [, version] = /^go (\S+)$/m.exec(readFileSync(join(root, "go.mod"), "utf8")) ?? [];
    assert.ok(version && text("store/reviewers.md").includes(`Go ${version}`));
  });
});

test("Mozilla's linter finds nothing in Firefox's package, and would", (t) => {
  /** @param {string} folder */
  const lint = (folder) => {
    const program = join(root, "extension/tools/lint/node_modules/.bin/web-ext");
    const { stdout, stderr, error } = spawnSync(program, ["lint", "--source-dir", folder, "--output", "json", "--no-config-discovery"], { encoding: "utf8", env: { ...process.env, NO_UPDATE_NOTIFIER: "1" } });
    assert.ok(stdout, `web-ext says nothing: ${error ?? stderr}`);
    const { errors, warnings, notices } = JSON.parse(stdout);
    return [...errors, ...warnings, ...notices].map((f) => `${f.code} in ${f.file}`);
  };
  const built = join(root, "dist/firefox");
  assert.deepEqual(lint(built), []);
  const wrong = mkdtempSync(join(tmpdir(), "linted-"));
  t.after(() => rmSync(wrong, { recursive: true, force: true }));
  for (const name of ["manifest.json", "icons", "_locales"]) cpSync(join(built, name), join(wrong, name), { recursive: true });
  assert.ok(lint(wrong).some((found) => found.includes("manifest.json")), "its scripts are missing");
});

test("icons are there in every size, and have it", () => {
  for (const [size, path] of Object.entries(manifestOf("chrome").icons)) {
    const png = readFileSync(join(asShipped, /** @type {string} */ (path)));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(size), Number(size)]);
  }
  assert.deepEqual(Object.keys(manifestOf("firefox").icons), ["16", "32", "48", "128"]);
});
