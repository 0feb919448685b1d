// @ts-check
// The rows of the pipeline page, as they come from the worker. wasm/pipeline/rows_test.go
// holds what sends them to the same list of cells.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openReader, unjudged } from "../rows.js";

/** @type {{cells: [column: string, value: string | number][], flags: Record<string, string>}} */
const { cells, flags } = JSON.parse(await readFile(new URL("../../testdata/pipeline-row.json", import.meta.url), "utf8"));

/** A row as it is sent, with these letters in its last cell. @param {string} letters @param {Record<string, string>} over columns with other values */
const sent = (letters, over = {}) => `${cells.map(([column, value]) => `${over[column] ?? value}\x1f`).join("")}${letters}\x1e`;
/** @param {string} text */
const read = (text) => openReader()(new TextEncoder().encode(text));

test("each cell comes to its own column", () => {
  const [row] = read(sent(flags.judged));
  for (const [column, value] of cells) assert.equal(/** @type {any} */ (row)[column], value, column);
  assert.equal(row.text, "two hundred seats\nkim olsen\nkim@acme.example\nacme\nd-17");
});

test("each letter of the last cell says one thing", () => {
  const names = Object.keys(flags);
  for (const [name, letter] of Object.entries(flags)) {
    const [row] = read(sent(letter));
    assert.deepEqual(names.filter((flag) => /** @type {any} */ (row)[flag]), [name]);
  }
});

test("a row that was not judged has no verdict and no worth, one that was has both", () => {
  const [not, judged, lost] = read(sent("") + sent(flags.judged) + sent(flags.judged, { value: "-5" }));
  assert.deepEqual([not.verdict, not.worth], [unjudged, -1]);
  assert.deepEqual([judged.verdict, judged.worth], ["pause", 1200.5 * 61]);
  assert.equal(lost.worth, 0);
});

test("a row without a name is called as its contact is, or by the address", () => {
  const [contact, email] = read(sent("", { name: "" }) + sent("", { name: "", contact: "" }));
  assert.deepEqual([contact.name, email.name], ["Kim Olsen", "kim@acme.example"]);
});

test("rows that are cut short are said to be", () => {
  assert.throws(() => read(sent("").slice(0, -1)), /cut short; load the page again/);
});
