// @ts-check
// Sample States for the panel: every phase and verdict, and what a page could
// hold to break it. All people and companies are invented.

export const tab = 7;
const now = "2026-11-22T09:00:00Z";
const thread = "https://mail.google.com/mail/u/0/#inbox/FMfcgzQXabc";
const profile = "https://www.linkedin.com/in/kim-olsen/";

const nobody = { name: "", email: "", title: "", company: "", place: "", slug: "", member: "", degree: "" };
const kim = {
  ...nobody, name: "Kim Olsen", email: "kim@acme.example", title: "Head of IT", company: "Acme", place: "Aarhus",
};

/** @param {Record<string, unknown>} over @returns {any} */
const state = (over) => ({
  tab, url: thread, site: "gmail", kind: "thread", phase: "someone", person: kim, candidates: [], tracked: false,
  assessment: null, entries: [], on_page: { touches: 0, replies: 0, closed: 0, unplaced: 0 }, unread: [],
  problem: "", now, ...over,
});

let made = 0;
/** @param {string} at @param {string} type @param {string} channel @param {Record<string, unknown>} [over] */
const entry = (at, type, channel, over) => ({
  id: `e${++made}`, at: at.length > 10 ? at : `${at}T09:30:00Z`, type, channel, disposition: "", quote: "", read: "full",
  byHand: false, ...over,
});

const entries = [
  entry("2026-11-12", "touch", "email"),
  entry("2026-11-10", "touch", "call", { disposition: "no-answer", byHand: true }),
  entry("2026-11-06", "touch", "linkedin"),
  entry("2026-11-04", "reply", "email", { quote: "Thanks, it sounds useful. We are moving offices until the end of the month, so give me some time." }),
  entry("2026-11-02", "touch", "email"),
  entry("2025-12-15", "touch", "email", { read: "none" }),
];

/** @param {string} signal @param {number} points @param {string} because @param {[string, string][]} evidence @param {string} [source] */
const part = (signal, points, because, evidence, source = "balanced") => ({
  signal, points, because, source, evidence: evidence.map(([at, quote]) => ({ at: `${at}T09:00:00Z`, quote })),
});

const parts = [
  part("tier", 50, "A deal of this size is worth some work", []),
  part("reply", 18, "They answered once", [["2026-11-04", "Thanks, it sounds useful."]]),
  part("unanswered", -24, "3 touches since 4 Nov without a reply", [
    ["2026-11-06", "LinkedIn message, no reply"], ["2026-11-10", "call, no answer"], ["2026-11-12", "e-mail, no reply"]]),
  part("idle", -10, "6 working days without an answer", []),
];

/** What makes the parts add up to a score other than 34. @param {any} score */
const rest = (score = 34) => (score === 34 ? [] : [part("fit", score - 34, "How well they fit your ideal prospect", [])]);

/** @param {string} verdict @param {Record<string, unknown>} over */
const assessment = (verdict, over) => ({
  verdict, kind: "", until: null, score: 34, reunion: false, unsure: [], motion: "engaged", cycle: 1, because: "",
  parts: [...parts, ...rest(over.score)], voices: [
    { source: "lange", verdict: "last-try", kind: "ghosting", because: "3 of 3 follow-ups went unanswered" },
    { source: "calvert", verdict: "keep", kind: "", because: "4 of 20 attempts; fax and letter are untried" },
    { source: "stanley", verdict: "keep", kind: "", because: "2 of 5 follow-ups after a meeting" },
  ],
  flips: [{ if: "a reply arrives", verdict: "your-turn" }, { if: "five more working days pass", verdict: "break-up" }],
  plan: { kind: "", steps: [] }, next_touch: null, reassess: null, closed_lost_reason: "", crm_note: "", ...over,
});

/** @param {string} on @param {string} act @param {string} channel @param {string} subject @param {string} body @param {number | null} [seconds] */
const step = (on, act, channel, subject, body, seconds = null) => ({ on, do: act, channel, subject, body, seconds });

/** @param {string} verdict @param {Record<string, unknown>} over @param {Record<string, unknown>} [more] */
const tracked = (verdict, over, more) => state({
  tracked: true, entries, assessment: assessment(verdict, over),
  on_page: { touches: 3, replies: 1, closed: 2, unplaced: 0 }, unread: ["company"], ...more,
});

