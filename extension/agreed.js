// @ts-check
// What was decided on the pipeline page, on its way into the log of those who are
// tracked in the panel. Of nobody else anything is kept there.

import { ask } from "./ask.js";
import { number } from "./format.js";
import { sure } from "./page.js";
import { becomes, goesOn } from "./rows.js";
import { t } from "./tongue.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Decision} Decision */
/** As wasm/brain/agree.go has it. @typedef {{email: string, verdict: string, kind: string, until?: string, against: string, why: string, at: string}} Agreed */

/** Whether a row has one person's address. @param {Row} row */
const addressed = ({ email }) => /^[^@;,\s]+@[^@;,\s]+$/.test(email);

const mayRecord = ["keep", "last-try", "break-up", "pause", "hand-off", "stop"];

/** What of a decision on a row belongs into the log; nothing where the panel comes to it by itself, or they have no address. @param {Row} row @param {Decision | undefined} decision @returns {Agreed | undefined} */
export function entryOf(row, decision) {
  if (!decision || !addressed(row)) return undefined;
  const verdict = becomes(row, decision), { did, why, until, at } = decision;
  if (did === "agree" && !["break-up", "stop"].includes(verdict)) return undefined;
  const back = until ? new Date(`${until}T00:00`) : undefined;
  if (!mayRecord.includes(verdict) || Number.isNaN(Date.parse(at)) || (back && Number.isNaN(back.getTime()))) return undefined; // of a file that was changed by hand
  return {
    email: row.email, verdict, kind: did === "agree" && verdict === "break-up" ? row.kind : "", ...(back && { until: back.toISOString() }),
    against: did === "disagree" ? row.verdict : "", why: did === "disagree" ? why : "", at: new Date(at).toISOString(),
  };
}

/** Which of two decisions of one moment on one person counts. */
const stronger = ["break-up", "hand-off", "pause", "last-try", "keep"];

/**
 * What was decided, of each person one thing: a stop before all else; nobody is let go or put off with whom
 * another row goes on; else what was decided last.
 * @param {Row[]} rows @param {(row: Row) => Decision | undefined} of @returns {Agreed[]}
 */
export function agreedOf(rows, of) {
  /** @type {Map<string, Row[]>} */
  const people = new Map();
  for (const row of rows) {
    if (!row.judged || !addressed(row)) continue;
    const address = row.email.toLowerCase(), those = people.get(address);
    if (those) those.push(row);
    else people.set(address, [row]);
  }
  /** @type {Agreed[]} */
  const agreed = [];
  for (const theirs of people.values()) {
    const entries = theirs.flatMap((row) => entryOf(row, of(row)) ?? []);
    const on = theirs.some((row) => goesOn.includes(becomes(row, of(row))));
    const [last] = entries.filter(({ verdict }) => !on || goesOn.includes(verdict)).sort((a, b) =>
      Date.parse(b.at) - Date.parse(a.at) || stronger.indexOf(a.verdict) - stronger.indexOf(b.verdict));
    const one = entries.find(({ verdict }) => verdict === "stop") ?? last;
    if (one) agreed.push(one);
  }
  return agreed;
}

const atOnce = 25; // people that one call looks at

/** @param {Agreed[]} agreed @param {boolean} certain @param {(words: string) => void} busy */
async function each(agreed, certain, busy) {
  let decisions = 0, stops = 0;
  for (let i = 0; i < agreed.length; i += atOnce) {
    busy(t("Looking at {} of {}…", number(i + 1), number(agreed.length)));
    const some = await ask("agree", { list: agreed.slice(i, i + atOnce), sure: certain });
    decisions += some.decisions;
    stops += some.stops;
  }
  return { decisions, stops };
}

/** Asks, and records. @param {Agreed[]} agreed @param {(words: string) => void} busy @returns {Promise<string>} what came of it; "" where the rep would rather not */
export async function record(agreed, busy) {
  try {
    const { decisions, stops } = await each(agreed, false, busy);
    if (decisions === 0) return t("Nothing to record: you track none of them, it is in the log already, or another row of theirs goes on.");
    busy("");
    const words = [
      t("Decisions to record in the log: {}. They are of those whom you track in the panel. Taking one back is done there, in their history.", number(decisions)),
      stops > 0 && t("Stops among them: {}. In a team only a manager lifts one.", number(stops)),
    ];
    if (!(await sure(words.filter(Boolean).join(" "), t("Record {}", number(decisions))))) return "";
    return t("Decisions recorded in the log: {}.", number((await each(agreed, true, busy)).decisions));
  } finally {
    busy("");
  }
}
