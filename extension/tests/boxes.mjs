// @ts-check
// Mails that are being written, as Gmail marks them, over a saved page that is as
// strict about scripts as Gmail's own.

import { saved } from "./extension.mjs";

const strict = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'">`;
const signature = `<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr">Robin Vale<div>Clean Break Demo</div></div></div>`;
const quote = `<div class="gmail_quote"><div class="gmail_attr">On Thu they wrote:</div><blockquote class="gmail_quote">Can you come on Tuesday?</blockquote></div>`;

/** What stands in a new mail and in an answer before anything is typed. */
export const fresh = {
  mail: `<div><br></div><div><br clear="all"></div><div><br></div>${signature}`,
  answer: `<div dir="ltr"><br></div><br>${quote}`,
  signature, quote,
};

/** @typedef {{to: string[], cc?: string[], subject?: string, reply?: string, body?: string}} Mail */

/** @param {string[]} all @param {string} name */
const people = (all, name) => `<div name="${name}">${all.map((a) => chip(a)).join("")}</div>`;
/** @param {string} address */
export const chip = (address) => `<div class="afV" data-hovercard-id="${address}" role="option"><span class="akl" email="‪${address}‬" name="${address.split("@")[0]}">${address}</span></div>`;

/** @param {Mail} mail */
const box = ({ to, cc = [], subject = "", reply = "", body = fresh.mail }) =>
  `<div class="AD" role="dialog"><div role="region"><form><input type="hidden" name="draft" value="r-1"><input type="hidden" name="rt" value="${reply}">
  ${people(to, "to")}${people(cc, "cc")}<input name="subjectbox" value="${subject}"></form>
  <div class="Am editable" contenteditable="true" role="textbox" g_editable="true">${body}</div></div></div>`;

/** A saved page with mails over it. @param {string} name @param {Mail[]} mails */
export function writing(name, ...mails) {
  const { url, html } = saved(name);
  const plain = html.replace("<head>", `<head>${strict}`).replace("<script>window.loaded = true;</script>", "");
  return { url, html: plain.replace("</body>", `${mails.map(box).join("")}</body>`) };
}
