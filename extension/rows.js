// @ts-check
// The rows of a judged pipeline, as the page holds them: read from what the worker
// sends, put in order, filtered, added up. It touches no document.

/**
 * One row. minutes is what going on would cost, which letting go frees.
 * @typedef {{n: number, file: number, line: number, at: number, id: string, name: string, contact: string, email: string, account: string, owner: string,
 *   stage: string, value: number, currency: string, verdict: string, kind: string, score: number, reason: string, next: string, reassess: string, minutes: number,
 *   note: string, judged: boolean, aggregate: boolean, rotting: boolean, valued: boolean, several: boolean, single: boolean, worth: number, text: string, key: string}} Row
 */
/** @typedef {{did: "agree" | "disagree" | "snooze", verdict: string, kind: string, instead: string, why: string, until: string, at: string}} Decision */
/** "" asks nothing. @typedef {{text: string, verdict: string, owner: string, stage: string, kind: string, account: string, mark: string}} Filters */

// As wasm/pipeline/rows.go writes them.
const betweenRows = "\x1e";
const betweenCells = "\x1f";

/** What a row is: letters of its last cell. */
const flags = {
  judged: "j",
  aggregate: "a", // judged by counts and last dates alone
  rotting: "r",
  valued: "v", // its value is known
  several: "m", // its cell names more contacts than the one it is judged by
};

export const unjudged = "unjudged"; // in the place of a verdict

/** Reads rows, so that cells that say the same are one string. */
export function openReader() {
  /** @type {Map<string, string>} */
  const words = new Map();
  const decoder = new TextDecoder();
  /** @param {string} word */
  const one = (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    if (words.size < 50_000) words.set(word, word);
    return word;
  };
  /** @param {Uint8Array} bytes */
  return (bytes) => {
    const all = decoder.decode(bytes);
    /** @type {Row[]} */
    const rows = [];
    let at = 0;
    const text = (end = betweenCells) => {
      const from = at, to = all.indexOf(end, at);
      if (to < 0) throw new Error("The list of rows that came from the worker is cut short; load the page again.");
      at = to + 1;
      return all.slice(from, to);
    };
    const number = () => +text();
    const word = () => one(text()); // what many rows say
    while (at < all.length) {
      /** @type {Row} */
      const row = {
        // the cells in the order of testdata/pipeline-row.json, to which tests hold both sides
        file: number(),
        line: number(),
        at: number(),
        id: text(),
        name: text(),
        contact: text(),
        email: text(),
        account: word(),
        owner: word(),
        stage: word(),
        value: number(),
        currency: word(),
        verdict: word(),
        kind: word(),
        score: number(),
        reason: word(),
        next: word(),
        reassess: word(),
        minutes: number(),
        note: text(),
        // and what follows from them, or from all rows
        judged: false, aggregate: false, rotting: false, valued: false, several: false,
        worth: -1, text: "", n: 0, single: false, key: "",
      };
      const letters = text(betweenRows);
      row.judged = letters.includes(flags.judged);
      row.aggregate = letters.includes(flags.aggregate);
      row.rotting = letters.includes(flags.rotting);
      row.valued = letters.includes(flags.valued);
      row.several = letters.includes(flags.several);
      if (row.judged) row.worth = Math.max(0, row.value) * row.score;
      else row.verdict = unjudged;
      row.text = `${row.name}\n${row.contact}\n${row.email}\n${row.account}\n${row.id}`.toLowerCase();
      row.name ||= row.contact || row.email;
      rows.push(row);
    }
    return rows;
  };
}

/** All rows in the order of the files, numbered. @param {Row[][]} blocks by their place; where a part ended before another, one is missing */
export function inOrder(blocks) {
  const rows = blocks.flat(); // which leaves the missing out
  rows.forEach((row, n) => { row.n = n; });
  return rows;
}

/** Puts rows in order: first what value times score makes the most of, then by score and by value; those that were not judged last. @param {Row[]} rows */
export const byWorth = (rows) => rows.sort((a, b) => b.worth - a.worth || b.score - a.score || b.value - a.value || a.n - b.n);

/**
 * Does what takes all rows, in the order they came: says by what a decision on each
 * is kept, which is the same in next week's export, and marks the deals that hang on
 * one person, for of their account nobody else is known.
 * @param {Row[]} rows @param {(file: number) => string} holds deals, people or activities
 */
