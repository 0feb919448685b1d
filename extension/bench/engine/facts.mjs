// @ts-check
// The peer's facts: what is counted of a prospect, once, for every playbook. The
// same counts as core/history and the signals that decide, in plain JavaScript.

import { clock, dayOf, monthsAfter } from "./clock.mjs";

/** @typedef {import("./prospects.mjs").Prospect} Prospect */
/** @typedef {import("./reader.mjs").Reading} Reading */
/** @typedef {Omit<import("./prospects.mjs").Event, "at" | "starts"> & {at: number, starts: number, reading?: Reading}} Event */
/** @typedef {Omit<Prospect, "now" | "events" | "account" | "seen"> & {now: number, seen: {gmail: number, linkedin: number}, account: {at: number, who: string, type: string, channel: string}[], events: Event[]}} Loaded */

/** A prospect with moments as numbers and events in order. @param {Prospect} p @returns {Loaded} */
export function loaded(p) {
  const at = (/** @type {string | undefined} */ text) => (text ? Date.parse(text) : 0);
  return {
    ...p,
    now: at(p.now),
    seen: { gmail: at(p.seen.gmail), linkedin: at(p.seen.linkedin) },
    account: p.account.map((c) => ({ ...c, at: at(c.at) })),
    events: p.events.map((e) => ({ ...e, at: at(e.at), starts: at(e.starts) })).sort((a, b) => a.at - b.at),
  };
}

const voicesWait = 5; // waits.before_goodbye of all five voices, in working days
const soft = ["no-budget", "has-vendor", "postpone"];
const dial = (/** @type {Event} */ e) => e.channel === "call" && e.disposition !== "connected" && e.disposition !== "left-voicemail";
const twoWayTouch = (/** @type {Event} */ e) => e.channel === "conversation" || e.disposition === "connected";
const denies = (/** @type {string | undefined} */ text) => /^\s*(no|none|nobody|nothing)\b/i.test(text ?? "");
const comforts = /\b(commute|lunch|canteen|salary|pay|parking|remote|hours|near|close)\b/i;
const prides = /\b(people|team|colleagues|mission|products?|culture|proud|pride|founders?)\b/i;
const openDays = /\b(open|empty|free|whenever|anytime|available|flexible)\b/i;
const fullDays = /\b(full|packed|booked|busy|jammed|swamped|slammed|meetings)\b/i;
const we = /\b(we|us|our|ours)\b/i;
const alone = /\b(I|me|my|mine)\b/i;

/** What happened, counted, oldest first. Moments are 0 where there is none. @param {Loaded} p @param {any} book */
function counted({ events, kind }, book) {
  const h = {
    touches: /** @type {Event[]} */ ([]), unanswered: /** @type {Event[]} */ ([]), replies: /** @type {Event[]} */ ([]),
    meetings: /** @type {Event[]} */ ([]), answers: /** @type {Event[]} */ ([]), promises: /** @type {Event[]} */ ([]),
    away: /** @type {import("./clock.mjs").Span[]} */ ([]),
    inbound: /** @type {Event | undefined} */ (undefined), decision: /** @type {Event | undefined} */ (undefined), absence: /** @type {Event | undefined} */ (undefined),
    twoWay: 0, takenUp: 0, left: 0, goodbyeSaid: false, optOut: false, minutes: 0, reactions: 0, complaints: 0, lastComplaint: 0,
  };
  const inTouch = (/** @type {number} */ at) => {
    h.twoWay = at;
    h.unanswered = [];
    h.reactions = 0;
  };
  const complained = (/** @type {number} */ at) => {
    h.complaints++;
    h.lastComplaint = at;
  };
  for (const e of events) {
    h.minutes += spent(e, book);
    switch (e.type) {
      case "touch":
        h.touches.push(e);
        h.unanswered.push(e);
        if (twoWayTouch(e)) inTouch(e.at);
        break;
      case "reply":
        if (e.reading?.machine) {
          h.absence = e;
          if (e.reading.intents.includes("left-company")) h.left = e.at;
          if (e.reading.returns > e.at) h.away.push({ from: dayOf(e.at), to: dayOf(e.reading.returns) });
          break;
        }
        h.replies.push(e);
        h.absence = undefined;
        inTouch(e.at);
        h.optOut ||= e.reading?.intents.some((i) => i === "unsubscribe" || i === "erasure" || (i === "complaint" && kind !== "customer")) ?? false;
        if (e.reading?.intents.includes("complaint")) complained(e.at);
        break;
      case "inbound":
        h.inbound = e;
        inTouch(e.at);
        break;
      case "meeting":
        h.meetings.push(e);
        if (e.disposition === "completed") inTouch(e.at);
        break;
      case "promise":
        h.promises.push(e);
        break;
      case "answer":
        h.answers.push(e);
        break;
      case "reaction":
        h.reactions++;
        break;
      case "complaint":
        complained(e.at);
        break;
      case "decision":
        h.decision = e;
        h.goodbyeSaid ||= e.verdict === "last-try" || (e.verdict === "break-up" && e.kind !== "not-worth-it");
        if (e.verdict === "keep") {
          h.takenUp = e.at;
          h.unanswered = [];
        }
    }
  }
  return h;
}

