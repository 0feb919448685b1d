// @ts-check
// The brain's program under Node: the same verdicts as the native engine on
// every case, and a runtime that ends is replaced.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { cases, nativeVerdicts } from "./cases.mjs";
import { saved, withSitesGranted } from "./extension.mjs";

const { startBrain } = await import(pathToFileURL(join(withSitesGranted, "brain.js")).href);

/** @type {any[]} every Go runtime that was started */
const runtimes = [];
const RealGo = /** @type {any} */ (globalThis).Go;
/** @type {any} */ (globalThis).Go = class extends RealGo {
  constructor() {
    super();
    runtimes.push(this);
  }
};

const shipped = async (/** @type {string} */ name) => new Uint8Array(await readFile(join(withSitesGranted, name)));

/** A host whose log is empty. @param {object} [other] */
const host = (other) => ({
  zone: "Europe/Berlin",
  zoneFile: (/** @type {string} */ name) => shipped(`zones/${name}`),
  wordsFile: (/** @type {string} */ lang) => shipped(`words/${lang}.json`),
  key: async () => btoa("k".repeat(32)),
  load: async () => `{"events":[],"looks":[]}`,
  mine: async () => "{}",
  put: async () => {},
  remove: async () => {},
  alike: async () => "[]",
  forget: async () => {},
  ...other,
});

const compile = async () => WebAssembly.compile(await shipped("cases.wasm"));

describe("the brain under Node", () => {
  test("gives the same assessments as the native engine, on every case", async () => {
    const brain = startBrain(host(), compile);
    const native = nativeVerdicts();
    for (const { name, text } of cases()) {
      assert.deepEqual(JSON.parse(await brain.assess(text)), native[name], name);
    }
  });

  test("a language's words are asked for when a draft is written in it, and once", async () => {
    /** @type {string[]} */
    const asked = [];
    const wordsFile = (/** @type {string} */ lang) => (asked.push(lang), shipped(`words/${lang}.json`));
    const brain = startBrain(host({ wordsFile }), compile);
    const said = (/** @type {string} */ text) => JSON.stringify({
      now: "2026-11-20", events: [{ at: "2026-11-18", type: "touch", channel: "email" }, { at: "2026-11-19", type: "reply", channel: "email", text }],
    });
    const german = said("Vielen Dank für Ihre Nachricht. Das klingt interessant, können wir nächste Woche telefonieren?");
    for (let i = 0; i < 2; i++) assert.match(await brain.assess(german), /Guten Tag|Hallo|Vielen Dank|Danke/);
    assert.deepEqual(asked, ["de"]);
    await brain.assess(said("Thanks, this is interesting. Could we talk next week?"));
    assert.deepEqual(asked, ["de", "en"]);
  });

  test("words that cannot be loaded are no draft, and are asked for again", async () => {
    let tries = 0;
    const wordsFile = (/** @type {string} */ lang) => (tries++ === 0 ? Promise.reject(new Error("no disk")) : shipped(`words/${lang}.json`));
    const brain = startBrain(host({ wordsFile }), compile);
    const first = `{"now":"2026-11-20","prospect":{"name":"Kim Olsen","email":"kim@acme.example"}}`;
    assert.match(await brain.assess(first), /"verdict":"keep"/);
    assert.match(await brain.assess(first), /Kim/);
  });

  test("a malformed case is refused with the field and the place", async () => {
    const brain = startBrain(host(), compile);
    await assert.rejects(brain.assess(`{"now":"2026-11-20",\n"event":[]}`), /line 2, column 1: event: unknown field/);
  });

  test("a program that could not be compiled is started by the next call", async () => {
    let tries = 0;
    let started = 0;
    const notAtFirst = async () => {
      if (tries++ === 0) throw new Error("no disk");
      return compile();
    };
    const brain = startBrain(host(), notAtFirst, () => started++);
    await assert.rejects(brain.assess(`{"now":"2026-11-20"}`), /no disk/);
    assert.match(await brain.assess(`{"now":"2026-11-20"}`), /"verdict":"keep"/);
    assert.match(await brain.assess(`{"now":"2026-11-20"}`), /"verdict":"keep"/);
    assert.equal(tries, 2);
    assert.equal(started, 2);
  });

  test("a panic is an error, and the next call works", async () => {
    const brain = startBrain(host({ load: "not a function" }), compile);
    const snapshot = await readFile(new URL("../../testdata/pages/gmail-thread-en.snapshot.json", import.meta.url), "utf8");
    await assert.rejects(brain.page(1, "https://mail.google.com", snapshot), /fault of Clean Break itself/);
    assert.match(await brain.assess(`{"now":"2026-11-20"}`), /"verdict":"keep"/);
  });

  test("a runtime that has ended is replaced before the next call", async () => {
    const brain = startBrain(host(), compile);
    await brain.assess(`{"now":"2026-11-20"}`);
    const before = runtimes.length;
    end(runtimes.at(-1));
    assert.match(await brain.assess(`{"now":"2026-11-20"}`), /"verdict":"keep"/);
    assert.equal(runtimes.length, before + 1);
  });

  test("a call cut off by the end of its runtime is made once more", async () => {
    let loads = 0;
    const load = () => {
      if (loads++ === 0) {
        end(runtimes.at(-1));
        return new Promise(() => {});
      }
      return Promise.resolve(`{"events":[],"looks":[]}`);
    };
    const brain = startBrain(host({ load }), compile);
    const snapshot = await readFile(new URL("../../testdata/pages/gmail-thread-en.snapshot.json", import.meta.url), "utf8");
    const shown = await brain.page(1, "https://mail.google.com", snapshot);
    assert.equal(JSON.parse(shown.state).person.name, "Maren Holt");
    assert.equal(shown.url, saved("gmail-thread-en").url);
  });
});

/** What wasm_exec.js does when the program calls exit. @param {any} go */
function end(go) {
  go.exited = true;
  go._resolveExitPromise();
}