export function finish(rows, holds) {
  /** @type {Map<string, number>} how often a key was given */
  const keys = new Map();
  for (const row of rows) {
    if (!row.judged) continue;
    const { id, email, name, account } = row;
    const key = `${holds(row.file)}\t${id || `${email || name}\t${account}`.toLowerCase()}`;
    const times = (keys.get(key) ?? 0) + 1;
    keys.set(key, times);
    row.key = times === 1 ? key : `${key}\t${times}`;
  }
  /** @type {Map<string, string | null>} the one who is known; null where there are several */
  const known = new Map();
  for (const { account, contact, email, several } of rows) {
    const who = (contact || email).toLowerCase(), before = known.get(account);
    if (account && who) known.set(account, !several && (before === undefined || before === who) ? who : null);
  }
  for (const row of rows) row.single = row.judged && holds(row.file) === "deals" && !!row.account && !!known.get(row.account);
}

/** What a filter may ask of what was decided. */
const ofDecisions = ["open", "decided", "disagree", "snooze"];

/** The same filter, whatever was decided: by what it finds the totals are counted, for a row is not to leave them as it is decided. @param {Filters} f @returns {Filters} */
export const decidedOrNot = (f) => (ofDecisions.includes(f.mark) ? { ...f, mark: "" } : f);

/** Asks nothing. @type {Filters} */
export const everything = { text: "", verdict: "", owner: "", stage: "", kind: "", account: "", mark: "" };

/** The rows that a filter finds; the same ones where it asks nothing. @param {Row[]} rows @param {Filters} f @param {(row: Row) => Decision | undefined} decided @returns {Row[]} */
export function filtered(rows, { text, verdict, owner, stage, kind, account, mark }, decided) {
  const words = text.trim().toLowerCase(), where = account.trim().toLowerCase();
  /** @type {Record<string, (row: Row) => boolean>} */
  const marks = {
    rotting: (row) => row.rotting, single: (row) => row.single, aggregate: (row) => row.aggregate,
    open: (row) => row.judged && !decided(row), decided: (row) => !!decided(row), disagree: (row) => decided(row)?.did === "disagree", snooze: (row) => decided(row)?.did === "snooze",
  };
  const marked = marks[mark];
  if (!(verdict || owner || stage || kind || where || words || marked)) return rows;
  return rows.filter((row) =>
    (!verdict || row.verdict === verdict) && (!owner || row.owner === owner) && (!stage || row.stage === stage) && (!kind || row.kind === kind) &&
    (!where || row.account.toLowerCase().includes(where)) && (!words || row.text.includes(words)) && (!marked || marked(row)));
}

/** What stands in a column, the most frequent first. @param {Row[]} rows @param {"verdict" | "stage" | "kind"} column @returns {[string, number][]} */
export function counted(rows, column) {
  /** @type {Map<string, number>} */
  const by = new Map();
  for (const row of rows) if (row[column]) by.set(row[column], (by.get(row[column]) ?? 0) + 1);
  return [...by].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 500);
}

/** What somebody becomes with whom the rep goes on. */
export const goesOn = ["keep", "invest", "your-turn", "last-try"];

/** What becomes of a row: what was decided, else what is proposed. @param {Row} row @param {Decision | undefined} decision */
export const becomes = (row, decision) => (decision?.did === "disagree" ? decision.instead : decision?.did === "snooze" ? "pause" : row.verdict);

/** @param {number} minutes */
export const hours = (minutes) => Math.round(minutes / 60);

/**
 * What letting go frees so far, of what is proposed, in hours; and the value that is gone on
 * with, by currency.
 * @param {Row[]} rows @param {(row: Row) => Decision | undefined} decided
 */
export function totals(rows, decided) {
  /** @type {Map<string, Sum>} by currency */
  const kept = new Map();
  let freed = 0, proposed = 0, done = 0, judged = 0;
  for (const row of rows) {
    if (!row.judged) continue;
    const decision = decided(row);
    judged++;
    if (decision) done++;
    const then = becomes(row, decision);
    if (row.verdict === "break-up") proposed += row.minutes;
    if (decision && then === "break-up") freed += row.minutes;
    if (row.value > 0 && goesOn.includes(then)) add(kept, row.currency, row.value);
  }
  return { freed: hours(freed), proposed: hours(proposed), done, judged, kept: [...kept].map(([currency, { sum }]) => /** @type {[string, number]} */ ([currency, sum])).sort((a, b) => b[1] - a[1]) };
}

/** @typedef {{sum: number}} Sum */

