// @ts-check
// The peer's readers of replies: email-reply-parser takes the quotes off, and
// compromise finds what is meant, with one net of patterns that is built once.
// `equal` knows the engine's English phrases; `small` some fifty patterns, as one
// would write them for the mails of this benchmark.

import nlp from "compromise";
import EmailReplyParser from "email-reply-parser";
import { intents, phrases, silence } from "./phrases.mjs";

const patterns = {
  unsubscribe: [
    "(stop|quit) (emailing|mailing|contacting|writing|calling)",
    "(take|remove) (me|us) (off|from) (your|this|the)? #Adjective? (list|database)",
    "(do not|don't|dont|never) (contact|email|write|call|mail) (me|us|to me)",
    "unsubscribe",
  ],
  erasure: ["(delete|erase) #Determiner? (my|all|personal)? (data|information)", "erasure of"],
  complaint: ["(our|my|the) (lawyer|lawyers|attorney)", "(this|that) is harassment", "legal (action|steps)"],
  "left-company": ["(has|have|had)? left (the|our) (company|firm)", "no longer (works|work|working) (here|at|for)"],
  referral: [
    "(please|kindly) (contact|ask|email) #ProperNoun",
    "reach out to #ProperNoun",
    "(get|be) in touch with #ProperNoun",
    "(#ProperNoun|colleague) is the (right|better) (person|contact)",
  ],
  "wrong-person": ["(not|isn't) the (right|correct) (person|contact)", "wrong (person|contact)", "nothing to do with"],
  "no-fit": ["(not|isn't|wasn't|no) (a|the)? (good|right)? fit", "too (small|big|large) for", "(do not|don't) need (it|this|anything)"],
  "not-interested": [
    "(not|no longer|never|aren't|isn't) #Adverb? interested",
    "no #Adverb? interest",
    "(will|'ll|i'll|we'll) pass",
    "no thank (you|u)",
    "no thanks",
    "not something (we|i) (want|need|plan)",
    "(decided|chose) (not to|against)",
  ],
  "has-vendor": [
    "(already|currently)? (use|using|have|with) (another|a|an|our) (vendor|provider|supplier|competitor|tool)",
    "happy with (our|the|what) (current|present)? (vendor|provider|supplier|solution|one)?",
    "(signed|renewed) (a|our|the) * contract",
    "#Possessive? contract (still)? runs",
  ],
  "no-budget": ["no #Adjective? (budget|money|funds)", "budget is (frozen|cut|gone|spent)", "(cannot|not) #Adverb? afford", "nothing that costs"],
  postpone: [
    "not a good (time|moment)",
    "(timing|moment) is (bad|wrong)",
    "(get|come|write|check) back (to me|to us)? (next|in|after) .",
    "(not before|until|after) #Month",
    "(next|in a few) (year|quarter|months)",
  ],
  reschedule: ["reschedule", "(move|postpone|shift) (our|the) (call|meeting|appointment)", "(find|propose) (another|a new|a different) time", "(can't|cannot) make it"],
  interested: [
    "(sounds|looks|is) #Adverb? (good|great|interesting)",
    "(love|like|happy|glad) to (see|learn|hear|talk|have)",
    "(let's|lets|let us) (talk|speak|meet)",
    "#Adverb? interested in",
    "comes at a good moment",
    "send (me|us) (more|the|some)",
  ],
};
/** @typedef {{visible: string, intents: string[], lead: string, machine: boolean, returns: number, on: number, named: boolean}} Reading */
/** @typedef {(text: string, received: number) => Reading} Reader */

const parser = new EmailReplyParser();

/** @typedef {[sentence: number, from: number, to: number]} Place */
/** @typedef {{intent: string, view: {fullPointer: Place[]}}} Found */

/** The intents that stand outside every silence. @param {Found[]} found */
function meant(found) {
  const silences = found.filter((f) => f.intent === silence).map((f) => f.view.fullPointer[0]);
  const covered = (/** @type {Place} */ [sentence, from, to]) => silences.some((s) => s[0] === sentence && s[1] <= from && to <= s[2]);
  return new Set(found.filter((f) => !covered(f.view.fullPointer[0])).map((f) => f.intent));
}

/** @param {{intent: string, match: string}[]} known @returns {Reader} */
function reader(known) {
  const net = nlp.buildNet(known);
  return (text, received) => {
    const visible = parser.read(text).getVisibleText();
    const doc = nlp(visible);
    const found = meant(doc.sweep(net, { tagger: false }).found);
    if (visible.includes("?")) found.add("question");
    const said = intents.filter((i) => found.has(i));
    const machine = doc.has("out of (the|my)? office") || doc.has("automatic reply");
    return {
      visible, intents: said, machine,
      lead: machine ? "out-of-office" : (said[0] ?? "unclear"),
      returns: machine ? dayIn(doc, "(back on|until|return on|from) [#Value #Month]", received) : 0,
      on: found.has("postpone") ? dayIn(doc, "(before|until|after|on) [#Value #Month]", received) : 0,
      named: found.has("referral"),
    };
  };
}

const all = phrases();
export const known = { equal: all.length, small: Object.values(patterns).flat().length };
/** @type {Record<"equal" | "small", Reader>} */
export const readers = {
  equal: reader(all),
  small: reader(Object.entries(patterns).flatMap(([intent, list]) => list.map((match) => ({ match, intent })))),
};

/** The first day a pattern captures, in the year in which it lies ahead; 0 is none. @param {any} doc @param {string} pattern @param {number} received */
function dayIn(doc, pattern, received) {
  const words = doc.match(pattern, 0).text("normal");
  if (!words) return 0;
  const year = new Date(received).getUTCFullYear();
  const day = Date.parse(`${words} ${year} UTC`);
  return day < received ? Date.parse(`${words} ${year + 1} UTC`) : day;
}
