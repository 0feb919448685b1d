// @ts-check
// Sample States of every verdict and kind.
import { colleagues, entered, entries, entry, kim, monday, parts, plan, profile, step, tracked } from "./states-make.mjs";

const hello = "Hi Kim,\n\n";
const bye = "\n\nBest regards,\nAnna";
const door = "If that changes, you can reach me any time.";
/** @param {string} purpose @param {string} subject @param {string} body */
const mail = (purpose, subject, body) => step(monday, "send", "email", subject, hello + body + bye, purpose);
/** @param {string} on @param {string} body */
const wait = (on, body) => step(on, "wait", "", "", body);
/** @param {string} body */
const note = (body) => step(monday, "note", "", "", body);
const remove = step(monday, "remove-from-sequence", "", "", "Take them out of every sequence");
const colleague = step("2026-11-30", "colleague", "email", "Release checks at Acme",
  `Hi ____,\n\nI help teams that run their release checks by hand to do them in an hour. Is that a topic at Acme, and are you the right person for it?${bye}`, "colleague");

const yourTurn = {
  "your-turn": tracked("your-turn", {
    score: 71, because: "They asked something on 20 Nov and wait for an answer",
    plan: plan("your-turn", [mail("answer.question", "Re: Pricing for 40 seats", "Thank you for asking. ____.\n\nIf that leaves something open, write back or call me on +45 12 34 56 78. I'm happy to go into it.")]),
  }),
  "your-turn inbound": tracked("your-turn", {
    score: 84, motion: "inbound", because: "They came to you on 22 Nov and nobody has answered", answer_by: "2026-11-22T09:04:32Z",
    plan: plan("your-turn", [
      step("2026-11-22", "send", "call", "", "Hello Kim, this is Anna. You have just asked about release checks, and I wanted to get back to you right away. Is this a good moment? If not, I'm on this number.", "answer.inbound", 14),
      mail("answer.inbound", "Your request about release checks", "Thank you for getting in touch. I'm Anna, and I'll look after your request myself.\n\nTwo things would help me to give you a good answer: what made you look into it now, and when would you like it solved?")]),
  }, { entries: [entry("2026-11-22T08:59:32Z", "inbound", "web", { quote: "Please send me a price for 40 people." })] }),
  "your-turn promise": tracked("your-turn", {
    score: 60, because: "You promised: send the security sheet",
    plan: plan("your-turn", [mail("promise", "The security sheet", "As promised, here is the security sheet: ____.\n\nIf anything in it is unclear, call me.")]),
  }, { entries: [entered("2026-11-18", "promise", { quote: "send the security sheet" }), ...entries] }),
  "your-turn meeting": tracked("your-turn", {
    score: 58, because: "The meeting of 19 Nov has no outcome yet",
    plan: plan("your-turn", [step(monday, "log", "", "", "Say what came of the meeting of 19 Nov: it took place, was moved, or nobody came")]),
  }, { entries: [entry("2026-11-16", "meeting", "", { disposition: "scheduled" }), ...entries] }),
  reunion: tracked("your-turn", {
    reunion: true, score: 88, because: "A deal of 80,000: worth it, from 50,000. Like your ideal prospect: country", cycle: 2, motion: "inbound",
    plan: plan("your-turn", [mail("welcome-back", "Good to hear from you, Kim", "It is good to hear from you again. What has changed since we last spoke?")]),
  }),
};

