// @ts-check
// Reads one plain list of people, as a CRM exports it: separated values with
// headers. It is the front for a first list; what it gives is brain.Listed.

import { t } from "./tongue.js";

/** @typedef {{person: {name: string, email: string, company: string}, last?: string, touches: number}} Listed */

/** What a column may be headed with, without case and marks. */
const headers = {
  email: ["email", "emailaddress", "mail", "primaryemail", "workemail", "emailadresse", "courriel", "adresseemail", "correo", "correoelectronico"],
  name: ["name", "fullname", "contact", "contactname", "person", "vollstandigername", "nom", "nomcomplet", "nombre", "nombrecompleto"],
  first: ["firstname", "givenname", "vorname", "prenom"],
  family: ["lastname", "familyname", "surname", "nachname", "nomdefamille", "apellido", "apellidos"],
  company: ["company", "companyname", "account", "accountname", "organization", "organisation", "firma", "unternehmen", "entreprise", "societe", "empresa"],
  last: ["lastcontact", "lastcontacted", "lastcontactdate", "lastactivity", "lastactivitydate", "lasttouch", "lastcontactedon", "letzterkontakt", "letzteaktivitat", "derniercontact", "ultimocontacto"],
  touches: ["touches", "numberoftouches", "timescontacted", "numberoftimescontacted", "emailssent", "contacts", "anzahlkontakte", "kontakte", "nombredecontacts", "numerodecontactos"],
};

const plain = (/** @type {string} */ text) => text.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");

/** Rows of cells. @param {string} text */
function rowsOf(text) {
  const first = text.split(/\r?\n/, 1)[0];
  const mark = [",", ";", "\t"].map((m) => ({ m, n: first.split(m).length })).sort((a, b) => b.n - a.n)[0].m;
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const row = rows[rows.length - 1], c = text[i];
    if (quoted) {
      if (c !== '"') row[row.length - 1] += c;
      else if (text[i + 1] === '"') row[row.length - 1] += text[++i];
      else quoted = false;
    } else if (c === '"' && !row[row.length - 1].trim()) { quoted = true; row[row.length - 1] = ""; }
    else if (c === mark) row.push("");
    else if (c === "\n") rows.push([""]);
    else if (c !== "\r") row[row.length - 1] += c;
  }
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some(Boolean));
}

/** Whether days come first in dates like 03/04/2026: by the dates themselves, else as the browser writes them. @param {string[]} dates */
function daysFirst(dates) {
  for (const date of dates) {
    const [a, b] = date.split(/[./-]/).map(Number);
    if (a > 12 && a <= 31) return true;
    if (b > 12 && b <= 31 && a <= 12) return false;
  }
  return new Intl.DateTimeFormat(navigator.language).formatToParts(0).findIndex((p) => p.type === "day") <
    new Intl.DateTimeFormat(navigator.language).formatToParts(0).findIndex((p) => p.type === "month");
}

/** A day at noon, in the form of the log. @param {string} text @param {boolean} dayFirst @returns {string | undefined} */
function dayOf(text, dayFirst) {
  const iso = text.match(/^(\d{4})-(\d{1,2})-(\d{1,2})/);
  const other = text.match(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})/);
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : other ? [other[3], other[dayFirst ? 2 : 1], other[dayFirst ? 1 : 2]] : [];
  if (!y) return undefined;
  const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d), 12));
  return day.getUTCMonth() === Number(m) - 1 ? day.toISOString() : undefined;
}

/**
 * The people of a list, each once, and how many of its rows name nobody.
 * @param {string} text @returns {{people: Listed[], left: number}}
 */
export function readList(text) {
  const [head, ...rows] = rowsOf(text.replace(/^\uFEFF/, ""));
  const named = (head ?? []).map(plain);
  /** @type {(field: keyof typeof headers) => number} */
  const column = (field) => named.findIndex((name) => headers[field].includes(name));
  const at = Object.fromEntries(Object.keys(headers).map((field) => [field, column(/** @type {keyof typeof headers} */ (field))]));
  if (at.email < 0) throw new Error(t("No column is headed E-mail. The first line of the file names its columns: name, e-mail, company, last contact, touches."));
  const cell = (/** @type {string[]} */ row, /** @type {string} */ field) => (at[field] < 0 ? "" : row[at[field]] ?? "");
  const first = daysFirst(rows.map((row) => cell(row, "last")).filter((d) => !/^\d{4}/.test(d)));
  /** @type {Map<string, Listed>} */
  const people = new Map();
  let left = 0;
  for (const row of rows) {
    const email = cell(row, "email").toLowerCase();
    if (!/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email)) { left++; continue; }
    const name = cell(row, "name") || `${cell(row, "first")} ${cell(row, "family")}`.trim();
    const last = dayOf(cell(row, "last"), first);
    const touches = Math.max(0, Math.trunc(Number(cell(row, "touches")) || 0)) || (last ? 1 : 0);
    if (!people.has(email)) people.set(email, { person: { name, email, company: cell(row, "company") }, last, touches: last ? touches : 0 });
  }
  return { people: [...people.values()], left };
}