const lastTry = [
  step("2026-11-23", "send", "email", "Shall I close this, Kim?",
    "Hello Kim,\n\nI have written a few times about ____ and do not want to become a pest. If this is not for you, one word is enough and I will leave you in peace.\n\nIf I misread it, call me: ____.\n\nAnna"),
  step("2026-11-23", "send", "voicemail", "", "Kim, Anna from Northwind. I sense you are going another way, and that is fine. If I am wrong, ring me back.", 11),
  step("2026-11-30", "wait", "", "", "Five working days for an answer."),
];

/** Every phase without a person, and a person who is not tracked. */
const phases = {
  elsewhere: state({ phase: "elsewhere", url: "https://news.example/", site: "", kind: "other", person: nobody }),
  "no-access gmail": state({ phase: "no-access", person: nobody }),
  "no-access linkedin": state({ phase: "no-access", site: "linkedin", url: profile, person: nobody }),
  "no-access": state({ phase: "no-access", site: "", person: nobody }),
  press: state({ phase: "press", site: "linkedin", kind: "profile", url: profile, person: nobody }),
  reading: state({ phase: "reading", person: nobody }),
  unreadable: state({ phase: "unreadable", kind: "unreadable", site: "linkedin", url: profile, person: nobody, unread: ["name"] }),
  several: state({
    phase: "several", person: nobody, candidates: [
      kim, { ...nobody, name: "Jo Berg", email: "jo.berg@acme.example" }, { ...nobody, email: "sales@fjord.example" }, nobody],
    on_page: { touches: 0, replies: 0, closed: 0, unplaced: 1 },
  }),
  untracked: state({ on_page: { touches: 3, replies: 1, closed: 0, unplaced: 0 } }),
  "untracked profile": state({
    site: "linkedin", kind: "profile", url: profile, unread: ["company"],
    person: { ...kim, email: "", company: "", slug: "kim-olsen", member: "ACoAA1", degree: "2" },
  }),
  broken: state({ phase: "broken", person: nobody, problem: "The record on this device could not be opened. Free some disk space, then try again." }),
  "tracked, not assessed": state({ tracked: true, entries: [entry("2026-11-20", "touch", "email")] }),
};

const verdicts = {
  "your-turn": tracked("your-turn", {
    score: 71, because: "They asked a question on 20 Nov and wait for your answer", next_touch: { on: "2026-11-22", channel: "email" },
    plan: { kind: "", steps: [step("2026-11-22", "send", "email", "Re: Pricing for 40 seats", "Hello Kim,\n\nyes, it covers all 40 seats: ____.\n\nAnna")] },
  }),
  invest: tracked("invest", { score: 92, because: "Top tier, and they answer", next_touch: { on: "2026-11-23", channel: "call" } }),
  keep: tracked("keep", { because: "3 touches so far; two more before a last try", next_touch: { on: "2026-11-24", channel: "call" } }),
  "keep, unsure": tracked("keep", {
    because: "9 touches without a reply that was seen", unsure: ["linkedin", "gmail"],
    plan: { kind: "", steps: [step("2026-11-22", "check", "email", "", "Look whether they answered from another address.")] },
  }),
  "last-try": tracked("last-try", { kind: "ghosting", because: "8 touches over 15 working days without a reply", plan: { kind: "ghosting", steps: lastTry }, reassess: "2027-02-22" }),
  "break-up": tracked("break-up", {
    kind: "ghosting", score: 18, because: "No reply to your last try of 12 Nov", reassess: "2027-02-22",
    plan: { kind: "ghosting", steps: [
      step("2026-11-23", "note", "", "", "Close it in the CRM; the goodbye was said on 12 Nov."),
      step("2026-11-23", "remove-from-sequence", "", "", "")] },
    closed_lost_reason: "unresponsive", crm_note: "No answer after 8 touches between 2 Oct and 12 Nov. Look again on 22 Feb 2027.",
  }),
  "break-up quiet": tracked("break-up", { kind: "not-worth-it", score: 9, because: "Smaller than your own limit of 1,000", reassess: "2027-05-22" }),
  "pause away": tracked("pause", { kind: "away", until: "2026-12-03", because: "Their out-of-office names 3 Dec as the first day back" }),
  "pause let-go": tracked("pause", { kind: "let-go", until: "2027-02-22", because: "You let go on 23 Nov", cycle: 2 }),
  pause: tracked("pause", { because: "They asked for time" }),
  stop: tracked("stop", { score: 0, because: "On 19 Nov they asked not to be contacted again" }),
  "hand-off": tracked("hand-off", { because: "A customer complained on 18 Nov", plan: { kind: "", steps: [step("2026-11-23", "note", "", "", "Tell the account’s owner what happened.")] } }),
  reunion: tracked("your-turn", { reunion: true, score: 88, because: "They came back on 21 Nov after 8 months", cycle: 2, motion: "inbound" }),
};

