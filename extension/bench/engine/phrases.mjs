// @ts-check
// The engine's own English phrases (core/reply/tables, whose form core/reply/build.go
// describes) as patterns for compromise, so that the peer knows as much as we do.
//
// Left out are loose phrases, which have no order, and most marks, which change what
// stands beside them. A silence is kept: it covers the phrases inside it.

import { readFileSync } from "node:fs";

const tables = ["en.txt", "stops.txt"].map((name) => readFileSync(new URL(`../../../core/reply/tables/${name}`, import.meta.url), "utf8"));

/** The intents, the one that leads first. */
export const intents = [
  "unsubscribe", "erasure", "complaint", "left-company", "referral", "wrong-person", "no-fit", "not-interested", "has-vendor", "no-budget",
  "postpone", "reschedule", "calendar", "interested", "other-channel", "question", "out-of-office", "auto-ack", "bounce",
];

export const silence = "silence";

/** @returns {{intent: string, match: string}[]} */
export function phrases() {
  return tables.flatMap((table) => {
    /** @type {Map<string, string>} */
    const named = new Map();
    let intent = "";
    return table.split("\n").flatMap((line) => {
      const words = line.split(" ");
      if (line[0] === "%") {
        intent = more[words[1]] ?? words[1];
      } else if (line[0] === "@" && words.length === 2 && !named.has(words[0])) {
        named.set(words[0], words[1]);
      } else if ((intents.includes(intent) || intent === silence) && !["", "#", "&"].includes(line.slice(0, 1))) {
        const match = words.map((w) => pattern(w, named)).filter((w) => w !== "").join(" ");
        return match ? [{ intent, match }] : [];
      }
      return [];
    });
  });
}

/** Kinds of phrases that are an intent, or a silence, and say more. @type {Record<string, string>} */
const more = { legal: "complaint", hush: silence };

/** One word of a phrase: "a|b", "word*", "a?", "..", "^", "$" or "@name". @param {string} word @param {Map<string, string>} named */
function pattern(word, named) {
  if (word === "^" || word === "$") return word;
  if (/^\.+$/.test(word)) return `.{0,${2 * word.length - 2}}`;
  const optional = word.endsWith("?") ? "?" : "";
  const list = word.slice(0, word.length - optional.length).split("|").flatMap((w) => (named.get(w) ?? w).split("|"));
  const plain = list.map((w) => (w.endsWith("*") ? `/^${bare(w)}/` : bare(w))).filter((w) => w !== "");
  return plain.length === 0 ? "" : `(${plain.join("|")})${optional}`;
}

const bare = (/** @type {string} */ w) => w.replace(/[^\p{L}\p{N}]/gu, "");
