// @ts-check
// A file's text on its way between a page and the background, piece by piece,
// because a browser carries at most 64 MB in one message. Both sides count in
// characters from the file's beginning, and each passing has an id of its own.

/** Asks the background. @typedef {(name: string, args: object) => Promise<any>} Ask */
/** @typedef {{id: string, from: number, piece?: string, of?: number}} Passing */

const most = 8_000_000; // characters of a piece: at most 48 MB, were each of them escaped

/** The piece of a text from there, which parts no pair of surrogates. @param {string} text @param {number} from */
function pieceAt(text, from) {
  const to = from + most;
  const parts = to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1]);
  return text.slice(from, parts ? to - 1 : to);
}

/** Has a page take a text from the background. @param {Ask} ask @param {string} name @param {(share: number) => void} [progress] */
export async function fetchText(ask, name, progress = () => {}) {
  const id = crypto.randomUUID();
  for (let text = ""; ;) {
    const { piece, of } = await ask(name, { id, from: text.length });
    text += piece;
    if (text.length >= of) return text;
    progress(text.length / of);
  }
}

/** Has a page hand a text to the background, and gives its answer. @param {Ask} ask @param {string} name @param {string} text @param {(share: number) => void} [progress] */
export async function handText(ask, name, text, progress = () => {}) {
  const id = crypto.randomUUID();
  for (let from = 0; ;) {
    const piece = pieceAt(text, from);
    const answer = await ask(name, { id, from, piece, of: text.length });
    from += piece.length;
    if (from >= text.length) return answer;
    progress(from / text.length);
  }
}

/** The background's side. What a page has begun and left is gone with the background. */
export function openPieces() {
  /** @type {Map<string, string>} */
  const going = new Map();
  /** @type {Map<string, string>} */
  const coming = new Map();
  const cutOff = () => new Error("Clean Break was interrupted. Press again.");
  return {
    /** One piece of a text, which is made at the first. @param {Passing} passing @param {() => Promise<string>} make */
    async give({ id, from }, make) {
      const text = from === 0 ? await make() : going.get(id);
      if (text === undefined) throw cutOff();
      const piece = pieceAt(text, from);
      if (from + piece.length < text.length) going.set(id, text);
      else going.delete(id);
      return { piece, of: text.length };
    },
    /** Takes one piece, and gives the whole text at the last. @param {Passing} passing @returns {string | undefined} */
    take({ id, from, piece = "", of = 0 }) {
      const before = from === 0 ? "" : coming.get(id);
      if (before?.length !== from) throw cutOff();
      const text = before + piece;
      if (text.length < of) return void coming.set(id, text);
      coming.delete(id);
      return text;
    },
  };
}
