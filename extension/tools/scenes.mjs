// @ts-check
// What there is to look at beside the sample States as they are: a scene opens a
// page on a sample of the tests and does what a rep would have done there. Buttons are found by what they do, so that a
// scene plays in every language.
import { fileURLToPath } from "node:url";
import { list, settings, today, welcome } from "../tests/page-states.mjs";
import { openAll, unfold } from "../tests/panel-stage.mjs";
import { silence, touched } from "../tests/pipeline-lists.mjs";
import { answering, steps } from "../tests/settings-states.mjs";
import { states } from "../tests/states.mjs";

/** @typedef {import("../tests/panel-stage.mjs").Stage} Stage */
/** @typedef {import("../tests/panel-stage.mjs").Panel} Panel */
/** @typedef {{colorScheme: "light" | "dark", viewport: {width: number, height: number}, language?: string}} Look */
/** @typedef {(stage: Stage, look: Look) => Promise<Panel>} Scene */
/** @typedef {(page: Panel) => Promise<unknown>} Act what the rep does */

/** @type {Record<string, Scene>} */
export const scenes = {};

const still = async () => {};
/** @param {string} what its data-do @param {string} [id] @returns {Act} */
const press = (what, id) => (page) => page.locator(`[data-do="${what}"]${id === undefined ? "" : `[data-id="${id}"]`}`).first().click();
/** @param {string} fold @returns {Act} */
const opened = (fold) => (page) => unfold(page, fold);
/** One after the other. @param {...Act} acts @returns {Act} */
const all = (...acts) => async (page) => { for (const act of acts) await act(page); };
/** @param {string} field its data-field, or a part of it @param {string} text @returns {Act} */
const fill = (field, text) => (page) => page.locator(`[data-field*="${field}"]`).first().fill(text);
/** @param {...string} keys @returns {Act} */
const keys = (...keys) => async (page) => { for (const key of keys) await page.keyboard.press(key); };
/** What the background answers to presses from now on. @param {unknown} answer @returns {Act} */
const answers = (answer) => (page) => page.evaluate((a) => { /** @type {any} */ (globalThis).stage.answer = () => a; }, answer);
/** @type {Act} */
const mirrored = (page) => page.evaluate(() => { document.documentElement.dir = "rtl"; });

// ---- the panel ----------------------------------------------------------------

/** @param {string} name @param {string} state @param {Act} act */
function panel(name, state, act) {
  scenes[name] = async (stage, look) => {
    const page = await stage.panel(states[state], look);
    await act(page);
    return page;
  };
}

const afterGoodbye = { ...states["pause let-go"].entries[0], id: "new" };
panel("doing edited", "last-try", fill("body", "Hi Kim,\n\nI am just checking in. After all the time I put into this I am disappointed.\n\nAnna"));
panel("doing hook", "keep, hooks", (page) => page.locator(".hook").nth(1).click());
panel("doing timer", "break-up chase", all(press("play"), (page) => page.waitForTimeout(4200)));
panel("doing disagree", "keep", all(press("disagree"), press("instead", "break-up")));
panel("doing pause instead", "last-try", all(press("disagree"), press("instead", "pause"), (page) => page.locator("form[data-id=disagree] [type=submit]").click()));
panel("doing tire-kicker asked", "break-up tire-kicker", press("decide-ask"));
panel("doing lift asked", "stop", press("lift-ask"));
for (const told of ["budget", "outcome", "promise"]) panel(`doing ${told} told`, "told, and a deal", all(opened("tell"), press("tell", told)));
panel("doing corrected", "keep", all(opened("correct"), press("tell", "company")));
panel("doing country told", "keep", all(opened("tell"), press("tell", "country"), fill("country", "de")));
panel("doing value wrong", "keep", all(opened("tell"), press("tell", "value"), fill("value", "a lot"), keys("Enter")));
panel("doing noted", "break-up", all(
  answers(JSON.stringify({ ...states["pause let-go"], entries: [afterGoodbye, ...states["break-up"].entries] })),
  (page) => page.locator(".decide .button").first().click(), (page) => page.locator(".noted").waitFor()));
panel("doing a press that failed", "keep", all(
  answers(JSON.stringify(states.broken)), keys("l", "n"), (page) => page.locator(".trouble").waitFor()));
