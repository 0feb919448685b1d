// @ts-check
// The first page after the install, three screens: what it does, a sample to play
// with, and whom to begin with. It asks for the two optional permissions and shows
// which are there; everything works without them.

import { startBegin } from "./begin.js";
import { showSample } from "./sample.js";
import { sites } from "./sites.js";
import { ready, t } from "./tongue.js";

if (ready) await ready;

const trouble = /** @type {HTMLElement} */ (document.getElementById("trouble"));

/** The optional host permission of a row. @param {Element} row */
const wanted = (row) => ({
  origins: sites.filter((s) => s.name === /** @type {HTMLElement} */ (row).dataset.site).map((s) => s.pattern),
});

/** Shows whether a site is allowed: in words, a mark and the button. @param {Element} row */
async function show(row) {
  const granted = await chrome.permissions.contains(wanted(row));
  row.classList.toggle("granted", granted);
  /** @type {HTMLElement} */ (row.querySelector(".state")).textContent = granted ? t("✓ Allowed") : t("Not yet");
  /** @type {HTMLElement} */ (row.querySelector("button")).hidden = granted;
}

const rows = document.querySelectorAll("[data-site]");
const showAll = () => rows.forEach((row) => void show(row));

rows.forEach((row) => {
  // The request must come straight from the press, with nothing awaited before.
  row.querySelector("button")?.addEventListener("click", () => {
    chrome.permissions.request(wanted(row)).then(
      (granted) => { trouble.hidden = granted; showAll(); },
      () => { trouble.hidden = false; },
    );
  });
});

chrome.permissions.onAdded.addListener(showAll);
chrome.permissions.onRemoved.addListener(showAll);
showAll();

/** Shows the screen that the address names. @param {boolean} [moved] by the rep's press */
function turn(moved = false) {
  const screens = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".screen"));
  const wanted = [...screens].find((s) => `#${s.id}` === location.hash) ?? screens[0];
  for (const s of screens) s.hidden = s !== wanted;
  for (const link of document.querySelectorAll(".screens a")) {
    if (link.getAttribute("href") === `#${wanted.id}`) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  if (wanted.id === "try") showSample();
  if (!moved) return;
  scrollTo(0, 0);
  wanted.querySelector("h1")?.focus();
}

startBegin();
addEventListener("hashchange", () => turn(true));
turn();