const goOn = {
  invest: tracked("invest", {
    score: 92, because: "A deal of 80,000: worth it, from 50,000. Like your ideal prospect: country", next_touch: { on: monday, channel: "call" },
    plan: plan("invest", [step(monday, "send", "call", "", "Hello Kim, this is Anna. I have one thing of use for your release checks: ____. Is this a good moment?", "next", 10)]),
  }, { account: colleagues, deal: { value: 80000, stage: "demo", company_size: 120, responsible_for: "tooling", country: "DK" } }),
  keep: tracked("keep", {
    because: "3 of 8 touches tried; the full set takes 15 working days", next_touch: { on: "2026-11-24", channel: "call" },
    plan: plan("keep", [step("2026-11-24", "send", "call", "", "Hello Kim, this is Anna. One thing of use about release checks: ____. Is this a good moment? If not, I'm on this number.", "next", 11)]),
  }),
  "keep, hooks": tracked("keep", {
    because: "No contact with them is known yet", next_touch: { on: monday, channel: "email" }, motion: "cold",
    plan: plan("keep", [mail("first", "Release checks at Acme", "I help teams that run their release checks by hand to do them in an hour. ____.\n\nIs that a topic for you this quarter?")], [
      { text: "Congratulations on the new role at Acme.", from: "their LinkedIn profile, experience" },
      { text: "I saw that we both studied in Aarhus.", from: "their LinkedIn profile, education" },
      { text: "You went to Aarhus University.", from: "their LinkedIn profile, at the top" }]),
  }, { entries: [], site: "linkedin", kind: "profile", url: profile }),
  "keep, unsure": tracked("keep", {
    rule: "coverage", because: "Check LinkedIn and Gmail first: an answer could stand there unread", unsure: ["linkedin", "gmail"],
    plan: plan("keep", [step("2026-11-22", "check", "email", "", "Open the newest mail with them in Gmail"), step("2026-11-22", "check", "linkedin", "", "Open your conversation with them on LinkedIn")]),
  }, { person: { ...kim, slug: "kim-olsen" } }),
  "keep, meeting booked": tracked("keep", {
    rule: "meeting-booked", because: "You meet on 26 Nov: confirm it", score: 66,
    plan: plan("keep", [{ ...mail("confirm", "Our meeting on Thursday", "I look forward to our meeting on Thursday, 26 November at 10:00. Is there a question I should prepare?"), on: "2026-11-25" }]),
  }),
  "keep, another way in": tracked("keep", {
    rule: "account", because: "Try another way in: Jo Berg answered Anna on 20 Nov", score: 51, plan: plan("keep", [note("Try another way in: Jo Berg answered Anna on 20 Nov")]),
  }),
  findings: tracked("keep", {
    because: "4 of 8 touches tried; the full set takes 15 working days", next_touch: { on: monday, channel: "email" },
    plan: plan("keep", [step(monday, "send", "email", "Just checking in", "Hi Kim,\n\nI am just checking in. After all the time I have spent on this, I am disappointed that I have not heard from you.\n\nWe could show you ____ this week.\n\nAnna", "next")]),
  }),
};

const lastTry = {
  "last-try": tracked("last-try", {
    kind: "ghosting", because: "8 touches over 15 working days without a reply", reassess: "2027-02-22",
    plan: plan("ghosting", [
      mail("last-try", "Shall I close this, Kim?", "I have written a few times about ____ and take it that it is no priority now. This is my last note: I'll stop here and won't write again.\n\nIf that changes, you can reach me any time on ____."),
      wait("2026-11-30", "No answer by then: close it in silence, the goodbye was said")]),
  }),
};

const goodbyes = [
  step(monday, "send", "voicemail", "", "Hello Kim, this is Anna. I take it that release checks are no priority now, so I'll stop here and won't call again. If that changes, you can reach me any time.", "goodbye", 11),
  mail("goodbye", "Closing the loop", `I tried to reach you with three e-mails and two calls about release checks, and take it that this is no priority now. So I'll stop here and won't write again. ${door}`),
  step(monday, "send", "live-message", "", "Please tell Kim that Anna called about the release checks for the last time: I'll stop here and won't call again. If that changes, you can reach me any time.", "goodbye"),
];

/** @param {string} kind @param {string} rule @param {string} because @param {object[]} steps @param {Record<string, unknown>} [over] @param {Record<string, unknown>} [more] */
const parting = (kind, rule, because, steps, over, more) => tracked("break-up", {
  kind, rule, because, score: 18, reassess: "2027-02-22", plan: plan(kind, [...steps, remove]),
  closed_lost_reason: "unresponsive", lead_status: "nurture", hours_freed: 1,
  crm_note: "2026-11-22: 8 touches, 1 reply in this cycle. Unresponsive. Look again on 2027-02-22.", ...over,
}, more);

