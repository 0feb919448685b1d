// @ts-check
// The time zones that the build put beside the brain, a file each.

/** @param {string} name as Europe/Berlin */
export async function zoneFile(name) {
  if (!/^[\w+-]+(\/[\w+-]+)*$/.test(name)) throw new Error(`${name} is no time zone`);
  const file = await fetch(chrome.runtime.getURL(`zones/${name}`));
  return new Uint8Array(await file.arrayBuffer());
}
