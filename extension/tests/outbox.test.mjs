// @ts-check
// The rules of the outbox are those of core/device, whose test reads the same file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { named, outlives, rowAgain, rowOf } from "../outbox.js";

const { events, entries } = JSON.parse(readFileSync(new URL("../../testdata/outbox.json", import.meta.url), "utf8"));

for (const { about, event, number, rank, place, outlives: stays } of events)
  test(`${about}: its row, and whether it outlives an erasure`, () => {
    assert.deepEqual(rowOf(event, number), { id: event.id, rank, number: place });
    assert.equal(outlives(event), stays);
  });

for (const { about, entry, row, names } of entries)
  test(`the entry of ${about}: its row after a rewind, and whom it names`, () => {
    assert.deepEqual(rowAgain(JSON.stringify(entry)), row);
    assert.deepEqual(named(JSON.stringify(entry)), names);
  });
