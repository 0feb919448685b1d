// @ts-check
// One read of the page: a snapshot, and whether it can be trusted.

import { findLayout, readIdentity } from "./identity.js";
import { here, map } from "./map.js";
import { readPart } from "./parts.js";

/** @returns {Generator<void, Read>} */
export function* readPage() {
  const fit = findLayout();
  const snapshot = blank(fit?.layout.name ?? "");
  if (!fit) return { snapshot, settled: false, sure: true, parts: [] };
  const { key, parts, by, agrees, sure } = yield* readIdentity(fit.layout, fit.root);
  const identity = parts.join(" ");
  Object.assign(snapshot, { key, identity, by, stale: !agrees });
  if (!agrees) return { snapshot, settled: false, sure, parts };
  const everywhere = yield* readPart(document, map.always, key);
  const part = yield* readPart(fit.root, fit.layout, key);
  snapshot.fields = { ...everywhere.fields, ...part.fields };
  snapshot.lists = { ...everywhere.lists, ...part.lists };
  snapshot.expects = { ...map.always.expects, ...fit.layout.expects };
  // The person may have changed while the read was split over tasks.
  const again = yield* readIdentity(fit.layout, fit.root);
  if (again.parts.join(" ") !== identity) return { snapshot: { ...blank(fit.layout.name), stale: true }, settled: false, sure, parts };
  const settled = (fit.layout.needs ?? []).every((name) => part.fields[name]?.value || part.lists[name]?.total);
  return { snapshot, settled, sure, parts };
}

/** Not so where a form of the page has that name. @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : "");

/** @param {string} layout @returns {Snapshot} */
function blank(layout) {
  return {
    v: 1,
    site: map.site,
    layout,
    url: here(),
    title: text(document.title),
    lang: text(document.documentElement.lang),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    key: "",
    identity: "",
    by: [],
    stale: false,
    expects: {},
    fields: {},
    lists: {},
  };
}
