// @ts-check
// A playbook that stands in the editor and decides nothing yet, on its way to the
// pipeline page, which plays it back. It waits there until it is taken, once.

/** @param {string} file a playbook's */
export const keepDraft = (file) => localStorage.setItem("draft", file);

/** @returns {string} the file; "" where none waits */
export function takeDraft() {
  const file = localStorage.getItem("draft") ?? "";
  localStorage.removeItem("draft");
  return file;
}