/** What the rules ask for. @param {Loaded} p @param {any} book */
export function facts(p, book) {
  const { now } = p;
  const h = counted(p, book);
  const { touches, replies, meetings, answers, promises, unanswered, decision, absence, inbound, twoWay, takenUp, away, minutes, reactions } = h;
  const days = clock(book.quiet, away);
  const decided = (/** @type {number} */ since) => decision !== undefined && decision.at >= since;
  const holds = decision && twoWay <= decision.at ? decision : undefined;
  const lastTouch = touches.at(-1)?.at ?? 0;
  const lastReply = replies.at(-1);
  const said = lastReply?.reading;
  const met = meetings.some((m) => m.disposition === "completed");
  const silentSince = takenUp > twoWay ? takenUp : twoWay || (unanswered[0]?.at ?? 0);
  const silentDays = silentSince ? days.between(silentSince, now) : 0;
  const on = (/** @type {string} */ channel) => unanswered.filter((e) => e.channel === channel).length;
  const tried = (/** @type {string} */ channel) => touches.some((e) => e.channel === channel);
  const possible = (/** @type {string} */ c) => (c === "email" ? p.prospect.email !== "" || tried(c) : c === "linkedin" ? p.prospect.linkedin !== "" || tried(c) : true);
  const contacts = unanswered.filter((e) => !dial(e)).length;
  const meeting = meetings.at(-1);
  const booked = meeting !== undefined && meeting.disposition !== "cancelled" && meeting.disposition !== "no-show" && meeting.starts > now;
  const waitsUntil = askedToWait(lastReply, book);
  const wrote = [inbound, lastReply].filter((e) => e !== undefined).sort((a, b) => b.at - a.at)[0];
  const wroteLast = wrote !== undefined && lastTouch <= wrote.at && !decided(wrote.at) && !(meeting && meeting.at > wrote.at);
  const missed = meeting?.disposition === "no-show" && meeting.by !== "us" ? unanswered.filter((e) => e.at > meeting.at && !dial(e)) : [];
  const moved = meetings.filter((m) => m.disposition === "rescheduled" && m.by === "them");
  const newest = (/** @type {string} */ question) => answers.findLast((a) => a.question === question);
  const denied = (/** @type {string} */ question) => {
    const a = newest(question);
    return a !== undefined && denies(a.text) && !decided(a.at);
  };
  const sent = holds ? sentBy(holds, touches, replies) : 0;
  const settled = pauseOf(holds, sent, days, book, now);
  const [value, stage] = [p.opportunity.value, p.opportunity.stage.toLowerCase()];
  const engaged = replies.length > 0 || met || touches.some(twoWayTouch);
  return {
    now, optOut: h.optOut, customer: p.kind === "customer", complained: h.complaints > 0 && !decided(h.lastComplaint),
    motion: book.proposal_stages.includes(stage) ? "proposal" : engaged ? "engaged" : inbound ? "inbound" : "cold",
    touches: touches.length, unanswered: unanswered.length, tried: unanswered.length - (reactions > 0 ? 1 : 0), contacts, met, minutes,
    calls: on("call") + on("voicemail"), emails: on("email"), linkedins: on("linkedin"), voicemails: on("voicemail"),
    followUps: Math.max(0, twoWay || takenUp ? contacts : contacts - 1),
    opened: unanswered.some((e) => e.opened === true),
    silentDays, silent: silentSince !== 0, takenUp: takenUp !== 0,
    otherChannels: book.channels.some((/** @type {string} */ c) => c !== "email" && c !== "linkedin" && possible(c)),
    emailPossible: possible("email"), linkedinPossible: possible("linkedin"),
    secondContact: p.account.some((c) => c.at <= now),
    talking: p.account.some((c) => c.type !== "touch" && c.at <= now && days.between(c.at, now) <= book.account.two_way_days),
    unseen: (possible("email") && p.seen.gmail < lastTouch) || (possible("linkedin") && p.seen.linkedin < lastTouch),
    goodbyeSaid: h.goodbyeSaid,
    goodbyeDue: lastTouch ? days.add(lastTouch, voicesWait) : 0,
    lead: said && !decided(lastReply?.at ?? 0) ? said.lead : "",
    noes: replies.filter((r) => r.reading?.lead === "not-interested").length,
    softObjections: softObjections(replies, touches),
    leftCompany: h.left > 0 && !decided(h.left),
    toThank: said !== undefined && said.named && lastTouch < (lastReply?.at ?? 0),
    noAuthority: denied("authority"), noNeed: denied("need"),
    movedByThem: moved.length, moveOpen: moved.length > 0 && moved[moved.length - 1].starts <= now && !decided(moved[moved.length - 1].at),
    booked,
    waiting: wroteLast && waitsUntil <= now,
    owed: promises.some((e) => !e.done && !(holds?.verdict === "break-up" && holds.at > e.at) && !promises.some((d) => d.done && d.text === e.text)),
    noOutcome: meeting !== undefined && (meeting.disposition === "scheduled" || meeting.disposition === "rescheduled") && meeting.starts !== 0 && meeting.starts <= now,
    pausedUntil: settled.until, pauseKind: settled.kind,
    askedUntil: lastReply && !decided(lastReply.at) ? waitsUntil : 0,
    awayUntil: absence?.reading && absence.reading.returns > now ? absence.reading.returns : 0,
    lastTryOver: holds?.verdict === "last-try" && sent > 0 && now >= days.add(sent, book.waits.after_last_try),
    chased: missed.length, chasedOn: new Set(missed.map((e) => e.channel)).size,
    quietUntil: silentSince ? monthsAfter(silentSince, book.reassess.months) : 0,
    usual: p.opportunity.usual_minutes, usualFrom: p.opportunity.usual_from, overwork: minutes - book.overwork.times * p.opportunity.usual_minutes,
    value, ...forScore(p, book, { replies, meetings, touches, newest, twoWay, silentDays, unanswered, tried, possible, booked }), reactions,
    ...signs(replies, newest, decided),
  };
}

