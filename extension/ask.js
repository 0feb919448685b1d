// @ts-check
// How a page of ours asks the background: {ask: what, …} is answered by
// answers.js, and what is about the team by team.js.

import { t } from "./tongue.js";

/** Asks the background; a fault has words for the rep. @param {string} what @param {object} [args] @returns {Promise<any>} */
export async function ask(what, args) {
  const answer = await chrome.runtime.sendMessage({ ask: what, ...args }).catch(() => undefined); // the background ended
  if (!answer) throw new Error(t("Clean Break was interrupted. Press again."));
  if (answer.fault !== undefined) throw new Error(t(answer.fault));
  return answer.result;
}
