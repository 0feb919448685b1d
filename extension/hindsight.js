// @ts-check
// Looking back, on the pipeline page: what other rules would have brought over the
// last two quarters, whom they would have let go and who of them came back, and the
// ideal prospect learnt from who bought more than once. Prospects are named, reps are
// not. Nothing of it leaves the page.

import { day, number, sentence } from "./format.js";
import { takeOver } from "./handover.js";
import { amounts, money } from "./money.js";
import { byId, chosen, el, write } from "./page.js";
import { regretOf } from "./regret.js";
import { hours } from "./rows.js";
import { t } from "./tongue.js";

/** @typedef {import("./triage.js").Replay} Replay */
/** @typedef {import("./triage.js").Brought} Brought */
/** @typedef {import("./triage.js").Ideal} Ideal */

/** The playbooks that come with the program. */
const builtIn = ["balanced", "hoffman", "calvert", "pipedrive", "stanley", "lange"];

const draft = takeOver("draft");

/** Offers the rules to compare with: those that the editor sent first. */
export function offerRules() {
  const option = (/** @type {string} */ words, /** @type {string} */ value) => Object.assign(el("option", words), { value });
  byId("replay-with").replaceChildren(...(draft ? [option(t("{}, as it stands in the editor", JSON.parse(draft).name), draft)] : []), ...builtIn.map((name) => option(sentence(name), name)));
}

/** The rules that were chosen: a file before a name. @returns {Promise<string>} */
export async function otherRules() {
  const file = /** @type {HTMLInputElement} */ (byId("replay-file"));
  return file.files?.length ? chosen("replay-file", 100_000) : /** @type {HTMLSelectElement} */ (byId("replay-with")).value;
}

/** @param {Replay} replay @param {(kind: string) => string} kindName */
export function showReplay({ prospects, unknown, now, then }, kindName) {
  byId("replayed").hidden = prospects === 0;
  write("replay-words", prospects ? t("{} prospects were played back; of {} others no single touch is known.", number(prospects), number(unknown)) : t("No single touch is known of anybody. Import your activities too."));
  /** @type {[string, (b: Brought) => string][]} */
  const lines = [
    [t("Let go"), (b) => number(b.let_go)], [t("of them wrote or met later"), (b) => number(b.came_back)], [t("of them bought later"), (b) => number(b.won)],
    [t("Hours freed"), (b) => number(hours(b.minutes))], [t("Value lost"), (b) => amounts(Object.entries(b.value_lost).sort((x, y) => y[1] - x[1]))],
  ];
  const heads = ["", sentence(now.playbook), sentence(then.playbook)].map((words) => Object.assign(el(words ? "th" : "td", words), words ? { scope: "col", dir: "auto" } : {}));
  byId("replay-table").replaceChildren(
    el("thead", "", el("tr", "", ...heads)),
    el("tbody", "", ...lines.map(([words, of]) => el("tr", "", Object.assign(el("th", words), { scope: "row" }), el("td", of(now)), el("td", of(then))))),
  );
  byId("replay-who").replaceChildren(...[now, then].filter((b) => b.let_go > 0).map((b) => whoWent(b, kindName)));
  const regrets = [now, then].flatMap((b) => b.regret.map((r) => regretOf(r, `${sentence(b.playbook)} · ${r.kind === "other kinds" ? t("other reasons") : kindName(r.kind)}`)));
  byId("regret").replaceChildren(...(regrets.length ? regrets : [el("li", t("Too few to say: it takes five who were let go for one reason."))]));
}

/** Whom one playbook would have let go, those who came back first. @param {Brought} brought @param {(kind: string) => string} kindName */
function whoWent({ playbook, let_go, partings }, kindName) {
  const lines = partings.map((p) => {
    const became = [t("let go {}", day(p.on)), p.kind && kindName(p.kind), p.back && t("wrote or met {}", day(p.back)), p.won && t("bought later")].filter(Boolean);
    const who = el("div", "", Object.assign(el("b", p.name), { dir: "auto" }), Object.assign(el("p", [p.account, ...became].filter(Boolean).join(" · ")), { className: "quiet", dir: "auto" }));
    return el("li", "", who, ...(p.value > 0 ? [el("b", money(p.value, p.currency))] : []));
  });
  if (let_go > partings.length) lines.push(el("li", t("and {} more", number(let_go - partings.length))));
  const list = Object.assign(el("ul", "", ...lines), { className: "rows" });
  return Object.assign(el("details", "", el("summary", t("Whom {} would have let go: {}", sentence(playbook), number(let_go))), list), { className: "who-went" });
}

/** @param {Ideal} ideal */
export function showIdeal(ideal) {
  const parts = [
    ideal.size_to > 0 && t("{} to {} employees", number(ideal.size_from), number(ideal.size_to)),
    ideal.countries.length > 0 && t("from {}", ideal.countries.join(", ")),
  ].filter(Boolean);
  write("ideal-words", parts.length ? sentence(parts.join(", ")) : t("They have nothing in common that the files show: neither size nor country."));
  byId("ideal-found").hidden = parts.length === 0;
  /** @type {HTMLTextAreaElement} */ (byId("ideal-file")).value = JSON.stringify({ ideal }, null, 1);
}
