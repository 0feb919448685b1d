// @ts-check
// The background: takes pages from the reader and presses from the panel, asks
// the brain, and shows what it answers on the badge and in the panel. Every
// listener is registered before anything is awaited, so that an event that wakes
// it is not lost.

import { openAnswers } from "./answers.js";
import { badge } from "./badge.js";
import { besidePanel, openPanel } from "./beside.js";
import { startBrain } from "./brain.js";
import { openDatabase } from "./database.js";
import { messageOf } from "./fault.js";
import { phrasesFile, wordsFile, zoneFile } from "./files.js";
import { newId } from "./id.js";
import { languageOf, tongueOf } from "./languages.js";
import { granted, read, siteOf, watchAllowed, watchWriting } from "./sites.js";
import { openStore } from "./store.js";
import * as tabs from "./tabs.js";
import { startTeam } from "./team.js";

const work = openDatabase();
const store = openStore(work, () => team.waiting());
let writes = 0; // to the log, since the background began
/** @template {(text: string) => Promise<void>} W @param {W} write */
const noting = (write) => (/** @type {string} */ text) => write(text).then(() => void writes++);
const brain = startBrain(
  async () => ({
    ...store, put: noting(store.put), remove: noting(store.remove), forget: noting(store.forget),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone, zoneFile, wordsFile, phrasesFile, tongue: await tongue(),
  }),
  () => WebAssembly.compileStreaming(fetch(chrome.runtime.getURL("brain.wasm"))),
  tabs.unread,
);
const team = startTeam(work, (step) => send({ type: "step", step }), lookAgain, () => {
  brain.restart(); // it remembers pseudonyms
  void lookAgain();
}, tongue);
const answer = openAnswers({ brain, team, work, look, lookAgain });

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  await watchAllowed();
  if (reason === "install") await chrome.tabs.create({ url: "welcome.html" });
});
const retention = "retention"; // each day
chrome.alarms.get(retention).then((set) => { if (!set) void chrome.alarms.create(retention, { delayInMinutes: 5, periodInMinutes: 24 * 60 }); });
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === retention) void daily();
});

/** What is done once a day: who is long gone is erased, and when replies stop and who comes back is learnt anew. */
async function daily() {
  const before = writes;
  try {
    await brain.retire();
    if (writes !== before) await lookAgain();
    while (await brain.learn());
  } catch (fault) {
    console.error("Clean Break's daily round:", fault);
  }
}
chrome.permissions.onAdded.addListener(watchAllowed);
chrome.permissions.onRemoved.addListener(watchAllowed);

chrome.action.onClicked.addListener((tab) => {
  openPanel(tab.windowId); // at once, or the press no longer counts
  if (tab.id !== undefined) void pressed(tab.id, tab.url);
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id) return;
  if (sender.url?.startsWith(chrome.runtime.getURL(""))) {
    if (message?.ask) {
      answer(message, sender.tab?.id ?? -1).then((result) => reply({ result }), (fault) => reply({ fault: messageOf(fault) }));
      return true;
    }
    if (message?.do === "put") {
      putIn(message).then(reply, () => reply({ put: false }));
      return true;
    }
    if (!message?.do) return;
    fromPanel(message).then(reply, (fault) => reply(broken(message.tab, fault)));
    return true;
  }
  const { tab, origin } = sender;
  const site = siteOf(origin);
  if (tab?.id === undefined || sender.frameId !== 0 || !origin || !site) return;
  const from = { tab: tab.id, address: tab.url, origin, site };
  if (message?.type === "writing") {
    fromWriter(from, tab, message.boxes).then(reply, () => reply(false));
    return true;
  }
  fromReader(from, message).then(reply, () => reply());
  return true;
});

chrome.tabs.onRemoved.addListener((tab) => {
  tabs.close(tab);
  forget(tab);
});

chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  if ((change.url || change.status === "loading") && !tabs.isAt(id, tab.url)) leave(id, tab.url);
  if (change.status === "complete" && tabs.url(id) === undefined) {
    void recognise(id, tab.url);
    await readOpen(id);
  }
  if (change.status === "complete") await watchOpen(id);
});

