// @ts-check
// A page that looks for the extension: it wraps whatever a script of its own
// world could call, watches its document with every shadow root, listens to
// whatever can be heard, and remembers what it saw. It stands in front of a
// saved page, so that nothing runs before it.

/** @param {{url: string, html: string}} page */
export function watched({ url, html }) {
  const script = `<link rel="icon" href="data:,"><script>(${witness})()</script>`;
  return { url, html: /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + script) : script + html };
}

/** Begins to look; a promise, for when the call that asks for it is over. */
export const look = "witness.look()";
/** A promise of what the page saw since then, as JSON: nothing is an empty list. */
export const seen = "witness.seen()";

/** Runs in the page before anything else; refers to nothing outside. */
function witness() {
  const world = /** @type {any} */ (globalThis);
  const { Reflect, Object, Map, JSON, String, Array, Promise, setTimeout } = world;
  const found = new Map();
  let looking = false;
  let own = 0; // how deep in our own code
  /** @param {string} what */
  const count = (what) => void (looking && found.set(what, (found.get(what) ?? 0) + 1));
  const sign = "witness-sign"; // given by ourselves, to hear of it
  /** @type {Record<string, () => void>} who waits for the sign, by the way it comes */
  const waiting = {};
  /** What we do ourselves is not noted. @param {(...given: any[]) => any} work */
  const ours = (work) => (/** @type {any[]} */ ...given) => {
    own++;
    try {
      return work(...given);
    } finally {
      own--;
    }
  };

  // Every function and every value of every interface of the page.
  const leave = ["constructor", "location", "window", "document", "top", "self", "parent", "frames"];
  /** @param {any} on @param {string} name */
  function wrapAll(on, name) {
    for (const key of Reflect.ownKeys(on)) {
      const has = Object.getOwnPropertyDescriptor(on, key);
      if (!has.configurable || leave.includes(String(key))) continue;
      const said = `called: ${name}.${String(key)}`;
      for (const part of ["value", "get", "set"]) {
        const real = has[part];
        if (typeof real !== "function" || (part === "value" && /^[A-Z]/.test(String(key)))) continue;
        has[part] = /** @this {any} */ function (/** @type {any[]} */ ...given) {
          if (!own) ours(count)(said);
          return new.target ? Reflect.construct(real, given) : Reflect.apply(real, this, given);
        };
      }
      Object.defineProperty(on, key, has);
    }
  }

  // The document, and every shadow root, closed ones too.
  const records = ours((/** @type {MutationRecord[]} */ all) => {
    for (const { type, target, attributeName } of all) if (attributeName === sign) waiting.changed?.();
    else count(`changed: ${type} ${target.nodeName} ${attributeName ?? ""}`);
  });
  const observer = new MutationObserver((all) => records(all));
  const roots = /** @type {ShadowRoot[]} */ ([]);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = Reflect.apply(attach, this, [how]);
    watch(root);
    roots.push(root);
    return root;
  };
  /** @param {Node} root */
  function watch(root) {
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  // What can be heard. The size and the focus of the window are the browser's
  // affair: a rep has other windows.
  const heard = ("message messageerror error unhandledrejection rejectionhandled storage hashchange popstate copy paste input change click keydown " +
    "selectionchange scroll load DOMContentLoaded beforeunload contentvisibilityautostatechange slotchange toggle securitypolicyviolation").split(" ");
  const hear = ours((/** @type {any} */ e) => (e.data === sign ? waiting.heard?.() : count(`heard: ${e.type} ${e.data ?? e.message ?? e.blockedURI ?? ""}`)));
  const theirs = /paint|layout-shift|event|visibility|element|longtask|soft-navigation|interaction/; // of what the page itself does
  const measure = ours((/** @type {any} */ list) => {
    for (const e of list.getEntries()) {
      const type = e.entryType;
      if (e.name === sign) {
        waiting.measured?.();
        continue;
      }
      const scripts = (e.scripts ?? []).map((/** @type {any} */ s) => s.sourceURL).filter((/** @type {string} */ u) => u && !u.startsWith(location.origin));
      if (type !== "long-animation-frame" || scripts.length) count(`measured: ${type} ${e.name} ${scripts}`);
    }
  });

  /**
   * Does itself what can be seen, and waits until it has seen that: then it has
   * seen everything that was there to be seen before.
   */
  const caughtUp = ours(async () => {
    const all = ["changed", "heard", "measured"].map((way) => new Promise((/** @type {() => void} */ resolve) => (waiting[way] = resolve)));
    document.documentElement.setAttribute(sign, "");
    document.documentElement.removeAttribute(sign);
    postMessage(sign, "*");
    performance.mark(sign);
    await Promise.all(all);
    ours(() => performance.clearMarks(sign))();
  });

  /** What stays, beside what happens. */
  function state() {
    const style = getComputedStyle(document.body);
    const names = (/** @type {any} */ of) => (of ? Reflect.ownKeys(of).map(String) : []);
    return {
      globals: names(world), "the document's": names(document), "chrome's": [...names(world.chrome), ...names(world.chrome?.runtime), ...names(world.browser)],
      html: [document.documentElement.outerHTML, ...roots.map((r) => r.innerHTML)],
      sheets: [document.styleSheets.length, ...[document, ...roots].map((r) => `adopted ${r.adoptedStyleSheets.length}`)],
      styles: Array.from(style, (/** @type {string} */ p) => `${p}: ${style.getPropertyValue(p)}`).filter((/** @type {string} */ s) => !/size|width|height|origin|inset|block/.test(s)),
      entries: ["resource", "mark", "measure"].flatMap((type) => performance.getEntriesByType(type)).map((e) => e.name),
      stored: [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    };
  }

  /** @type {Record<string, any[]>} */
  let before;
  const soon = setTimeout.bind(world);
  world.witness = {
    look: ours(() => {
      found.clear();
      before = state();
      return new Promise((/** @type {(_: void) => void} */ resolve) => soon(() => resolve(void (looking = true)), 0));
    }),
    seen: () => caughtUp().then(ours(() => {
      looking = false;
      const all = Array.from(found, (/** @type {[string, number]} */ [what, times]) => `${what}, ${times} times`);
      for (const [name, now] of Object.entries(state())) {
        for (const v of /** @type {any[]} */ (now)) if (!before[name].includes(v)) all.push(`new in ${name}: ${v}`);
        for (const v of before[name]) if (!(/** @type {any[]} */ (now).includes(v))) all.push(`gone from ${name}: ${v}`);
      }
      soon(() => (looking = true), 0);
      return JSON.stringify(all);
    })),
  };

  watch(document);
  for (const type of heard) addEventListener(type, (e) => hear(e), true);
  const measures = new PerformanceObserver((list) => measure(list)); // one, so that all comes in its order
  for (const type of PerformanceObserver.supportedEntryTypes) if (!theirs.test(type)) measures.observe({ type });
  // The wrapping itself needs these.
  const needed = ["Object", "Function", "Array", "Map", "Symbol", "Iterator", "Promise", "RegExp"];
  for (const name of Object.getOwnPropertyNames(world)) {
    if (/^[A-Z]/.test(name) && !/Error$/.test(name) && !needed.includes(name) && world[name]?.prototype) wrapAll(world[name].prototype, name);
  }
  wrapAll(world, "window");
}

/**
 * What a page learns of files at an address, by every way a page has to ask for
 * them. Runs in the page.
 * @param {{base: string, files: string[]}} asked @returns {Promise<Record<string, string>>}
 */
export async function probe({ base, files }) {
  /** @type {Record<string, string>} */
  const learnt = {};
  const plain = (/** @type {unknown} */ words) => String(words).replaceAll(base, "BASE/").replaceAll(base.split("/")[2] || "nowhere", "HOST");
  const ended = (/** @type {EventTarget} */ on) =>
    Promise.race([
      ...["load", "error", "message"].map((type) => new Promise((resolve) => on.addEventListener(type, (e) => resolve(plain(`${type} ${/** @type {any} */ (e).message ?? ""}`)), { once: true }))),
      new Promise((resolve) => setTimeout(resolve, 60_000, "silence")),
    ]);
  /** @param {string} tag @param {Record<string, string>} how */
  const element = async (tag, how) => {
    const el = Object.assign(document.createElement(tag), how);
    const end = ended(el);
    document.body.append(el);
    const size = `${await end} ${/** @type {any} */ (el).naturalWidth ?? ""} ${/** @type {any} */ (el).sheet ?? ""}`;
    el.remove();
    return size;
  };
  for (const file of files) {
    const url = base + file;
    /** @type {Record<string, () => Promise<unknown>>} */
    const ways = {
      fetch: async () => (await fetch(url)).status,
      "fetch without cors": async () => (await fetch(url, { mode: "no-cors" })).type,
      xhr: () => {
        const asks = new XMLHttpRequest();
        asks.open("GET", url);
        asks.send();
        return ended(asks);
      },
      image: () => element("img", { src: url }),
      script: () => element("script", { src: url }),
      style: () => element("link", { rel: "stylesheet", href: url }),
      frame: () => element("iframe", { src: url }),
      object: () => element("object", { data: url }),
      import: () => import(url),
      worker: () => ended(new Worker(url)),
    };
    for (const [way, ask] of Object.entries(ways)) {
      learnt[`${way} ${file}`] = plain(await new Promise((resolve) => resolve(ask())).catch((fault) => fault));
    }
  }
  learnt.entries = String(performance.getEntriesByType("resource").filter((e) => e.name.startsWith(base)).length);
  return learnt;
}

/**
 * How often the first asked for is the first answered, of two addresses asked
 * for together. Runs in the page.
 * @param {[string, string]} pair @returns {Promise<[number, number]>} with the one first, with the other first
 */
export async function race(pair) {
  const won = [0, 0];
  for (let i = 0; i < 60; i++) {
    const [first, second] = i % 2 ? pair : [pair[1], pair[0]];
    const end = (/** @type {string} */ url) => fetch(url).then(() => url, () => url);
    if ((await Promise.race([end(first), end(second)])) === first) won[i % 2]++;
  }
  return [won[1], won[0]];
}

/**
 * How often less of the page's own work gets done after it went to the one address
 * than after the other. Runs in the page.
 * @param {[string, string]} pair paths @returns {Promise<[number, number]>}
 */
export async function pace(pair) {
  const here = location.pathname + location.hash;
  const { port1, port2 } = new MessageChannel();
  /** Turns of the page within the first moments at an address. @param {string} path @returns {Promise<number>} */
  const turns = (path) => new Promise((resolve) => {
    const end = performance.now() + 8;
    history.pushState({}, "", path);
    let count = 0;
    port2.onmessage = () => (performance.now() > end ? resolve(count) : (count++, port1.postMessage(0)));
    port1.postMessage(0);
  });
  /** @type {[number, number]} */
  const slower = [0, 0];
  for (let i = 0; i < 60; i++) {
    const first = i % 2;
    const one = await turns(pair[first]);
    const other = await turns(pair[1 - first]);
    if (one !== other) slower[one < other ? first : 1 - first]++;
  }
  history.pushState({}, "", here);
  return slower;
}
