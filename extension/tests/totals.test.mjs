// @ts-check
// What the pipeline page adds up, of rows as it holds them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, openFigures, totals } from "../rows.js";

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

/** Ten owners, each with a row in one of two stages, and one more stage of the first alone. */
const owned = [...Array.from({ length: 10 }, (_, n) => row(n, { owner: `Owner ${n}`, stage: n < 6 ? "demo" : "offer" })), row(10, { owner: "Owner 0", stage: "signing" })];
const nobody = () => false;
const first = (/** @type {string} */ owner) => owner === "Owner 0";

test("figures are shown of five owners, of everybody, and of oneself", () => {
  const may = openFigures(owned, first);
  assert.equal(may(owned), true);
  assert.equal(may(owned.slice(0, 5)), true);
  assert.equal(may(owned.slice(0, 4)), false);
  assert.equal(may([owned[0], owned[10]]), true, "one's own");
  assert.equal(may([owned[1]]), false);
  assert.equal(openFigures(owned, nobody)([owned[0], owned[10]]), false);
  assert.equal(openFigures([owned[1]], nobody)([owned[1]]), true, "the only owner's");
  assert.equal(openFigures([row(1), row(2)], nobody)([row(1)]), true, "nobody's");
});

test("totals by stage put those of few owners together, and leave out what would still be of few", () => {
  const said = (/** @type {(owner: string) => boolean} */ mine) => grouped(owned, "stage", mine, openFigures(owned, mine)).map(([of, words, rows]) => `${of} ${words} ${rows.length}`);
  assert.deepEqual(said(nobody), ["one demo 6", "few  5"]);
  assert.deepEqual(said(first), ["one demo 6", "one signing 1"]);
  assert.deepEqual(grouped(owned, "owner", first, openFigures(owned, first)).map(([of, , rows]) => [of, rows.length]), [["me", 2]]);
  assert.deepEqual(grouped(owned, "owner", nobody, openFigures(owned, nobody)), []);
});