/** @typedef {{tab: number, address: string | undefined, origin: string, site: import("./sites.js").Site}} From the address is hidden where the site is not allowed */
/** @typedef {{type: "page", snapshot: string, at: number} | {type: "left", url: string}} FromReader */

/** A page's own words: they may add observed messages and nothing else. @param {From} from @param {FromReader} message @returns {Promise<boolean | undefined>} false where the page may not be read any more */
async function fromReader(from, message) {
  if (message?.type === "left") {
    if (!URL.canParse(message.url) || new URL(message.url).origin !== from.origin) return;
    if (!tabs.isAt(from.tab, message.url)) leave(from.tab, message.url);
    if (!from.site.watched) await readOpen(from.tab);
    return;
  }
  const most = 6_000_000; // characters of a snapshot
  if (message?.type !== "page" || typeof message.snapshot !== "string" || message.snapshot.length > most) return;
  const may = await take(from, message.snapshot);
  tabs.seen(from.tab);
  return may;
}

/**
 * Takes the mails that are being written, while the panel is open beside them.
 * They are kept nowhere. Without boxes it is only asked whether to go on, so that
 * nothing is read once the panel is closed.
 * @param {From} from @param {chrome.tabs.Tab} tab @param {string | undefined} boxes
 * @returns {Promise<boolean>} whether the panel is open
 */
async function fromWriter({ tab: id, address, origin, site }, tab, boxes) {
  if (!site.watched || !(await allowed(id, site, address))) return false;
  const beside = await besidePanel(tab);
  tabs.find(id, address);
  if (boxes === undefined && beside) return true;
  const most = 300_000; // characters
  if (typeof (boxes ?? "") !== "string" || (boxes ?? "").length > most || tabs.tooOften(id, () => void watchOpen(id))) return false;
  const turn = tabs.turn(id);
  if (tabs.url(id) === undefined && beside) await readNow(id);
  const shown = await brain.writing(id, origin, (beside && boxes) || "").catch(() => undefined); // another page is in view by now
  if (shown && turn === tabs.turn(id) && tabs.isAt(id, shown.url)) show(id, shown);
  return beside && shown !== undefined;
}

/** Watches the mail that is written in a tab, where the panel is open beside it. @param {number} id */
async function watchOpen(id) {
  const tab = await chrome.tabs.get(id).catch(() => undefined); // closed already
  if (!tab || !siteOf(tab.url)?.watched || !(await besidePanel(tab))) return;
  await watchWriting(id).catch(() => {}); // not allowed, or the next page is on its way
}

/**
 * Puts a draft into the mail that the rep saw it would go to.
 * @param {{tab: number, url: string, box: string, to: string[], subject: string, body: string}} draft
 */
async function putIn({ tab: id, url, box, to, subject, body }) {
  const tab = await chrome.tabs.get(id);
  tabs.find(id, tab.url);
  if (!tabs.isAt(id, url) || !siteOf(tab.url ?? url)?.watched) return { put: false };
  return chrome.tabs.sendMessage(id, { type: "put", box, to, subject, body }, { frameId: 0 });
}

/** Takes a page, if it may be read and is still there. @param {From} from @param {string} snapshot @returns {Promise<boolean | undefined>} false where it may not be read */
async function take({ tab, address, origin, site }, snapshot) {
  tabs.find(tab, address);
  const [turn, before] = [tabs.turn(tab), writes];
  const late = () => turn !== tabs.turn(tab);
  const again = () => late() || read(tab).catch(() => {}); // closed, or on the way to the next page
  if (tabs.tooOften(tab, again)) return;
  try {
    const may = await allowed(tab, site, address);
    if (late()) return;
    if (!may) return false;
    const shown = await brain.page(tab, origin, snapshot);
    if (late() || !tabs.isAt(tab, shown.url)) return;
    tabs.show(tab, shown.url);
    show(tab, shown);
  } catch (fault) {
    if (!late()) broadcast(broken(tab, fault));
  } finally {
    tellLog(late() ? undefined : tab, before);
  }
}

