// @ts-check
// The settings page: where the records are, and everything about the team.

import { ask } from "./ask.js";
import { mayShare } from "./beside.js";
import { erased, presses as data } from "./data.js";
import { presses as editor, showPlaybook, startEditor, takeProposal } from "./editor.js";
import { sentence, when } from "./format.js";
import { presses as keyboard, showKeys } from "./keyboard.js";
import { presses as mine, showMine } from "./mine.js";
import { AtField, byId, clearWrong, el, field, saveFile, sure, unchoose, write } from "./page.js";
import { languages } from "./languages.js";
import { fetchText } from "./pieces.js";
import { drawQR } from "./qr.js";
import { follow, inWords, whyRefused } from "./step.js";
import { ready, t, told } from "./tongue.js";

if (ready) await ready;

/** @typedef {import("./teamdoor.d.ts").Step} Step */
/** @typedef {import("./teamdoor.d.ts").Team} Team */
/** @typedef {import("./teamdoor.d.ts").Device} Device */
/** @typedef {import("./teamdoor.d.ts").Recovery} Recovery */

/** @type {boolean | undefined} whether what is drawn is of a team; undefined has it drawn anew */
let drawn;
document.addEventListener("visibilitychange", () => { if (document.hidden) drawn = undefined; });

/** @param {Step} step */
async function show(step) {
  const { tone, line, more } = inWords(step);
  byId("step").removeAttribute("aria-busy");
  byId("line").dataset.tone = tone;
  write("line", line);
  write("line-more", more);
  byId("alone").hidden = step.team;
  byId("together").hidden = !step.team;
  field("mine-months").disabled = step.team;
  /** @type {HTMLElement} */ (field("mine-months").form?.querySelector("[type=submit]")).hidden = step.team;
  write("months-hint", step.team ? t("In a team the playbook says after how many months, for all.") : t("Empty: as the playbook says. A wish not to be contacted stays, without a name."));
  /** @type {HTMLElement} */ (document.querySelector("[data-press=now]")).hidden = !step.team || step.gone;
  byId("gone-leave").hidden = !step.gone;
  byId("refusals").hidden = step.refused.length === 0;
  byId("refused").replaceChildren(...step.refused.map((r) => el("li", "", el("div", "", el("b", whatRefused(r)), !!r.name && Object.assign(el("p", r.name), { dir: "auto" }), el("p", whyRefused(r.code))))));
  if (drawn === step.team) return;
  drawn = step.team;
  if (step.team) await showTeam();
}

/** What an entry of the log is about. @type {() => Record<string, string>} */
const kinds = () => ({
  touch: t("Touch"), reply: t("Reply"), meeting: t("Meeting"), decision: t("Decision"), promise: t("Promise"), answer: t("What you found out"),
  complaint: t("Complaint"), reaction: t("Reaction"), inbound: t("Inbound"), dismiss: t("Left out"),
  playbook: t("Playbook"), card: t("Who they are"), unlog: t("Taken back"),
});

/** @param {import("./teamdoor.d.ts").Refused} r */
const whatRefused = ({ kind, at }) => sentence([kinds()[kind] ?? t("an entry of the team’s log"), at && when(Date.parse(at))].filter(Boolean).join(", "));

/** Draws what the Worker says of the team. */
async function showTeam() {
  try {
    drawTeam(await ask("team"));
  } catch (fault) {
    byId("devices").replaceChildren(el("li", /** @type {Error} */ (fault).message));
  }
}

/** @param {Team} team */
function drawTeam(team) {
  const manages = team.role === "manager";
  for (const part of document.querySelectorAll(".managers")) /** @type {HTMLElement} */ (part).hidden = !manages;
  for (const option of /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll("[name=for] option"))) option.hidden = !manages && option.value !== "own";
  write("fingerprint", team.fingerprint);
  byId("devices").replaceChildren(...team.devices.map((d) => deviceRow(d, team)), ...team.recoveries.map((r) => recoveryRow(r, manages)));
}

/** A printed key is listed too: it is given every new key of the team's. @param {Recovery} r @param {boolean} manages */
function recoveryRow(r, manages) {
  const made = r.by ? t("made {} on {}", when(r.created), r.by) : t("made {}", when(r.created));
  return el("li", "", el("div", "", el("b", t("Recovery key")), el("p", [t("on paper"), made].join(" · "))), manages && button("revoke", t("Remove…"), { device: r.recovery, name: t("Recovery key") }));
}

