// @ts-check
// What the build put beside the programs, to be loaded when it is needed: time
// zones, and by language the words of drafts and the phrases that their check looks
// for, a file each. A worker of a page asks too, which has no chrome.runtime.

/** @param {Response} answer */
const bytesOf = async (answer) => new Uint8Array(await answer.arrayBuffer());

/** @param {string} name as Europe/Berlin */
export async function zoneFile(name) {
  if (!/^[\w+-]+(\/[\w+-]+)*$/.test(name)) throw new Error(`${name} is no time zone`);
  return bytesOf(await fetch(`zones/${name}`));
}

/** @param {string} lang as de */
export async function wordsFile(lang) {
  return bytesOf(await fetch(`words/${known(lang)}.json`));
}

/** @param {string} lang as de */
export async function phrasesFile(lang) {
  return bytesOf(await fetch(`tone/${known(lang)}.txt`));
}

/** @param {string} lang */
function known(lang) {
  if (!/^[a-z]{2}$/.test(lang)) throw new Error(`${lang} is no language`);
  return lang;
}