panel("doing stop tracking", "keep", press("untrack-ask"));
panel("doing not allowed", "no-access gmail", all((page) => page.evaluate(() => { /** @type {any} */ (globalThis).stage.grants = false; }), press("grant"), (page) => page.locator(".trouble").waitFor()));
panel("doing all from right to left", "told, and a deal", all(mirrored, openAll));
panel("doing checklist from right to left", "break-up checklist", mirrored);
panel("people reply pasted", "keep, by hand", all(opened("reply"), (page) => page.locator(`[data-fold="reply"] textarea`).fill("Thanks, but we have just signed with somebody else for two years.")));
panel("people nobody named", "elsewhere", all(opened("name"), (page) => page.locator(`[data-fold="name"] [type=submit]`).click(), (page) => page.getByRole("alert").waitFor()));
panel("people named where a page cannot be read", "unreadable", opened("name"));
panel("people linked", "keep, another address", opened("linked"));
panel("people touch logged later", "keep, by hand", opened("log"));
panel("writing quick log", "writing, to mend", keys("l"));
panel("writing keys", "writing, to mend", keys("?"));
panel("writing put", "writing, to mend", all(
  answers({ put: true, above: true, subject: true }), keys("i"), (page) => page.locator(".put").waitFor()));

scenes["panel that does not start"] = async (stage, look) => {
  const page = await stage.panel(states.keep, look);
  await page.context().route("**/panel.wasm", (route) => route.abort());
  await page.reload();
  await page.locator("#failed:not([hidden])").waitFor();
  return page;
};

// ---- Today --------------------------------------------------------------------

/** @param {string} name @param {string} told @param {Act} [act] */
function day(name, told, act = still) {
  scenes[`today ${name}`] = async (stage, look) => {
    const page = await stage.panel(states["last-try"], { ...look, path: "/today.html", answers: today[told] });
    await page.locator("#root").locator(".today-row, .notice, .trouble, .bones").first().waitFor();
    await act(page);
    return page;
  };
}
/** @type {Act} */
const onKim = (page) => page.locator(".today-main", { hasText: "Kim Olsen" }).focus();
/** @type {Act} */
const inside = (page) => page.locator(".today-open-box").waitFor();

for (const told of Object.keys(today)) day(told, told, told === "beginning" ? (page) => page.waitForTimeout(600) : still);
day("open", "full", all(onKim, keys("Enter"), inside));
day("put off", "full", all(onKim, keys("s"), inside));
day("let go", "full", all(onKim, keys("b"), inside));
day("quick log", "full", all(onKim, keys("l"), inside));
day("done", "full", all(onKim, keys("l"), inside,
  answers(JSON.stringify({ ...states["pause waiting"], tab: -1 })), (page) => page.evaluate(() => {
    const stage = /** @type {any} */ (globalThis).stage, said = JSON.parse(stage.answer());
    stage.answer = (/** @type {any} */ action) => JSON.stringify({ ...said, tab: action.tab });
  }), keys("n"), (page) => page.locator(".last-done").waitFor()));
day("a press that failed", "full", all((page) => page.evaluate((broken) => {
  /** @type {any} */ (globalThis).stage.answer = (/** @type {any} */ action) => JSON.stringify({ ...broken, tab: action.tab });
}, states.broken), onKim, keys("d"), (page) => page.locator(".trouble").waitFor()));
day("from right to left", "full", mirrored);

// ---- the settings -------------------------------------------------------------

/** @param {string} name @param {import("../teamdoor.d.ts").Step | undefined} step @param {Act} [act] @param {object} [told] */
function set(name, step, act = still, told) {
  scenes[`settings ${name}`] = async (stage, look) => {
    const page = await stage.panel(null, { ...look, path: "/settings.html", answers: { ...settings, ...told } });
    await page.locator("#rules-name", { hasNotText: "…" }).waitFor();
    if (step) await answering(page, step);
    await act(page);
    return page;
  };
}
/** @type {Act} */
const inTeam = all(
  (page) => page.locator("#together form[data-press=invite] [type=submit]").click(), (page) => page.locator("#qr path").waitFor(),
  (page) => page.locator("[data-press=recovery]").click(), (page) => page.locator("#ask [value=yes]").click(), (page) => page.locator("#recovery-key").waitFor());
/** @type {Act} */
const editing = all((page) => page.locator("#rules-edit").click(), (page) => page.locator("#effect-list li, #effect-line:not(:empty) ~ .wrong, [aria-invalid]").first().waitFor());
/** @param {...string} parts @returns {Act} */
const parts = (...parts) => async (page) => {
  for (const part of parts) {
    const box = page.locator(`.part-of[data-part="${part}"]`);
    await box.locator("> summary").click();
    await box.locator("> .fields").waitFor(); // made when it opens
  }
};
const fault = (/** @type {string} */ path, /** @type {string} */ problem) => ({ result: { fault: { path, problem } } });