/** Adds to a sum of many, with one look at the map. @param {Map<string, Sum>} sums @param {string} to @param {number} n */
function add(sums, to, n) {
  const one = sums.get(to);
  if (one) one.sum += n;
  else sums.set(to, { sum: n });
}

/** Of fewer others than this nothing is added up. */
const fewest = 5;

/** How many rows each owner has, but for nobody. @param {Iterable<Row>} rows */
function byOwner(rows) {
  /** @type {Map<string, Sum>} */
  const owners = new Map();
  for (const { owner } of rows) if (owner) add(owners, owner, 1);
  return owners;
}

/** Who owns rows, but for nobody, each once. @param {Iterable<Row>} rows */
export const ownersOf = (rows) => [...byOwner(rows).keys()];

/**
 * Of which rows figures are shown, so that those of fewer than five others can neither be read nor be had by taking those of a
 * filter from the whole. Files of one owner are theirs who look. Of two to four who are all others only the sum of all is shown.
 * @param {Row[]} all @param {(owner: string) => boolean} mine
 */
export function openFigures(all, mine) {
  const owned = byOwner(all), everybody = [...owned.keys()];
  const enough = (/** @type {string[]} */ owners) => {
    const others = owners.filter((owner) => !mine(owner)).length;
    return others === 0 || others >= fewest;
  };
  const whole = enough(everybody) || !everybody.some(mine);
  const mayOf = (/** @type {string[]} */ owners) => everybody.length < 2 || enough(owners);
  const may = (/** @type {Row[]} */ rows) => mayOf(ownersOf(rows));
  /** Whether figures of these rows, and of those that a filter leaves out, may be shown. @param {Row[]} found */
  const mayFound = (found) => {
    const here = byOwner(found);
    return mayOf([...here.keys()]) && (!whole || mayOf(everybody.filter((owner) => (here.get(owner)?.sum ?? 0) < (owned.get(owner)?.sum ?? 0))));
  };
  return {
    /** Whether figures of these rows may be shown beside those of the others. */
    may,
    /** What to add up: what a filter finds, else all, else the rep's own of what it finds. @param {Row[]} found @returns {{of: "found" | "all" | "mine", rows: Row[]}} */
    of(found) {
      if (found.length === all.length ? whole : mayFound(found)) return { of: "found", rows: found };
      return whole ? { of: "all", rows: all } : { of: "mine", rows: found.filter(({ owner }) => mine(owner)) };
    },
  };
}

/**
 * Rows by what stands in a column, in the order of its words; by owner only the rep's own. Those of which no figures may be
 * shown are put together, under "few", with the smallest of the others where they would still be of few.
 * @param {Row[]} rows @param {"owner" | "stage" | "kind"} column @param {(owner: string) => boolean} mine @param {(rows: Row[]) => boolean} may
 * @returns {[of: "one" | "me" | "few", words: string, rows: Row[]][]}
 */
export function grouped(rows, column, mine, may) {
  if (column === "owner") return rows.some(({ owner }) => mine(owner)) ? [["me", "", rows.filter(({ owner }) => mine(owner))]] : [];
  /** @type {Map<string, Row[]>} */
  const by = new Map();
  for (const row of rows) {
    const those = by.get(row[column]);
    if (those) those.push(row);
    else by.set(row[column], [row]);
  }
  let few = [...by.values()].filter((those) => !may(those)).flat();
  const shown = [...by].filter(([, those]) => may(those)).sort(([, a], [, b]) => b.length - a.length);
  const ofOthers = (/** @type {[string, Row[]]} */ [, those]) => ownersOf(those).some((owner) => !mine(owner));
  while (few.length && !may(few) && shown.some(ofOthers)) few = few.concat(shown.splice(shown.findLastIndex(ofOthers), 1)[0][1]);
  /** @type {[of: "one" | "me" | "few", words: string, rows: Row[]][]} */
  const out = shown.sort(([a], [b]) => (a < b ? -1 : 1)).map(([words, those]) => ["one", words, those]);
  if (few.length && may(few)) out.push(["few", "", few]);
  return out;
}

/** The next best prospects to spend time on: rows in order of worth. @param {Row[]} sorted @param {(row: Row) => Decision | undefined} decided */
export function nextBest(sorted, decided, most = 5) {
  const out = [];
  for (const row of sorted) {
    if (out.length === most || !row.judged) break;
    const then = becomes(row, decided(row));
    if (then !== "last-try" && goesOn.includes(then)) out.push(row);
  }
  return out;
}
