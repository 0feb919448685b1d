// @ts-check
// A playbook's file, as the editor works on it: what it holds in full, and what
// of it differs from the built-in one that it extends. Which fields there are, the
// schema says (core/playbook/schema.json).

import { kept } from "./kept.js";

/** @typedef {{type?: string, description?: string, minimum?: number, enum?: string[], properties?: Record<string, Schema>, additionalProperties?: Schema | false, items?: Schema, propertyNames?: {enum?: string[]}}} Schema */
/** @typedef {{name: string, about: string, source?: string}} Named */
/** @typedef {{schema: Schema, built_in: Record<string, any>, order: string[], signals: Named[], purposes: Named[], fields: Named[], says: Record<string, string>, tone: Record<string, string>, keys: {panel: Shortcut[], today: Shortcut[]}}} Kit what wasm/playbooks wrote */
/** @typedef {import("./letters.js").Shortcut} Shortcut */

/** What the settings show of the engine. */
export const kits = kept(async () => /** @type {Kit} */ (await (await fetch("playbooks.json")).json()));

/** For people, and what a file says of itself: no fields of the form. */
export const apart = ["$schema", "name", "extends", "about", "why", "minutes_why"];

/** A value with nothing in it where a file holds null. @param {Schema} schema @param {any} value @returns {any} */
export function whole(schema, value) {
  if (schema.type === "array") return value ?? [];
  if (schema.type !== "object") return value ?? "";
  const out = { ...value };
  for (const [name, inner] of Object.entries(schema.properties ?? {})) out[name] = whole(inner, out[name]);
  return out;
}

/** What a file makes of the playbook under it: an object is filled in, a list or an entry of a map is replaced. @param {Schema} schema @param {any} under @param {any} file @returns {any} */
export function laid(schema, under, file) {
  if (file === undefined) return under;
  if (schema.type !== "object" || typeof file !== "object" || !file) return file;
  if (!schema.properties) return { ...under, ...file };
  const out = { ...under };
  for (const name of Object.keys(file)) out[name] = laid(schema.properties[name] ?? {}, under?.[name], file[name]);
  return out;
}

const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(a) === JSON.stringify(b);

/** What differs, undefined where nothing does. @param {Schema} schema @param {any} under @param {any} now @returns {any} */
export function differing(schema, under, now) {
  if (same(under, now)) return undefined;
  if (schema.type !== "object") return now;
  /** @type {Record<string, any>} */
  const out = {};
  for (const name of Object.keys(now ?? {})) {
    if (apart.includes(name)) continue;
    const inner = schema.properties?.[name];
    const value = inner ? differing(inner, under?.[name], now[name]) : same(under?.[name], now[name]) ? undefined : now[name];
    if (value !== undefined) out[name] = value;
  }
  return Object.keys(out).length ? out : undefined;
}

/** @type {Record<string, string>} names that are said in their own way; also in tools/locales/registries.go */
const spelt = {
  crm: "CRM", linkedin: "LinkedIn", sms: "SMS", email: "E-mail", emails: "E-mails", follow_ups: "Follow-ups",
  said: "What they say",
  silence: "Silence and effort",
  floor: "Fewest touches",
  noes: "How often they say no",
  soft: "Soft objections",
  worth: "Value of the deal",
  hour_is_worth: "What an hour brings",
  overwork: "Too much work",
  cycle: "When counts start anew",
  reassess: "Second look",
  pushed_back: "Meetings they moved",
  chase: "Touches after a no-show",
  quiet: "Quiet days",
  waits: "Waiting times",
};

/** "between_touches" → "Between touches". @param {string} name */
export const label = (name) => spelt[name] ?? name[0].toUpperCase() + name.slice(1).replaceAll(/[_-]/g, " ");

/** The names on the way to a field; a signal's or purpose's may hold a full stop. @typedef {string[]} Path */
/** @param {Path} path */
export const written = (path) => path.join(".");

/** @param {any} value @param {Path} path @returns {any} */
export const at = (value, path) => path.reduce((v, name) => v?.[name], value);

/** A copy with another value at a path. @param {any} value @param {Path} path @param {any} to @returns {any} */
export function put(value, [name, ...rest], to) {
  const out = { ...value };
  const inner = rest.length ? put(out[name] ?? {}, rest, to) : to;
  if (inner === undefined) delete out[name];
  else out[name] = inner;
  return out;
}

/** A list as lines, one entry a line; of an entry with several parts, a space between. @param {any[]} list */
export const lines = (list) => list.map((entry) => (typeof entry === "string" ? entry : Object.values(entry).join(" "))).join("\n");

/** @param {Schema} items @param {string} text */
export function entries(items, text) {
  const names = Object.keys(items.properties ?? {});
  return text.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
    if (!names.length) return line;
    const parts = line.split(/\s+/);
    return Object.fromEntries(names.map((name, i) => [name, parts[i] ?? ""]));
  });
}

/** A file that says only what differs. @param {Kit} kit @param {string} base @param {string} name @param {any} now */
export function fileOf(kit, base, name, now) {
  const under = whole(kit.schema, kit.built_in[base]);
  const rest = differing(kit.schema, under, now) ?? {};
  return JSON.stringify({ name, extends: base, ...rest }, null, 1);
}