/** Whether the rep let a page be read: its whole site, or this page by a press. @param {number} tab @param {import("./sites.js").Site} site @param {string | undefined} address */
const allowed = async (tab, site, address) => (await granted(site)) || tabs.wasPressed(tab, address);

/** The rep pressed the toolbar button, or its shortcut. @param {number} tab @param {string | undefined} url */
async function pressed(tab, url) {
  if (!url || !siteOf(url)) return broadcast(blank(tab, "elsewhere", url));
  arrive(tab, url);
  tabs.press(tab, url);
  const turn = tabs.turn(tab);
  await read(tab).catch((fault) => turn === tabs.turn(tab) && broadcast(broken(tab, fault)));
}

/** @param {{do: string, tab: number, url: string, new?: string, by_hand?: boolean}} action @returns {Promise<string>} a State */
async function fromPanel(action) {
  if (action.do === "look") return look(action.tab);
  action.new ||= newId(); // what is made once more is the same event
  const { tab, url } = action;
  const [turn, before] = [tabs.turn(tab), writes];
  try {
    const shown = await act(action).catch((fault) => {
      if (turn !== tabs.turn(tab) || tabs.url(tab) !== undefined) throw fault;
      return act(action); // the brain ended in the middle, and the page went with it
    });
    if (turn === tabs.turn(tab) && tabs.isAt(tab, url) && !action.by_hand) badge(tab, shown.badge);
    return shown.state;
  } finally {
    tellLog(turn === tabs.turn(tab) ? tab : undefined, before, action.by_hand);
  }
}

/** The language that was chosen, or the browser's; English where it cannot be had. */
async function tongue() {
  const chosen = await work((db) => db.get("settings", "language")).catch(() => undefined); // the next call says why
  return tongueOf(languageOf(chosen)).catch((fault) => void console.warn("Clean Break speaks English:", fault));
}

/** Tells every page where the log has grown by a tab's press or page; what other tabs show is judged anew. @param {number | undefined} tab none where it has moved on: what it shows is judged anew, too @param {number} before how many writes there were when the press or page came; another's meanwhile count too, as what this tab shows may be older @param {boolean} [byHand] it was about nobody whom the tab shows: that is judged anew, too */
function tellLog(tab, before, byHand = false) {
  if (writes === before) return;
  send({ type: "log", tab });
  void judgeAnew(byHand ? undefined : tab);
}

/** The log has changed: whatever is shown is judged anew. */
async function lookAgain() {
  send({ type: "log" });
  await judgeAnew(undefined, true);
}

/** Judges anew what the tabs show. @param {number} [but] this one has it already @param {boolean} [reads] pages beside a panel that are unread are read; else only those that are watched */
async function judgeAnew(but, reads = false) {
  for (const tab of tabs.shown()) {
    if (tab === but) continue;
    const turn = tabs.turn(tab);
    const shown = await brain.act(JSON.stringify({ do: "look", tab, url: tabs.url(tab) })).catch(() => undefined);
    if (turn !== tabs.turn(tab)) continue;
    if (shown) show(tab, shown);
    else await read(tab).catch(() => {}); // the brain was started anew; the page may be gone
  }
  const open = await chrome.tabs.query({});
  for (const { id, url } of open) {
    if (id === undefined || id === but || tabs.url(id) !== undefined) continue;
    void recognise(id, url);
    if (reads || siteOf(url)?.watched) await readOpen(id);
  }
}

/** @param {{tab: number, url: string, by_hand?: boolean}} action */
async function act(action) {
  if (tabs.url(action.tab) === undefined && !action.by_hand) {
    tabs.press(action.tab, action.url); // to act on a page is to have it read
    await readNow(action.tab);
  }
  return brain.act(JSON.stringify(action));
}

