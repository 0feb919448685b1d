// @ts-check
// JSON with the line of everything in it, which JSON.parse does not tell.

/** @typedef {{line: number, message: string}} At */

/**
 * @param {string} text
 * @returns {{value: unknown, at: Map<string, number>}} `at` has the line of each path, as layouts[0].fields.name[2]
 */
export function parseJSON(text) {
  /** @type {Map<string, number>} */
  const at = new Map();
  let i = 0;
  const lineAt = (/** @type {number} */ place) => text.slice(0, place).split("\n").length;
  /** @param {string} message @param {number} place @returns {never} */
  const fail = (message, place = i) => {
    throw { line: lineAt(place), message };
  };
  const space = () => {
    while (/\s/.test(text[i] ?? "")) i++;
  };
  /** @param {string} path @returns {unknown} */
  const value = (path) => {
    space();
    at.set(path, lineAt(i));
    const [c] = text.slice(i);
    if (c === "{") return object(path);
    if (c === "[") return array(path);
    if (c === '"') return string();
    const word = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\b/.exec(text.slice(i, i + 40))?.[0];
    if (word === undefined) return fail(c === undefined ? "the file ends too early" : `${JSON.stringify(c)} begins no value`);
    i += word.length;
    return JSON.parse(word);
  };
  const string = () => {
    const hit = /^"(?:[^"\\\n]|\\.)*"/.exec(text.slice(i));
    if (!hit) return fail("a text is not closed on its line");
    try {
      const read = /** @type {string} */ (JSON.parse(hit[0]));
      i += hit[0].length;
      return read;
    } catch {
      return fail(`${hit[0].slice(0, 60)} has a backslash too few: in a pattern, \\ is written \\\\`);
    }
  };
  /** One entry after another, until the bracket. @param {string} bracket @param {() => void} entry */
  const all = (bracket, entry) => {
    i++;
    space();
    if (text[i] === bracket) return void i++;
    for (;;) {
      entry();
      const end = i;
      space();
      if (text[i] === bracket) return void i++;
      if (text[i] !== ",") fail(i >= text.length ? `the file ends before a ${bracket}` : `a comma or a ${bracket} is missing at its end`, end);
      i++;
      space();
      if (text[i] === bracket) fail(`a comma stands before the ${bracket}`);
    }
  };
  /** @param {string} path */
  const object = (path) => {
    /** @type {Record<string, unknown>} */
    const out = {};
    all("}", () => {
      space();
      if (text[i] !== '"') fail("a name in quotation marks is missing");
      const from = i;
      const name = string();
      const inside = path ? `${path}.${name}` : name;
      if (Object.hasOwn(out, name)) fail(`${inside} is there twice`, from);
      space();
      if (text[i] !== ":") fail(`a colon is missing after ${JSON.stringify(name)}`);
      i++;
      out[name] = value(inside);
      at.set(inside, lineAt(from));
    });
    return out;
  };
  /** @param {string} path */
  const array = (path) => {
    /** @type {unknown[]} */
    const out = [];
    all("]", () => out.push(value(`${path}[${out.length}]`)));
    return out;
  };
  const read = value("");
  space();
  if (i < text.length) fail(`there is something after the end: ${JSON.stringify(text.slice(i, i + 20))}`);
  return { value: read, at };
}
