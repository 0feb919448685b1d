// @ts-check
// Checks the page maps: node extension/pages/check.mjs [FILE …]
//
// Every mistake is told with its file, its line and the field it is in, so that
// a broken map fails the build and not a page. What it cannot know is whether a
// selector still finds anything: that is `make read`.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseJSON } from "./json.mjs";

/** @typedef {import("./json.mjs").At} At */
/** @typedef {{file: string, line: number, field: string, text: string}} Line a selector line, and where it stands */

const here = fileURLToPath(new URL(".", import.meta.url));

/** The names of the maps there are. */
export const mapFiles = () => readdirSync(here).filter((f) => f.endsWith(".json")).sort();

/** The maps, or an error that names every mistake in them. @param {string[]} files @returns {PageMap[]} */
export function readMaps(files = mapFiles().map((f) => here + f)) {
  const checked = files.map((path) => checkMap(path.startsWith(here) ? `extension/pages/${path.slice(here.length)}` : path, readFileSync(path, "utf8")));
  const wrong = checked.flatMap((c) => c.wrong);
  if (wrong.length) throw new Error(`${wrong.length === 1 ? "a page map is" : "page maps are"} broken\n${wrong.join("\n")}`);
  return checked.map((c) => /** @type {PageMap} */ (c.map));
}

/**
 * @param {string} file what to call it
 * @param {string} text
 * @returns {{map: PageMap | null, wrong: string[], lines: Line[]}}
 */
export function checkMap(file, text) {
  /** @type {string[]} */
  const wrong = [];
  /** @type {Line[]} */
  const lines = [];
  /** @type {{value: unknown, at: Map<string, number>}} */
  let read;
  try {
    read = parseJSON(text);
  } catch (fault) {
    const { line, message } = /** @type {{line: number, message: string}} */ (fault);
    return { map: null, wrong: [`${file}:${line}: ${message}`], lines };
  }
  /** @param {string} path @param {string} problem */
  const say = (path, problem) => void wrong.push(`${file}:${lineOf(read.at, path)}: ${named(read.value, path) || "the map"}: ${problem}`);
  /** @param {string} path @param {string} line */
  const note = (path, line) => void lines.push({ file, line: lineOf(read.at, path), field: named(read.value, path), text: line });
  mapRules({ say, note }, read.value);
  return { map: /** @type {PageMap} */ (read.value), wrong, lines };
}

/**
 * The selectors of a layout's fields, "messages.email", each with its file and line.
 * @param {string} site @param {string} layout @param {string[]} fields
 */
export function placesOf(site, layout, fields) {
  const { lines } = checkMap(`extension/pages/${site}.json`, readFileSync(`${here}${site}.json`, "utf8"));
  return fields.flatMap((field) => {
    const inner = field.split(".").map((name) => `lists.${name}`).join(".");
    const paths = [`${inner}.items`, inner.replace(/lists\.([^.]+)$/, "fields.$1")];
    const stands = (/** @type {string} */ at) => (field === "identity" && at.startsWith(`layout "${layout}" identity[`)) || paths.some((path) => at === `layout "${layout}" ${path}` || at === `always.${path}` || (at.startsWith("shared.") && path.endsWith(at.replace("shared", "lists"))));
    return lines.filter((l) => stands(l.field.replace(/, entry \d+$/, ""))).map((l) => `${l.file}:${l.line}: ${field}: ${l.text}`);
  });
}

