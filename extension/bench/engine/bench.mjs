// @ts-check
// The engine beside the stack a JavaScript developer would take, judging the same
// prospects in one run of Node:
//
//   make bench-engine
//
// Ours is the built wasm: it reads the six mails of a prospect, counts, asks the
// rules of Balanced and of the five voices, and makes score, plan, drafts and
// sentences. The peer is made of json-rules-engine, compromise and
// email-reply-parser, each at the version in package.json:
//
//   - the same rules with the numbers of the same playbook files, one engine a
//     playbook, built once; facts are counted once for all of them, in plain
//     JavaScript; the first rule that holds stops the engine
//   - the score as rules too
//   - mails: the quotes taken off, then one net of compromise's patterns, built once
//
// There are two readers of mails in the peer. The one called equal knows the
// English phrases of the engine, and ratio_vs_js is against it. The small one
// knows some fifty patterns, written for the mails below: how well each of them,
// and the engine, reads the labelled replies of testdata/replies/en.txt is said.
//
// The peer does not: make a plan, a draft, a sentence or evidence, find a renewal
// or a referred person, know time zones or public holidays (the prospects live in
// UTC and in no country), or read any language but English.
//
// Both hold the prospects in memory, with the mails as they came, and give a score
// and six verdicts; JavaScript has them, so ours crosses from wasm each time. They
// take turns of about half a second. A turn gives one ratio, and the median of them
// is printed. "read before" leaves the mails out, on both sides.
//
// The memory is that of one engine over a million verdicts, of which every tenth
// reads its mails anew. ROUNDS in the environment sets another number.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { facts, loaded } from "./facts.mjs";
import { prospect, replies, touches } from "./prospects.mjs";
import { known, readers } from "./reader.mjs";
import { books, decide, names, ruleCount, score } from "./rules.mjs";

const verdicts = Number(process.env.ROUNDS ?? 1_000_000);
const many = 240;
const turns = 11;
const turnTakes = 500; // ms

const root = fileURLToPath(new URL("../../../", import.meta.url));
const build = process.env.BUILD ?? `${root}build`;
createRequire(import.meta.url)(`${build}/wasm_exec.js`);

/** @typedef {{load: (cases: string) => string, judge: (n: number, readAnew: boolean) => string, readings: (n: number) => string, heap: () => number}} Engine */
/** @typedef {import("./reader.mjs").Reader} Reader */
/** @typedef {import("./reader.mjs").Reading} Reading */

async function startEngine() {
  const go = new (/** @type {any} */ (globalThis).Go)();
  const { instance } = await WebAssembly.instantiate(readFileSync(`${build}/enginebench.wasm`), go.importObject);
  go.run(instance);
  const engine = /** @type {Engine} */ (/** @type {any} */ (globalThis).cleanBreakEngine);
  return { engine, memory: /** @type {WebAssembly.Memory} */ (instance.exports.mem) };
}

const cases = Array.from({ length: many }, (_, n) => prospect(n));
const theirs = cases.map(loaded);
const { engine, memory } = await startEngine();
load(cases);

/** @param {object[]} list */
function load(list) {
  const wrong = engine.load(JSON.stringify(list));
  if (wrong) throw new Error(wrong);
}

const mailsOf = (/** @type {number} */ n) => theirs[n].events.filter((e) => e.type === "reply");
const readingsOf = (/** @type {number} */ n) => /** @type {Reading[]} */ (JSON.parse(engine.readings(n)));

/** The peer's judgement; with a reader the mails are read anew. @param {number} n @param {Reader} [read] */
async function judge(n, read) {
  if (read) for (const e of mailsOf(n)) e.reading = read(e.text ?? "", e.at);
  const counted = facts(theirs[n], books[0]);
  return `${await score(counted)},${await decide(counted)}`;
}

const percent = (/** @type {number} */ n, /** @type {number} */ of) => `${Math.round((100 * n) / of)}%`;

// ---- how well do they read?

