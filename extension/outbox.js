// @ts-check
// The rules of core/device for what a device stores. The simulator (worker/sim)
// proves them there; testdata/outbox.json holds these to the same.

/** @typedef {{id: string, kind: string, who: string[], at: string, clear?: {verdict?: string}, local?: object, stamp?: {seq?: number, author: string, role: string}}} Event */
/** @typedef {{id: string, rank: number, number: number}} Row device.Row */

/** As device.RowOf: what must not come too late goes first, then what was in the team's log, by its place. @param {Event} event @param {number} number grows with every event @returns {Row} */
export function rowOf({ id, kind, clear, stamp }, number) {
  const rank = kind === "erase" ? 0 : stops(kind, clear?.verdict) ? 1 : 2;
  return { id, rank, number: stamp?.seq || 2 ** 52 + number };
}

/** As device.Again: the row of an entry, for after a rewind; null for an erased one, which has no event. @param {string} entry @returns {Row | null} */
export function rowAgain(entry) {
  const { seq, event } = JSON.parse(entry);
  return event ? rowOf({ ...event, clear: event, stamp: { seq } }, 0) : null;
}

/** As device.Named: whom an entry names that is no erasure. @param {string} entry @returns {string[]} */
export function named(entry) {
  const { event } = JSON.parse(entry);
  return event && event.kind !== "erase" ? event.who ?? [] : [];
}

/** As device.Outlives: an erasure stays, and what leaves a stop standing and still waits to be sent. @param {Event} event */
export const outlives = ({ kind, clear, stamp }) => kind === "erase" || (stops(kind, clear?.verdict) && stamp !== undefined && !stamp.seq);

/** As replica.Stops. @param {string} kind @param {string} [verdict] */
const stops = (kind, verdict) => (kind === "decision" || kind === "unlog") && verdict === "stop";
