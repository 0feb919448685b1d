// @ts-check
// What the sample States are made of. All people and companies are invented.

export const tab = 7;
export const now = "2026-11-22T09:00:00Z"; // a Sunday
export const monday = "2026-11-23";
export const thread = "https://mail.google.com/mail/u/0/#inbox/FMfcgzQXabc";
export const profile = "https://www.linkedin.com/in/kim-olsen/";

export const nobody = { name: "", email: "", title: "", company: "", place: "", slug: "", member: "", degree: "" };
export const kim = {
  ...nobody, name: "Kim Olsen", email: "kim@acme.example", title: "Head of IT", company: "Acme", place: "Aarhus",
};

/** @param {Record<string, unknown>} over @returns {any} */
export const state = (over) => ({
  tab, url: thread, site: "gmail", kind: "thread", phase: "someone", person: kim, candidates: [], tracked: false,
  assessment: null, account: null, search: "from:(kim@acme.example) OR to:(kim@acme.example)", deal: {}, speech: { words_per_minute: 150, from: 8, to: 14 }, entries: [],
  on_page: { touches: 0, replies: 0, closed: 0, unplaced: 0 }, unread: [], problem: "", now, ...over,
});

let made = 0;
/** @param {string} at @param {string} type @param {string} channel @param {Record<string, unknown>} [over] */
export const entry = (at, type, channel, over) => ({
  id: `e${++made}`, at: at.length > 10 ? at : `${at}T09:30:00Z`, type, channel, disposition: "", quote: "", read: "full",
  by_hand: false, ...over,
});
/** What the rep entered. @param {string} at @param {string} type @param {Record<string, unknown>} over */
export const entered = (at, type, over) => entry(at, type, "", { read: "", by_hand: true, ...over });

export const colleagues = [
  { person: { ...nobody, name: "Jo Berg", title: "Chief financial officer" }, touch: { at: "2026-11-03T09:30:00Z", by: "Ben" } },
  { person: { ...nobody, name: "Ada Lund", title: "Head of quality" }, touch: { at: "2026-11-12T09:30:00Z" }, reply: { at: "2026-11-16T09:30:00Z", by: "Ben" }, meeting: { at: "2026-11-26T13:00:00Z" } },
  { person: { ...nobody, email: "procurement@acme.example" } },
];

export const entries = [
  entry("2026-11-12", "touch", "email"),
  entry("2026-11-10", "touch", "call", { disposition: "no-answer", by_hand: true }),
  entry("2026-11-06", "touch", "linkedin"),
  entry("2026-11-05", "meeting", "", { disposition: "rescheduled" }),
  entry("2026-11-04", "reply", "email", { quote: "Thanks, it sounds useful. We are moving offices until the end of the month, so give me some time." }),
  entry("2026-11-02", "touch", "email"),
  entry("2025-12-15", "touch", "email", { read: "none" }),
];

/** @param {string} signal @param {number} points @param {string} because @param {[string, string][]} evidence @param {string} [source] */
export const part = (signal, points, because, evidence, source = "balanced") => ({
  signal, points, because, source, evidence: evidence.map(([at, quote]) => ({ at: `${at}T09:30:00Z`, quote })),
});

export const parts = [
  part("start", 50, "Where every prospect starts", []),
  part("replies", 12, "1 reply, the last on 4 Nov", [["2026-11-04", "Thanks, it sounds useful."]]),
  part("plural", 0, 'They say "we" and never "I": is there a "we", or is it only them?', [["2026-11-04", "We are moving offices until the end of the month, so give me some time."]], "hoffman"),
  part("pushed-back", -8, "They moved your meeting once", [["2026-11-05", "Meeting, moved by them"]], "lange"),
  part("unanswered", -14, "3 touches since 4 Nov without a reply", [
    ["2026-11-12", "E-mail"], ["2026-11-10", "Call, no answer"], ["2026-11-06", "LinkedIn message"]]),
  part("idle", -6, "Silent for 12 working days", [["2026-11-04", "Last two-way contact"]]),
];

/** What makes the parts add up to a score other than 34. @param {any} score */
const rest = (score = 34) => (score === 34 ? [] : [part("fit", score - 34, "Like your ideal prospect: size of the company, country", [])]);

const voices = [
  { source: "hoffman", verdict: "keep", kind: "", because: "No rule speaks against it yet" },
  { source: "calvert", verdict: "keep", kind: "", because: "4 of 20 attempts; not tried yet: letter, event" },
  { source: "pipedrive", verdict: "keep", kind: "", because: "3 of 5 contacts without a response" },
  { source: "stanley", verdict: "keep", kind: "", because: "2 of 6 calls without an answer" },
  { source: "lange", verdict: "last-try", kind: "ghosting", because: "3 of 3 follow-ups without an answer" },
];
const flips = [
  { if: "a reply that shows interest", verdict: "your-turn", kind: "" },
  { if: "a call on Tuesday that reaches them", verdict: "keep", kind: "" },
  { if: "another no", verdict: "break-up", kind: "not-interested" },
  { if: "on 3 Dec", verdict: "last-try", kind: "ghosting" },
];
/** @type {Record<string, string>} which rule decides in the samples */
const rules = {
  "your-turn": "your-turn", invest: "tier", keep: "keep", "last-try": "persistence", "break-up": "last-try-unanswered",
  pause: "pause", stop: "stop", "hand-off": "customer",
};

/** @param {string} verdict @param {Record<string, unknown>} over */
export const assessment = (verdict, over) => ({
  verdict, kind: "", rule: rules[verdict] ?? "", until: null, score: 34, reunion: false, unsure: [], motion: "engaged", cycle: 1, because: "",
  parts: [...parts, ...rest(over.score)], voices, flips: flips.filter((f) => f.verdict !== verdict),
  plan: { kind: "", steps: [], hooks: [] }, next_touch: null, answer_by: null, reassess: null, closed_lost_reason: "", lead_status: "",
  suppress: [], crm_note: "2026-11-22: 3 touches, 1 reply in this cycle.", hours_freed: null, ...over,
});

/**
 * @param {string} on @param {string} act @param {string} channel @param {string} subject @param {string} body
 * @param {string} [purpose] @param {number | null} [seconds]
 */
export const step = (on, act, channel, subject, body, purpose = "", seconds = null) =>
  ({ on, do: act, channel, subject, body, purpose, seconds });
/** @param {string} kind @param {object[]} steps @param {object[]} [hooks] */
export const plan = (kind, steps, hooks = []) => ({ kind, steps, hooks });

/** @param {string} verdict @param {Record<string, unknown>} over @param {Record<string, unknown>} [more] */
export const tracked = (verdict, over, more) => state({
  tracked: true, entries, assessment: assessment(verdict, over),
  on_page: { touches: 3, replies: 1, closed: 2, unplaced: 0 }, unread: ["company"], ...more,
});
