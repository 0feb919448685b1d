// @ts-check
// Under what a card is found again by somebody who may be the same person. It is
// found rather too often: the brain compares precisely (replica.Offers).

/** @typedef {{kind: string, sealed?: {person?: {name?: string, email?: string}}}} Card */

/**
 * Keys of a full name, without order, case and punctuation, and of the mailboxes
 * that addresses are delivered to, at any provider's.
 * @param {string | undefined} name @param {(string | undefined)[]} addresses
 */
export function keysOf(name, addresses) {
  const words = (name ?? "").toLowerCase().split(/[^\p{L}\p{M}]+/u).filter(Boolean).sort();
  const boxes = addresses.flatMap((address) => {
    const [local, domain] = (address ?? "").toLowerCase().split("@");
    return domain ? [`${local.split("+")[0].replaceAll(".", "")}@${domain.replace(/^googlemail\./, "gmail.")}`] : [];
  });
  return words.length > 1 ? [words.join(" "), ...boxes] : boxes;
}

/** An event as it is stored: a card with its keys. @template {Card} E @param {E} event @returns {E & {names?: string[]}} */
export function withNames(event) {
  const person = event.kind === "card" ? event.sealed?.person : undefined;
  return person ? { ...event, names: keysOf(person.name, [person.email]) } : event;
}

/** Makes the index, for the cards that are there too. @param {any} log the object store, while its version changes */
export async function addNames(log) {
  log.createIndex("name", "names", { multiEntry: true });
  for (let at = await log.openCursor(); at; at = await at.continue()) {
    if (at.value.kind === "card") await at.update(withNames(at.value));
  }
}