const partings = {
  "break-up": parting("ghosting", "last-try-unanswered", "No reply to your last try of 12 Nov",
    [note("Close it without another message: No reply to your last try of 12 Nov"), colleague]),
  "break-up checklist": parting("ghosting", "attempts", "20 of 20 attempts without an answer", [...goodbyes, colleague], { hours_freed: 3 }),
  "break-up checklist, one said": parting("ghosting", "attempts", "20 of 20 attempts without an answer", [...goodbyes, colleague], { hours_freed: 3 },
    { entries: [entry("2026-11-22T08:30:00Z", "touch", "voicemail", { by_hand: true }), ...entries] }),
  "break-up chase": parting("ghosting", "chase", "Chase mode: they missed the meeting of 3 Nov and answered none of 4 touches since", [
    step(monday, "send", "voicemail", "", "Hello Kim, this is Anna. I sense that you are going in another direction, and that is fine. With your permission I take you off my list and won't call again. If I read it wrongly, you can reach me any time.", "release", 14), colleague]),
  "break-up no-budget": parting("no-budget", "second-soft", "You answered their first objection, and on 19 Nov came another: no budget",
    [mail("no-budget", "Re: Budget", `Thank you for being open. Without a budget I'll leave it here and won't write again. ${door} Call me when it is funded.`)], { closed_lost_reason: "no budget", lead_status: "bad timing" }),
  "break-up no-authority": parting("no-authority", "final-objection", "It is not theirs to decide, since 19 Nov", [
    { ...mail("no-authority", "Re: Release checks", "Thank you for telling me. Whose decision is it at Acme? A name is enough, and I'll leave you in peace."), do: "ask" },
    wait("2026-11-30", "No name by then: ask their colleagues"), colleague], { closed_lost_reason: "no owner for the topic", lead_status: "unqualified" }),
  "break-up no-fit": parting("no-fit", "final-objection", "It is no fit for them, since 19 Nov",
    [mail("no-fit", "Re: Release checks", `You are right, this does not solve what you need. I'll stop here and won't write again. ${door}`)], { closed_lost_reason: "no fit", lead_status: "unqualified" }),
  "break-up not-interested": parting("not-interested", "second-no", "They said no twice, the last time on 19 Nov",
    [mail("not-interested", "Re: Release checks", `Thank you for the clear answer. I accept it, stop here and won't write again. ${door}`)], { closed_lost_reason: "not interested", lead_status: "unqualified" }),
  "break-up competitor": parting("competitor", "second-soft", "You answered their first objection, and on 19 Nov came another: they have a vendor",
    [mail("competitor", "Re: Release checks", `Thank you for telling me. I'll leave it there and won't write again. ${door} When does your agreement renew?`)], { closed_lost_reason: "stays with current vendor", lead_status: "bad timing" }),
  "break-up tire-kicker": parting("tire-kicker", "tire-kicker", 'They say "we" and never "I"; Their calendar is never full', [
    mail("tire-kicker", "Two documents for you", `You ask good questions. A short overview and the longer guide answer them: ____. When you have read them, call me on ____; until then I'll stop here and won't write again. ${door}`),
    wait("2026-11-30", "Call only when they say that they have read it; no appointment before"), colleague], { closed_lost_reason: "no owner for the topic", lead_status: "unqualified" }),
  "break-up over-invested": parting("over-invested", "overwork", "14 hours spent; such a deal usually takes 3 hours (24 closed deals)",
    [mail("over-invested", "Where we stand", `I have put about 14 hours into this. Before a decision I'll stop here and won't do more. ${door}`)], { closed_lost_reason: "no decision", hours_freed: 6 }),
  "break-up not-now": parting("not-now", "second-soft", "You answered their first objection, and on 19 Nov came another: not now",
    [mail("not-now", "Re: Release checks", `Thank you for telling me. I'll stop here and won't write before 22 February. ${door}`)], { closed_lost_reason: "bad timing", lead_status: "bad timing" }),
  "break-up quiet": parting("not-worth-it", "tier", "A deal of 600: not worth it, under 1,000",
    [note("Let it go without a farewell: A deal of 600: not worth it, under 1,000"), note("Look again in 6 months, or give it to another rep")],
    { score: 9, reassess: "2027-05-22", closed_lost_reason: "outside focus", lead_status: "unqualified", hours_freed: 0 }),
};

