// @ts-check
// The panel beside the page: Chrome's side panel, Firefox's sidebar. All that
// differs between the browsers in what the extension does is in this file; what
// differs in their manifests is in tools/manifest.mjs.

/** Of these each browser has one. */
const { sidePanel, sidebarAction: sidebar } = /** @type {typeof chrome & {sidebarAction?: any}} */ (chrome);

/** Opens the panel. It must be called in the rep's press, with nothing awaited before. @param {number} windowId */
export function openPanel(windowId) {
  const opening = sidebar ? sidebar.open() : sidePanel.open({ windowId });
  opening.catch(() => {});
}

/** Whether the rep sees a tab and the panel about it. @param {chrome.tabs.Tab} tab */
export async function besidePanel({ id, active, windowId }) {
  const page = `${chrome.runtime.getURL("panel.html")}#tab=${id}`;
  if (sidebar) {
    const shown = chrome.extension.getViews().some((view) => view.location.href === page);
    return shown || (active && (await sidebar.isOpen({ windowId })));
  }
  const contexts = await chrome.runtime.getContexts({});
  return contexts.some((c) =>
    c.contextType === "SIDE_PANEL" ? active && c.windowId === windowId : c.documentUrl === page,
  );
}

/**
 * Whether what is recorded may go to the team's server. Firefox asks the rep that
 * itself; it must be called in their press, with nothing awaited before.
 * @returns {Promise<boolean>}
 */
export async function mayShare() {
  const manifest = /** @type {any} */ (sidebar && chrome.runtime.getManifest());
  const shared = manifest?.browser_specific_settings.gecko.data_collection_permissions.optional;
  return !shared || chrome.permissions.request(/** @type {any} */ ({ data_collection: shared }));
}

/** The key that opens the panel; "" where the rep has taken it away. @returns {Promise<string>} */
export const shortcut = async () => (await chrome.commands?.getAll())?.find((c) => c.name === "_execute_action")?.shortcut ?? "";

/** Opens the browser's own page of the keys of extensions. */
export async function openShortcuts() {
  const settings = /** @type {any} */ (chrome.commands).openShortcutSettings;
  if (settings) await settings.call(chrome.commands);
  else if (sidebar) throw new Error("Open about:addons, press the gear, then Manage Extension Shortcuts.");
  else await chrome.tabs.create({ url: "chrome://extensions/shortcuts" });
}
