// @ts-check
// What was decided on the pipeline page, on its way into the log of those who are
// tracked in the panel. Of nobody else anything is kept there.

import { ask } from "./ask.js";
import { number } from "./format.js";
import { sure } from "./page.js";
import { t } from "./tongue.js";

/** As wasm/brain/agree.go has it. @typedef {{email: string, verdict: string, kind: string, until?: string, at: string}} Agreed */

const atOnce = 25; // people that one call looks at

/** @param {Agreed[]} agreed @param {boolean} certain @param {(words: string) => void} busy */
async function each(agreed, certain, busy) {
  let n = 0;
  for (let i = 0; i < agreed.length; i += atOnce) {
    busy(t("Looking at {} of {}…", number(i + 1), number(agreed.length)));
    n += await ask("agree", { list: agreed.slice(i, i + atOnce), sure: certain });
  }
  return n;
}

/** Asks, and records. @param {Agreed[]} agreed @param {(words: string) => void} busy @returns {Promise<string>} what came of it; "" where the rep would rather not */
export async function record(agreed, busy) {
  try {
    const n = await each(agreed, false, busy);
    if (n === 0) return t("You track none of them, or what you decided is in the log already.");
    busy("");
    const many = number(n);
    if (!(await sure(t("Decisions to record in the log: {}. They are of those whom you track in the panel. Taking one back is done there, in their history; a stop only a manager lifts.", many), t("Record {}", many)))) return "";
    return t("Decisions recorded in the log: {}.", number(await each(agreed, true, busy)));
  } finally {
    busy("");
  }
}
