// @ts-check
// The languages of the rep. English stands in the code itself; what is said in
// another one lies in _locales, each phrase under a name that ends with the hash
// of the English (core/say).

/** Their own names, in the order of the settings. @type {Record<string, string>} */
export const languages = { en: "English", de: "Deutsch", es: "Español", fr: "Français" };

/** Which way a language is written, for a page's dir. @param {string} code as de, or ar-EG */
export const directionOf = (code) => (/^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/.test(code) ? "rtl" : "ltr");

/** The language to speak: the one that was chosen, the browser's, or English. @param {string | null | undefined} chosen */
export function languageOf(chosen) {
  const browser = globalThis.chrome?.i18n?.getUILanguage?.() ?? navigator.language;
  return [chosen ?? "", browser.slice(0, 2)].find((lang) => Object.hasOwn(languages, lang)) ?? "en";
}

/** What is said in a language, by name. @param {string} lang @returns {Promise<Record<string, {message: string}>>} */
export async function messagesOf(lang) {
  if (lang === "en") return {};
  const answer = await fetch(chrome.runtime.getURL?.(`_locales/${lang}/messages.json`) ?? `_locales/${lang}/messages.json`);
  if (!answer.ok) throw new Error(`the phrases of ${lang} are missing`);
  return answer.json();
}

/** A language as the Go programs take it, wasm/door/tongue.go; none for English. @param {string} lang */
export const tongueOf = async (lang) => (lang === "en" ? undefined : { code: lang, lines: linesOf(await messagesOf(lang)) });

/** A line each, its name and its words with a tab between. @param {Record<string, {message: string}>} messages */
export const linesOf = (messages) => Object.entries(messages).map(([name, { message }]) => `${name}\t${message}`).join("\n");
