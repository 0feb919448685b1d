// @ts-check
// What each press in the panel sends, and what it shows.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answers, focused, openStage, press, said, says, sent, showing, tell, told, unfold } from "./panel-stage.mjs";
import { gone, holds, matches, reads } from "./shown.mjs";
import { entry } from "./states-make.mjs";
import { states, tab } from "./states.mjs";
import { becomes } from "./waits.mjs";

/** @typedef {import("./panel-stage.mjs").Panel} Panel */

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => { stage = await openStage(); });
after(() => stage?.close());

/** @param {string} name @param {(page: Panel) => Promise<void>} check @param {object} [options] */
const shows = (name, check, options) => showing(() => stage, name, check, options);
/** Answers every press with a State. @param {Panel} page @param {string} name @param {object} [over] */
const comes = (page, name, over) => answers(page, JSON.stringify({ ...states[name], ...over }));
/** @param {Panel} page */
const root = (page) => page.locator("#root");
/** Waits until the presses after the first have said this. @param {Panel} page @param {unknown[]} expected @param {number} [first] */
const saysThen = (page, expected, first = 1) => becomes(async () => (await said(page)).slice(first), expected);
const decision = { type: "decision" };
const until = "2027-02-22T12:00:00Z"; // the second look that the panel shows

describe("deciding", () => {
  for (const [name, button, entered] of /** @type {[string, string, object][]} */ ([
    ["last-try", "I made the last try", { verdict: "last-try", kind: "ghosting" }],
    ["break-up", "Let go", { verdict: "break-up", kind: "ghosting", until }],
    ["break-up no-fit", "Let go", { verdict: "break-up", kind: "no-fit", until }],
    ["hand-off", "I handed them over", { verdict: "hand-off" }],
    ["your-turn", "No answer needed", { verdict: "keep" }],
    ["pause waiting", "Do not wait", { verdict: "keep" }],
    ["pause let-go", "Take it up again", { verdict: "keep" }],
    ["pause away", "They are back", { verdict: "keep" }],
  ])) {
    test(`one press follows: ${name}`, shows(name, async (page) => {
      await press(page, button);
      await says(page, [{ ...decision, ...entered }]);
      const [look, decided] = await sent(page);
      assert.equal(look.do, "look");
      assert.deepEqual(decided, { do: "log", tab, url: states[name].url, person: states[name].person.name, entered: { ...decision, ...entered } });
    }));
  }

  test("a tire-kicker is asked about first, with the careful answer at hand", shows("break-up tire-kicker", async (page) => {
    await press(page, "Break up");
    await reads(root(page), /probably permanent/);
    await focused(page, "Not yet");
    assert.deepEqual(await said(page), []);
    await page.keyboard.press("Escape");
    await focused(page, "Break up");
    await press(page, "Break up");
    await press(page, "Yes, break up");
    await says(page, [{ ...decision, verdict: "break-up", kind: "tire-kicker", until }]);
  }));

  test("a decision is noted, said, and taken back with one press", shows("break-up", async (page) => {
    const entries = [{ ...states["pause let-go"].entries[0], id: "mine" }, ...states["break-up"].entries];
    await comes(page, "pause let-go", { entries });
    await press(page, "Let go");
    await page.locator(".noted").getByText("Noted: You decided: let go · no answer").waitFor();
    await reads(page.locator("#say"), /^Noted: .*Kim Olsen\. Let go; look again on 22 Feb 2027/);
    await comes(page, "break-up");
    await press(page, "Undo");
    await page.locator(".noted").waitFor({ state: "detached" });
    await saysThen(page, ["unlog mine"]);
    await reads(root(page), /Let go: no answer/);
  }));

  test("I looked: nothing there", shows("keep, unsure", async (page) => {
    await press(page, "I looked: nothing there");
    await says(page, ["looked"]);
  }));

  test("a stop is lifted only when asked twice, with a reason", shows("stop", async (page) => {
    assert.equal(await page.getByRole("button", { name: "Disagree?" }).count(), 0);
    await press(page, "Lift the stop…");
    await focused(page, "Leave it");
    await press(page, "Leave it");
    await press(page, "Lift the stop…"); // it is asked anew
    assert.deepEqual(await said(page), []);
    await page.getByLabel("Why? One line").fill("They called and asked us back");
    await press(page, "Lift the stop");
    await says(page, [{ ...decision, verdict: "lift-stop", against: "stop", text: "They called and asked us back" }]);
  }));
});

