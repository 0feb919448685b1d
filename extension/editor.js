// @ts-check
// The editor of the playbook, in the settings. Its fields are those of the schema,
// the signals and the words there are; nothing is listed here.

import { ask } from "./ask.js";
import { dropEffect, effectOf, inShort, showEffect } from "./effect.js";
import { findings } from "./findings.js";
import { handOverDraft, takeOver } from "./handover.js";
import { languages } from "./languages.js";
import { AtField, byId, chosen, clearWrong, el, saveFile, sure, unchoose, wrongAt, write } from "./page.js";
import { apart, at, entries, fileOf, kits, label, laid, lines, put, whole, written } from "./playbook.js";
import { t } from "./tongue.js";

/** @typedef {import("./playbook.js").Kit} Kit */
/** @typedef {import("./playbook.js").Schema} Schema */
/** @typedef {import("./playbook.js").Path} Path */

/** @type {Kit} */
let kit;
let base = "balanced";
/** @type {any} the built-in one */
let under;
/** @type {any} the playbook as it stands in the form */
let now;
let begun = ""; // the file when the editor was opened

/** What a field is called. @param {string} name */
const called = (name) => t(label(name));

const editor = () => /** @type {HTMLFormElement} */ (byId("editor"));
const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id));

/** Shows which playbook decides. @returns {Promise<string>} its name */
export async function showPlaybook() {
  const { name, file, may } = await ask("playbook");
  write("rules-name", name);
  input("rules-file").value = file;
  byId("rules-back").hidden = !file || !may;
  byId("rules-download").hidden = !file;
  byId("rules-edit").hidden = !may;
  byId("rules-may").hidden = may;
  return name;
}

/** Takes a playbook's file, and does not show it yet. @param {string} file */
async function load(file) {
  kit = await kits.get();
  const given = file ? JSON.parse(file) : {};
  base = kit.order.includes(given.extends) ? given.extends : "balanced";
  fillIn(given, given.name ?? "");
}

/** Opens the editor on a file. @param {string} file */
async function open(file) {
  await load(file);
  byId("editor").hidden = false;
  byId("rules-edit").hidden = true;
  if (!byId("base").children.length) byId("base").append(...kit.order.map((n) => Object.assign(el("option", label(n)), { value: n })));
  /** @type {HTMLSelectElement} */ (byId("base")).value = base;
  draw();
  input("playbook-name").focus();
}

/** Whether something would be lost with the form. */
const changed = () => !editor().hidden && file() !== begun;

/** @param {any} given a file, read @param {string} name */
function fillIn(given, name) {
  const { ...rest } = given;
  for (const n of apart) delete rest[n];
  under = whole(kit.schema, kit.built_in[base]);
  now = whole(kit.schema, laid(kit.schema, under, rest));
  input("playbook-name").value = name;
}

const file = () => fileOf(kit, base, input("playbook-name").value.trim(), now);

function draw() {
  const sections = Object.entries(kit.schema.properties ?? {}).filter(([name]) => !apart.includes(name));
  byId("editor-fields").replaceChildren(...sections.map(([name, schema]) => section([name], schema)));
  find();
  told();
}

/** One part of the playbook, closed, with how much of it is one's own. @param {Path} path @param {Schema} schema */
function section(path, schema) {
  const box = /** @type {HTMLDetailsElement} */ (el("details"));
  box.className = "part-of";
  box.dataset.part = path[0];
  const mark = Object.assign(el("span"), { className: "own" });
  const about = Object.assign(el("span", t(schema.description ?? "")), { className: "about" });
  box.append(el("summary", "", el("span", called(path[0])), about, mark));
  box.addEventListener("toggle", () => { if (box.open && box.children.length === 1) box.append(inside(path, schema)); });
  return box;
}

/** @param {Path} path @param {Schema} schema */
function inside(path, schema) {
  const body = Object.assign(el("div", "", note(schema.description), source(at(under, path))), { className: "fields" });
  if (path[0] === "templates") body.append(templates());
  else if (schema.properties) body.append(...group(path, schema));
  else if (schema.additionalProperties) body.append(...map(path, schema.additionalProperties));
  else body.append(field(path, schema));
  return body;
}

/** @param {string | undefined} words */
const note = (words) => (words ? Object.assign(el("p", t(words)), { className: "hint" }) : false);
/** Where the numbers come from. @param {any} value */
const source = (value) => (value?.why ? Object.assign(el("p", "", el("b", t("Source:")), document.createTextNode(" "), Object.assign(el("span", value.why), { lang: "en" })), { className: "hint source" }) : false);