/** @param {Map<string, number>} at @param {string} path */
function lineOf(at, path) {
  for (let p = path; ; p = p.replace(/[.[][^.[]*$/, "")) {
    const line = at.get(p);
    if (line || !p) return line ?? 1;
  }
}

/** "layouts[0].fields.name[2]" with the layout's name, as a person says it. @param {any} map @param {string} path */
function named(map, path) {
  return path.replace(/^layouts\[(\d+)\]\.?/, (_, i) => `layout ${JSON.stringify(map.layouts[i]?.name ?? Number(i))} `).replace(/\[(\d+)\]$/, (_, i) => `, entry ${Number(i) + 1}`).trim();
}

// ---- what a map is

/** @typedef {{say: (path: string, problem: string) => void, note: (path: string, line: string) => void}} Ear */

/** @param {Ear} ear @param {unknown} map */
function mapRules(ear, map) {
  const m = object(ear, "", map, ["site", "hosts", "read", "without", "until", "pre", "shared", "always", "layouts", "writing"], ["site", "hosts", "read", "without", "until", "pre", "always", "layouts"]);
  if (!m) return;
  if (typeof m.site !== "string" || !m.site) ear.say("site", "wants a name");
  if (m.read !== "once" && m.read !== "always") ear.say("read", `wants "once" or "always"`);
  each(ear, "hosts", m.hosts, (path, v) => pattern(ear, path, v, 0));
  for (const name of ["without", "until", "pre"]) each(ear, name, m[name], (path, v) => css(ear, path, v), 0);
  const shared = entries(ear, "shared", m.shared ?? {});
  for (const [path, list] of shared) listRules(ear, path, list, {});
  const known = /** @type {Record<string, any>} */ (m.shared ?? {});
  const always = object(ear, "always", m.always, ["fields", "lists", "expects"]);
  if (always) partRules(ear, "always", always, known);
  if (m.writing !== undefined) writingRules(ear, m.writing);
  each(ear, "layouts", m.layouts, (path, v) => layoutRules(ear, path, v, known));
}

/** @param {Ear} ear @param {unknown} writing */
function writingRules(ear, writing) {
  const w = object(ear, "writing", writing, ["box", "body", "subject", "reply", "kept"], ["box", "body", "subject", "kept"]);
  if (!w) return;
  for (const name of ["body", "subject"]) each(ear, `writing.${name}`, w[name], (p, v) => selectorLine(ear, p, v, true));
  if (w.reply !== undefined) each(ear, "writing.reply", w.reply, (p, v) => selectorLine(ear, p, v));
  for (const name of ["box", "kept"]) each(ear, `writing.${name}`, w[name], (p, v) => css(ear, p, v));
}

/** @param {Ear} ear @param {string} path @param {unknown} layout @param {Record<string, any>} shared */
function layoutRules(ear, path, layout, shared) {
  const l = object(ear, path, layout, ["name", "at", "when", "root", "needs", "expects", "identity", "fields", "lists"], ["name"]);
  if (!l) return;
  if (typeof l.name !== "string") ear.say(`${path}.name`, "wants a text");
  if (l.at !== undefined) pattern(ear, `${path}.at`, l.at, 0);
  if (l.at === undefined && l.when === undefined) ear.say(path, `needs "at" or "when": it would fit every page`);
  for (const name of ["when", "root"]) if (l[name] !== undefined) each(ear, `${path}.${name}`, l[name], (p, v) => selectorLine(ear, p, v));
  if (l.identity !== undefined) each(ear, `${path}.identity`, l.identity, (p, v) => identityRules(ear, p, v));
  partRules(ear, path, l, shared);
  each(ear, `${path}.needs`, l.needs ?? [], (p, v) => {
    if (!l.fields?.[v] && !l.lists?.[v] && l.name) ear.say(p, `needs ${JSON.stringify(v)}, and the layout has no such field or list`);
  }, 0);
}

/** @param {Ear} ear @param {string} path @param {unknown} rule */
function identityRules(ear, path, rule) {
  const r = object(ear, path, rule, ["key", "same", "changes", "any", "notes"], ["key"]);
  if (!r) return;
  pattern(ear, `${path}.key`, r.key, 1);
  if (["same", "changes", "notes"].filter((k) => r[k] !== undefined).length !== 1) ear.say(path, `wants one of "same", "changes" and "notes"`);
  if (r.same !== undefined) each(ear, `${path}.same`, r.same, (p, v) => selectorLine(ear, p, v));
  for (const name of ["changes", "notes"]) {
    if (r[name] !== undefined) each(ear, `${path}.${name}`, r[name], (p, v) => each(ear, p, v, (q, line) => selectorLine(ear, q, line)));
  }
}

/** Fields, lists, and what is expected of them. @param {Ear} ear @param {string} path @param {Record<string, any>} part @param {Record<string, any>} shared */
function partRules(ear, path, part, shared) {
  for (const [p, lines] of entries(ear, `${path}.fields`, part.fields ?? {})) each(ear, p, lines, (q, line) => selectorLine(ear, q, line));
  for (const [p, list] of entries(ear, `${path}.lists`, part.lists ?? {})) listRules(ear, p, list, shared);
  for (const [p, well] of entries(ear, `${path}.expects`, part.expects ?? {})) {
    const name = p.slice(`${path}.expects.`.length);
    const lines = linesOf(part, name.split("."), shared);
    if (!lines) ear.say(p, `there is no field or list ${JSON.stringify(name)}`);
    else if (!Number.isInteger(well) || lines[Number(well)] === undefined) ear.say(p, `wants the place of one of its ${lines.length} selectors, from 0 to ${lines.length - 1}`);
  }
}

/** The selectors of a field or a list. @param {any} part @param {string[]} names @param {Record<string, any>} shared @returns {unknown[] | undefined} */
function linesOf(part, [name, ...rest], shared) {
  if (name === "identity") return identityLines(part.identity);
  const list = typeof part.lists?.[name] === "string" ? shared[part.lists[name]] : part.lists?.[name];
  const lines = rest.length ? list && linesOf(list, rest, shared) : (part.fields?.[name] ?? list?.items);
  return Array.isArray(lines) ? lines : undefined;
}

/** The longest run of selectors by which a layout tells whose it is. @param {any} rules @returns {unknown[] | undefined} */
function identityLines(rules) {
  if (!Array.isArray(rules)) return undefined;
  const all = rules.flatMap((r) => [r?.same, ...(Array.isArray(r?.changes) ? r.changes : [])]).filter(Array.isArray);
  return all.sort((a, b) => b.length - a.length)[0];
}

/** @param {Ear} ear @param {string} path @param {unknown} list @param {Record<string, any>} shared */
function listRules(ear, path, list, shared) {
  if (typeof list === "string") {
    if (!shared[list]) ear.say(path, `there is no ${JSON.stringify(list)} under "shared"`);
    return;
  }
  const l = object(ear, path, list, ["items", "skip", "visible", "max", "fields", "lists"], ["items"]);
  if (!l) return;
  each(ear, `${path}.items`, l.items, (p, v) => selectorLine(ear, p, v, true));
  each(ear, `${path}.skip`, l.skip ?? [], (p, v) => css(ear, p, v), 0);
  if (l.visible !== undefined && typeof l.visible !== "boolean") ear.say(`${path}.visible`, "wants true or false");
  if (l.max !== undefined && !(Number.isInteger(l.max) && l.max > 0)) ear.say(`${path}.max`, "wants a whole number above 0");
  partRules(ear, path, l, shared);
}

// ---- lines

/** A selector line, taken apart as reader/select.js does. @param {Ear} ear @param {string} path @param {unknown} line @param {boolean} elements only elements, no values */
function selectorLine(ear, path, line, elements = false) {
  if (typeof line !== "string") return ear.say(path, "wants a selector line, a text");
  let rest = line;
  /** @param {RegExp} part */
  const cut = (part) => {
    const hit = part.exec(rest);
    if (hit) rest = rest.slice(0, hit.index) + rest.slice(hit.index + hit[0].length);
    return hit?.[1];
  };
  const take = cut(/\s*=> (.+)$/);
  const there = cut(/\s*(!)$/);
  const json = cut(/\s*\{(.+)\}$/);
  const attr = cut(/\s*@([\w-]+)$/);
  const up = cut(/^\^(\S+)\s*/);
  if (take !== undefined) pattern(ear, path, take, 1);
  if (there && (json || attr || take)) ear.say(path, `"!" only tells that there is one; nothing can be taken from it`);
  if (elements && (take ?? there ?? json ?? attr) !== undefined) ear.say(path, "finds elements: an attribute, a value or a pattern has no place here");
  if (json && !/^(?:[\w@$-]+|\[[^\]]+\])(?:\.[\w@$-]+|\[[^\]]+\])*$/.test(json)) ear.say(path, `${JSON.stringify(json)} is no path in JSON, as graph[@type=Person].name`);
  if (/[{}]|=>|[^\s]@/.test(rest.replace(/(["']).*?\1/g, ""))) ear.say(path, `cannot be taken apart at ${JSON.stringify(rest)}; the order is: ^up css @attribute {json.path} => pattern`);
  if (up) css(ear, path, up);
  for (const step of rest.split(" >>> ")) if (step !== "" && step !== ".") css(ear, path, step);
  ear.note(path, line);
}

/** A pattern, with so many groups at least. @param {Ear} ear @param {string} path @param {unknown} source @param {number} groups */
function pattern(ear, path, source, groups) {
  if (typeof source !== "string" || !source) return ear.say(path, "wants a pattern, a text");
  try {
    new RegExp(source);
    const found = (new RegExp(`${source}|`).exec("")?.length ?? 1) - 1;
    if (found < groups) ear.say(path, `${JSON.stringify(source)} has no (group) to take`);
  } catch (fault) {
    ear.say(path, `${JSON.stringify(source)} is no pattern: ${/** @type {Error} */ (fault).message}`);
  }
}

const pseudo = new Set("checked disabled empty enabled first-child first-of-type has host is last-child last-of-type not nth-child nth-last-child nth-of-type only-child root where".split(" "));

/** Finds what a browser would refuse in a selector, and words that are seen. @param {Ear} ear @param {string} path @param {unknown} selector */
function css(ear, path, selector) {
  if (typeof selector !== "string" || !selector.trim()) return ear.say(path, "wants a CSS selector, a text");
  const problem = broken(selector);
  if (problem) ear.say(path, `${JSON.stringify(selector)} is no CSS selector: ${problem}`);
  for (const [, name, value] of selector.matchAll(/\[(aria-label|title|alt|placeholder|aria-description)[*^$~|]?=['"]?([^'"\]]*)/g)) {
    if (/\p{L}/u.test(value)) ear.say(path, `${JSON.stringify(value)} in ${name} is a visible word, which is another in every language`);
  }
}

/** @param {string} selector @returns {string} what is wrong, or "" */
function broken(selector) {
  const plain = selector.replace(/\\./g, "x").replace(/(["'])(?:(?!\1).)*\1/g, "s"); // without escapes and texts
  if (/["']/.test(plain)) return "a quotation mark is not closed";
  /** @type {string[]} */
  const open = [];
  for (const c of plain) {
    if (c === "(" || c === "[") open.push(c === "(" ? ")" : "]");
    else if ((c === ")" || c === "]") && open.pop() !== c) return `a ${c} closes nothing`;
  }
  if (open.length) return `a ${open[0]} is missing`;
  const bare = plain.replace(/\[[^\]]*\]/g, (at) => (/^\[\s*[\w-]+\s*([*^$~|]?=\s*[\w-]+\s*[is]?\s*)?\]$/.test(at) ? ".a" : "!"));
  if (bare.includes("!")) return "what stands in [ ] is no attribute";
  for (const [, name] of bare.matchAll(/:([\w-]*)/g)) if (!pseudo.has(name)) return `:${name} is not known here`;
  const parts = bare.replace(/:[\w-]+/g, ".a").replace(/\(\s*[>+~]/g, "("); // :has(> p)
  if (/^\s*,|,\s*,|,\s*$|\(\s*,|,\s*\)|\(\s*\)/.test(parts)) return "there is nothing beside a comma or in brackets";
  if (/[>+~]\s*(?:[>+~,)]|$)|^\s*[>+~]|[.#](?![\w-])/.test(parts)) return "a part is missing";
  const odd = /[^\w\s.#>+~,()*-]/.exec(parts);
  return odd ? `${JSON.stringify(odd[0])} has no place in it` : "";
}

// ---- shapes

/** @param {Ear} ear @param {string} path @param {unknown} value @param {string[]} names @param {string[]} needed @returns {Record<string, any> | null} */
function object(ear, path, value, names, needed = []) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    ear.say(path, "wants an object, { … }");
    return null;
  }
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) ear.say(path ? `${path}.${name}` : name, `is not known; there are ${names.join(", ")}`);
  }
  for (const name of needed) if (!(name in value)) ear.say(path, `needs ${JSON.stringify(name)}`);
  return value;
}

/** @param {Ear} ear @param {string} path @param {unknown} value @returns {[string, unknown][]} with their paths */
function entries(ear, path, value) {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value).map(([k, v]) => [`${path}.${k}`, v]);
  ear.say(path, "wants an object, { … }");
  return [];
}

/** @param {Ear} ear @param {string} path @param {unknown} value @param {(path: string, v: any) => void} check @param {number} least */
function each(ear, path, value, check, least = 1) {
  if (!Array.isArray(value) || value.length < least) return ear.say(path, least ? "wants a list, [ … ], with at least one entry" : "wants a list, [ … ]");
  value.forEach((v, i) => check(`${path}[${i}]`, v));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const maps = readMaps(process.argv.length > 2 ? process.argv.slice(2) : undefined);
    console.log(`${maps.length} page maps are well formed`);
  } catch (fault) {
    console.error(/** @type {Error} */ (fault).message);
    process.exit(1);
  }
}
