// @ts-check
// Reads the page in view with a page map (pages/*.json) and hands the brain a
// snapshot. Draws and inserts nothing. The build puts the maps in front of it.
//
// A snapshot is plain JSON:
//
//   {v: 1, site: "gmail", layout: "thread", url, title, lang, zone,
//    key: "FMfc…", identity: "thread-f:17…", stale: false,
//    fields: {subject: {value: "Hello", by: 0}, …},
//    lists: {messages: {by: 0, total: 12, items: [{fields, lists}, …]}, …}}
//
// `by` is the place of the selector that hit; -1 is "not found", with the value
// "". `total` counts the items on the page; a list is cut to its newest.
// `layout` is "" when none of the map fits. `key` is what the address says of
// who or what this is, `identity` what the page says. `stale`: the two never
// came to agree, and nothing was read, because it may be somebody else's.
// Types are in pages/map.d.ts.

(() => {
  "use strict";

  const budget = 8; // ms of work in one task
  const pause = 400; // ms between two reads of a page that is watched
  const settling = 250; // ms between two reads of a page that is read once
  const patience = 8000; // ms to wait for a page to agree with its address
  const maxItems = 2000;
  const maxText = 20000; // characters of one field
  const maxBytes = 3500000; // of all items of one list
  const maxJSON = 2000000; // characters of one embedded JSON; more would be a long task
  const maxTries = 20; // elements tried for one selector
  const now = () => performance.now();

  const world = /** @type {{cleanBreakReader?: Reader, cleanBreakPages?: PageMap[], navigation?: EventTarget}} */ (globalThis);
  if (world.cleanBreakReader?.alive()) {
    world.cleanBreakReader.read();
    return;
  }
  const map = world.cleanBreakPages?.find((m) => m.hosts.some((h) => new RegExp(h).test(location.hostname)));
  if (!map || window !== window.top) return;

  // ---- selectors

  /** @type {Map<string, Selector>} */
  const parsed = new Map();

  /**
   * "^up css >>> css @attr {json.path} => pattern": every part may be left out.
   * @param {string} line
   */
  function parse(line) {
    const known = parsed.get(line);
    if (known) return known;
    let rest = line;
    /** @param {RegExp} pattern */
    const cut = (pattern) => {
      const hit = pattern.exec(rest);
      if (!hit) return "";
      rest = rest.slice(0, hit.index) + rest.slice(hit.index + hit[0].length);
      return hit[1];
    };
    const take = cut(/\s*=> (.+)$/);
    const there = cut(/\s*(!)$/) !== "";
    const path = cut(/\s*\{(.+)\}$/);
    const attr = cut(/\s*@([\w-]+)$/);
    const up = cut(/^\^(\S+)\s*/);
    const selector = { up, css: rest.split(" >>> "), attr, there, path, take: take ? new RegExp(take) : null };
    parsed.set(line, selector);
    return selector;
  }

  /** The scope itself, or those inside it. @param {ParentNode} scope @param {Selector} selector */
  function elements(scope, selector) {
    /** @type {ParentNode[]} */
    let scopes = [(selector.up && scope instanceof Element && scope.closest(selector.up)) || scope];
    selector.css.forEach((css, depth) => {
      if (depth) scopes = scopes.flatMap((el) => shadow(/** @type {HTMLElement} */ (el)) ?? []);
      if (css === "" || css === ".") return;
      scopes = scopes.flatMap((s) => (s instanceof Element && s.matches(css) ? [s] : [...s.querySelectorAll(css)]));
    });
    return scopes.filter((s) => s instanceof Element);
  }

  /** @param {HTMLElement} el */
  const shadow = (el) => el.shadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(el);

  /** Scripts carry data and are never visible. @param {Element} el */
  const visible = (el) => el.tagName === "SCRIPT" || el.checkVisibility();

  /**
   * The first value that one of the lines finds.
   * @param {ParentNode} scope
   * @param {string[]} lines
   * @param {string} key what $key stands for in a JSON path
   * @returns {Generator<void, Field>}
   */
  function* pick(scope, lines, key = "") {
    for (const [by, line] of lines.entries()) {
      const selector = parse(line);
      for (const el of elements(scope, selector).slice(0, maxTries)) {
        const value = yield* valueOf(el, selector, key);
        if (value) return { value: value.slice(0, maxText), by };
      }
      yield;
    }
    return { value: "", by: -1 };
  }

  /** @param {Element} el @param {Selector} selector @param {string} key @returns {Generator<void, string>} */
  function* valueOf(el, selector, key) {
    if (selector.there) return "yes";
    let value;
    if (selector.path) value = jsonValue(el, selector.path, key);
    else if (selector.attr === "value") value = /** @type {HTMLInputElement} */ (el).value ?? "";
    else if (selector.attr) value = el.getAttribute(selector.attr) ?? "";
    else value = yield* textOf(el);
    if (!selector.take) return value;
    return selector.take.exec(value)?.[1] ?? "";
  }

  // ---- embedded JSON

  /** @type {WeakMap<Element, unknown>} */
  let documents = new WeakMap();

  /** "included[publicIdentifier=$key].headline" @param {Element} el @param {string} path @param {string} key */
  function jsonValue(el, path, key) {
    if (!documents.has(el)) documents.set(el, parseJSON(el.textContent ?? ""));
    /** @type {any} */
    let at = documents.get(el);
    for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[([^\]]+)\]/g)) {
      if (name) at = at?.[name];
      else if (/^\d+$/.test(index)) at = Array.isArray(at) ? at[Number(index)] : at;
      else at = search(at, index, key);
    }
    return typeof at === "string" || typeof at === "number" ? String(at) : "";
  }

  /** @param {string} text */
  function parseJSON(text) {
    if (text.length > maxJSON) return null;
    try {
      return JSON.parse(text);
    } catch {
      return null; // not JSON after all: the field is not found
    }
  }

  /** @param {unknown} at @param {string} test @param {string} key */
  function search(at, test, key) {
    const cut = test.indexOf("=");
    const name = test.slice(0, cut);
    const want = test.slice(cut + 1).replace("$key", () => key);
    const all = Array.isArray(at) ? at : [at];
    return all.find((one) => want && tidy(String(one?.[name] ?? "")) === tidy(want));
  }

  // ---- text

  const blocks = new Set(
    ("ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
      "HEADER HR LI MAIN NAV OL PRE SECTION TABLE TR UL").split(" "),
  );
  const without = map.without.join(",");
  const until = map.until.join(",");
  const pre = map.pre.join(",");
  const shared = map.shared ?? {};

  /**
   * What a reader sees in an element: words unbroken, blocks on lines of their
   * own. innerText would say the same and force a layout of the page.
   * @param {Element} root
   * @returns {Generator<void, string>}
   */
  function* textOf(root) {
    const out = writer();
    /** @type {Node | null} */
    let node = root;
    for (let steps = 1; node && out.length() < maxText; steps++) {
      if (steps % 100 === 0) yield;
      /** @type {Node | null} */
      let down = null;
      if (node instanceof Text) {
        const data = node.data.slice(0, maxText);
        out.text(data, data.includes("\n") && !!node.parentElement?.closest(pre));
      } else if (node instanceof Element) {
        if (node !== root && until && node.matches(until)) break;
        if (node === root || !node.matches(without)) {
          out.edge(node);
          down = node.firstChild;
        }
      }
      node = down ?? next(node, root, out.edge);
    }
    return out.done();
  }

  /** The node after all of this one. @param {Node} node @param {Element} root @param {(el: Element) => void} leave */
  function next(node, root, leave) {
    /** @type {Node | null} */
    let at = node;
    while (at && at !== root) {
      if (at instanceof Element) leave(at);
      if (at.nextSibling) return at.nextSibling;
      at = at.parentNode;
    }
    return null;
  }

  /** Joins text as a browser would: spaces collapse, blocks break lines. */
  function writer() {
    let out = "";
    let owed = 0; // line breaks before the next text
    let space = false;
    /** @type {Element | null} a BR is met twice, going in and coming out */
    let broken = null;
    /** @param {string} piece @param {boolean} lines newlines in the source stand */
    const text = (piece, lines) => {
      for (const [i, line] of (lines ? piece.split("\n") : [piece]).entries()) {
        if (i) hard();
        const words = line.trim().replace(/\s+/g, " ");
        space ||= /^\s/.test(line);
        if (!words) continue;
        if (out) out += owed ? "\n".repeat(owed) : space ? " " : "";
        out += words;
        owed = 0;
        space = /\s$/.test(line);
      }
    };
    const hard = () => {
      owed = Math.min(owed + 1, 2);
      space = false;
    };
    /** @param {Element} el */
    const edge = (el) => {
      if (el.tagName === "BR") {
        if (el !== broken) hard();
        broken = el;
      } else if (el.tagName === "P") owed = out ? 2 : 0;
      else if (blocks.has(el.tagName)) owed = Math.max(owed, 1);
      else if (el.tagName === "TD" || el.tagName === "TH") space = true;
    };
    return { text, edge, length: () => out.length, done: () => out };
  }

  // ---- parts and lists

  /** @param {ParentNode} scope @param {PartMap} spec @param {string} key @returns {Generator<void, Part>} */
  function* readPart(scope, spec, key) {
    /** @type {Part} */
    const part = { fields: {}, lists: {} };
    for (const [name, lines] of Object.entries(spec.fields ?? {})) part.fields[name] = yield* pick(scope, lines, key);
    for (const [name, list] of Object.entries(spec.lists ?? {})) {
      part.lists[name] = yield* readList(scope, typeof list === "string" ? shared[list] : list, key);
    }
    return part;
  }

  /** @param {ParentNode} scope @param {ListMap} spec @param {string} key @returns {Generator<void, List>} */
  function* readList(scope, spec, key) {
    // The newest items come last on a page, and are kept when there are too many.
    const { found, by } = findItems(scope, spec);
    /** @type {Part[]} */
    const items = [];
    let bytes = 0;
    for (let i = found.length - 1; i >= 0 && items.length < (spec.max ?? maxItems) && bytes < maxBytes; i--) {
      const item = yield* readPart(found[i], spec, key);
      bytes += new TextEncoder().encode(JSON.stringify(item)).length;
      items.push(item);
      yield;
    }
    return { by, total: found.length, items: items.reverse() };
  }

  /** @param {ParentNode} scope @param {ListMap} spec */
  function findItems(scope, spec) {
    const skip = (spec.skip ?? []).join(",");
    for (const [by, line] of spec.items.entries()) {
      const found = outermost(elements(scope, parse(line)))
        .filter((el) => !(skip && el.matches(skip)))
        .filter((el) => !spec.visible || visible(el));
      if (found.length) return { found, by };
    }
    return { found: [], by: -1 };
  }

  /** @param {Element[]} all in document order */
  function outermost(all) {
    /** @type {Element | null} */
    let last = null;
    return all.filter((el) => {
      if (last && last !== el && last.contains(el)) return false;
      last = el;
      return true;
    });
  }

  // ---- layout and identity

  const address = () => location.pathname + location.search + location.hash;

  /** @returns {{layout: Layout, root: ParentNode} | null} */
  function findLayout() {
    for (const layout of map?.layouts ?? []) {
      if (layout.at && !new RegExp(layout.at).test(address())) continue;
      const root = findRoot(layout);
      if (!layout.when) return { layout, root };
      if (layout.when.some((line) => elements(root, parse(line)).some(visible))) return { layout, root };
    }
    return null;
  }

  /** Gmail keeps earlier views in the page, hidden. @param {Layout} layout @returns {ParentNode} */
  function findRoot(layout) {
    for (const line of layout.root ?? []) {
      const seen = elements(document, parse(line)).find(visible);
      if (seen) return seen;
    }
    return document;
  }

  /** @param {string} text */
  function tidy(text) {
    try {
      return decodeURIComponent(text).toLowerCase();
    } catch {
      return text.toLowerCase(); // a stray % in the address
    }
  }

  /**
   * What was last seen to belong together. The page changes after its address:
   * a new address with a part of the old identity is the previous person.
   * @type {{key: string, parts: string[]} | null}
   */
  let known = null;

  /** @param {Layout} layout @param {ParentNode} root @returns {Generator<void, {key: string, parts: string[], agrees: boolean}>} */
  function* readIdentity(layout, root) {
    for (const rule of layout.identity ?? []) {
      const hit = new RegExp(rule.key).exec(address());
      if (!hit) continue;
      const key = hit[1];
      if (rule.same) {
        const { value } = yield* pick(root, rule.same);
        return { key, parts: [value], agrees: value !== "" && tidy(value) === tidy(key) };
      }
      /** @type {string[]} */
      const parts = [];
      for (const lines of rule.changes ?? []) parts.push((yield* pick(root, lines)).value);
      const agrees = parts.some(Boolean) && (known?.key === key || !parts.some((p, i) => p && p === known?.parts[i]));
      return { key, parts, agrees };
    }
    return { key: "", parts: [], agrees: !layout.identity };
  }

  // ---- one read

  /** @returns {Generator<void, Read>} */
  function* readPage() {
    documents = new WeakMap();
    const fit = findLayout();
    const snapshot = blank(fit?.layout.name ?? "");
    if (!fit) return { snapshot, settled: false, parts: [] };
    const { key, parts, agrees } = yield* readIdentity(fit.layout, fit.root);
    const identity = parts.join(" ");
    Object.assign(snapshot, { key, identity, stale: !agrees });
    if (!agrees) return { snapshot, settled: false, parts };
    const everywhere = yield* readPart(document, map?.always ?? {}, key);
    const part = yield* readPart(fit.root, fit.layout, key);
    snapshot.fields = { ...everywhere.fields, ...part.fields };
    snapshot.lists = { ...everywhere.lists, ...part.lists };
    // The person may have changed while the read was split over tasks.
    const again = yield* readIdentity(fit.layout, fit.root);
    if (again.parts.join(" ") !== identity) return { snapshot: { ...blank(fit.layout.name), stale: true }, settled: false, parts };
    const settled = (fit.layout.needs ?? []).every((name) => part.fields[name]?.value || part.lists[name]?.total);
    return { snapshot, settled, parts };
  }

  /** @param {string} layout @returns {Snapshot} */
  function blank(layout) {
    return {
      v: 1,
      site: map?.site ?? "",
      layout,
      url: location.href,
      title: document.title,
      lang: document.documentElement.lang,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      key: "",
      identity: "",
      stale: false,
      fields: {},
      lists: {},
    };
  }

  /** Short tasks; null when the address changed meanwhile. @param {Generator<void, Read>} steps @returns {Promise<Read | null>} */
  async function inSlices(steps) {
    const from = location.href;
    cost = 0;
    for (;;) {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 }));
      if (location.href !== from) return null;
      const start = now();
      do {
        const step = steps.next();
        if (step.done) return step.value;
      } while (now() < start + budget);
      cost += now() - start;
    }
  }

  // ---- when to read

  const always = map.read === "always";
  let href = location.href; // the address last told to the brain
  let since = now(); // when it was reached, or a read was asked for
  let sent = ""; // the last snapshot sent from this address
  let before = ""; // the last snapshot read
  let reading = false;
  let again = false; // asked for while reading
  let timer = 0;
  let cost = 0; // ms of work in the last read

  /** The extension was reloaded when its id is gone: this script is an orphan. */
  const alive = () => !!globalThis.chrome?.runtime?.id;

  /** @param {object} message */
  function send(message) {
    try {
      Promise.resolve(chrome.runtime.sendMessage(message)).catch(() => {}); // nobody listens: the next read tells
    } catch {
      stop();
    }
  }

  /** @param {number} delay */
  function schedule(delay) {
    if (!timer) timer = window.setTimeout(run, delay);
  }

  async function run() {
    timer = 0;
    if (!alive()) return stop();
    moved();
    if (reading) {
      again = true;
      return;
    }
    if (always && document.visibilityState !== "visible") return; // visibilitychange asks again
    reading = true;
    const read = await inSlices(readPage()).finally(() => (reading = false));
    if (!alive()) return stop();
    if (!moved() && read) judge(read);
    if (again) schedule(pause);
    again = false;
  }

  /** Sends a snapshot that is settled, or one that is not when time is up. @param {Read} read */
  function judge({ snapshot, settled, parts }) {
    const json = JSON.stringify(snapshot);
    const steady = settled && (always || json === before);
    before = json;
    if (!steady && now() - since < patience) return schedule(always ? pause : settling);
    if (!snapshot.stale) known = parts.length ? { key: snapshot.key, parts } : null;
    if (json === sent) return;
    sent = json;
    send({ type: "page", snapshot: json, at: performance.timeOrigin + now() });
  }

  /** Tells at once that the address changed; true when it did. */
  function moved() {
    if (location.href === href) return false;
    href = location.href;
    since = now();
    sent = before = "";
    again = false;
    clearTimeout(timer);
    timer = 0;
    if (alive()) send({ type: "left", url: href });
    else stop();
    if (always) schedule(0);
    return true;
  }

  /** The rep asks for this page: LinkedIn is read then and at no other time. */
  function read() {
    moved();
    since = now();
    sent = before = "";
    schedule(0);
  }

  // A page that changes all the time is read less often the more a read costs.
  const changed = () => !moved() && schedule(Math.max(pause, 20 * cost));
  const watcher = new MutationObserver(changed);

  const running = new AbortController();

  function start() {
    const { signal } = running;
    world.cleanBreakReader = { read, alive };
    // Only the Navigation API sees pushState; older Firefox lacks it.
    world.navigation?.addEventListener("currententrychange", moved, { signal });
    addEventListener("popstate", moved, { signal });
    addEventListener("hashchange", moved, { signal });
    if (!always) return schedule(0);
    document.addEventListener("visibilitychange", () => schedule(0), { signal });
    watcher.observe(document, { subtree: true, childList: true, characterData: true });
    schedule(0);
  }

  function stop() {
    running.abort();
    watcher.disconnect();
    clearTimeout(timer);
  }

  start();
})();
