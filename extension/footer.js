// @ts-check
// The panel's last line: how far this device is in step, and the way to the
// settings.

import { follow, inWords } from "./step.js";
import { ready, t } from "./tongue.js";

const footer = /** @type {HTMLElement} */ (document.getElementById("step"));

if (ready) await ready;
follow((step) => {
  const { tone, line, more } = inWords(step);
  footer.dataset.tone = tone;
  const rest = tone === "bad" ? more : step.refused.length ? t("The settings say why.") : "";
  /** @type {HTMLElement} */ (document.getElementById("line")).textContent = rest ? `${line}. ${rest}` : line;
  footer.title = more;
  footer.hidden = false;
});
footer.querySelector("button")?.addEventListener("click", () => void chrome.runtime.openOptionsPage());