/**
 * Units of the signals that are worth points, where the counts above are not
 * units themselves.
 *
 * @param {Loaded} p @param {any} book
 * @param {{replies: Event[], meetings: Event[], touches: Event[], newest: (question: string) => Event | undefined, twoWay: number, silentDays: number, unanswered: Event[], tried: (channel: string) => boolean, possible: (channel: string) => boolean, booked: boolean}} h
 */
function forScore(p, book, h) {
  const { value, stage } = p.opportunity;
  let interest = 0;
  for (let i = h.replies.length - 1; i >= 0; i--) {
    const lead = h.replies[i].reading?.lead;
    if (lead !== "interested" && lead !== "question") break;
    interest++;
  }
  const most = book.stages[stage.toLowerCase()]?.days;
  const stands = h.twoWay || (h.touches[0]?.at ?? 0);
  const moved = h.meetings.filter((m) => m.disposition === "rescheduled").length;
  const rots = most !== undefined && stands !== 0 && !(h.booked && moved < 2);
  const [why, calendar] = [h.newest("why-here")?.text ?? "", h.newest("calendar")?.text ?? ""];
  return {
    worth: value >= book.worth.from ? 1 : value > 0 && value < book.worth.under ? -1 : 0,
    settled: ["budget", "authority", "need", "timing"].filter((q) => h.newest(q) && !denies(h.newest(q)?.text)).length,
    replies: h.replies.length, interest,
    objections: h.replies.filter((r) => soft.includes(r.reading?.lead ?? "")).length,
    pride: prides.test(why) ? 1 : comforts.test(why) ? -1 : 0,
    busy: fullDays.test(calendar) ? 1 : openDays.test(calendar) ? -1 : 0,
    meetingsHeld: h.meetings.filter((m) => m.disposition === "completed").length,
    noShows: h.meetings.filter((m) => m.disposition === "no-show" && m.by !== "us").length,
    idle: h.unanswered.length > 0 ? h.silentDays : 0,
    untried: book.channels.filter((/** @type {string} */ c) => h.possible(c) && !h.tried(c)).length,
    rotting: rots ? Math.max(0, dayOf(p.now) - dayOf(stands) - most) : 0,
  };
}