const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

const many = Array.from({ length: 2000 }, (_, i) =>
  entry(new Date(Date.parse(now) - i * 36e5 * 7).toISOString(), i % 3 ? "touch" : "reply",
    ["email", "call", "linkedin", "sms"][i % 4], { quote: i % 3 ? "" : `Answer number ${i}` }));

const odd = {
  hostile: tracked("keep", {
    because: hostile, crm_note: hostile, closed_lost_reason: hostile, parts: [part(hostile, 34, hostile, [["2026-11-04", hostile]], hostile)],
    plan: { kind: "", steps: [step("2026-11-23", "send", "email", hostile, hostile), step("javascript:alert(1)", "check", hostile, hostile, hostile)] },
    voices: [{ source: hostile, verdict: hostile, kind: hostile, because: hostile }], flips: [{ if: hostile, verdict: hostile }],
    next_touch: { on: hostile, channel: hostile },
  }, {
    person: { name: hostile, email: hostile, title: hostile, company: hostile, place: hostile, slug: "javascript:alert(1)//", member: hostile, degree: hostile },
    entries: [entry("2026-11-04", "reply", hostile, { id: hostile, quote: hostile, disposition: hostile, byHand: true }), entry("2026-11-04", hostile, hostile)],
    unread: [hostile],
  }),
  long: tracked("last-try", { kind: "ghosting", because: `${longWord} `.repeat(6), plan: { kind: "", steps: [step("2026-11-23", "send", "email", `${longWord}${longWord}`, `${longWord.repeat(5)}\n\n${"Hello again. ".repeat(80)}`)] } }, {
    person: { ...kim, name: `${longWord} von und zu ${longWord}`, title: `Vice President of ${longWord}`, company: `${longWord} AG`, email: `${longWord.toLowerCase()}@${"sub.".repeat(12)}acme.example` },
    unread: ["name", "title", "company", "place", "something-new"],
  }),
  many: tracked("last-try", { kind: "ghosting", because: "1,333 touches" }, { entries: many, on_page: { touches: 1333, replies: 667, closed: 1, unplaced: 1 } }),
  "right to left": tracked("keep", { because: "3 touches so far", next_touch: { on: "2026-11-24", channel: "email" },
    plan: { kind: "", steps: [step("2026-11-24", "send", "email", "שלום נועה", "שלום נועה,\n\nרציתי לשאול אם יש חדש.\n\nאנה")] } }, {
    person: { ...kim, name: "נועה בן־דוד", title: "מנהלת מערכות מידע", company: "أكمي", place: "תל אביב" },
    entries: [entry("2026-11-04", "reply", "email", { quote: "תודה, נשמע מעניין. אפשר לדבר בשבוע הבא?" })],
  }),
  "below and above": tracked("keep", { score: 0, because: "Signs against it", parts: [part("tier", 40, "Some work", []), part("no", -90, "They said no", [["2026-11-04", "no"]]), part("limit", 50, "Never below 0", [])] }),
  empty: state({ url: "", site: "", kind: "", person: nobody, tracked: true, assessment: assessment("keep", { score: 0, parts: [], voices: [], flips: [], motion: "" }) }),
  "empty untracked": state({ url: "", site: "", kind: "", person: nobody }),
  unknown: tracked("wait-and-see", { kind: "new-kind", because: "A newer brain" }),
  "unknown phase": state({ phase: "sleeping" }),
};

/** States as the brain sends them, by name. @type {Record<string, any>} */
export const states = { ...phases, ...verdicts, ...odd };
