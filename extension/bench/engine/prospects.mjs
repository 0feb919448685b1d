// @ts-check
// The prospects that are judged: 40 touches and 6 replies each, as cases of the
// engine (core/assess/case.go). The same number gives the same prospect.

import { answers, away, signature, written } from "./mails.mjs";

/** @typedef {{at: string, type: string, channel?: string, text?: string, disposition?: string, opened?: boolean, starts?: string, by?: string, done?: boolean, question?: string, verdict?: string, kind?: string}} Event */
/** @typedef {{now: string, zone: string, kind: string, rep: string, prospect: {name: string, email: string, linkedin: string, company: string, company_size: number, title: string, responsible_for: string}, opportunity: {value: number, stage: string, usual_minutes: number, usual_from: number}, account: {at: string, who: string, type: string, channel: string}[], seen: {gmail: string, linkedin: string}, events: Event[]}} Prospect */

export const touches = 40;
export const replies = 6;
const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 20, 9);

/** mulberry32. @param {number} seed */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const iso = (/** @type {number} */ t) => new Date(t).toISOString();
const shortDate = (/** @type {number} */ t) => new Date(t).toUTCString().slice(0, 16);

/** What the last of the replies means; the earlier ones are friendlier. */
const lastMeanings = [
  "interested", "question", "unclear", "no-budget", "has-vendor", "postpone", "reschedule", "not-interested",
  "no-fit", "wrong-person", "referral", "unclear", "question", "unclear", "interested", "unclear",
];
const earlierMeanings = ["interested", "question", "unclear", "unclear", "question", "interested", "not-interested", "no-budget", "has-vendor"];

/** @param {number} n @returns {Prospect} */
export function prospect(n) {
  const next = numbers(n + 1);
  const upTo = (/** @type {number} */ most) => Math.floor(next() * most);
  const one = /** @template T @param {T[]} of */ (of) => of[upTo(of.length)];
  const chance = (/** @type {number} */ p) => next() < p;

  // How many of the touches came after the last reply.
  const silent = [0, 0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 25][upTo(13)];
  const answered = new Set([touches - silent - 1]);
  while (answered.size < replies) answered.add(upTo(touches - silent - 1));
  const step = 85 / touches;

  /** @type {Event[]} */
  const events = [];
  /** @type {{head: string, body: string}[]} */
  const thread = []; // the newest first
  let reply = 0;
  for (let i = 0; i < touches; i++) {
    const at = now - (touches - i) * step * day + upTo(3) * hour;
    const channel = one(["email", "email", "email", "call", "call", "linkedin", "voicemail", "sms"]);
    events.push({ at: iso(at), type: "touch", channel, ...(channel === "call" ? { disposition: one(["no-answer", "no-answer", "left-voicemail"]) } : {}), ...(channel === "email" && chance(0.1) ? { opened: chance(0.5) } : {}) });
    if (channel === "email") thread.unshift({ head: `On ${shortDate(at)} at 09:00, Jo Berg <jo@us.example> wrote:`, body: written(i) });
    if (!answered.has(i)) continue;
    reply++;
    const meaning = reply < replies ? one(earlierMeanings) : chance(0.04) ? one(["unsubscribe", "complaint"]) : lastMeanings[n % lastMeanings.length];
    const typed = `Hi Jo,\n\n${one(answers[meaning])}\n\n${signature}`;
    const back = at + (5 + upTo(20)) * hour;
    events.push({ at: iso(back), type: "reply", channel: "email", text: `${typed}\n\n${quotes(thread.slice(0, 3))}\n` });
    thread.unshift({ head: `On ${shortDate(back)} at 14:00, Kim Olsen <kim@acme.example> wrote:`, body: typed });
  }

  const ago = (/** @type {number} */ days) => iso(now - days * day);
  const ahead = (/** @type {number} */ days) => ago(-days);
  // What else happened. Each shape has its turn.
  switch (n % 13) {
    case 1:
      events.push({ at: ago(40), type: "meeting", disposition: "completed", starts: ago(40) });
      break;
    case 2:
      events.push({ at: ago(silent * step + 1), type: "meeting", disposition: "no-show", by: "them", starts: ago(silent * step + 1) });
      break;
    case 3:
      events.push(
        { at: ago(30), type: "meeting", disposition: "rescheduled", by: "them", starts: ago(20) },
        { at: ago(20), type: "meeting", disposition: "rescheduled", by: "them", starts: ago(6) },
        { at: ago(5), type: "meeting", disposition: "cancelled", by: "them", starts: ago(6) },
      );
      break;
    case 4:
      events.push({ at: ago(3), type: "meeting", disposition: "scheduled", starts: ahead(4) });
      break;
    case 5:
      events.push({ at: ago(12), type: "promise", text: "send the list of customers in Norway" });
      break;
    case 6:
      events.push({ at: ago(1 + upTo(10)), type: "decision", verdict: "last-try", kind: "ghosting" });
      break;
    case 7:
      events.push({ at: ago(1), type: "decision", ...(chance(0.5) ? { verdict: "pause", kind: "not-now" } : { verdict: "break-up", kind: one(["ghosting", "not-interested", "tire-kicker"]) }) });
      break;
    case 8:
      events.push({ at: ago(50), type: "answer", question: "why-here", text: "The commute is short and the lunch is good" }, { at: ago(50), type: "answer", question: "calendar", text: "Wide open, free all week" });
      break;
    case 9:
      events.push({ at: ago(9), type: "answer", question: one(["authority", "need"]), text: one(["No, that is for the board", "Yes, they do"]) });
      break;
    case 10:
      events.push({ at: ago(2), type: "reply", channel: "email", text: `${away}${chance(0.5) ? "30 November" : "11 January"}.\n\n${signature}\n` });
      break;
    case 11:
      if (chance(0.5)) events.push({ at: ago(7), type: "complaint", text: "The invoice was wrong again" });
      break;
  }
  return {
    now: iso(now), zone: "UTC", kind: n % 13 === 11 ? "customer" : "prospect", rep: "Jo Berg",
    prospect: {
      name: "Kim Olsen", email: "kim@acme.example", linkedin: chance(0.6) ? "kim-olsen" : "", company: "Acme", company_size: 5 + upTo(400),
      title: "Head of Operations", responsible_for: "operations and IT",
    },
    opportunity: { value: one([0, 0, 600, 4000, 24_000, 80_000]), stage: one(["", "", "lead", "demo", "proposal"]), usual_minutes: one([30, 60, 240]), usual_from: one([3, 31]) },
    account: chance(0.2) ? [{ at: ago(1 + upTo(40)), who: "Ida Dahl", type: one(["touch", "reply"]), channel: "email" }] : [],
    seen: { gmail: ago(0), linkedin: chance(0.9) ? ago(0) : ago(30) },
    events: events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

/** Mails as a reply quotes them, each inside the one after it. @param {{head: string, body: string}[]} mails @returns {string} */
function quotes([newest, ...older]) {
  if (!newest) return "";
  const text = older.length > 0 ? `${newest.body}\n\n${quotes(older)}` : newest.body;
  return `${newest.head}\n${text.replace(/^/gm, "> ").replace(/^> >/gm, ">>")}`;
}
