// @ts-check
// Sample States for the panel: every phase, verdict and kind, and what a page
// could hold to break it.
import { assessment, entered, entry, kim, monday, nobody, now, part, plan, profile, state, step, tracked } from "./states-make.mjs";
import { verdicts } from "./states-verdicts.mjs";

export { tab } from "./states-make.mjs";

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
  "by hand, not tracked": state({ url: "https://news.example/", site: "", kind: "other", by_hand: true, person: { ...kim, title: "", place: "" } }),
  "untracked, perhaps known": state({
    site: "linkedin", kind: "profile", url: profile, person: { ...kim, email: "", slug: "kim-olsen", member: "ACoAA1", degree: "2" },
    links: [{ pair: ["a", "b"], seen: { ...kim, email: "", slug: "kim-olsen" }, with: { ...kim, title: "", place: "" }, reason: "same-name-and-company", proof: "Kim Olsen" }],
  }),
  "tracked, not assessed": state({ tracked: true, entries: [entry("2026-11-20", "touch", "email")] }),
};

const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

const many = Array.from({ length: 2000 }, (_, i) =>
  entry(new Date(Date.parse(now) - i * 36e5 * 7).toISOString(), i % 3 ? "touch" : "reply",
    ["email", "call", "linkedin", "sms"][i % 4], { quote: i % 3 ? "" : `Answer number ${i}` }));

/** What is known of who they are. */
const people = {
  "keep, another address": tracked("keep", { because: "3 of 8 touches tried; the full set takes 15 working days" }, {
    links: [
      { pair: ["a", "b"], seen: { ...nobody, name: "Kim Olsen", email: "kim.olsen@home.example" }, with: kim, reason: "same-name-in-thread", proof: "Kim Olsen" },
      { pair: ["a", "c"], seen: { ...nobody, email: "kim+news@acme.example" }, with: kim, reason: "same-mailbox", proof: "kim+news@acme.example" }],
    linked: [
      { pair: ["a", "d"], with: { ...nobody, name: "Kim Olsen", slug: "kim-olsen" }, reason: "same-name-and-company", at: "2026-11-03T09:00:00Z" },
      { pair: ["a", "e"], with: { ...nobody, email: "k.olsen@acme.example" }, reason: "same-mailbox", at: "2026-10-02T09:00:00Z" }],
  }),
  "keep, perhaps promised": tracked("keep", { because: "3 of 8 touches tried; the full set takes 15 working days" }, {
    promises: [
      { text: "I'll send you the security sheet by Friday.", sent: "2026-11-18T09:30:00Z", on: "2026-11-19T23:00:00Z" },
      { text: "Let me check with our team about the audit log.", sent: "2026-11-12T09:30:00Z" }],
    entries: [entered("2026-11-12", "promise", { quote: "I'll send the offer on Monday.", until: "2026-11-22T23:00:00Z" }), entry("2026-11-12", "touch", "email", { copied: true })],
  }),
  "keep, by hand": tracked("keep", { because: "3 of 8 touches tried; the full set takes 15 working days" }, { url: "https://news.example/", site: "", by_hand: true, unread: [], on_page: {}, person: { ...kim, title: "", place: "" } }),
};

const into = { box: "1", to: [kim.email] };
/** A mail of the rep's own. @param {string} text @param {object} [over] */
const mail = (text, over) => ({ theirs: true, watched: true, subject: "", text, warnings: null, ...over });

/** A mail is being written in Gmail. */
const writing = {
  "writing, to mend": tracked("keep", { because: "3 of 8 touches tried; the full set takes 15 working days", plan: plan("", [step(monday, "send", "email", "Shorter checks", "Hi Kim,\n\nHere is ____.\n\nAnna", "next")]) }, {
    into, record: "https://crm.example/deals?q={email}",
    writing: mail("Hi Kim,\n\nI am just checking in, [Name]. After all the time I put into this I am disappointed."),
  }),
  "writing, well": tracked("keep", { because: "3 of 8 touches tried; the full set takes 15 working days" }, { into, writing: mail("Hi Kim, here is the sheet you asked for.") }),
  "writing, stop": tracked("stop", { because: "They asked on 4 Nov not to be contacted" }, {
    into, writing: mail("", { warnings: [
      { name: "Kim Olsen", verdict: "stop", because: "They asked on 4 Nov not to be contacted", until: null },
      { name: "Jo Berg", verdict: "let-go", because: "Let go on 12 Nov: look again on 22 Feb 2027", until: "2027-02-22" }] }),
  }),
  "writing, several": state({
    phase: "several", person: nobody, candidates: [kim, { ...nobody, name: "Jo Berg", email: "jo.berg@acme.example" }],
    writing: mail("", { theirs: false, warnings: [{ name: "sales@fjord.example", verdict: "stop", because: "", until: null }] }),
  }),
};

