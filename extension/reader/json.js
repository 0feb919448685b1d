// @ts-check
// A snapshot as the text that is sent, and what tells it from another. A text may
// have 3.5 MB, so both are made in steps.

/** @param {Snapshot} snapshot @returns {Generator<void, string>} */
export function* jsonOf({ lists, ...rest }) {
  const all = [];
  for (const [name, { items, ...list }] of Object.entries(lists)) {
    const texts = [];
    for (const item of items) {
      texts.push(JSON.stringify(item));
      yield;
    }
    all.push(`${JSON.stringify(name)}:${opened(list)},"items":[${texts.join(",")}]}`);
  }
  return `${opened(rest)},"lists":{${all.join(",")}}}`;
}

/** An object as JSON, to which more is to be added. @param {object} value with one field at least */
const opened = (value) => JSON.stringify(value).slice(0, -1);

/**
 * The length of a text, and two sums of all its characters in turn, as of cyrb53.
 * @param {string} text @returns {Generator<void, string>}
 */
export function* sumOf(text) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
    if (i % 10_000 === 0) yield;
  }
  return `${text.length} ${a} ${b}`;
}
