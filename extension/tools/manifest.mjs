// @ts-check
// The manifest of each browser, made from manifest.json, which is Chrome's.
// Firefox's differs in what `firefox` lists, and in nothing else.

import { readFileSync } from "node:fs";

/** @typedef {"chrome" | "firefox"} BrowserName */

/** @type {{why: string, change: (manifest: any) => void}[]} */
export const firefox = [
  {
    why: "Firefox has no background service worker: the same module runs as an event page.",
    change: (m) => void (m.background = { scripts: [m.background.service_worker], type: m.background.type }),
  },
  {
    why: "Firefox has a sidebar where Chrome has a side panel. It must not open by itself after the install.",
    change(m) {
      m.sidebar_action = { default_title: m.name, default_panel: m.side_panel.default_path, default_icon: m.action.default_icon, open_at_install: false };
      delete m.side_panel;
      m.permissions = m.permissions.filter((/** @type {string} */ p) => p !== "sidePanel");
    },
  },
  {
    why: "Firefox needs an id that stays, its oldest version, and a word on what is sent: nothing, until the rep joins a team and allows it (mayShare in beside.js).",
    change(m) {
      m.browser_specific_settings = {
        gecko: {
          id: "clean-break@cleanbreak.example",
          strict_min_version: "142.0",
          data_collection_permissions: { required: ["none"], optional: ["personallyIdentifyingInfo", "personalCommunications"] },
        },
      };
      delete m.minimum_chrome_version;
    },
  },
];

/**
 * @param {BrowserName} browser
 * @param {{granted?: boolean}} [options] granted: the test variant, whose one
 * difference is that the optional sites are granted
 */
export function manifestOf(browser, { granted = false } = {}) {
  const manifest = JSON.parse(readFileSync(new URL("../manifest.json", import.meta.url), "utf8"));
  if (browser === "firefox") for (const { change } of firefox) change(manifest);
  if (granted) {
    manifest.host_permissions = manifest.optional_host_permissions;
    delete manifest.optional_host_permissions;
  }
  return manifest;
}