for (const [name, step] of Object.entries(steps)) set(name, step, name === "in step" ? inTeam : still);
set("of a rep", steps["in step"], still, { playbook: { result: { name: "Balanced", file: "", may: false } } });
set("editor", undefined, editing);
set("editor numbers", undefined, all(editing, parts("persistence", "noes", "ideal")));
set("editor weights", undefined, all(editing, parts("weights")));
set("editor words", undefined, all(editing, parts("templates"), (page) => page.locator("#template textarea").first().waitFor()));
set("editor wrong", undefined, editing, { effect: fault("persistence.cold.touches", "is 0; it takes a whole number from 1") });
set("entry wrong", undefined, (page) => page.locator("form[data-press=me] [type=submit]").click(), { setMine: fault("domains[0]", "\"gmail.com\" is where anybody can have an address; enter yours among the addresses") });
set("trouble", undefined, (page) => page.locator("[data-press=save]").click(), { save: { fault: "this is no file that Clean Break saved on a device; choose the one that “Save everything” made" } });
set("said", undefined, (page) => page.locator("form[data-press=me] [type=submit]").click().then(() => page.locator("#done:not(:empty)").waitFor()), { setMine: { result: {} } });
set("erasing", undefined, (page) => page.locator("[data-press=wipe]").click());
set("from right to left", undefined, all(mirrored, editing));
for (const [name, step] of Object.entries(steps)) {
  panel(`step ${name}`, "keep", (page) => answering(page, step));
}

// ---- the first page -----------------------------------------------------------

/** @param {string} name @param {string} screen @param {Act} [act] @param {object} [told] */
function first(name, screen, act = still, told) {
  scenes[`welcome ${name}`] = async (stage, look) => {
    const page = await stage.panel(null, { ...look, path: `/welcome.html#${screen}`, answers: { ...welcome, ...told } });
    await page.waitForFunction(() => [...document.querySelectorAll(".state")].every((e) => e.textContent !== "…"));
    await act(page);
    return page;
  };
}
/** @param {string} text @returns {Act} */
const file = (text) => (page) => page.locator("#list-file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
/** @type {Act} */
const offered = all(file(list), (page) => page.locator("#offer:not([hidden])").waitFor());

first("what", "what");
/** @type {Act} */
const sampled = (page) => page.locator("#sample[data-tone]").waitFor();
const manyPeople = ["Name,Email,Company", ...Array.from({ length: 60 }, (_, i) => `Person ${i + 1},p${i + 1}@north.example,North`)].join("\n");

first("try", "try", sampled);
first("begin", "begin");
first("begin offered", "begin", offered);
first("begin taken", "begin", all(offered, (page) => page.locator("#take").click(), (page) => page.locator("#taken:not([hidden])").waitFor()));
first("begin no list", "begin", all(file("Colour,Size\nred,3\n"), (page) => page.locator("#files-list .wrong").waitFor()));
first("begin a column not known", "begin", all(file("Name,Reach\nKim,kim@acme.example\n"), (page) => page.locator("#begin-trouble:not(:empty)").waitFor()));
first("begin many", "begin", all(file(manyPeople), (page) => page.locator("#offer:not([hidden])").waitFor()));
first("begin nobody in Gmail", "begin", all((page) => page.locator("#from-gmail").click(), (page) => page.locator("#begin-trouble:not(:empty)").waitFor()), { rows: { result: [] } });
first("begin reading", "begin", all((page) => page.locator("#from-gmail").click(), (page) => page.locator("#read-bar:not([hidden])").waitFor()), { rows: { never: true } });
first("begin taking", "begin", all(offered, (page) => page.locator("#take").click(), (page) => page.locator("#take-bar:not([hidden])").waitFor()), { take: { never: true } });
first("try played", "try", all(sampled, ...["write", "interested", "write"].map((what) => (/** @type {Panel} */ page) => page.locator(`[data-add=${what}]`).click())));
first("try failed", "what", async (page) => {
  await page.evaluate(() => { /** @type {any} */ (globalThis).stage.background = () => ({ fault: "Clean Break was interrupted. Press again." }); });
  await page.evaluate(() => { location.hash = "#try"; });
  await page.locator("#sample-trouble:not([hidden])").waitFor();
});
first("begin allowed", "begin", all((page) => page.locator("[data-site] button").first().click(), (page) => page.locator(".granted").first().waitFor()));
first("from right to left", "what", mirrored);

// ---- a whole pipeline ---------------------------------------------------------

/** @param {import("../tests/pipeline-lists.mjs").List} list */
const filesOf = (list) => Object.entries(list).map(([name, text]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) }));
const hubspot = ["contacts.csv", "deals.csv"].map((name) => fileURLToPath(new URL(`../../testdata/pipeline/hubspot/${name}`, import.meta.url)));