/** @param {Event} e @param {any} book */
function spent(e, book) {
  if (e.type === "meeting" && e.disposition === "completed") return book.minutes.meeting;
  if (e.type !== "touch") return 0;
  return book.minutes[e.disposition === "connected" ? "conversation" : (e.channel ?? "")];
}

/** @param {Event | undefined} e @param {any} book */
function askedToWait(e, book) {
  const said = e?.reading;
  if (!e || !said) return 0;
  if (said.lead === "postpone") return said.on || monthsAfter(e.at, book.reassess.pause_months);
  return said.lead === "no-budget" ? said.on : 0;
}

/** When a decision was carried out; 0 is not yet. @param {Event} d @param {Event[]} touches @param {Event[]} replies */
function sentBy(d, touches, replies) {
  const written = touches.filter((t) => !dial(t));
  const after = written.find((t) => t.at >= d.at);
  const before = written.findLast((t) => t.at < d.at && d.at - t.at <= 12 * 3600_000 && !replies.some((r) => r.at > t.at && r.at <= d.at));
  return (after ?? before)?.at ?? 0;
}

/** What the rep's last decision waits for. @param {Event | undefined} d @param {number} sent @param {ReturnType<typeof clock>} days @param {any} book @param {number} now */
function pauseOf(d, sent, days, book, now) {
  switch (d?.verdict) {
    case "break-up": {
      const due = sent && days.add(sent, book.waits.after_question);
      if ((d.kind === "tire-kicker" || d.kind === "no-authority") && now < due) return { kind: "waiting", until: due };
      return { kind: "let-go", until: monthsAfter(d.at, book.reassess.months) };
    }
    case "pause":
      return { kind: d.kind || "not-now", until: monthsAfter(d.at, book.reassess.pause_months) };
    case "hand-off":
      return { kind: "waiting", until: monthsAfter(d.at, book.reassess.pause_months) };
    case "last-try":
      return { kind: "waiting", until: sent && days.add(sent, book.waits.after_last_try) };
  }
  return { kind: "", until: 0 };
}

/** Those that a touch of ours answered before the next, and the last. @param {Event[]} replies @param {Event[]} touches */
function softObjections(replies, touches) {
  let n = 0;
  let before = 0;
  for (const r of replies) {
    if (!soft.includes(r.reading?.lead ?? "")) continue;
    if (n === 0 || touches.some((t) => t.at > before && t.at < r.at)) n++;
    before = r.at;
  }
  return n;
}

/** Hoffman's three signs. @param {Event[]} replies @param {(question: string) => Event | undefined} newest @param {(since: number) => boolean} decided */
function signs(replies, newest, decided) {
  const at = [];
  const texts = replies.map((r) => r.reading?.visible ?? "");
  if (texts.some((t) => we.test(t)) && !texts.some((t) => alone.test(t))) at.push(replies[texts.findLastIndex((t) => we.test(t))].at);
  const read = at.length;
  const [why, calendar] = [newest("why-here"), newest("calendar")];
  if (why && comforts.test(why.text ?? "") && !prides.test(why.text ?? "")) at.push(why.at);
  if (calendar && openDays.test(calendar.text ?? "") && !fullDays.test(calendar.text ?? "")) at.push(calendar.at);
  return { signs: at.length, signsAnswered: at.length - read, signsOpen: at.length > 0 && !decided(Math.max(...at)) };
}
