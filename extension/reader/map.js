// @ts-check
// The page map of this site; the build puts the maps in front of the script.

import { withoutMails } from "../address.js";

/** @typedef {{cleanBreakReader?: Reader, cleanBreakWriter?: Writer, cleanBreakPages?: PageMap[], navigation?: EventTarget}} World */
export const world = /** @type {World} */ (globalThis);

/** @type {PageMap} */
const none = { site: "", hosts: [], read: "once", without: [], until: [], pre: [], always: {}, layouts: [] };

export const map = world.cleanBreakPages?.find((m) => m.hosts.some((h) => new RegExp(h).test(location.hostname))) ?? none;

/** The site is read whenever it changes, and not only when the rep asks. */
export const always = map.read === "always";

/** The address of what is shown. */
export const here = () => withoutMails(location.href);

export const now = () => performance.now();
