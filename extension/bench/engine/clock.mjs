// @ts-check
// The peer's clock: working days in UTC, Monday to Friday, without the quiet
// period of the playbook and without the days they are away.

const day = 86_400_000;

/** @typedef {{from: number, to: number}} Span days since 1970; to is the first day back */

/** @param {{from: string, to: string}[]} quiet @param {Span[]} away */
export function clock(quiet, away) {
  const periods = quiet.map((q) => ({ from: number(q.from), to: number(q.to) }));
  const works = (/** @type {number} */ d) => {
    const weekday = (d + 4) % 7; // 1 January 1970 was a Thursday; 0 is Sunday
    if (weekday === 0 || weekday === 6 || away.some((a) => a.from <= d && d < a.to)) return false;
    const date = new Date(d * day);
    const inYear = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    return !periods.some((p) => (p.from <= p.to ? p.from <= inYear && inYear <= p.to : inYear >= p.from || inYear <= p.to));
  };
  return {
    /** How many working days came after the day of one moment, up to that of the other. @param {number} from @param {number} to */
    between(from, to) {
      let n = 0;
      for (let d = dayOf(from) + 1; d <= dayOf(to); d++) if (works(d)) n++;
      return n;
    },
    /** The midnight of the n-th working day after a moment's. @param {number} from @param {number} n */
    add(from, n) {
      let d = dayOf(from);
      while (n > 0) if (works(++d)) n--;
      return d * day;
    },
  };
}

/** "12-24" as 1224. @param {string} d */
const number = (d) => Number(d.slice(0, 2)) * 100 + Number(d.slice(3));

export const dayOf = (/** @type {number} */ t) => Math.floor(t / day);

/** The midnight some months after that of a moment. @param {number} t @param {number} months */
export function monthsAfter(t, months) {
  const d = new Date(dayOf(t) * day);
  return Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + months, d.getUTCDate());
}
