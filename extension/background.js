// @ts-check
// The background: takes pages from the reader and presses from the panel, asks
// the brain, and shows what it answers on the badge and in the panel. Every
// listener is registered before anything is awaited, so that an event that wakes
// it is not lost.

import { startBrain } from "./brain.js";
import { granted, read, siteOf, watchAllowed } from "./sites.js";
import { openStore } from "./store.js";
import { zoneFile } from "./zones.js";
import * as tabs from "./tabs.js";

const brain = startBrain(
  {
    ...openStore(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    zoneFile,
    random: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join(""),
  },
  () => WebAssembly.compileStreaming(fetch(chrome.runtime.getURL("brain.wasm"))),
);

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  await watchAllowed();
  if (reason === "install") await chrome.tabs.create({ url: "welcome.html" });
});
chrome.permissions.onAdded.addListener(watchAllowed);
chrome.permissions.onRemoved.addListener(watchAllowed);

chrome.action.onClicked.addListener((tab) => {
  chrome.sidePanel.open({ windowId: tab.windowId }).catch(() => {}); // at once, or the press no longer counts
  if (tab.id !== undefined) void pressed(tab.id, tab.url);
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id) return;
  if (sender.url?.startsWith(chrome.runtime.getURL(""))) {
    if (!message.do) return;
    fromPanel(message).then(reply, (fault) => reply(broken(message.tab, fault)));
    return true;
  }
  const tab = sender.tab?.id;
  if (tab !== undefined && sender.frameId === 0 && siteOf(sender.origin)) void fromReader(tab, message);
});

chrome.tabs.onRemoved.addListener((tab) => {
  tabs.close(tab);
  void brain.left(tab);
});

chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  const address = change.url ?? (change.status === "loading" ? tab.url : undefined);
  const shown = tabs.url(id);
  if (address !== undefined ? address !== shown && shown !== undefined : change.status === "loading" && shown) leave(id, address);
  const site = siteOf(tab.url);
  if (change.status === "complete" && site && !site.watched && tabs.url(id) !== tab.url) await readOpen(id, site);
});

/** @typedef {{type: "page", snapshot: string, at: number} | {type: "left", url: string}} FromReader */

/** A page's own words: they may add observed messages and nothing else. @param {number} tab @param {FromReader} message */
async function fromReader(tab, message) {
  if (message.type === "left") {
    leave(tab, String(message.url));
    const site = siteOf(message.url);
    if (site && !site.watched) await readOpen(tab, site);
    return;
  }
  const most = 6_000_000; // characters of a snapshot
  if (message.type !== "page" || typeof message.snapshot !== "string" || message.snapshot.length > most || tabs.tooOften(tab)) return;
  const turn = tabs.turn(tab);
  try {
    const shown = await brain.page(tab, message.snapshot);
    if (turn !== tabs.turn(tab)) return; // another page has come since
    tabs.show(tab, shown.url);
    show(tab, shown);
  } catch (fault) {
    if (turn === tabs.turn(tab)) broadcast(broken(tab, fault));
  } finally {
    tabs.seen(tab);
  }
}

/** The rep pressed the toolbar button, or its shortcut. @param {number} tab @param {string | undefined} url */
async function pressed(tab, url) {
  if (!url || !siteOf(url)) return broadcast(blank(tab, "elsewhere", url));
  tabs.press(tab, url);
  await read(tab).catch((fault) => broadcast(broken(tab, fault)));
}

/** @param {{do: string, tab: number, url: string}} action @returns {Promise<string>} a State */
async function fromPanel(action) {
  if (action.do === "look") return look(action.tab);
  if (tabs.url(action.tab) === undefined) await readNow(action.tab); // this background was started anew, and holds no page
  const shown = await brain.act(JSON.stringify(action));
  badge(action.tab, shown.badge);
  return shown.state;
}

/** What a tab shows: the page that was read, or why there is none. @param {number} id */
async function look(id) {
  const { url } = await chrome.tabs.get(id);
  const site = siteOf(url);
  if (tabs.url(id) === undefined) {
    if (!url) return blank(id, "press");
    if (!site) return blank(id, "elsewhere", url);
    if (!(await granted(site)) && !tabs.wasPressed(id, url)) return blank(id, site.watched ? "no-access" : "press", url, site.name);
    await readNow(id);
  }
  const shown = tabs.url(id);
  if (shown === undefined) return blank(id, "reading", url, site?.name); // it will be told when it is there
  return (await brain.act(JSON.stringify({ do: "look", tab: id, url: shown }))).state;
}

/** Reads a page and waits until the brain has it. @param {number} tab */
async function readNow(tab) {
  const there = tabs.awaited(tab);
  await read(tab);
  await there;
}

/** Reads a page that the rep went to while the panel is open, where they allowed the site. @param {number} tab @param {import("./sites.js").Site} site */
async function readOpen(tab, site) {
  if ((await granted(site)) && (await panelOpen())) await read(tab).catch(() => {}); // the next page is on its way
}

async function panelOpen() {
  const panel = chrome.runtime.getURL("panel.html");
  const contexts = await chrome.runtime.getContexts({});
  return contexts.some((c) => c.documentUrl?.startsWith(panel));
}

/** Clears what was shown at once. @param {number} tab @param {string | undefined} url */
function leave(tab, url) {
  tabs.leave(tab);
  badge(tab, { text: "", tone: "", title: "Clean Break" });
  const site = siteOf(url);
  broadcast(blank(tab, site ? (site.watched ? "reading" : "press") : "elsewhere", url, site?.name));
  void brain.left(tab);
}

/** @param {number} tab @param {import("./door.d.ts").Shown} shown */
function show(tab, shown) {
  badge(tab, shown.badge);
  broadcast(shown.state);
}

/** @param {string} state */
function broadcast(state) {
  chrome.runtime.sendMessage({ type: "state", state }).catch(() => {}); // no panel is open
}

/** @type {Record<string, string>} white on these reads at 4.5:1 and more */
const tones = { "your-turn": "#0b57d0", "last-try": "#8a4b00", "break-up": "#6b2f7a", stop: "#a50e0e" };

/** @param {number} tab @param {import("./door.d.ts").Badge} badge */
function badge(tab, { text, tone, title }) {
  const gone = () => {}; // the tab was closed
  chrome.action.setBadgeText({ tabId: tab, text }).catch(gone);
  chrome.action.setTitle({ tabId: tab, title }).catch(gone);
  if (!text) return;
  chrome.action.setBadgeBackgroundColor({ tabId: tab, color: tones[tone] }).catch(gone);
  chrome.action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }).catch(gone);
}

/** A State with nobody in it. @param {number} tab @param {string} phase @param {string} [url] @param {string} [site] @param {string} [problem] */
function blank(tab, phase, url = "", site = "", problem = "") {
  return JSON.stringify({ tab, phase, url, site, problem, now: new Date().toISOString() });
}

/** @param {number} tab @param {unknown} fault */
function broken(tab, fault) {
  return blank(tab, "broken", tabs.url(tab), "", fault instanceof Error ? fault.message : String(fault));
}
