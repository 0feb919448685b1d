// @ts-check
// What is on its way between the playbook's editor and the pipeline page, and decides
// nothing yet. It waits in this browser until it is taken, once.

/** A playbook's file that stands in the editor, to be played back. @param {string} file */
export const handOverDraft = (file) => localStorage.setItem("draft", file);

/** A piece of a playbook's file that the pipeline page has learnt, to be edited. @param {string} piece */
export const handOverProposal = (piece) => localStorage.setItem("proposal", piece);

/** @param {"draft" | "proposal"} what @returns {string} JSON; "" where none waits */
export function takeOver(what) {
  const text = localStorage.getItem(what) ?? "";
  localStorage.removeItem(what);
  return text;
}