const odd = {
  hostile: tracked("keep", {
    because: hostile, crm_note: hostile, closed_lost_reason: hostile, parts: [part(hostile, 34, hostile, [["2026-11-04", hostile]], hostile)],
    plan: plan(hostile, [
      step("2026-11-23", "send", "email", hostile, `{{name}} ${hostile} ____`, hostile), step("javascript:alert(1)", "check", hostile, hostile, hostile),
      step(hostile, hostile, hostile, hostile, hostile, hostile, -7), step(monday, "colleague", hostile, hostile, hostile),
      step(hostile, "erase", hostile, hostile, hostile)], [{ text: hostile, from: hostile }]),
    voices: [{ source: hostile, verdict: hostile, kind: hostile, because: hostile }], flips: [{ if: hostile, verdict: hostile, kind: hostile }],
    next_touch: { on: hostile, channel: hostile }, rule: hostile, kind: hostile, unsure: [hostile], answer_by: hostile, until: hostile, reassess: hostile,
    lead_status: hostile, suppress: [hostile, hostile], hours_freed: 1e9, motion: hostile,
  }, {
    deal: { value: 1e300, stage: hostile, company_size: -5, responsible_for: hostile, country: hostile, customer: true },
    person: { name: hostile, email: hostile, title: hostile, company: hostile, place: hostile, slug: "javascript:alert(1)//", member: hostile, degree: hostile },
    entries: [
      entered("2026-11-21", "dismiss", { signal: hostile, machine: hostile }), entry("2026-11-04", "reply", hostile, { id: hostile, quote: hostile, disposition: hostile, by_hand: true }),
      entry("2026-11-04", hostile, hostile), entered("2026-11-04", "promise", { quote: hostile }), entered("2026-11-04", "answer", { question: hostile, quote: hostile })],
    unread: [hostile], links: [{ pair: [hostile, "b"], seen: { ...nobody, name: hostile }, with: { ...nobody, name: hostile, company: hostile }, reason: hostile, proof: hostile }],
    linked: [{ pair: [hostile, "c"], with: { ...nobody, name: hostile, email: hostile }, reason: hostile, at: now }], promises: [{ text: hostile, sent: now }],
  }),
  long: tracked("last-try", {
    kind: "ghosting", because: `${longWord} `.repeat(6),
    plan: plan("", [step("2026-11-23", "send", "email", `${longWord}${longWord}`, `${longWord.repeat(5)}\n\n${"Hello again. ".repeat(80)}`, "last-try")]),
  }, {
    person: { ...kim, name: `${longWord} von und zu ${longWord}`, title: `Vice President of ${longWord}`, company: `${longWord} AG`, email: `${longWord.toLowerCase()}@${"sub.".repeat(12)}acme.example` },
    deal: { stage: longWord.repeat(3), responsible_for: longWord.repeat(2) },
    unread: ["name", "title", "company", "place", "something-new"],
  }),
  many: tracked("last-try", { kind: "ghosting", because: "1,333 touches" }, { entries: many, on_page: { touches: 1333, replies: 667, closed: 1, unplaced: 1 } }),
  "right to left": tracked("keep", {
    because: "3 of 8 touches tried; the full set takes 15 working days", next_touch: { on: "2026-11-24", channel: "email" },
    plan: plan("", [step("2026-11-24", "send", "email", "שלום נועה", "שלום נועה,\n\nרציתי לשאול אם יש חדש ב־____.\n\nאנה", "next")], [{ text: "ראיתי את הפוסט שלך.", from: "their LinkedIn profile, experience" }]),
  }, {
    person: { ...kim, name: "נועה בן־דוד", title: "מנהלת מערכות מידע", company: "أكمي", place: "תל אביב" },
    entries: [entry("2026-11-04", "reply", "email", { quote: "תודה, נשמע מעניין. אפשר לדבר בשבוע הבא?" })],
  }),
  "below and above": tracked("keep", { score: 0, because: "Signs against it", parts: [part("worth", 40, "Some work", []), part("noes", -90, "They said no", [["2026-11-04", "no"]]), part("limit", 50, "Never below 0", [])] }),
  empty: state({ url: "", site: "", kind: "", person: nobody, tracked: true, assessment: assessment("keep", { score: 0, parts: [], voices: [], flips: [], motion: "", crm_note: "" }) }),
  "empty untracked": state({ url: "", site: "", kind: "", person: nobody }),
  unknown: tracked("wait-and-see", { kind: "new-kind", rule: "new-rule", because: "A newer brain" }),
  "unknown phase": state({ phase: "sleeping" }),
};

/** What a team adds. */
const together = {
  clash: tracked("break-up", { kind: "ghosting", because: "No reply to your last try of 12 Nov" }, {
    team: true,
    clash: [
      { verdict: "break-up", kind: "ghosting", at: "2026-11-21T15:04:00Z", author: "Ben’s laptop" },
      { verdict: "pause", until: "2026-12-01T00:00:00Z", at: "2026-11-21T16:30:00Z" },
    ],
    entries: [
      entry("2026-11-21T16:30:00Z", "decision", "", { verdict: "pause", by_hand: true }),
      entry("2026-11-21T15:04:00Z", "decision", "", { verdict: "break-up", kind: "ghosting", author: "Ben’s laptop" }),
      entry("2026-11-12", "touch", "letter", { author: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" }),
      entry("2026-11-04", "reply", "email", { quote: "", read: "", author: "Ben’s laptop" }),
    ],
  }),
};

/** States as the brain sends them, by name. @type {Record<string, any>} */
export const states = { ...phases, ...verdicts, ...people, ...writing, ...odd, ...together };
