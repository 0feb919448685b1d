// @ts-check
// An invented prospect to play with on the first page. The engine judges them as
// it judges everybody; nothing of it is stored, and nothing leaves the page.

import { ask } from "./ask.js";
import { sentence } from "./format.js";
import { kept } from "./kept.js";
import { byId, write } from "./page.js";
import { locale, t } from "./tongue.js";

/** @typedef {{at: string, type: string, channel: string, text?: string}} Happening */

/** @type {Happening[]} */
let events = [];
/** The words of every state. @type {ReturnType<typeof kept<Record<string, string>>>} */
const words = kept(async () => (await (await fetch("playbooks.json")).json()).says);

const daysAgo = (/** @type {number} */ days) => {
  const at = new Date(Date.now() - days * 864e5);
  at.setUTCHours(9, 0, 0, 0);
  return at.toISOString();
};

/** Seven touches over five weeks, in which nobody has answered. */
const before = () => [36, 33, 29, 26, 22, 19, 11].map((days, i) => ({ at: daysAgo(days), type: "touch", channel: ["email", "call", "linkedin"][i % 3] }));

const answers = /** @type {Record<string, string>} */ ({
  interested: "Thanks for your patience. This looks interesting: what would it cost for forty people?",
  no: "Thank you, but we are not interested.",
  stop: "Please remove me from your list and do not contact me again.",
});

/** What each press adds. @param {string} what */
function add(what) {
  if (what === "again") events = before();
  else if (what === "write") events.push({ at: new Date(Date.now() - 60_000 * (9 - Math.min(events.length - 7, 8))).toISOString(), type: "touch", channel: "email" });
  else events.push({ at: new Date().toISOString(), type: "reply", channel: "email", text: answers[what] });
}

let turn = 0;

/** Judges the sample and shows what is said of it. @param {number} mine the turn that it is */
async function show(mine) {
  const says = await words.get();
  const judged = await ask("sample", { list: events });
  if (mine !== turn || !judged?.verdict) return; // something was added meanwhile
  byId("sample").dataset.tone = judged.verdict;
  byId("sample-verdict").hidden = false;
  write("sample-says", t(says[`${judged.verdict}/${judged.kind}`] ?? says[judged.verdict] ?? judged.verdict));
  write("sample-because", judged.because);
  const step = judged.plan.steps.find((/** @type {{body: string, purpose: string}} */ s) => s.body && s.purpose);
  byId("sample-draft").hidden = !step;
  byId("sample-subject").hidden = !step?.subject;
  write("sample-subject", step?.subject ?? "");
  write("sample-body", step?.body ?? "");
}

/** One element of the picture. @param {string} name @param {Record<string, string | number>} attributes @param {...Element} inside */
function shape(name, attributes, ...inside) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.append(...inside);
  return made;
}

/** Where each stands on the line, from 8 to 292: by its day, and none over another. */
function places() {
  const from = Date.parse(events[0].at), span = Date.now() - from || 1;
  const x = events.map((e) => 8 + (284 * (Date.parse(e.at) - from)) / span);
  const apart = Math.min(13, 284 / (events.length - 1));
  for (let i = x.length - 2; i >= 0; i--) x[i] = Math.min(x[i], x[i + 1] - apart);
  return x;
}

/** The timeline, as the first screen draws it: ours on the line, theirs above it. */
function draw() {
  const at = places();
  const mark = (/** @type {Happening} */ e, /** @type {number} */ i) =>
    e.type === "reply"
      ? shape("g", { class: "theirs" }, shape("path", { d: `M${at[i]} 12V36` }), shape("circle", { cx: at[i], cy: 10, r: 6 }))
      : shape("g", { class: "ours" }, shape("circle", { cx: at[i], cy: 36, r: 6 }));
  const picture = byId("sample-line");
  picture.replaceChildren(shape("path", { d: "M2 36H298" }), ...events.map(mark));
  write("sample-from", new Date(events[0].at).toLocaleDateString(locale, { day: "numeric", month: "short" }));
  const replies = events.filter((e) => e.type === "reply").length;
  picture.setAttribute("aria-label", contact(events.length - replies, replies));
}

/** @param {number} touches @param {number} replies */
function contact(touches, replies) {
  if (replies === 0) return t("{} touches, no answer", touches);
  return replies === 1 ? t("{} touches, 1 answer", touches) : t("{} touches, {} answers", touches, replies);
}

/** Shows what is said of the sample, or why nothing is, with a way to try again. */
async function tried() {
  const mine = ++turn;
  byId("sample-trouble").hidden = true;
  draw();
  try {
    await show(mine);
  } catch (fault) {
    if (mine !== turn) return;
    write("sample-why", sentence(/** @type {Error} */ (fault).message));
    byId("sample-trouble").hidden = false;
    byId("sample-verdict").hidden = true; // it would be of what was before
  }
}

/** Begins, the first time that its screen is looked at. */
export function showSample() {
  if (events.length) return;
  add("again");
  byId("sample").addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!pressed) return;
    if (pressed.dataset.add) add(pressed.dataset.add);
    void tried();
  });
  void tried();
}
