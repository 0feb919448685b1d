// @ts-check
// Who came back of those let go, by reason: of a replay (hindsight.js), and of the
// break-ups that were decided, as the background counts them each day. A reason with
// fewer than five is never shown.

import { ask } from "./ask.js";
import { number } from "./format.js";
import { byId, el } from "./page.js";
import { locale, t } from "./tongue.js";

/** @typedef {import("./triage.js").Regret} Regret */

const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });

/** One reason's line. @param {Regret} r @param {string} heading */
export function regretOf(r, heading) {
  const back = t("{} of {}: {}, between {} and {}.", number(r.back), number(r.let_go), percent.format(r.back / r.let_go), percent.format(r.low), percent.format(r.high));
  const when = r.weeks < 2 ? t("Half of them were let go in the last week.") : t("Half of them were let go in the last {} weeks.", number(r.weeks));
  return el("li", "", el("div", "", el("b", heading), el("p", `${back} ${when}`)));
}

/** Shows what came of the break-ups in the log, where there are enough. */
export async function showRegret() {
  const regret = /** @type {(Regret & {name: string})[]} */ (await ask("regret"));
  byId("brought").hidden = regret.length === 0;
  byId("brought-list").replaceChildren(...regret.map((r) => regretOf(r, r.name || t("other reasons"))));
}
