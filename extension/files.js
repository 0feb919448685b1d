// @ts-check
// What the build put beside the brain, to be loaded when it is needed: time
// zones, and the words of drafts by language, a file each.

/** @param {string} path @returns {Promise<Uint8Array>} */
async function file(path) {
  const answer = await fetch(chrome.runtime.getURL(path));
  return new Uint8Array(await answer.arrayBuffer());
}

/** @param {string} name as Europe/Berlin */
export async function zoneFile(name) {
  if (!/^[\w+-]+(\/[\w+-]+)*$/.test(name)) throw new Error(`${name} is no time zone`);
  return file(`zones/${name}`);
}

/** @param {string} lang as de */
export async function wordsFile(lang) {
  if (!/^[a-z]{2}$/.test(lang)) throw new Error(`${lang} is no language`);
  return file(`words/${lang}.json`);
}