/** @param {Path} path @param {Schema} schema @returns {Element[]} */
function group(path, schema) {
  return Object.entries(schema.properties ?? {}).filter(([name]) => !apart.includes(name)).map(([name, inner]) => {
    if (!inner.properties) return field([...path, name], inner);
    return set(called(name), [note(inner.description), source(at(under, [...path, name]))], group([...path, name], inner));
  });
}

/** The entries of a map: signals with their registry's words, channels, stages. @param {Path} path @param {Schema} inner @returns {Element[]} */
function map(path, inner) {
  return Object.keys(at(now, path) ?? {}).map((name) => {
    if (!inner.properties) return field([...path, name], inner);
    const signal = path[0] === "weights" && kit.signals.find((s) => s.name === name);
    return set(path[0] === "stages" ? label(name) : called(name), [note(signal ? signal.about : undefined), source(at(under, [...path, name]))], group([...path, name], inner));
  });
}

/** @param {string} title @param {(HTMLElement | false)[]} words @param {Element[]} fields */
function set(title, words, fields) {
  const row = Object.assign(el("div", "", .../** @type {HTMLElement[]} */ (fields)), { className: "fields-row" });
  return el("fieldset", "", el("legend", title), ...words, row);
}

let made = 0;

/** One field, with its name, what it is, and what the built-in playbook says. @param {Path} path @param {Schema} schema */
function field(path, schema) {
  const box = Object.assign(el("label"), { className: "field" });
  const control = controlFor(path, schema);
  control.id = `field-${++made}`;
  control.dataset.path = written(path);
  const name = el("span", called(path[path.length - 1]));
  if (schema.type === "boolean") box.append(el("span", "", control, name));
  else box.append(name, control);
  const words = note([schema.description && t(schema.description), schema.type === "array" && t("One a line."), schema.items?.enum && t("There are: {}.", schema.items.enum.join(", "))].filter(Boolean).join(" "));
  box.append(...[words, Object.assign(el("span"), { className: "was" })].filter((n) => typeof n !== "boolean"));
  control.addEventListener("input", () => {
    now = put(now, path, valueOf(control, schema, at(under, path)));
    clearWrong(control);
    differs(control, path);
    told();
  });
  differs(control, path, box);
  return box;
}

/** @param {Path} path @param {Schema} schema @returns {HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement} */
function controlFor(path, schema) {
  const value = at(now, path), before = at(under, path);
  /** @type {any} */
  let c;
  if (schema.type === "boolean") c = Object.assign(el("input"), { type: "checkbox", checked: value === true });
  else if (schema.type === "array") c = Object.assign(el("textarea"), { rows: Math.min(Math.max(value?.length ?? 0, 2), 6), value: lines(value ?? []) });
  else if (schema.enum) {
    c = el("select", "", ...schema.enum.map((v) => Object.assign(el("option", v), { value: v })));
    c.value = value;
  } else {
    const number = schema.type === "integer" || schema.type === "number";
    c = Object.assign(el("input"), { type: number ? "number" : "text", value: value ?? "", placeholder: before ?? "" });
    if (number) Object.assign(c, { step: schema.type === "integer" ? 1 : "any", inputMode: "numeric" });
  }
  c.spellcheck = false;
  c.autocomplete = "off";
  return c;
}

/** What a field holds; an empty one is the built-in playbook's. @param {HTMLInputElement} control @param {Schema} schema @param {any} before */
function valueOf(control, schema, before) {
  if (schema.type === "boolean") return control.checked;
  if (schema.type === "array") return entries(schema.items ?? {}, control.value);
  if (schema.type !== "integer" && schema.type !== "number") return control.value;
  return control.value === "" ? before : Number(control.value);
}

/** Says beside a field what the built-in playbook has, where it differs. @param {HTMLElement} control @param {Path} path @param {Element | null} [box] */
function differs(control, path, box = control.closest(".field")) {
  const [is, was] = [at(now, path), at(under, path)];
  const own = JSON.stringify(is) !== JSON.stringify(was);
  box?.classList.toggle("own-value", own);
  const words = /** @type {HTMLElement} */ (box?.querySelector(".was"));
  const shown = Array.isArray(was) ? was.map((w) => lines([w])).join(", ") : String(was ?? "");
  words.textContent = own && path[0] !== "templates" ? `${label(base)}: ${shown || t("nothing")}` : "";
}