describe("disagreeing", () => {
  test("another kind of break-up, with a reason", shows("keep", async (page) => {
    await press(page, "Disagree?");
    await focused(page, "One last try");
    await press(page, "Break up");
    await page.getByLabel("Kind").selectOption("no-budget");
    await page.getByLabel("Why?").fill("  told me on the phone ");
    await page.keyboard.press("Enter");
    await says(page, [{ ...decision, verdict: "break-up", kind: "no-budget", against: "keep", text: "told me on the phone" }]);
    await gone(page.locator(".disagree"));
  }));

  test("a pause needs its day", shows("last-try", async (page) => {
    await press(page, "Disagree?");
    await press(page, "Decide so");
    await page.getByRole("alert").getByText("Pick what you would do.").waitFor();
    await press(page, "Pause until");
    await press(page, "Decide so");
    await page.getByRole("alert").getByText("Say until when.").waitFor();
    await page.getByLabel("First day back").fill("2027-01-11");
    await press(page, "Decide so");
    await says(page, [{ ...decision, verdict: "pause", until: "2027-01-11T12:00:00Z", against: "last-try" }]);
  }));

  test("for good is asked here too, and Escape closes", shows("keep", async (page) => {
    await press(page, "Disagree?");
    await press(page, "Break up");
    await page.getByLabel("Kind").selectOption("tire-kicker");
    await press(page, "Decide so");
    await focused(page, "Not yet");
    assert.deepEqual(await said(page), []);
    await press(page, "Yes, break up");
    await says(page, [{ ...decision, verdict: "break-up", kind: "tire-kicker", against: "keep" }]);
    await press(page, "Disagree?");
    await page.keyboard.press("Escape");
    await focused(page, "Disagree?");
  }));
});

