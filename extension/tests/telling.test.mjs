// @ts-check
// What is told in the panel of a prospect, the deal and the company: each line
// typed, what it sends, and what it shows.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answers, focused, openStage, press, said, says, showing, tell, told, unfold } from "./panel-stage.mjs";
import { gone, holds } from "./shown.mjs";
import { states } from "./states.mjs";
import { becomes } from "./waits.mjs";

/** @typedef {import("./panel-stage.mjs").Panel} Panel */

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => { stage = await openStage(); });
after(() => stage?.close());

/** @param {string} name @param {(page: Panel) => Promise<void>} check */
const shows = (name, check) => showing(() => stage, name, check);

/** @param {Panel} page @param {string} chip @param {string} label @param {string} text */
const line = async (page, chip, label, text) => {
  await press(page, chip);
  await page.getByLabel(label).fill(text);
  await page.keyboard.press("Enter");
  await page.locator(".line").waitFor({ state: "detached" });
};

test("Enter saves one line, and the focus is on its chip", shows("keep", async (page) => {
  await unfold(page, "tell");
  await line(page, "Budget", "Ask: “Is there a budget", "from January");
  await focused(page, "Budget");
  await line(page, "I promised", "What did you promise?", "send the sheet");
  await line(page, "They complained", "What about?", "the export is broken");
  await line(page, "Value", "What is the deal worth?", "12k");
  await line(page, "Country", "Which country", "de");
  await line(page, "Stage", "Which stage", "demo");
  await says(page, [
    { type: "answer", question: "budget", text: "from January" }, { type: "promise", text: "send the sheet" }, { type: "complaint", text: "the export is broken" },
    { value: 12000 }, { country: "DE" }, { stage: "demo" }]);
}));

test("who else is known at their company, who is talking first; and a single thread", shows("invest", async (page) => {
  const fold = page.locator("details[data-fold=account]");
  await fold.getByText("3 others · 1 talking").waitFor();
  await unfold(page, "account");
  await becomes(async () => (await fold.locator("li").allInnerTexts()).map((lines) => lines.replaceAll("\n\n", "\n")), [
    "Ada Lund\nHead of quality\ntalking\nMeeting on 26 Nov\nAnswered on 16 Nov, to Ben\nLast touch on 12 Nov",
    "Jo Berg\nChief financial officer\nLast touch on 3 Nov, by Ben", "procurement@acme.example\nNever in touch"]);
  await tell(page, told("told, and a deal"));
  await fold.getByText("everything hangs on this one person").waitFor();
  await tell(page, told("keep"));
  await gone(fold);
}));

test("what a page gave of who they are is corrected in place, and taken back", shows("keep", async (page) => {
  await unfold(page, "correct");
  await press(page, "Name: Kim Olsen");
  await holds(page.getByLabel("What are they called?"), "Kim Olsen");
  await page.getByLabel("What are they called?").fill("Kim Olsen-Lund");
  await answers(page, JSON.stringify({ ...states.keep, person: { ...states.keep.person, name: "Kim Olsen-Lund" }, deal: { name: "Kim Olsen-Lund" } }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Kim Olsen-Lund" }).waitFor();
  await focused(page, "Name: Kim Olsen-Lund");
  await answers(page, JSON.stringify(states.keep));
  await press(page, "Undo");
  await page.getByRole("heading", { name: "Kim Olsen", exact: true }).waitFor();
  await says(page, [{ name: "Kim Olsen-Lund" }, {}]);
}));

test("what is wrong is said, and Escape leaves all as it was", shows("keep", async (page) => {
  await unfold(page, "tell");
  await press(page, "Company size");
  await page.getByLabel("How many people").fill("many");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("Write a number").waitFor();
  await page.keyboard.press("Escape");
  await gone(page.locator(".line"));
  await focused(page, "Company size");
  await press(page, "Company size");
  await holds(page.getByLabel("How many people"), "");
  assert.deepEqual(await said(page), []);
}));

test("a meeting, what came of one, a reaction", shows("keep", async (page) => {
  await unfold(page, "tell");
  await press(page, "A new meeting");
  await press(page, "Save");
  await page.getByRole("alert").getByText("Pick the day and the hour.").waitFor();
  await page.getByLabel("When do you meet?").fill("2026-12-03T10:30");
  await press(page, "Save");
  await press(page, "How a meeting went");
  await page.getByLabel("New date").fill("2026-12-04T09:00");
  await press(page, "They moved it");
  await press(page, "How a meeting went");
  await press(page, "It took place");
  await press(page, "They reacted");
  await press(page, "They accepted or reacted on LinkedIn");
  await says(page, [
    { type: "meeting", disposition: "scheduled", starts: "2026-12-03T09:30:00Z" }, { type: "meeting", disposition: "rescheduled", by: "them", starts: "2026-12-04T08:00:00Z" },
    { type: "meeting", disposition: "completed" }, { type: "reaction", channel: "linkedin" }]);
}));

test("one fact of the deal leaves the others, and can be taken back", shows("told, and a deal", async (page) => {
  await unfold(page, "tell");
  const { deal } = states["told, and a deal"];
  await press(page, "Customer or prospect");
  await answers(page, JSON.stringify({ ...states["told, and a deal"], deal: { ...deal, customer: true } }));
  await press(page, "Customer");
  await page.locator(".person-head").getByText("Customer · ").waitFor();
  await press(page, "Undo");
  await page.locator(".noted").waitFor({ state: "detached" });
  await says(page, [{ ...deal, customer: true }, deal]);
}));

test("an open promise is kept", shows("told, and a deal", async (page) => {
  await unfold(page, "tell");
  await press(page, "I promised");
  await press(page, "send the security sheet");
  await says(page, [{ type: "promise", text: "send the security sheet", done: true }]);
}));
