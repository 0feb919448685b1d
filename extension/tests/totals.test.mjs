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
  kind: "not-worth-it", score: 40, reason: "", next: "", reassess: "", minutes: 27, note: "", judged: true, aggregate: false, rotting: false, valued: true, several: false, single: false, worth: 1,
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

/** What is added up of some rows: whose they are, and how many. @param {Row[]} all @param {(owner: string) => boolean} mine */
const open = (all, mine) => (/** @type {Row[]} */ found) => {
  const { of, rows } = openFigures(all, mine).of(found);
  return `${of} ${rows.length}`;
};

test("figures are shown of five others and more, and of oneself", () => {
  const said = open(owned, first);
  assert.equal(said(owned), "found 11");
  assert.equal(said(owned.slice(0, 6)), "all 11", "what is left is of four others, and of oneself");
  assert.equal(open([...owned, row(11, { owner: "Owner 1" })], first)(owned.slice(0, 6)), "found 6", "what is left is of five others");
  assert.equal(said(owned.slice(1, 5)), "all 11", "four others");
  assert.equal(said([owned[0], owned[10]]), "found 2", "one's own");
  assert.equal(said([owned[1]]), "all 11");
  assert.equal(said(owned.slice(0, 10)), "found 10", "what is left is one's own");
  assert.equal(open(owned, nobody)(owned.slice(0, 10)), "all 11", "what is left is another's");
});

test("of a small team one's own figures are shown, for what is left of all would be the others'", () => {
  const two = [row(1, { owner: "Owner 0" }), row(2, { owner: "Owner 1" }), row(3, { owner: "Owner 0" })];
  assert.equal(open(two, first)(two), "mine 2");
  assert.equal(open(two, first)(two.slice(0, 2)), "mine 1");
  assert.equal(open(two, first)([two[1]]), "mine 0");
  assert.equal(open(two, first)([two[0]]), "found 1");
  assert.equal(open(owned.slice(0, 5), first)(owned.slice(0, 5)), "mine 1", "oneself and four");
  assert.equal(open(owned.slice(0, 6), first)(owned.slice(0, 6)), "found 6", "oneself and five");
});

test("of a small team of others all together are shown, and no part of it", () => {
  const two = [row(1, { owner: "Owner 0" }), row(2, { owner: "Owner 1" }), row(3, { owner: "Owner 0" })];
  assert.equal(open(two, nobody)(two), "found 3");
  assert.equal(open(two, nobody)(two.slice(0, 2)), "all 3");
  assert.equal(open(two, nobody)([two[1]]), "all 3");
  assert.deepEqual(grouped(two, "stage", nobody, openFigures(two, nobody).may), []);
  const one = [owned[1], row(2, { owner: "Owner 1" })];
  assert.equal(open(one, nobody)([owned[1]]), "found 1", "the only owner's");
  assert.equal(open([row(1), row(2)], nobody)([row(1)]), "found 1", "nobody's");
});

test("totals by stage put those of few owners together, with another stage where they would still be of few", () => {
  const said = (/** @type {Row[]} */ rows, /** @type {(owner: string) => boolean} */ mine) => grouped(rows, "stage", mine, openFigures(rows, mine).may).map(([of, words, rows]) => `${of} ${words} ${rows.length}`);
  assert.deepEqual(said(owned, nobody), ["one demo 6", "few  5"]);
  assert.deepEqual(said(owned, first), ["one signing 1", "few  10"], "four others have offers: all less the rest would be theirs");
  assert.deepEqual(grouped(owned, "owner", first, openFigures(owned, first).may).map(([of, , rows]) => [of, rows.length]), [["me", 2]]);
  assert.deepEqual(grouped(owned, "owner", nobody, openFigures(owned, nobody).may), []);
});
