// @ts-check
// Sample answers of the background to the full pages: whom Today lists, what the
// settings' editor shows, and what the first page is told.

import { kim, monday, nobody } from "./states-make.mjs";
import { states } from "./states.mjs";

/** @typedef {Record<string, {result: unknown} | {fault: string} | {never: true}>} Answers by what was asked; see extension/ask.js */

/**
 * One row of Today, as the brain sends it (view.Due).
 * @param {string} name @param {string} company @param {string} state a sample State's name @param {object} [over]
 */
function due(name, company, state, over) {
  const a = states[state].assessment;
  const person = { ...nobody, name, company, title: "Head of IT", email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@${company.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.example` };
  return {
    person, search: `from:${person.email}`, value: 0, score: a.score, verdict: a.verdict, state: a.kind ? `${a.verdict}/${a.kind}` : a.verdict, because: a.because,
    until: a.until, answer_by: null, on: monday, do: "send", channel: "email", unsure: [], missing: [], reunion: false, homework: false, second: false, ...over,
  };
}

/** A row of every section, some with what a row can say beside. */
const dues = [
  due("Ada Quist", "Fjord Labs", "your-turn inbound", { value: 24000, answer_by: "2026-11-22T09:04:32Z", channel: "call", on: "2026-11-22" }),
  due("Bo Lind", "South", "your-turn promise", { state: "your-turn/promise", on: "2026-11-20" }),
  due("Cem Aydın", "Kestrel Freight", "your-turn", { value: 12000, unsure: ["linkedin"] }),
  due("Dana Ruiz", "Marsh & Vale", "hand-off", { do: "note", channel: "" }),
  { ...due("", "", "last-try", { value: 8000 }), person: kim },
  due("Elif Kaya", "Northwind", "break-up checklist", { missing: ["voicemail", "email", "live-message"] }),
  due("Finn Aas", "Olive Grove", "break-up", { do: "remove-from-sequence", channel: "" }),
  due("Gita Rao", "Pine", "stop", { do: "suppress", channel: "" }),
  due("Hugo Blanc", "Quarry", "pause waiting", { homework: true, do: "wait", channel: "" }),
  due("Ines Maia", "Ridge", "reunion", { reunion: true, verdict: "invest", state: "invest" }),
  due("Jo Berg", "Acme", "keep", { second: true }),
  due("Karl Weiss", "Donaudampfschifffahrtsgesellschaft", "pause away", { do: "colleague" }),
  due("Lea Sommer", "Tarn", "keep", { channel: "linkedin", value: 3500 }),
  due("Mia Tran", "Umber", "invest", { channel: "call", value: 80000 }),
];
/** @param {object[]} list @param {number} [all] */
const listed = (list, all = list.length) => ({ today: { result: JSON.stringify({ now: "2026-11-22T09:00:00Z", from: 0, all, due: list }) } });

/** What Today is told, by what it shows then. @type {Record<string, Answers>} */
export const today = {
  full: listed(dues),
  nobody: listed([]),
  "nothing due": listed([due("Lea Sommer", "Tarn", "keep", { on: "2027-01-11" })]),
  beginning: { today: { never: true } },
  judging: listed(dues.slice(0, 4), 84),
  failed: { today: { fault: "The browser's storage is full, so this could not be recorded. Free some space on the disk, then open the page again." } },
};

const own = JSON.stringify({ name: "Northwind", extends: "balanced", persistence: { cold: { touches: 30 } }, holidays: ["12-07"] });
const change = (/** @type {string} */ name, /** @type {string} */ from, /** @type {string} */ to) =>
  ({ person: { ...nobody, name }, from: { verdict: from.split("/")[0], state: from }, to: { verdict: to.split("/")[0], state: to } });

/** What the settings are told. @type {Answers} */
export const settings = {
  playbook: { result: { name: "Northwind", file: own, may: true } },
  mine: { result: { name: "Anna Brandt", addresses: ["anna@home.example"], domains: ["northwind.example"], never: ["fjord.example", "linkedin.com/in/kim-olsen"], words_per_minute: 140, months: 12 } },
  effect: {
    result: {
      effect: {
        from: 0, judged: 84, all: 84, changed: [
          change("Kim Olsen", "last-try/ghosting", "keep"), change("Cem Aydın", "last-try/ghosting", "keep"), change("Hugo Blanc", "break-up/ghosting", "last-try/ghosting"),
          change("Gita Rao", "keep", "stop")],
      },
    },
  },
};

/** What the first page is told. @type {Answers} */
export const welcome = {
  sample: { result: states["last-try"].assessment },
  rows: { result: [{ name: "Una Reis", email: "una@east.example", company: "" }, { name: "", email: "max@west.example", company: "" }] },
  take: { result: { tracked: 2, before: 1, refused: 1 } },
};

/** A list as a CRM exports it. */
export const list = [
  "Name;E-Mail;Firma;Letzter Kontakt;Touches", `"Olsen, Kim";kim@acme.example;Acme GmbH;2026-11-12;9`, "Jo Berg;jo@north.example;North;2026-11-17;1",
  "No Address;;Nowhere;;3", "Bo Lind;bo@south.example;South;;",
].join("\r\n");
