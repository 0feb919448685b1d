// @ts-check
// Sample answers of the background as they would be in another language: the
// samples are written in English, while the engine says its sentences in the rep's
// language. A sentence is found among the phrases of _locales, and so is what
// stands in its places; a name and a quotation stay as they are.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {{parts: RegExp, to: string}} Pattern one form of a phrase, and how it is said */
/** @typedef {{text: string, left: number}} Said left: how many letters are still English */

/** What the engine says in an answer; the rest is data, or said by the page. */
const sentences = new Set(["because", "if", "problem"]);
/** What the engine says unless it is somebody's own words. */
const perhaps = new Set(["quote", "note", "text", "body", "closed_lost_reason", "from"]);
const english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** @param {string} lang @returns {Record<string, {message: string}>} */
const messages = (lang) => JSON.parse(readFileSync(fileURLToPath(new URL(`../_locales/${lang}/messages.json`, import.meta.url)), "utf8"));

/** The forms of every phrase, those with the most words of their own first. @param {string} lang @returns {Pattern[]} */
function patterns(lang) {
  const theirs = messages(lang);
  return Object.entries(messages("en")).flatMap(([name, { message }]) => {
    const to = theirs[name]?.message.split("|") ?? [];
    return message.split("|").map((form, i) => ({
      parts: new RegExp(`^${form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\\\$\d/g, "(.+?)")}$`, "s"),
      literal: form.replace(/\$\d|\W/g, "").length,
      to: to[i] ?? to.at(-1) ?? form,
    }));
  }).filter(({ literal }) => literal > 0).sort((a, b) => b.literal - a.literal);
}

/** How answers are said in a language. @param {string} lang @returns {<T>(answer: T) => T} */
export function spoken(lang) {
  if (lang === "en") return (answer) => answer;
  const all = patterns(lang);
  /** @type {Map<string, Said>} */
  const known = new Map();

  /** @param {string} text @returns {Said} */
  function say(text) {
    let best = /** @type {Said} */ (known.get(text));
    if (best) return best;
    best = value(text, lang) ?? { text, left: text.replace(/\W/g, "").length };
    known.set(text, best);
    /** @param {Said[]} places @param {string} to */
    const take = (places, to) => {
      const left = places.reduce((sum, part) => sum + part.left, 0);
      if (left < best.left) best = { text: to.replace(/\$(\d)/g, (_, n) => places[n - 1].text), left };
    };
    for (const { parts, to } of all) {
      if (best.left === 0) break;
      const places = parts.exec(text)?.slice(1);
      if (places) take(places.map(say), to);
    }
    for (const clause of best.left > 0 ? text.matchAll(/[,;.] /g) : []) {
      const before = say(text.slice(0, clause.index));
      take([before, say(text.slice(clause.index))], "$1$2"); // a clause of its own: ", no answer"
      take([before, say(text.slice(clause.index + 2))], `$1${clause[0]}$2`);
    }
    known.set(text, best);
    return best;
  }

  /** @param {any} answer @param {string} [field] @returns {any} */
  function said(answer, field = "") {
    if (typeof answer === "string") {
      if (/^[[{]"/.test(answer)) return JSON.stringify(said(JSON.parse(answer)));
      const { text, left } = sentences.has(field) || perhaps.has(field) ? say(answer) : { text: answer, left: 0 };
      return left === 0 || sentences.has(field) ? text : answer;
    }
    if (Array.isArray(answer)) return answer.map((one) => said(one, field));
    if (typeof answer !== "object" || answer === null) return answer;
    return Object.fromEntries(Object.entries(answer).map(([name, one]) => [name, said(one, name)]));
  }
  return said;
}

/** A day, a weekday or a number. @param {string} text @param {string} lang @returns {Said | undefined} */
function value(text, lang) {
  const day = /^(\d{1,2}) (\w{3})(?: (\d{4}))?$/.exec(text);
  if (day && english.includes(day[2])) {
    const at = Date.UTC(Number(day[3] ?? 2026), english.indexOf(day[2]), Number(day[1]));
    return { text: new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", year: day[3] ? "numeric" : undefined, timeZone: "UTC" }).format(at), left: 0 };
  }
  if (weekdays.includes(text)) {
    const at = Date.UTC(2026, 10, 1 + weekdays.indexOf(text)); // the first is a Sunday
    return { text: new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" }).format(at), left: 0 };
  }
  return /^[\d,]+$/.test(text) ? { text: Number(text.replaceAll(",", "")).toLocaleString(lang), left: 0 } : undefined;
}