describe("a draft", () => {
  test("is edited in place, and copied as it stands", shows("last-try", async (page) => {
    const message = page.getByLabel("Message");
    await reads(page.locator(".mend").first(), /^2 blanks to fill$/);
    const high = (await message.boundingBox())?.height ?? 0;
    await message.fill("Hi Kim,\n\nthis is my last note: I'll stop here and won't write again. If that changes, you can reach me any time.\n\n\n\n\n\n\n\n\n\n\n\n\n\nAnna");
    await becomes(async () => ((await message.boundingBox())?.height ?? 0) > high, true);
    await reads(page.locator(".mend").first(), /^$/);
    await press(page, "Copy");
    await page.waitForFunction(() => /** @type {any} */ (globalThis).stage.copied.length > 0);
    assert.match(await page.evaluate(() => /** @type {any} */ (globalThis).stage.copied[0]), /^Hi Kim,\n\nthis is my last note/);
    await press(page, "Back to the suggestion");
    await holds(message, states["last-try"].assessment.plan.steps[0].body);
  }));

  test("shows what to mend while it is written, and where", shows("last-try", async (page) => {
    const message = page.getByLabel("Message");
    await message.fill("🙂 I am just checking in.");
    await page.locator(".findings li").first().waitFor();
    assert.deepEqual(await page.locator(".marks .finding").allInnerTexts(), ["just checking in"]);
    assert.match(await page.locator(".findings").innerText(), /3 things to mend[\s\S]*Says nothing new[\s\S]*Better: [\s\S]*Does not say that you stop[\s\S]*Leaves no door open/);
    await press(page, "just checking in");
    const chosen = () => message.evaluate((e) => { const t = /** @type {HTMLTextAreaElement} */ (e); return t.value.slice(t.selectionStart, t.selectionEnd); });
    await becomes(chosen, "just checking in");
  }));

  test("keeps what was written, and the caret, when a State comes", shows("last-try", async (page) => {
    const message = page.getByLabel("Message");
    await message.fill("My own words");
    await message.evaluate((e) => /** @type {HTMLTextAreaElement} */ (e).setSelectionRange(3, 3));
    await tell(page, told("last-try", { now: "2026-11-22T09:01:00Z" }));
    assert.equal(await message.inputValue(), "My own words");
    assert.equal(await message.evaluate((e) => /** @type {HTMLTextAreaElement} */ (e).selectionStart), 3);
    await tell(page, told("last-try", { person: { ...states["last-try"].person, name: "Jo Berg", email: "jo@acme.example" } }));
    await page.locator("#root").getByText("Jo Berg").waitFor();
    assert.notEqual(await page.getByLabel("Message").inputValue(), "My own words", "the words to one person stand in the draft to another");
  }));

  test("goes when they have been written to on its channel: the next one is another", shows("last-try", async (page) => {
    const message = page.getByLabel("Message");
    const suggested = await message.inputValue();
    const touched = (/** @type {string} */ channel) => ({ entries: [entry("2026-11-22T09:00:30Z", "touch", channel), ...states["last-try"].entries] });
    await message.fill("My own words");
    await tell(page, told("last-try", touched("call")));
    await page.locator(".step").first().waitFor();
    assert.equal(await message.inputValue(), "My own words");
    await tell(page, told("last-try", touched("email")));
    await holds(message, suggested);
  }));

  test("holds what others wrote as text", shows("hostile", async (page) => {
    await page.getByLabel("Message").first().fill(`</textarea><img src=x onerror="window.hacked=1">`);
    assert.equal(await page.locator("#root img").count(), 0);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).hacked), undefined);
    assert.equal(await page.locator("a[href^=javascript]").count(), 0);
  }));

  test("opens with a hook, another, or none", shows("keep, hooks", async (page) => {
    const message = page.getByLabel("Message");
    const original = await message.inputValue();
    const begins = (/** @type {RegExp} */ words) => matches(() => message.inputValue(), words);
    await press(page, /we both studied/);
    await begins(/^Hi Kim,\n\nI saw that we both studied in Aarhus\.\n\nI help teams/);
    await press(page, /new role/);
    await begins(/^Hi Kim,\n\nCongratulations on the new role at Acme\.\n\nI help teams/);
    await page.getByRole("button", { name: /new role/, pressed: true }).waitFor();
    await press(page, /new role/);
    await holds(message, original);
  }));

  test("is read aloud to a timer", shows("break-up chase", async (page) => {
    const bar = (/** @type {number} */ second) => page.locator(`[role=progressbar][aria-valuenow="${second}"]`).waitFor();
    await reads(page.locator(".aloud"), /0 of \d+ s\s+(within|longer)/);
    await press(page, "Read it aloud: start the timer");
    await page.clock.runFor(3100);
    await bar(3);
    await press(page, "Stop the timer");
    await bar(0);
    await page.getByLabel("To say").fill("Kim, Anna here.");
    await reads(page.locator(".aloud"), /shorter than 8 to 14 seconds/);
  }, { still: true }));
});