/** What a tab shows: the page that was read, or why there is none. @param {number} id @returns {Promise<string>} a State */
async function look(id) {
  const before = tabs.turn(id);
  const { url } = await chrome.tabs.get(id);
  if (before !== tabs.turn(id)) return look(id);
  if (!url) return blank(id, "press");
  const site = siteOf(url);
  if (!site) return blank(id, "elsewhere", url);
  arrive(id, url);
  const turn = tabs.turn(id);
  const may = await allowed(id, site, url);
  if (may && tabs.url(id) === undefined) await readNow(id);
  if (turn !== tabs.turn(id)) return look(id);
  if (may) void watchOpen(id);
  if (!may) return blank(id, site.watched ? "no-access" : "press", url, site.name);
  const shown = tabs.url(id);
  if (shown === undefined) return blank(id, "reading", url, site.name); // it will be told when it is there
  const judged = await brain.act(JSON.stringify({ do: "look", tab: id, url: shown }));
  if (turn !== tabs.turn(id)) return look(id);
  badge(id, judged.badge);
  return judged.state;
}

/** Reads a page and waits until the brain has it. @param {number} tab */
async function readNow(tab) {
  const there = tabs.awaited(tab);
  await read(tab);
  await there;
  void watchOpen(tab); // the boxes went with the page
}

/** Reads a page that the rep went to in view of the panel, where they allowed the site. @param {number} id */
async function readOpen(id) {
  const tab = await chrome.tabs.get(id).catch(() => undefined); // closed already
  const site = siteOf(tab?.url);
  if (tab && site && (await granted(site)) && (await besidePanel(tab))) await read(id).catch(() => {}); // the next page is on its way
}

/** Shows on the badge whom the address alone names, where the rep allowed the site. The page is not touched. @param {number} tab @param {string | undefined} url */
async function recognise(tab, url) {
  const site = siteOf(url);
  tabs.find(tab, url);
  const turn = tabs.turn(tab);
  if (!url || !site || site.watched || !(await granted(site))) return;
  const shown = await brain.at(url).catch(() => undefined); // the next call says why
  if (shown && turn === tabs.turn(tab) && tabs.isAt(tab, url) && tabs.url(tab) === undefined) badge(tab, shown.badge);
}

/** A tab is at an address: what was shown of another one goes. @param {number} tab @param {string} url */
function arrive(tab, url) {
  tabs.find(tab, url);
  if (!tabs.isAt(tab, url)) leave(tab, url);
}

/** Clears what was shown at once, and says whether more is to come. @param {number} tab @param {string | undefined} url */
async function leave(tab, url) {
  tabs.leave(tab, url);
  badge(tab, { text: "", tone: "", title: "Clean Break" });
  forget(tab);
  void recognise(tab, url);
  const turn = tabs.turn(tab);
  const site = siteOf(url);
  const coming = site && (await allowed(tab, site, url));
  if (turn !== tabs.turn(tab) || tabs.url(tab) !== undefined) return;
  broadcast(blank(tab, coming ? "reading" : site || !url ? "press" : "elsewhere", url, site?.name));
}

/** @param {number} tab */
function forget(tab) {
  brain.left(tab).catch(() => {}); // one that did not start holds nothing, and the next call says why
}

/** @param {number} tab @param {import("./door.d.ts").Shown} shown */
function show(tab, shown) {
  broadcast(shown.state);
  badge(tab, shown.badge);
}

/** @param {string} state */
const broadcast = (state) => send({ type: "state", state });

/** Tells every open panel and page. @param {object} message */
function send(message) {
  chrome.runtime.sendMessage(message).catch(() => {}); // none is open
}

/** A State with nobody in it. @param {number} tab @param {string} phase @param {string} [url] @param {string} [site] @param {string} [problem] */
function blank(tab, phase, url = "", site = "", problem = "") {
  return JSON.stringify({ tab, phase, url, site, problem, now: new Date().toISOString() });
}

/** @param {number} tab @param {unknown} fault */
function broken(tab, fault) {
  return blank(tab, "broken", tabs.url(tab), "", messageOf(fault));
}