/** @type {{lead: string, text: string}[]} */
const labelled = [];
let label = "";
for (const line of readFileSync(`${root}testdata/replies/en.txt`, "utf8").split("\n")) {
  if (line.startsWith("%")) label = line.split(" ")[1];
  else if (line !== "" && !/^[#[]/.test(line)) labelled.push({ lead: label, text: line.replaceAll("\\n", "\n") });
}
load([{ now: cases[0].now, events: labelled.map(({ text }) => ({ at: cases[0].now, type: "reply", text })) }]);
const right = (/** @type {(string | undefined)[]} */ leads) => percent(leads.filter((lead, i) => lead === labelled[i].lead).length, labelled.length);
const by = (/** @type {Reader} */ read) => right(labelled.map(({ text }) => read(text, Date.parse(cases[0].now)).lead));
console.log(
  `reads ${labelled.length} labelled replies: ours ${right(readingsOf(0).map((r) => r.lead))}, ` +
    `equal reader (${known.equal} patterns) ${by(readers.equal)}, small reader (${known.small}) ${by(readers.small)}`,
);
load(cases);

// ---- do they agree?

/** @param {string} about @param {Reader} [read] without it the peer takes our readings */
async function agreement(about, read) {
  let [scores, mails, leads] = [0, 0, 0];
  const same = names.map(() => 0);
  for (let n = 0; n < many; n++) {
    const [ourScore, ...ours] = engine.judge(n, true).split(",");
    const readings = readingsOf(n);
    if (!read) mailsOf(n).forEach((e, i) => (e.reading = readings[i]));
    const [score, ...verdicts] = (await judge(n, read)).split(",");
    scores += Number(score === ourScore);
    names.forEach((_, i) => (same[i] += Number(ours[i] === verdicts[i])));
    mailsOf(n).forEach((e, i) => (mails++, (leads += Number(e.reading?.lead === readings[i].lead))));
  }
  console.log(`agreement, ${about}: ${names.map((name, i) => `${name} ${percent(same[i], many)}`).join(", ")} of verdicts and kinds; ${percent(scores, many)} of scores; ${percent(leads, mails)} of mails`);
  return same[0] / many;
}
if ((await agreement("given our readings")) < 0.9) throw new Error("void: the rules of the two are not the same");
await agreement("small reader", readers.small);
await agreement("equal reader", readers.equal);

// ---- how fast?

/** Judges one prospect after the other until the turn is over; ms for each. @param {(n: number) => unknown} one @param {number} from */
async function turn(one, from) {
  const began = performance.now();
  let n = 0;
  do {
    const result = one((from + n++) % many);
    if (result instanceof Promise) await result;
  } while (performance.now() - began < turnTakes);
  return { ms: (performance.now() - began) / n, next: (from + n) % many };
}

const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {Reader} [read] */
async function compare(read) {
  /** @type {{ours: number, js: number}[]} */
  const rounds = [];
  let [a, b] = [0, 0];
  for (let i = -1; i < turns; i++) {
    const ours = await turn((n) => engine.judge(n, read !== undefined), a);
    const js = await turn((n) => judge(n, read), b);
    [a, b] = [ours.next, js.next];
    if (i >= 0) rounds.push({ ours: ours.ms, js: js.ms }); // the first is a warm-up
  }
  const ratios = rounds.map((r) => r.js / r.ours).sort((x, y) => x - y);
  const speed = (/** @type {"ours" | "js"} */ side) => {
    const ms = median(rounds.map((r) => r[side]));
    return `${Math.round(1000 / ms)}/s (${ms.toFixed(2)} ms)`;
  };
  return `${median(ratios).toFixed(1)} (${ratios[0].toFixed(1)} to ${ratios[ratios.length - 1].toFixed(1)}): ours ${speed("ours")}, js ${speed("js")}`;
}

console.log(`prospects ${many}, each ${touches} touches and ${replies} replies; ${ruleCount} rules in the peer; ${turns} turns each`);
console.log(`ratio_vs_js ${await compare(readers.equal)}`);
console.log(`ratio_vs_js_small_reader ${await compare(readers.small)}`);
console.log(`ratio_vs_js_read_before ${await compare()}`);

// ---- natively

const out = execFileSync("go", ["test", "./core/assess", "-run", "^$", "-bench", ".", "-benchtime", "1s", "-count", "5", "-timeout", "5m"], { cwd: root, encoding: "utf8" });
/** @param {string} name */
function native(name) {
  const lines = [...out.matchAll(new RegExp(`^Benchmark${name}\\S*\\s+\\d+\\s+([\\d.]+) ns/op.*?(\\d+) allocs/op`, "gm"))];
  return { us: Math.round(median(lines.map((l) => Number(l[1]))) / 1000), allocs: median(lines.map((l) => Number(l[2]))) };
}
const [verdict, flips, reading] = ["VerdictWithVoices", "Assess", "Reading"].map(native);
console.log(`native_us ${verdict.us} native_allocs ${verdict.allocs} a verdict with voices; with flips ${flips.us} us, ${flips.allocs} allocs; its ${replies} mails ${reading.us} us, ${reading.allocs} allocs`);

// ---- and the memory?

const mb = (/** @type {number} */ bytes) => (bytes / 2 ** 20).toFixed(1);
let done = 0;
for (const upTo of [verdicts / 100, verdicts / 10, verdicts]) {
  for (; done < upTo; done++) engine.judge(done % many, done % 10 === 0);
  console.log(`after ${done} verdicts heap_mb ${mb(engine.heap())} wasm_memory_mb ${mb(memory.buffer.byteLength)}`);
}
process.exit(); // Go waits for ever