describe("steps", () => {
  test("a call is logged with how it went", shows("keep", async (page) => {
    await press(page, "Left a voicemail");
    await says(page, [{ type: "touch", channel: "call", disposition: "left-voicemail" }]);
  }));

  test("the kinds of a goodbye are ticked one by one", shows("break-up checklist", async (page) => {
    const closing = { type: "decision", verdict: "break-up", kind: "ghosting", until: "2027-02-22T12:00:00Z" }; // the first of them lets go
    await page.getByText("Say goodbye in all of these ways, on one day: tomorrow").waitFor();
    await comes(page, "break-up checklist, one said");
    await press(page, "I left it");
    await page.locator(".checklist .done").getByText("Logged today").waitFor();
    await says(page, [{ type: "touch", channel: "voicemail", closing }]);
    await press(page, "I sent it");
    await saysThen(page, [{ type: "touch", channel: "email", closing }]);
    await page.locator(".checklist summary").click();
    await press(page, /^I left it$/);
    await saysThen(page, [{ type: "touch", channel: "live-message", closing }], 2);
  }));

  test("a tick is kept as done, and taken back", shows("stop, data to erase", async (page) => {
    const box = (/** @type {string} */ name) => page.getByRole("checkbox", { name });
    assert.equal(await box("Take them out").getAttribute("aria-checked"), "true");
    await box("Take them out").click();
    await box("Put their addresses").click();
    await box("Erase their data").click();
    await says(page, [
      `unlog ${states["stop, data to erase"].entries[0].id}`, { type: "promise", text: "Put their addresses on the do-not-contact list", done: true },
      { type: "promise", text: "Have their data erased by then, and write down who did it: they asked on 19 Nov", done: true }]);
  }));

  test("a promise is kept, a meeting has its outcome", async () => {
    await shows("your-turn promise", async (page) => {
      await press(page, "I kept it");
      await says(page, [{ type: "promise", text: "send the security sheet", done: true }]);
    })();
    await shows("your-turn meeting", async (page) => {
      await press(page, "They moved it");
      await says(page, [{ type: "meeting", disposition: "rescheduled", by: "them" }]);
    })();
  });

  test("the clock of a fresh lead runs, and tells a screen reader little", shows("your-turn inbound", async (page) => {
    const timer = page.getByRole("timer");
    await reads(timer, /4:32 left\s+Answer by 10:04/);
    await page.clock.runFor(9000);
    await reads(timer, /4:23 left/);
    assert.equal(await page.locator(".clock-left").getAttribute("aria-hidden"), "true");
    await tell(page, told("your-turn inbound", { now: "2026-11-22T09:03:31.5Z" }));
    await page.clock.runFor(2000);
    await page.locator("#say").getByText("One minute left to answer them.").waitFor({ state: "attached" });
    await tell(page, told("your-turn inbound", { now: "2026-11-22T09:04:31.2Z" }));
    await page.clock.runFor(2000);
    await timer.getByText("The minutes are over: answer now").waitFor();
  }, { still: true }));

  test("the clock does not move where that is not wanted", shows("your-turn inbound", async (page) => {
    await page.clock.runFor(9000);
    await reads(page.getByRole("timer"), /4 minutes left/);
  }, { still: true, reducedMotion: "reduce" }));
});

describe("evidence", () => {
  test("a part, a piece and a hint are left out with one press each", shows("keep", async (page) => {
    await unfold(page, "reasons");
    await press(page, "Does not count: They moved your meeting once");
    await press(page, "Does not count: 10 Nov, Call, no answer");
    await press(page, /^Does not count: They say "we"/);
    await says(page, [
      { type: "dismiss", signal: "pushed-back" }, { type: "dismiss", of: "2026-11-10T09:30:00Z" }, { type: "dismiss", signal: "plural" }]);
    assert.equal(await page.getByRole("button", { name: /Where every prospect starts/ }).count(), 0);
  }));

  test("the rule that decided is left out", shows("break-up no-budget", async (page) => {
    await unfold(page, "reasons");
    await press(page, "This rule does not apply here");
    await says(page, [{ type: "dismiss", signal: "second-soft" }]);
  }));

  test("what was left out is struck through, and comes back", shows("left out", async (page) => {
    await unfold(page, "reasons");
    assert.deepEqual(await page.locator(".left-out s").allInnerTexts(), [
      "Meetings they moved", "4 Nov, Thanks, it sounds useful. We are moving offices until the end of the month, so give me some time.", "The rule “enough was tried”"]);
    await press(page, "Undo: Meetings they moved");
    await says(page, [`unlog ${states["left out"].entries[0].id}`]);
  }));

  test("nothing is left out against a stop", shows("stop", async (page) => {
    await unfold(page, "reasons");
    assert.equal(await page.locator("[data-do=dismiss]").count(), 0);
    await reads(root(page), /They asked to be left alone\. No evidence/);
  }));
});

test("the records are copied", shows("stop", async (page) => {
  await unfold(page, "after");
  const records = page.locator("[data-fold=after]");
  for (const at of [0, 1]) await records.locator("[data-do=copy]").nth(at).click();
  await becomes(() => page.evaluate(() => /** @type {any} */ (globalThis).stage.copied), ["kim@acme.example\nlinkedin.com/in/kim-olsen", states.stop.assessment.crm_note]);
}));

test("every voice opens to its reason", shows("keep", async (page) => {
  await unfold(page, "voices");
  await page.locator(".voices > details").nth(4).waitFor();
  await unfold(page, "voice lange");
  await page.getByText("3 of 3 follow-ups without an answer").waitFor();
}));
