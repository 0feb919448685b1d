// @ts-check
// The engine's wasm in real Chromium: the same assessments as the native engine.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cases, nativeVerdicts } from "./cases.mjs";
import { start } from "./extension.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

test("every case gives in Chromium what it gives natively", async () => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/welcome.html`);
  const got = await page.evaluate(async (cases) => {
    const { startBrain } = await import(/** @type {any} */ ("/brain.js"));
    const files = await import(/** @type {any} */ ("/files.js"));
    const host = { zone: "UTC", ...files, key: async () => "", load: async () => "{}", alike: async () => "[]", put: async () => {}, remove: async () => {}, forget: async () => {} };
    const brain = startBrain(host, () => WebAssembly.compileStreaming(fetch("/cases.wasm")));
    /** @type {Record<string, unknown>} */
    const all = {};
    for (const { name, text } of cases) all[name] = JSON.parse(await brain.assess(text));
    return all;
  }, cases());
  assert.deepEqual(got, nativeVerdicts());
});
