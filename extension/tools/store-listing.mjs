// @ts-check
// The words of the store pages: store/listing.LANG.md, one a language.
//
//   # name                the add-on's name
//   a paragraph           the summary
//   paragraphs, lists     the description, as it is
//   ## Pictures           a list: the words on each screenshot, in order

import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../store/", import.meta.url);

/** @typedef {{lang: string, name: string, summary: string, description: string, pictures: string[]}} Listing */

/** What the stores allow, in characters. Chrome's summary is the manifest's description. */
export const limits = { name: 45, summary: 250, description: 15_000, chromeSummary: 132, picture: 60 };

/** @param {string} lang @returns {Listing} */
export function listing(lang) {
  const text = readFileSync(new URL(`listing.${lang}.md`, folder), "utf8");
  const [words, pictures = ""] = text.split(/^## .*\n/m);
  const [, name, summary, description] = /^# (.+)\n\n(.+)\n\n([^]+)$/.exec(words.trim()) ?? [];
  if (!description) throw new Error(`store/listing.${lang}.md needs a name, a summary of one line, and a description`);
  return { lang, name, summary, description, pictures: [...pictures.matchAll(/^- (.+)$/gm)].map(([, line]) => line) };
}

export const languages = readdirSync(folder).flatMap((name) => /^listing\.(\w\w)\.md$/.exec(name)?.[1] ?? []).sort();

/** The description of the manifest in a language, which is Chrome's summary. @param {string} lang @returns {string} */
export const manifestSummary = (lang) => JSON.parse(readFileSync(new URL(`../_locales/${lang}/messages.json`, import.meta.url), "utf8")).description.message;
