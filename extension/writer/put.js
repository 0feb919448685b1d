// @ts-check
// Puts a draft into a mail, as if the rep had typed it there: Gmail hears of it,
// and one Ctrl-Z takes it back. Nothing is replaced, and nothing is sent.

import { bodyOf, kept, nameOf, openBoxes, readBox, subjectOf } from "./boxes.js";

/** @typedef {{box: string, to: string[], subject: string, body: string}} Draft `to` is whom the rep saw that it goes to */
/** @typedef {{put: boolean, above: boolean, subject: boolean}} Done above: what was there already stands below */

const failed = { put: false, above: false, subject: false };

/** @param {Draft} draft @returns {Done} */
export function put({ box: name, to, subject, body }) {
  const box = openBoxes().find((b) => nameOf(b) === name);
  const into = box && bodyOf(box);
  if (!box || !into) return failed;
  const now = readBox(box);
  if (!sameSet(to, recipients(now))) return failed;
  const wrote = now.fields.text?.value.trim() !== "";
  const named = !now.fields.reply?.value && fill(subjectOf(box), subject);
  const done = insert(into, body.replace(/\r\n?/g, "\n"), wrote);
  return { put: done, above: done && wrote, subject: named };
}

/** Every address that a box goes to, as read. @param {Part} part */
export const recipients = (part) => ["to", "cc"].flatMap((list) => part.lists[list]?.items ?? []).map((one) => one.fields.email?.value ?? "");

/** @param {string[]} a @param {string[]} b */
const sameSet = (a, b) => a.every((x) => b.includes(x)) && b.every((x) => a.includes(x));

/** Types where the caret is. A form of the page can have the name of the document's method. @param {string} words @returns {boolean} */
const write = (words) => Document.prototype.execCommand.call(document, "insertText", false, words);

/** Names a mail that has no subject yet. @param {HTMLInputElement | null} field @param {string} subject */
function fill(field, subject) {
  if (!field || !subject || field.value.trim()) return false;
  field.focus();
  return write(subject);
}

/** @param {HTMLElement} into @param {string} text @param {boolean} wrote */
function insert(into, text, wrote) {
  into.focus();
  const selection = getSelection();
  if (!selection || !text) return false;
  if (!wrote && !startsFree(into)) into.prepend(emptyLine());
  selection.collapse(into, 0);
  return write(wrote ? `${text}\n\n` : text);
}

/**
 * Whether a mail begins with a line of its own, and not at once with a signature
 * or with what they wrote: Chrome would write into that.
 * @param {HTMLElement} into
 */
function startsFree(into) {
  const walk = document.createTreeWalker(into, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(kept)) return false;
      if (node.tagName === "BR") return true;
    } else if (node.nodeValue?.trim()) return true;
  }
  return true;
}

function emptyLine() {
  const line = document.createElement("div");
  line.append(document.createElement("br"));
  return line;
}
