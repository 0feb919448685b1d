// @ts-check
// The badge of the toolbar button.

/** @type {Record<string, string>} white on these reads at 4.5:1 and more */
const tones = { "your-turn": "#0b57d0", "last-try": "#8a4b00", "break-up": "#6b2f7a", stop: "#a50e0e" };

/** Shows on a tab's button what there is to say; without a text it is silent. @param {number} tab @param {import("./door.d.ts").Badge} badge */
export function badge(tab, { text, tone, title }) {
  const gone = () => {}; // the tab was closed
  chrome.action.setBadgeText({ tabId: tab, text }).catch(gone);
  chrome.action.setTitle({ tabId: tab, title }).catch(gone);
  if (!text) return;
  chrome.action.setBadgeBackgroundColor({ tabId: tab, color: tones[tone] }).catch(gone);
  chrome.action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }).catch(gone);
}
