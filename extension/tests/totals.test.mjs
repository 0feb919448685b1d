// @ts-check
// What the pipeline page adds up, of rows as it holds them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { totals } from "../rows.js";

/** @typedef {import("../rows.js").Row} Row */
/** @typedef {import("../rows.js").Decision} Decision */

/** @param {number} n @param {Partial<Row>} over @returns {Row} */
const row = (n, over = {}) => ({
  n, file: 0, line: n + 2, at: n, id: `${n}`, name: `Kim ${n}`, contact: "", email: "", account: "", owner: "", stage: "", value: 300, currency: "EUR", verdict: "break-up",
  kind: "not-worth-it", score: 40, reason: "", next: "", reassess: "", minutes: 27, note: "", judged: true, aggregate: false, rotting: false, valued: true, single: false, worth: 1,
  text: "", key: `${n}`, ...over,
});

/** @param {Partial<Decision>} d @returns {Decision} */
const decision = (d) => ({ did: "agree", verdict: "", kind: "", instead: "", why: "", until: "", at: "", ...d });

test("hours are added up before they are rounded", () => {
  const rows = Array.from({ length: 1000 }, (_, n) => row(n));
  const { proposed, freed } = totals(rows, ({ n }) => (n < 100 ? decision({}) : undefined));
  assert.deepEqual({ proposed, freed }, { proposed: 450, freed: 45 });
});

test("letting go frees what it does, whoever proposed it", () => {
  const rows = [row(1, { minutes: 120 }), row(2, { minutes: 180, verdict: "keep" }), row(3, { minutes: 240 }), row(4, { minutes: 300, verdict: "keep" })];
  const done = [decision({ did: "disagree", instead: "keep" }), decision({ did: "disagree", instead: "break-up" }), decision({}), decision({})];
  const { proposed, freed, kept } = totals(rows, ({ n }) => done[n - 1]);
  assert.deepEqual({ proposed, freed, kept }, { proposed: 6, freed: 7, kept: [["EUR", 600]] });
});
