// @ts-check
// The sites Clean Break reads, and what the browser lets it do there.

/** @typedef {{name: "gmail" | "linkedin", pattern: string, origin: RegExp, watched: boolean}} Site */

/**
 * Gmail is watched once the rep has allowed it. LinkedIn is read when they press
 * the button, or, once they have allowed it, when they move on beside the open
 * panel.
 * @type {Site[]}
 */
export const sites = [
  { name: "gmail", pattern: "https://mail.google.com/*", origin: /^https:\/\/mail\.google\.com$/, watched: true },
  { name: "linkedin", pattern: "https://*.linkedin.com/*", origin: /^https:\/\/([a-z-]+\.)?linkedin\.com$/, watched: false },
];

export const reader = ["pages.js", "content.js"];
/** Never injected but where a site is watched, which LinkedIn is not. */
const writer = ["pages.js", "writing.js"];

/** @param {string | undefined} url */
export function siteOf(url) {
  const origin = url && URL.canParse(url) ? new URL(url).origin : "";
  return sites.find((s) => s.origin.test(origin));
}

/** @param {Site} site */
export const granted = (site) => chrome.permissions.contains({ origins: [site.pattern] });

/** Reads the page of a tab: the reader sends what it finds by message. @param {number} tab */
export async function read(tab) {
  await chrome.scripting.executeScript({ target: { tabId: tab }, files: reader });
}

/** Watches the mail that is written in a tab: the writer tells by message. @param {number} tab */
export async function watchWriting(tab) {
  await chrome.scripting.executeScript({ target: { tabId: tab }, files: writer });
}

/** @type {Promise<void>} */
let watching = Promise.resolve();

/** Watches the sites that were allowed, in the tabs to come and in those open. Two changes at once come one after the other. */
export const watchAllowed = () => (watching = watching.catch(() => {}).then(register));

async function register() {
  const registered = await chrome.scripting.getRegisteredContentScripts();
  await chrome.scripting.unregisterContentScripts({ ids: registered.map((r) => r.id) });
  for (const site of sites.filter((s) => s.watched)) {
    if (!(await granted(site))) continue;
    await chrome.scripting.registerContentScripts([
      { id: site.name, matches: [site.pattern], js: reader, runAt: "document_idle", persistAcrossSessions: true },
    ]);
    for (const tab of await chrome.tabs.query({ url: site.pattern })) {
      if (tab.id !== undefined) await read(tab.id).catch(() => {}); // a tab that is being closed, or an error page
    }
  }
}
