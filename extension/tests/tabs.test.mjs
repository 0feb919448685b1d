// @ts-check
// What the background knows of a tab.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as tabs from "../tabs.js";

test("all who wait for a page hear of it, and an old patience ends nobody else's", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const heard = [];
  void tabs.awaited(1).then(() => heard.push("first"));
  t.mock.timers.tick(9_000);
  void tabs.awaited(1).then(() => heard.push("second"));
  t.mock.timers.tick(1_500);
  await Promise.resolve();
  assert.deepEqual(heard, ["first"]);
  void tabs.awaited(1).then(() => heard.push("third"));
  tabs.seen(1);
  await Promise.resolve();
  assert.deepEqual(heard, ["first", "second", "third"]);
});

test("pages that came too often are asked for once, when the time is over", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  let asked = 0;
  const again = () => void asked++;
  for (let i = 0; i < 60; i++) assert.equal(tabs.tooOften(2, again), false);
  for (let i = 0; i < 20; i++) assert.equal(tabs.tooOften(2, again), true);
  t.mock.timers.tick(9_999);
  assert.equal(asked, 0);
  t.mock.timers.tick(1);
  assert.equal(asked, 1);
  assert.equal(tabs.tooOften(2, again), false);
});

test("a mail that opens over what is shown leaves the tab where it is", () => {
  const inbox = "https://mail.google.com/mail/u/0/#inbox";
  tabs.find(4, inbox);
  for (const open of ["?compose=new", "?compose=DmwnWrRlQ%2Cnew"]) assert.ok(tabs.isAt(4, inbox + open), open);
  assert.ok(!tabs.isAt(4, `${inbox}?projector=1`));
  tabs.leave(4, `${inbox}?projector=1&messagePartId=0.1`);
  for (const open of ["?compose=new&projector=1&messagePartId=0.1", "?projector=1&compose=new&messagePartId=0.1", "?projector=1&messagePartId=0.1&compose=new"]) assert.ok(tabs.isAt(4, inbox + open), open);
  tabs.leave(4, "https://www.linkedin.com/in/kim/?compose=1");
  assert.ok(!tabs.isAt(4, "https://www.linkedin.com/in/kim/"));
});

test("a press is about one address, as the browser and as the page spells it", () => {
  tabs.find(3, "https://www.linkedin.com/in/kim/#:~:text=Kim");
  tabs.press(3, "https://www.linkedin.com/in/kim/#:~:text=Kim");
  assert.ok(tabs.wasPressed(3, "https://www.linkedin.com/in/kim/"));
  assert.ok(tabs.isAt(3, "https://www.linkedin.com/in/kim/"));
  assert.ok(!tabs.wasPressed(3, "https://www.linkedin.com/in/jo/"));
  tabs.leave(3, "https://www.linkedin.com/in/jo/");
  tabs.leave(3, "https://www.linkedin.com/in/kim/");
  assert.ok(!tabs.wasPressed(3, "https://www.linkedin.com/in/kim/"));
});