const brought = {
  regret: [{ kind: "ghosting", name: "No answer", let_go: 23, back: 3, low: 0.04, high: 0.32, weeks: 14 }],
  mine: { let_go: 31, minutes: 2520 }, team: { let_go: 174, minutes: 80_400 }, worth: 80,
  groups: { all: [[212, 21], [180, 14], [151, 9], [120, 6], [88, 3], [61, 1], [40, 1], [22, 0]].map(([reached, answered]) => ({ reached, answered })) },
};

/** @param {string} name @param {Act} [act] */
function pipeline(name, act = still) {
  scenes[`pipeline ${name}`] = async (stage, look) => {
    const page = await stage.panel(null, { ...look, path: "/pipeline.html", answers: { ...settings, brought: { result: brought } } });
    await page.locator("#start:not([hidden])").waitFor();
    await act(page);
    return page;
  };
}
/** @typedef {Parameters<import("playwright-core").Locator["setInputFiles"]>[0]} Files */
/** @param {Files} files @returns {Act} */
const chosen = (files) => (page) => page.locator("#choose").setInputFiles(files);
/** @type {Act} */
const judge = all((page) => page.locator("#judge:enabled").waitFor(), (page) => page.locator("#judge").click());
/** @param {Files} files @returns {Act} */
const judged = (files) => all(chosen(files), judge, (page) => page.locator("#list:not([hidden]) .grid-row").first().waitFor());
const found = all(chosen(hubspot), (page) => page.locator("#judge:enabled").waitFor());
const first3 = judged(hubspot);
const atHand = all(first3, (page) => page.locator("#grid").press("Home"), (page) => page.locator("#reasons .parts li").first().waitFor());
/** @param {string} shown @returns {Act} */
const waits = (shown) => (page) => page.locator(shown).first().waitFor();
/** @param {string} part @param {string} shown @returns {Act} */
const unfolded = (part, shown) => all((page) => page.locator(`#${part} > summary`).click(), waits(shown), (page) => page.locator(`#${part}`).evaluate((e) => e.scrollIntoView()));
/** What is judged does not come to an end. @type {Act} */
const endless = (page) => page.evaluate(() => {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (/** @type {any} */ data) { if (data.call !== "judge") postMessage.call(this, data); };
});

pipeline("start");
pipeline("trouble", all(chosen([...filesOf({ "colours.csv": "Colour,Size\nred,3\n", "empty.csv": "" }), { name: "deals.xlsx", mimeType: "", buffer: Buffer.from("PK\x03\x04") }]), waits("#files-list .wrong")));
pipeline("files", found);
pipeline("columns", all(found, (page) => page.locator("#files-list details > summary").first().click()));
pipeline("judging", all(found, endless, judge, waits("#judging:not([hidden])")));
pipeline("judged", first3);
pipeline("at hand", atHand);
pipeline("disagreeing", all(atHand, keys("d"), waits("#disagreeing:not([hidden])")));
pipeline("snoozing", all(atHand, keys("s"), waits("#snoozing:not([hidden])")));
pipeline("decided", all(atHand, keys("a"), waits("#undo:not([hidden])"), keys("a", "a")));
pipeline("nothing found", all(first3, (page) => page.locator("#f-text").fill("nobody at all"), waits("#all-rows:not([hidden])")));
pipeline("closing", all(first3, (page) => page.locator("#list [data-press=close]").click(), waits("#ask[open]")));
pipeline("sums", all(first3, unfolded("sums", "#sums-table tr")));
pipeline("curve", all(judged(filesOf(touched())), unfolded("curve", "#curve-picture svg")));
pipeline("curve of the log", unfolded("curve", "#curve-picture svg"));
pipeline("file replaced", all(chosen(filesOf({ "deals.csv": "id,title,stage,value\n1,One,demo,5\n" })), waits("#files-list li"), chosen(filesOf({ "deals.csv": "id,title,stage,value\n1,One,demo,500\n" })), waits("#files-list .hint")));
pipeline("replay", all(judged(filesOf(silence())), unfolded("hindsight", "#replay-with"), (page) => page.locator("[data-press=replay]").click(), waits("#replayed:not([hidden])"), (page) => page.locator("#replay-who summary").first().click()));
pipeline("ideal", all(judged(filesOf(silence())), unfolded("ideal", "#ideal-found:not([hidden])")));
pipeline("from right to left", all(first3, mirrored));
