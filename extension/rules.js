// @ts-check
// The rules that files are judged by: the rep's playbook, clock and own lists.

import { ask } from "./ask.js";

/** Those of now. @returns {Promise<import("./triage.js").By>} */
export async function rulesNow() {
  const [{ file, name }, mine] = await Promise.all([ask("playbook"), ask("mine")]);
  const now = new Date();
  now.setMilliseconds(0);
  return { now: now.toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone, playbook: file ?? "", name: name ?? "", own: [...(mine.domains ?? []), ...(mine.addresses ?? [])], never: mine.never ?? [] };
}
