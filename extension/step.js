// @ts-check
// How far this device is in step with its team: asked of the background, told by
// it, in words, and at once while a page is open. Shared by the panel and the
// settings page.

import { ask } from "./ask.js";
import { sentence, when } from "./format.js";
import { t, told } from "./tongue.js";

/** @typedef {import("./teamdoor.d.ts").Step} Step */

/** What there is to say: a tone, a line, and what explains it. @param {Step} step @param {Date} [now] */
export function inWords(step, now) {
  if (!step.team) return { tone: "", line: t("Only on this device"), more: t("Without a team nothing leaves this device. Clean Break asks no server for anything.") };
  const last = step.at ? t("last in step {}", when(step.at, now)) : t("not in step yet");
  const waiting = step.waiting ? t("{} waiting, {}", step.waiting, last) : last;
  if (step.offline) return { tone: "mend", line: t("Offline: {}", waiting), more: t("What you record waits here and goes out when the Worker can be reached.") };
  if (step.problem) return { tone: "bad", line: t("Out of step: {}", waiting), more: told(step.problem) };
  if (step.refused.length) return { tone: "mend", line: t("{} not taken, {}", step.refused.length, waiting), more: "" };
  if (step.waiting || !step.at) return { tone: "mend", line: sentence(waiting), more: "" };
  return { tone: "good", line: t("In step, {}", when(step.at, now)), more: "" };
}

/** @type {() => Record<string, string>} */
const refusals = () => ({
  erased: t("It is about somebody who was erased for the whole team."),
  "manager-only": t("Only a manager may do this: lift a stop, or change the playbook."),
  "playbook-behind": t("A colleague changed the playbook before yours came. Open it again, and make your change in theirs."),
  altered: t("It was changed on its way or at the Worker, so it is not believed. Tell whoever runs the Worker."),
  "no-key": t("It is sealed with a key that this device was never given. Ask a colleague to compare the fingerprint with you."),
  "too-large": t("It is larger than the Worker takes. Write less, and log it again."),
  "receipt-refused": t("The Worker does not know its own receipt for it. Tell whoever runs the Worker."),
});

/** @param {string} code */
export const whyRefused = (code) => refusals()[code] ?? t("The Worker did not take it ({}). Update Clean Break, and log it again.", code);

/** Follows the state, now and whenever it changes. @param {(step: Step) => void} show */
export function follow(show) {
  const came = (/** @type {Step} */ step) => { show(step); if (step.team) listen(); };
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && !sender.tab && message?.type === "step") came(message.step);
  });
  const look = () => {
    ask("step").then(came, () => {});
    fetchNews();
  };
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  addEventListener("online", look);
  look();
}

const fetchNews = () => void ask("now").catch(() => {}); // the state says why

let listening = false;
let tries = 0;

/** Listens for news while the page is in view; what is new is fetched at once. */
async function listen() {
  if (listening || document.hidden) return;
  listening = true;
  const { url, protocols } = await ask("ticket").catch(() => ({}));
  if (!url || document.hidden) return void (listening = false); // left, or out of view; the next change of the state tries again
  const socket = new WebSocket(url, protocols);
  const hide = () => { if (document.hidden) socket.close(); };
  document.addEventListener("visibilitychange", hide);
  socket.onopen = () => { tries = 0; fetchNews(); };
  socket.onmessage = fetchNews;
  socket.onclose = () => {
    document.removeEventListener("visibilitychange", hide);
    if (document.hidden) return void (listening = false); // whoever looks again listens again
    setTimeout(() => { listening = false; listen(); }, Math.min(5 * 60_000, 5000 * 2 ** tries++) * (0.5 + Math.random()));
  };
}
