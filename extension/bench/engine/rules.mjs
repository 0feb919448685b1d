// @ts-check
// The peer's rules: every one of Balanced and of the five voices, with the
// numbers of the playbook files, for json-rules-engine. One engine a playbook,
// built once. The first rule that holds decides: they have falling priorities,
// and the engine is stopped at the first success.

import { readFileSync } from "node:fs";
import { Almanac, Engine } from "json-rules-engine";

/** @typedef {object} Condition */
/** @typedef {{verdict: string, kind: string}} Decision */
/** @typedef {{name: string, all: Condition[], then: Decision}} Rule */

export const names = ["balanced", "hoffman", "calvert", "pipedrive", "stanley", "lange"];
const file = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../../core/playbook/${name}.json`, import.meta.url), "utf8"));
const balanced = file("balanced");
/** A playbook laid over the one it extends, object by object. @param {any} base @param {any} over @returns {any} */
const over = (base, over) =>
  Object.fromEntries([...new Set([...Object.keys(base), ...Object.keys(over)])].map((k) => {
    const nested = base[k] && over[k] && typeof over[k] === "object" && !Array.isArray(over[k]);
    return [k, nested ? { ...base[k], ...over[k] } : (over[k] ?? base[k])];
  }));
export const books = names.map((name) => (name === "balanced" ? balanced : over(balanced, file(name))));

const is = (/** @type {string} */ fact, /** @type {unknown} */ value = true) => ({ fact, operator: "equal", value });
const from = (/** @type {string} */ fact, /** @type {unknown} */ value) => ({ fact, operator: "greaterThanInclusive", value });
const over0 = (/** @type {string} */ fact) => ({ fact, operator: "greaterThan", value: 0 });
const under = (/** @type {string} */ fact, /** @type {unknown} */ value) => ({ fact, operator: "lessThan", value });
const after = (/** @type {string} */ fact, /** @type {string} */ other) => ({ fact, operator: "greaterThan", value: { fact: other } });
const any = (/** @type {Condition[]} */ ...conditions) => ({ any: conditions });
const all = (/** @type {Condition[]} */ ...conditions) => ({ all: conditions });
const rule = (/** @type {string} */ name, /** @type {Condition[]} */ conditions, /** @type {string} */ verdict, kind = "") => ({ name, all: conditions, then: { verdict, kind } });

/** A last try or a break-up for silence, after the playbook's wait; silent where a goodbye was said. @param {any} p @param {string} name @param {Condition[]} conditions @param {string} verdict @returns {Rule[]} */
function goodbye(p, name, conditions, verdict) {
  const wait = p.waits.before_goodbye > 0 ? [rule(`${name}, wait`, [...conditions, after("goodbyeDue", "now")], "keep")] : [];
  return [
    ...wait,
    rule(`${name}, said already`, [...conditions, is("goodbyeSaid")], "break-up", "ghosting"),
    rule(name, conditions, verdict, "ghosting"),
  ];
}

const waits = any(is("waiting"), is("owed"), is("noOutcome"));
const soft = { fact: "lead", operator: "in", value: ["no-budget", "has-vendor", "postpone"] };

/** The rules that a playbook may name. @type {Record<string, (p: any) => Rule[]>} */
const named = {
  "second-no": (p) => [rule("second-no", [is("lead", "not-interested"), from("noes", p.noes.not_interested)], "break-up", "not-interested")],
  "final-objection": () => [
    rule("left", [is("leftCompany")], "break-up", "no-authority"),
    rule("wrong-person", [{ fact: "lead", operator: "in", value: ["wrong-person", "left-company"] }, is("toThank", false)], "break-up", "no-authority"),
    rule("no-fit", [is("lead", "no-fit")], "break-up", "no-fit"),
    rule("authority denied", [is("noAuthority")], "break-up", "no-authority"),
    rule("need denied", [is("noNeed")], "break-up", "no-fit"),
  ],
  "second-soft": (p) => [
    rule("second-soft, budget", [is("lead", "no-budget"), from("softObjections", p.noes.soft)], "break-up", "no-budget"),
    rule("second-soft, vendor", [is("lead", "has-vendor"), from("softObjections", p.noes.soft)], "break-up", "competitor"),
    rule("second-soft, timing", [is("lead", "postpone"), from("softObjections", p.noes.soft)], "break-up", "not-now"),
  ],
  "pushed-back": (p) => goodbye(p, "pushed-back", [from("movedByThem", p.pushed_back.times), is("moveOpen"), is("booked", false)], "last-try"),
  "tire-kicker": (p) => [rule("tire-kicker", [from("signs", p.tire_kicker.signs), from("signsAnswered", p.tire_kicker.answered), is("signsOpen")], "break-up", "tire-kicker")],
  tier: (p) => [
    rule("tier, top", [from("value", p.worth.from)], "invest"),
    rule("tier, bottom", [over0("value"), under("value", p.worth.under), is("takenUp", false)], "break-up", "not-worth-it"),
  ],
  "last-try-unanswered": () => [rule("last-try-unanswered", [is("lastTryOver")], "break-up", "ghosting")],
  chase: (p) => goodbye(p, "chase", [from("chased", p.chase.touches), from("chasedOn", p.chase.channels)], "break-up"),
  persistence: (p) => {
    const { cold, inbound, engaged, proposal } = p.persistence;
    const enough = any(
      all(is("motion", "engaged"), is("met", false), from("tried", engaged.touches), from("silentDays", engaged.days)),
      all(is("motion", "engaged"), is("met"), from("tried", engaged.after_meeting), from("silentDays", engaged.days)),
      all(is("motion", "proposal"), from("tried", proposal.touches), from("silentDays", proposal.days), is("secondContact")),
      all(is("motion", "cold"), from("tried", cold.touches), from("silentDays", cold.days)),
      all(is("motion", "inbound"), from("calls", inbound.calls), from("emails", inbound.emails), from("silentDays", inbound.days)),
      all(
        is("otherChannels", false),
        any(is("emailPossible", false), from("emails", p.ceilings.email)),
        any(is("linkedinPossible", false), from("linkedins", p.ceilings.linkedin)),
      ),
    );
    return goodbye(p, "persistence", [is("silent"), from("unanswered", p.floor.touches), enough], "last-try");
  },
  overwork: (p) => [rule("overwork", [over0("usual"), from("usualFrom", p.overwork.deals), over0("overwork"), is("takenUp", false)], "break-up", "over-invested")],
  "follow-ups": (p) => [
    ...goodbye(p, "follow-ups", [from("followUps", p.follow_ups.times), from("unanswered", p.floor.touches)], "last-try"),
    rule("follow-ups, not yet", [over0("followUps")], "keep"),
  ],
  attempts: (p) => [
    ...goodbye(p, "attempts", [from("touches", p.attempts.times), over0("unanswered")], "break-up"),
    rule("attempts, not yet", [over0("touches"), over0("unanswered")], "keep"),
  ],
  "five-and-out": (p) => [
    ...goodbye(p, "five-and-out", [from("contacts", p.contacts.times), is("opened", false)], "break-up"),
    rule("five-and-out, not yet", [over0("contacts")], "keep"),
  ],
  "six-calls": (p) => [
    ...goodbye(p, "six-calls", [is("met", false), from("calls", p.calls.calls), { fact: "voicemails", operator: "lessThan", value: { fact: "unanswered" } }], "break-up"),
    ...goodbye(p, "follow-ups after a meeting", [is("met"), from("followUps", p.calls.after_meeting), { fact: "voicemails", operator: "lessThan", value: { fact: "unanswered" } }], "break-up"),
    rule("six-calls, not yet", [any(all(is("met", false), over0("calls")), all(is("met"), over0("followUps")))], "keep"),
  ],
};

/** All rules of a playbook, the first that holds decides. @param {any} p @returns {Rule[]} */
function rulesOf(p) {
  const own = (/** @type {string[]} */ list) => list.flatMap((name) => named[name](p)).map((r) => ({ ...r, all: [is("customer", false), ...r.all] }));
  const quiet = any(from("silentDays", p.waits.quiet_customer), from("unanswered", p.floor.touches));
  const paused = (/** @type {string} */ kind) => rule(`paused, ${kind}`, [is("pauseKind", kind), after("pausedUntil", "now")], "pause", kind);
  return [
    rule("stop", [is("optOut")], "stop"),
    rule("complaint", [is("customer"), is("complained")], "hand-off"),
    rule("content", [is("customer"), is("silent"), is("waiting", false), is("owed", false), is("noOutcome", false), is("booked", false), quiet, after("quietUntil", "now")], "pause", "satisfied"),
    ...own(p.said),
    rule("your-turn", [waits], "your-turn"),
    rule("meeting-booked", [is("booked")], "keep"),
    rule("away", [after("awayUntil", "now"), after("awayUntil", "pausedUntil"), after("awayUntil", "askedUntil")], "pause", "away"),
    rule("asked, vendor", [is("lead", "has-vendor"), after("askedUntil", "now"), after("askedUntil", "pausedUntil")], "pause", "competitor"),
    rule("asked", [soft, after("askedUntil", "now"), after("askedUntil", "pausedUntil")], "pause", "not-now"),
    ...["waiting", "let-go", "not-now"].map(paused),
    ...own(p.silence),
    rule("keep", [from("touches", 0)], "keep"),
  ];
}

const engines = books.map((book) => {
  const engine = new Engine();
  const rules = rulesOf(book);
  rules.forEach((r, i) => engine.addRule({ name: r.name, priority: rules.length - i, conditions: { all: r.all }, event: { type: r.then.verdict, params: r.then } }));
  engine.on("success", () => engine.stop());
  return engine;
});

/** What each signal counts; a signal holds where it counts anything. */
const units = {
  worth: "worth", qualified: "settled", replies: "replies", interest: "interest", noes: "noes", objections: "objections", pride: "pride", busy: "busy",
  met: "meetingsHeld", "no-show": "noShows", "pushed-back": "movedByThem", unanswered: "unanswered", channels: "untried", idle: "idle", rotting: "rotting",
};
const scorer = new Engine();
for (const [signal, fact] of Object.entries(units)) {
  scorer.addRule({ conditions: { all: [{ fact, operator: "notEqual", value: 0 }] }, event: { type: signal, params: { fact, weight: balanced.weights[signal] } } });
}
scorer.addRule({ conditions: { all: [is("talking")] }, event: { type: "account", params: { points: balanced.weights.account.points } } });
scorer.addRule({ conditions: { all: [over0("reactions"), is("replies", 0)] }, event: { type: "reaction", params: { points: balanced.weights.reaction.points } } });
scorer.addRule({ conditions: { all: [under("touches", balanced.floor.touches)] }, event: { type: "floor", params: { points: balanced.weights.floor.points } } });

/** @param {{points: number, free?: number, most?: number}} w @param {number} n */
function worthOf(w, n) {
  const points = w.points * Math.max(0, Math.abs(n) - (w.free ?? 0));
  const bound = w.most ? (w.most > 0 ? Math.min(points, w.most) : Math.max(points, w.most)) : points;
  return n < 0 ? -bound : bound;
}

export const ruleCount = [...engines, scorer].reduce((n, e) => n + e.rules.length, 0);

/** @param {Record<string, any>} facts */
export async function score(facts) {
  const { events } = await scorer.run(facts);
  const sum = events.reduce((/** @type {number} */ s, /** @type {any} */ { params: p }) => s + (p.points ?? worthOf(p.weight, facts[p.fact])), balanced.weights.start.points);
  return Math.min(Math.max(sum, 0), 100);
}

/** What each playbook decides: "keep ,break-up ghosting,…". A verdict about silence does not stand while the company talks, or while an answer could stand unread. @param {Record<string, any>} facts */
export async function decide(facts) {
  const almanac = new Almanac(); // the facts are the same for all
  for (const id in facts) almanac.addFact(id, facts[id]);
  const out = [];
  for (const engine of engines) {
    const { events } = await engine.run({}, { almanac });
    const { verdict, kind } = events[events.length - 1].params;
    out.push(kind === "ghosting" && (facts.talking || facts.unseen) ? "keep " : `${verdict} ${kind}`);
  }
  return out.join(",");
}