/** @param {Device} d @param {Team} team */
function deviceRow(d, team) {
  const mine = d.member === team.member;
  const role = { manager: t("Manager"), rep: t("Rep") }[d.role] ?? d.role;
  const seen = d.removed ? t("removed {}", when(d.removed)) : d.self ? t("this device") : d.seen ? t("last seen {}", when(d.seen)) : t("not seen yet");
  const about = [mine ? t("{}, yours", role) : role, seen].join(" · ");
  const may = !d.removed && !d.self && (mine || team.role === "manager");
  const row = el("li", "", el("div", "", named(d.name || t("A device without a name")), el("p", about)), may && button("remove", t("Remove…"), d), d.self && renaming(d));
  row.classList.toggle("gone", d.removed > 0);
  return row;
}

const named = (/** @type {string} */ name) => Object.assign(el("b", name), { dir: "auto" });

/** What names this device anew. @param {Device} d */
function renaming(d) {
  const input = Object.assign(document.createElement("input"), { name: "name", required: true, maxLength: 60, value: d.name, autocomplete: "off", dir: "auto" });
  const form = el("form", "", el("label", t("Name of this device"), input), Object.assign(el("button", t("Keep")), { type: "submit" }));
  const device = Object.assign(document.createElement("input"), { type: "hidden", name: "device", value: d.device });
  form.dataset.press = "rename";
  form.append(device);
  return el("details", "", el("summary", t("Change it…")), form);
}

/** @param {string} press @param {string} label @param {{device: string, name: string}} d */
function button(press, label, d) {
  const b = /** @type {HTMLButtonElement} */ (el("button", label));
  b.type = "button";
  b.className = "danger";
  Object.assign(b.dataset, { press, id: d.device, name: d.name });
  b.setAttribute("aria-label", t("Remove {}", d.name));
  return b;
}

/** Where it fails, the list may be another: it is shown as it is now. @param {Promise<void>} changing */
async function orDrawn(changing) {
  try {
    await changing;
  } catch (fault) {
    await showTeam();
    throw fault;
  }
}

/** What each press does; what it gives is said. @type {Record<string, (given: Record<string, string>) => Promise<string | void>>} */
const presses = {
  ...mine,
  ...data,
  ...editor,
  ...keyboard,
  now: async () => void (await ask("now")),
  dismiss: async () => void (await ask("dismiss")),
  async create(given) {
    await enter("create", given);
    return t("The team is made. Everything recorded here goes to it.");
  },
  async join(given) {
    await enter("join", given);
    return t("This device is in the team.");
  },
  async recover(given) {
    await enter("recover", given);
    return t("This device is back in the team. Remove the devices that are lost, and make a new recovery key.");
  },
  async invite(given) {
    const { text, expires } = await ask("invite", given);
    write("invitation-text", text);
    write("expires", t("It is good until {}.", when(expires)));
    drawQR(/** @type {any} */ (byId("qr")), text);
    byId("invitation").hidden = false;
    return t("The invitation is below.");
  },
  async copy() {
    await navigator.clipboard.writeText(byId("invitation-text").textContent ?? "");
    return t("Copied.");
  },
  async recovery() {
    if (!(await sure(t("Make a new recovery key? It is shown once, so have the printer or a pen ready."), t("Make it")))) return;
    const { worker, team, key } = await ask("recovery");
    write("recovery-worker", worker);
    write("recovery-team", team);
    write("recovery-key", key);
    byId("recovery").hidden = false;
    await showTeam();
    return t("The recovery key is below.");
  },
  print: async () => print(),
  async remove({ id, name }) {
    if (!(await sure(t("Remove {}? It gets nothing more, and the team gets a new key. What it has already stays on it.", name || t("this device")), t("Remove it")))) return;
    await orDrawn(ask("remove", { device: id }).then(drawTeam));
    return t("Removed.");
  },
  async revoke({ id }) {
    if (!(await sure(t("Remove this recovery key? It lets nobody in any more, and the team gets a new key."), t("Remove it")))) return;
    await orDrawn(ask("remove", { device: id }).then(drawTeam));
    return t("Removed.");
  },
  async rename(given) {
    drawTeam(await ask("rename", given));
  },
  async export() {
    saveFile(await fetchText(ask, "export"), "clean-break-team.json");
    return t("Saved.");
  },
  async leave() {
    if (!(await sure(t("Leave the team? What is recorded stays on this device. To come back you need a new invitation."), t("Leave")))) return;
    const { told } = await ask("leave");
    if (told) return t("This device has left the team.");
    throw new Error(t("This device has left the team, but the Worker could not be told. Ask a manager to remove it there: until then it counts as one of the team’s."));
  },
  async scan() {
    const { scanCamera } = await import("./scan.js");
    looking.abort();
    looking = new AbortController();
    scanCamera(/** @type {HTMLVideoElement} */ (byId("camera")), looking.signal).then(seen, trouble);
  },
  async picture() {
    const [file] = field("code-picture").files ?? [];
    unchoose("code-picture"); // the same one may be chosen again
    const { scanPicture } = await import("./scan.js");
    if (file) seen(await scanPicture(file));
  },
};