const letGoToday = "Let go on 22 Nov: look again on 22 Feb 2027";
const pauses = {
  pause: tracked("pause", { because: "They asked on 19 Nov to wait and named no day: back on 22 Feb 2027" }),
  "pause away": tracked("pause", {
    kind: "away", until: "2026-12-21", because: "They are away until 21 Dec",
    plan: plan("away", [step(monday, "colleague", "email", "While Kim Olsen is away", `Hi ____,\n\nKim Olsen is away until 21 December. Do you look after release checks until then?${bye}`, "deputy"), wait("2026-12-21", "They are away until 21 Dec")]),
  }, { entries: [entry("2026-11-20", "reply", "email", { machine: "out-of-office", quote: "I am out of office until 21 December." }), ...entries] }),
  "pause waiting": tracked("pause", {
    kind: "waiting", until: "2026-11-30", because: "Your last try of 20 Nov: they have until 30 Nov to answer", plan: plan("waiting", [wait("2026-11-30", "Your last try of 20 Nov: they have until 30 Nov to answer")]),
  }, { entries: [entered("2026-11-20", "decision", { verdict: "last-try", kind: "ghosting" }), ...entries] }),
  "pause let-go": tracked("pause", {
    kind: "let-go", until: "2027-02-22", reassess: "2027-02-22", because: "Let go on 20 Nov: look again on 22 Feb 2027", cycle: 2,
    plan: plan("let-go", [wait("2027-02-22", "Let go on 20 Nov: look again on 22 Feb 2027")]),
  }, { entries: [entered("2026-11-20", "decision", { verdict: "break-up", kind: "ghosting" }), ...entries] }),
  "pause let-go, rest of goodbye": tracked("pause", {
    kind: "let-go", until: "2027-02-22", reassess: "2027-02-22", because: letGoToday,
    plan: plan("let-go", [...goodbyes.slice(1).map((g) => ({ ...g, on: "2026-11-22" })), wait("2027-02-22", letGoToday)]),
  }, { entries: [entered("2026-11-22T08:40:00Z", "decision", { verdict: "break-up", kind: "ghosting" }), entry("2026-11-22T08:30:00Z", "touch", "call", { disposition: "left-voicemail", by_hand: true }), ...entries] }),
  "pause let-go, goodbye not sent": tracked("pause", {
    kind: "let-go", until: "2027-02-22", reassess: "2027-02-22", because: "Let go on 20 Nov: look again on 22 Feb 2027",
    plan: plan("let-go", [
      mail("no-budget", "Re: Budget", `Thank you for being open. Without a budget I'll leave it here and won't write again. ${door}`),
      step("2026-11-22", "unsaid", "", "", "Leave it without a goodbye"), wait("2027-02-22", "Let go on 20 Nov: look again on 22 Feb 2027")]),
  }, { entries: [entered("2026-11-20", "decision", { verdict: "break-up", kind: "no-budget" }), ...entries] }),
  "pause not-now": tracked("pause", {
    kind: "not-now", until: "2027-04-01", because: "They asked on 19 Nov to wait until 1 Apr 2027",
    plan: plan("not-now", [mail("answer.postpone", "Re: Release checks", "Thank you for telling me. I've made a note, and I'll be in touch on 1 April, not before.\n\nIf it comes up earlier, you can reach me any time."), wait("2027-04-01", "They asked on 19 Nov to wait until 1 Apr 2027")]),
  }),
  "pause competitor": tracked("pause", {
    kind: "competitor", until: "2027-03-03", because: "Their vendor's contract renews: back on 3 Mar 2027, in time before it",
    plan: plan("competitor", [wait("2027-03-03", "Their vendor's contract renews: back on 3 Mar 2027, in time before it")]),
  }),
  "pause satisfied": tracked("pause", {
    kind: "satisfied", rule: "customer", until: "2027-02-12", score: 55, because: "A happy customer, quiet for 18 working days: leave them in peace until 12 Feb 2027",
    plan: plan("satisfied", [wait("2027-02-12", "A happy customer, quiet for 18 working days: leave them in peace until 12 Feb 2027")]),
  }, { deal: { customer: true } }),
};