/** Words of one's own, a language and a purpose at a time. */
function templates() {
  const langs = kit.schema.properties?.templates?.propertyNames?.enum ?? [];
  const pick = (/** @type {string} */ id, /** @type {string} */ title, /** @type {HTMLElement[]} */ options) => {
    const list = Object.assign(el("select", "", ...options), { id });
    list.addEventListener("change", () => void drawTemplate());
    return Object.assign(el("label", "", el("span", title), list), { className: "field" });
  };
  const option = (/** @type {string} */ value, /** @type {string} */ words) => Object.assign(el("option", words), { value });
  const named = kit.purposes.map((p) => option(p.name, t(p.about)));
  const fields = el("div", "", Object.assign(el("p", t("Braces are filled with what is known of them. [An optional part] goes when something in it is not known.")), { className: "hint" }),
    Object.assign(el("dl", "", ...kit.fields.map((f) => el("div", "", el("dt", "", el("code", `{${f.name}}`)), el("dd", t(f.about))))), { className: "braces hint" }));
  const box = el("div", "", Object.assign(el("div", "", pick("template-lang", t("Language"), langs.map((l) => option(l, languages[l] ?? l))), pick("template-for", t("What it is for"), named)), { className: "fields-row" }), Object.assign(el("div"), { id: "template" }), fields);
  queueMicrotask(() => void drawTemplate());
  return box;
}

async function drawTemplate() {
  const picked = () => ["template-lang", "template-for"].map((id) => input(id).value);
  const [lang, purpose] = picked();
  const ours = (await (await fetch(`words/${lang}.json`)).json())[purpose] ?? {};
  if (picked().join() !== [lang, purpose].join()) return; // another was picked meanwhile
  const forms = kit.schema.properties?.templates?.additionalProperties || {};
  const schema = (forms.additionalProperties || {}).properties ?? {};
  const path = ["templates", lang, purpose];
  const all = Object.entries(schema).flatMap(([form, inner]) =>
    inner.properties ? Object.keys(inner.properties).map((part) => words([...path, form, part], `${called(form)}, ${called(part)}`, ours[form]?.[part])) : [words([...path, form], called(form), ours[form])]);
  byId("template").replaceChildren(...all.filter((f) => typeof f !== "boolean"));
}

/** @param {Path} path @param {string} title @param {string | undefined} ours the built-in words; none for a form that is not used */
function words(path, title, ours) {
  if (!ours) return false;
  const control = Object.assign(el("textarea"), { rows: path.at(-1) === "subject" ? 1 : 6, value: at(now, path) ?? "", placeholder: ours, id: `field-${++made}` });
  control.dataset.path = written(path);
  control.addEventListener("input", () => {
    now = prune(put(now, path, control.value || undefined));
    clearWrong(control);
    told();
  });
  const [, lang, purpose] = path;
  const box = Object.assign(el("label", "", el("span", title), control), { className: "field" });
  return Object.assign(el("div", "", box, findings(/** @type {any} */ (control), { lang, purpose, part: path[path.length - 1] }, kit.tone)), { className: "template" });
}

/** Leaves out templates that say nothing. @param {any} playbook */
function prune(playbook) {
  const full = (/** @type {any} */ v) => (typeof v === "object" ? Object.values(v).some(full) : Boolean(v));
  /** @type {(o: any) => any} */
  const kept = (o) => Object.fromEntries(Object.entries(o).filter(([, v]) => full(v)).map(([k, v]) => [k, typeof v === "object" ? kept(v) : v]));
  return { ...playbook, templates: kept(playbook.templates) };
}

/** What a field and those in it are called, and what is said of them. @param {string} name @param {Schema} [schema] @returns {string} */
const wordsOf = (name, schema) =>
  [called(name), t(schema?.description ?? ""), ...Object.entries(schema?.properties ?? {}).map(([n, inner]) => wordsOf(n, inner))].join(" ");

/** Shows the sections in which something is called so. */
function find() {
  const wanted = input("find").value.trim().toLowerCase();
  for (const box of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".part-of[data-part]"))) {
    const name = box.dataset.part ?? "";
    const schema = kit.schema.properties?.[name];
    const signals = name === "weights" ? kit.signals.map((s) => `${called(s.name)} ${t(s.about)}`) : [];
    const text = [wordsOf(name, schema), ...signals, JSON.stringify([schema, under[name]]).replaceAll("_", " ")].join(" ");
    box.hidden = wanted !== "" && !text.toLowerCase().includes(wanted);
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

/** Something was changed: what it changes for whom is shown when the rep pauses. */
function told() {
  for (const box of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".part-of[data-part]"))) {
    const name = box.dataset.part ?? "";
    const own = JSON.stringify(now[name]) !== JSON.stringify(under[name]);
    /** @type {HTMLElement} */ (box.querySelector(".own")).textContent = own ? t("yours") : "";
  }
  input("rules-file").value = file();
  dropEffect();
  clearTimeout(soon);
  soon = setTimeout(() => void tried().catch(() => {}), 700);
}

/** Tries what stands in the form on everybody. */
async function tried() {
  clearTimeout(soon);
  const text = fileOf(kit, base, input("playbook-name").value.trim() || "Untitled", now);
  const answer = await effectOf(text);
  if (answer?.fault) throw atItsField(answer.fault);
  if (answer?.effect) showEffect(answer.effect, kit.says);
  return answer?.effect;
}

