// @ts-check
// How replies are read, and how fast their quotations are taken off:
//
//   make bench-replies
//
// Both run as wasm in Node. The first table counts the sentences of
// testdata/replies that are kept aside, a third by a hash of the line (see
// core/reply/cases_test.go): what they mean is on the left, what they were read as
// above. Then mails are trimmed by us and by email-reply-parser, the npm package,
// in turns: those of testdata/replies/visible.txt, which are short, and the same
// with a letter above and a long quotation below, as mails are. Ours get them in
// one string and give one back, for a page of mails crosses to wasm once;
// JavaScript cuts it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const build = process.env.BUILD ?? `${root}build`;
const turns = 9;
const turnTakes = 250; // ms of the processor, which a busy machine does not change
const warming = 4; // turns that are not counted: both are compiled again while they run

/** @typedef {{visible: (mails: string) => string, read: (text: string, subject: string) => [string, boolean]}} Reader */
/** @typedef {{intent: string, text: string, subject: string}} Sentence */

async function startReader() {
  createRequire(import.meta.url)(`${build}/wasm_exec.js`);
  const go = new (/** @type {any} */ (globalThis).Go)();
  const { instance } = await WebAssembly.instantiate(readFileSync(`${build}/bench-replies.wasm`), go.importObject);
  go.run(instance);
  return /** @type {Reader} */ (/** @type {any} */ (globalThis).cleanBreakReplies);
}

/** The package as the engine's benchmark has it. */
async function startPeer() {
  const of = createRequire(`${root}extension/bench/engine/package.json`);
  const { default: Parser } = await import(pathToFileURL(of.resolve("email-reply-parser")).href);
  return (/** @type {string} */ mail) => new Parser().read(mail).getVisibleText();
}

/** The sentences kept aside. @returns {Sentence[]} */
function aside() {
  return ["en", "de", "fr", "es", "others"].flatMap((name) => {
    let intent = "";
    return replies(name).split("\n").flatMap((line) => {
      if (line.startsWith("% ")) intent = line.slice(2);
      if (line === "" || "%#".includes(line[0]) || hash(line) % 3 !== 0) return [];
      const [, subject, text] = /^(?:\[(.*?)\])?(.*)$/s.exec(line) ?? [];
      return [{ intent, subject: subject ?? "", text: text.trim().replaceAll("\\n", "\n") }];
    });
  });
}

const replies = (/** @type {string} */ name) => readFileSync(`${root}testdata/replies/${name}.txt`, "utf8");

/** FNV-1a, 32 bits. @param {string} line */
function hash(line) {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(line)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
}

/** The mails of visible.txt. */
function mails() {
  return `\n${replies("visible")}`.split("\n=== ").slice(1).filter((part) => !part.startsWith("seen\n")).map((part) => part.slice(part.indexOf("\n") + 1));
}

const letter = `Hello Jo,

thank you for what you sent us last week. I went through it with two colleagues and we have a few thoughts on how it could work for our team in Hamburg.

First, the price list is clear, but what happens when more people join during the year? Second, our data has to stay in Europe. And third, who would train the people?

`;
const history = Array.from({ length: 25 }, (_, i) => `> This is line ${i + 1} of what was written some weeks ago, and it goes on like this.`).join("\n");

/** A mail as long as mails are. @param {string} mail */
const long = (mail) => letter + mail + (mail.includes(">") ? `\n${history}\n` : "");

/** @param {Reader} ours @param {Sentence[]} sentences */
function confusion(ours, sentences) {
  const names = [...new Set(sentences.map((s) => s.intent))];
  const counts = new Map(names.map((n) => [n, new Map()]));
  const machines = new Set(["out-of-office", "auto-ack", "bounce"]);
  const either = new Set(["left-company", "calendar"]);
  let found = 0, sent = 0, people = 0, mistaken = 0, goodbyes = 0, heard = 0;
  for (const s of sentences) {
    const [got, machine] = ours.read(s.text, s.subject);
    const row = /** @type {Map<string, number>} */ (counts.get(s.intent));
    row.set(got, (row.get(got) ?? 0) + 1);
    if (machines.has(s.intent)) sent++, found += +machine;
    else if (!either.has(s.intent)) people++, mistaken += +machine;
    if (s.intent === "unsubscribe") goodbyes++, heard += +(got === "unsubscribe" || got === "erasure");
  }
  const wide = Math.max(...names.map((n) => n.length));
  console.log(`${" ".repeat(wide)} ${names.map((n) => n.slice(0, 4).padStart(5)).join("")}   F1`);
  let sum = 0;
  for (const n of names) {
    const row = /** @type {Map<string, number>} */ (counts.get(n));
    const right = row.get(n) ?? 0;
    const all = [...row.values()].reduce((a, b) => a + b, 0);
    const read = [...counts.values()].reduce((a, r) => a + (r.get(n) ?? 0), 0);
    const f1 = (2 * right) / (all + read);
    sum += f1;
    console.log(`${n.padEnd(wide)} ${names.map((m) => String(row.get(m) ?? ".").padStart(5)).join("")}  ${f1.toFixed(2)}`);
  }
  console.log(`sentences ${sentences.length} macro_f1 ${(sum / names.length).toFixed(3)} opt_out_recall ${(heard / goodbyes).toFixed(3)} machine_recall ${(found / sent).toFixed(3)} people_taken_for_machines ${mistaken} of ${people}`);
}

const passes = 20; // through the mails between two looks at the clock, which takes its time too

/** Mails a second. @param {(mails: string[]) => string[]} trim @param {string[]} list */
function speed(trim, list) {
  const start = process.cpuUsage();
  let n = 0, spent = 0;
  while (spent < turnTakes) {
    for (let pass = 0; pass < passes; pass++) n += trim(list).length;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1000;
  }
  return (1000 * n) / spent;
}

const middle = (/** @type {number[]} */ list) => [...list].sort((a, b) => a - b)[list.length >> 1];

const ours = await startReader();
confusion(ours, aside());

const peer = await startPeer();
const trimOurs = (/** @type {string[]} */ list) => ours.visible(list.join("\0")).split("\0");
const trimTheirs = (/** @type {string[]} */ list) => list.map((mail) => peer(mail));
for (const [name, list] of /** @type {[string, string[]][]} */ ([["short", mails()], ["long", mails().map(long)]])) {
  /** @type {[number, number][]} */
  const rounds = [];
  for (let i = 0; i < warming + turns; i++) {
    const round = /** @type {[number, number]} */ ([speed(trimOurs, list), speed(trimTheirs, list)]);
    if (i >= warming) rounds.push(round);
  }
  const bytes = Math.round(list.reduce((sum, mail) => sum + mail.length, 0) / list.length);
  console.log(`trimming ${name} mails of ${bytes} characters: ours_mails_per_s ${Math.round(middle(rounds.map((r) => r[0])))} email_reply_parser_mails_per_s ${Math.round(middle(rounds.map((r) => r[1])))} ratio ${middle(rounds.map((r) => r[0] / r[1])).toFixed(1)}`);
}
process.exit(0);