/** @type {HTMLTextAreaElement} */
const invitation = byId("invitation-given");
let looking = new AbortController(); // the camera, until there is an invitation

/** @param {string} code "" where the camera was given up */
function seen(code) {
  if (code) invitation.value = code;
}

/** @param {string} way @param {Record<string, string>} given */
async function enter(way, given) {
  if (!(await mayShare())) throw new Error(t("The browser did not allow it. Nothing was changed; you can press again."));
  await ask(way, given);
}

/** Does what was pressed, one thing at a time, and says how it went. @param {HTMLElement} pressed @param {Record<string, string>} given */
async function press(pressed, given) {
  const busy = pressed.matches("form") ? /** @type {HTMLElement} */ (pressed.querySelector("[type=submit]")) : pressed;
  if (document.querySelector("button[aria-busy]")) return;
  busy.setAttribute("aria-busy", "true");
  busy.setAttribute("aria-disabled", "true");
  byId("trouble").hidden = true;
  pressed.querySelectorAll("[aria-invalid]").forEach(clearWrong);
  try {
    const words = await presses[pressed.dataset.press ?? ""](given);
    if (words) say(words);
    if (words && pressed instanceof HTMLFormElement && !pressed.querySelector("[id^=mine-], #playbook-name")) pressed.reset();
  } catch (fault) {
    if (!(fault instanceof AtField)) trouble(fault);
  } finally {
    busy.removeAttribute("aria-busy");
    busy.removeAttribute("aria-disabled");
  }
}

/** @param {unknown} fault */
function trouble(fault) {
  write("trouble", sentence(told(/** @type {Error} */ (fault).message)));
  byId("trouble").hidden = false;
  byId("trouble").scrollIntoView({ block: "nearest" });
}

/** Says what was done, at the top of the window, until the next click. @param {string} words */
const say = (words) => write("done", words);

document.addEventListener("click", (event) => {
  say("");
  const pressed = /** @type {HTMLElement} */ (event.target).closest("button[data-press]");
  if (pressed instanceof HTMLElement) void press(pressed, /** @type {Record<string, string>} */ ({ ...pressed.dataset }));
});
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.dataset.press) return; // the question's own
  event.preventDefault();
  void press(form, /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form))));
});

startEditor();
const chooser = /** @type {HTMLSelectElement} */ (byId("language"));
chooser.append(...Object.entries(languages).map(([code, name]) => Object.assign(el("option", name), { value: code, lang: code })));
chooser.value = localStorage.getItem("language") ?? "";
chooser.addEventListener("change", async () => {
  if (chooser.value) localStorage.setItem("language", chooser.value);
  else localStorage.removeItem("language");
  await ask("language", { language: chooser.value }).catch(() => {}); // the background asks the browser's
  location.reload();
});

showPlaybook().catch((fault) => write("rules-name", fault.message));
takeProposal().then((words) => words && say(words), trouble);
showMine().catch(trouble);
if (location.hash === erased) {
  history.replaceState(null, "", location.pathname);
  say(t("Everything on this device is erased."));
}
showKeys().catch(trouble);

field("code-picture").addEventListener("change", () => void press(field("code-picture"), {}));
for (const [other, kind] of /** @type {[HTMLElement, string][]} */ ([[invitation, "input"], [field("code-picture"), "change"], [byId("join"), "submit"]])) {
  other.addEventListener(kind, () => looking.abort());
}
follow((step) => void show(step));
