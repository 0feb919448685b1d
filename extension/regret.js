// @ts-check
// What came of letting go: the hours that it freed, and who came back, by reason: of a
// replay (hindsight.js), and of the break-ups that were decided, as the background counts
// them each day. A reason with fewer than five is never shown.

import { ask } from "./ask.js";
import { number } from "./format.js";
import { byId, el, write } from "./page.js";
import { locale, t } from "./tongue.js";

/** @typedef {import("./triage.js").Regret} Regret */

const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });

/** One reason's line. @param {Regret} r @param {string} heading */
export function regretOf(r, heading) {
  const back = t("{} of {}: {}, between {} and {}.", number(r.back), number(r.let_go), percent.format(r.back / r.let_go), percent.format(r.low), percent.format(r.high));
  const when = r.weeks < 2 ? t("Half of them were let go in the last week.") : t("Half of them were let go in the last {} weeks.", number(r.weeks));
  return el("li", "", el("div", "", el("b", heading), el("p", `${back} ${when}`)));
}

/** As wasm/brain/odds.go has it. @typedef {{let_go: number, minutes: number}} Freed */
/** @typedef {{regret: (Regret & {name: string})[], mine: Freed, team: Freed | null, worth: number, groups: object | null}} Brought */

/** What was freed, and what that is worth where the playbook says it. @param {Freed} freed @param {number} worth of an hour @param {boolean} [team] */
function freedOf({ let_go: letGo, minutes }, worth, team = false) {
  const hours = Math.round(minutes / 60);
  const words = team ? t("The team let go of {}, which freed about {} hours", letGo, hours) : t("You let go of {}, which freed about {} hours", letGo, hours);
  return `${words}${worth > 0 ? t(", worth {}", hours * worth) : ""}.`;
}

/** Shows what came of the break-ups in the log, where there are any. @returns what the log says of when replies stop; null where nothing is known */
export async function showBrought() {
  const { regret, mine, team, worth, groups } = /** @type {Brought} */ (await ask("brought"));
  byId("brought").hidden = mine.let_go === 0 && !team && regret.length === 0;
  write("brought-freed", [mine.let_go > 0 && freedOf(mine, worth), team && freedOf(team, worth, true)].filter(Boolean).join(" "));
  byId("brought-list").replaceChildren(...regret.map((r) => regretOf(r, r.name || t("other reasons"))));
  return groups && Object.keys(groups).length > 0 ? groups : null;
}