/** @param {import("./page.js").Fault & {words?: string}} fault */
function atItsField({ path, problem, words = problem }) {
  const plain = path.replaceAll(/\[\d+\]/g, "");
  const part = /** @type {HTMLDetailsElement | null} */ (document.querySelector(`.part-of[data-part="${CSS.escape(plain.split(".")[0])}"]`));
  if (part && !part.open) {
    part.open = true;
    if (part.children.length === 1) part.append(inside([plain.split(".")[0]], kit.schema.properties?.[plain.split(".")[0]] ?? {}));
  }
  const name = plain === "name" ? input("playbook-name") : undefined;
  const fields = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-path]")]);
  const control = name ?? fields.find((f) => f.dataset.path === plain) ?? fields.find((f) => plain.startsWith(`${f.dataset.path}.`));
  write("effect-line", t("Mend it first: one field is wrong."));
  byId("effect-list").hidden = true;
  if (!control) return new Error(words);
  wrongAt(control, problem[0].toUpperCase() + problem.slice(1) + ".");
  return new AtField(words);
}

export const presses = {
  async edit() {
    await open(input("rules-file").value);
    begun = file();
  },
  async unedit() {
    if (changed() && !(await sure(t("Close without keeping? What you changed in the form is lost."), t("Close without keeping")))) return;
    dropEffect();
    clearTimeout(soon);
    editor().hidden = true;
    await showPlaybook();
    byId("rules-edit").focus();
  },
  async rules() {
    if (!input("playbook-name").value.trim()) throw (wrongAt(input("playbook-name"), t("Give it a name.")), new AtField());
    const text = file();
    const effect = await tried();
    if (!effect) throw new Error(t("The form changed meanwhile. Look at what it changes, and press again."));
    if (!(await sure(`${inShort(effect)} ${t("Judge everybody by {}?", input("playbook-name").value.trim())}`, t("Judge by it")))) return;
    const { fault } = await ask("setPlaybook", { file: text });
    if (fault) throw atItsField(fault);
    return done();
  },
  async balanced() {
    if (!(await sure(t("Go back to Balanced? Your playbook goes, for the whole team where there is one; save it as a file first if in doubt."), t("Back to Balanced")))) return;
    await ask("setPlaybook", { file: "" });
    return done();
  },
  async download() {
    const text = editor().hidden ? input("rules-file").value : file();
    saveFile(text, `${(JSON.parse(text).name || "playbook").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.json`);
  },
  /** Takes what was written or chosen as a file into the form. */
  async takeFile() {
    const picked = input("rules-from").files?.length ? await chosen("rules-from", 100_000) : input("rules-file").value;
    unchoose("rules-from");
    try {
      JSON.parse(picked);
    } catch (fault) {
      throw new Error(t("This is no JSON: {}. A playbook begins with its name and what it extends.", /** @type {Error} */ (fault).message));
    }
    return taken(picked);
  },
};

/** Takes a file into the form, if it is a playbook's. @param {string} file @param {string} [named] the same, where it needs a name to be one */
async function taken(file, named = file) {
  const answer = await effectOf(named);
  if (answer?.fault) throw new Error(/** @type {any} */ (answer.fault).words ?? answer.fault.problem);
  await open(file);
  return t("Taken into the form.");
}

/** Opens the form with what the pipeline page proposes laid over the playbook, if it does; gives what to say. */
export async function takeProposal() {
  const proposal = takeOver("proposal");
  if (!proposal) return "";
  const { file: text, may } = await ask("playbook");
  if (!may) throw new Error(t("Only a manager of your team changes it."));
  await load(text);
  begun = file();
  const given = laid(kit.schema, JSON.parse(begun), JSON.parse(proposal));
  return taken(JSON.stringify(given), JSON.stringify({ ...given, name: given.name || "Untitled" }));
}

async function done() {
  editor().hidden = true;
  const name = await showPlaybook();
  byId("rules-edit").focus();
  return t("Everybody is judged by {} now.", name);
}

/** Listens to what stands above the fields. */
export function startEditor() {
  addEventListener("beforeunload", (event) => { if (changed()) event.preventDefault(); }); // the browser asks
  byId("base").addEventListener("change", () => {
    const given = JSON.parse(file());
    base = input("base").value;
    fillIn({ ...given, extends: base }, input("playbook-name").value);
    draw();
  });
  byId("find").addEventListener("input", find);
  byId("play-back").addEventListener("click", () => handOverDraft(fileOf(kit, base, input("playbook-name").value.trim() || t("Untitled"), now)));
  byId("playbook-name").addEventListener("input", () => { clearWrong(byId("playbook-name")); input("rules-file").value = file(); });
}