const asked = { closed_lost_reason: "asked not to be contacted", lead_status: "unqualified", suppress: ["kim@acme.example", "linkedin.com/in/kim-olsen"] };
const stopSteps = [note("Send nothing, on any channel"), remove, step(monday, "suppress", "", "", "Put their addresses on the do-not-contact list")];
const stops = {
  stop: tracked("stop", {
    ...asked, score: 0, because: "They asked on 19 Nov not to be contacted", plan: plan("stop", stopSteps),
    crm_note: "2026-11-22: 3 touches, 1 reply in this cycle. Asked not to be contacted.",
  }, { entries: [entry("2026-11-19", "reply", "email", { quote: "Please do not contact me again." }), ...entries] }),
  "stop, data to erase": tracked("stop", {
    ...asked, score: 0, because: "They asked on 19 Nov to have their data erased",
    plan: plan("stop", [...stopSteps, step("2026-12-18", "erase", "", "", "Have their data erased by then, and write down who did it: they asked on 19 Nov")]),
  }, { entries: [entered("2026-11-20", "promise", { quote: "Take them out of every sequence", done: true }), entry("2026-11-19", "reply", "email", { quote: "Please delete everything you have about me." })] }),
  "stop, they wrote anew": tracked("stop", {
    ...asked, score: 0, because: "They asked on 2 Oct not to be contacted; they wrote anew on 20 Nov, and answering that is allowed",
    plan: plan("stop", [mail("answer.question", "Re: A question after all", "Thank you for asking. ____."), ...stopSteps.slice(1)]),
  }),
  "hand-off": tracked("hand-off", {
    because: "They complained on 18 Nov: support first, and a note to the account's owner",
    plan: plan("hand-off", [note("Hand it to support: They complained on 18 Nov"), note("Tell the account's owner, and sell nothing until it is settled")]),
  }, { deal: { customer: true }, entries: [entered("2026-11-18", "complaint", { quote: "The export has been broken for a week." }), ...entries] }),
};

const toldOf = { because: "3 of 8 touches tried; the full set takes 15 working days", next_touch: { on: "2026-11-24", channel: "call" } };
const word = {
  "left out": tracked("keep", { ...toldOf, score: 42, parts: parts.filter((p) => p.signal !== "pushed-back") }, {
    entries: [entered("2026-11-21T10:00:00Z", "dismiss", { signal: "pushed-back" }), entered("2026-11-21T09:00:00Z", "dismiss", { of: "2026-11-04T09:30:00Z" }),
      entered("2026-11-20T09:00:00Z", "dismiss", { signal: "persistence" }), ...entries],
  }),
  "told, and a deal": tracked("keep", toldOf, {
    account: [],
    deal: { value: 12000, stage: "demo", company_size: 120, responsible_for: "tooling", country: "DE" },
    entries: [entered("2026-11-20", "answer", { question: "budget", quote: "from January" }), entered("2026-11-20", "answer", { question: "why-here", quote: "the people and the product" }),
      entered("2026-11-19", "promise", { quote: "send the security sheet" }), entered("2026-11-18", "reaction", { channel: "linkedin" }), ...entries],
  }),
};

export const verdicts = { ...yourTurn, ...goOn, ...lastTry, ...partings, ...pauses, ...stops, ...word };
