// @ts-check
// Saved pages as a site may change them tomorrow, made from those of today:
// what a selector relies on renamed, one field gone, sections in another order,
// another language; whose page it is said by one part less, by a name without its
// address, or under another's name. The functions that change a page run in it.

import { maps } from "../tools/join.mjs";

/** @typedef {{about: string, kind: "renamed" | "missing" | "reordered" | "language" | "identity" | "torn" | "named", css: string[], attrs: string[]}} Change */

/** Every change to try on a page of a layout. @param {{site: string, layout: string, url: string}} page @returns {Change[]} */
export function changes({ site, layout, url }) {
  const map = /** @type {PageMap} */ (maps.find((m) => m.site === site));
  const spec = /** @type {Layout} */ (map.layouts.find((l) => l.name === layout));
  const fields = [...flat(map.always, map, ""), ...flat(spec, map, "")];
  const out = fields.flatMap(({ name, lines }) => {
    const taken = lines.map(split);
    return /** @type {Change[]} */ ([
      { about: `${name} renamed`, kind: "renamed", css: [taken[0].css], attrs: taken[0].attr },
      { about: `${name} missing`, kind: "missing", css: taken.map((t) => t.css), attrs: taken.flatMap((t) => t.attr) },
    ]);
  });
  return [...out, { about: "sections reordered", kind: "reordered", css: [], attrs: [] }, ...whose(spec, fields, new URL(url))];
}

/** What says whose a page is, come apart. @param {Layout} layout @param {{name: string, lines: string[]}[]} fields @param {URL} url @returns {Change[]} */
function whose(layout, fields, { pathname, search, hash }) {
  const rule = (layout.identity ?? []).find(({ key }) => new RegExp(key).test(pathname + search + hash));
  const groups = rule?.any ? [] : [rule?.same ?? [], ...(rule?.changes ?? [])];
  const attributes = groups.filter((lines) => !lines.join().includes("{")).map((lines) => lines.map(split).filter(({ attr }) => attr.length));
  const lost = attributes.filter((lines) => lines.length).map((lines, i) => (
    /** @type {Change} */ ({ about: `identity ${i} gone`, kind: "identity", css: lines.map((l) => l.css), attrs: lines.flatMap((l) => l.attr) })
  ));
  const of = (/** @type {string} */ name) => fields.filter((f) => f.name === name && !f.lines[0].includes("{")).map((f) => split(f.lines[0]));
  return [
    ...lost,
    ...of("messages.email").map(({ css }) => /** @type {Change} */ ({ about: "a sender without an address", kind: "torn", css: [css], attrs: ["email", "data-hovercard-id"] })),
    ...[...of("name"), ...of("title").filter(() => layout.name === "conversation")].map(({ css }) => /** @type {Change} */ ({ about: "another's name", kind: "named", css: [css], attrs: [] })),
  ];
}

/** The fields of a part and of the parts in it, with whole selectors. @param {PartMap} part @param {PageMap} map @param {string} inside @returns {{name: string, lines: string[]}[]} */
function flat(part, map, inside) {
  const within = (/** @type {string} */ line) => `${inside} ${line.replace(/^\^\S+\s*/, "").replace(/^\.(?=\s|$)/, "")}`.trim();
  return [
    ...Object.entries(part.fields ?? {}).map(([name, lines]) => ({ name, lines: lines.map(within) })),
    ...Object.entries(part.lists ?? {}).flatMap(([name, l]) => {
      const list = typeof l === "string" ? /** @type {ListMap} */ (map.shared?.[l]) : l;
      const items = list.items.map(within);
      const scope = `:is(${items.map((i) => split(i).css).join(", ")})`;
      return [{ name, lines: items }, ...flat(list, map, scope).map((f) => ({ ...f, name: `${name}.${f.name}` }))];
    }),
  ];
}

/** @param {string} line */
function split(line) {
  const css = line.replace(/\s*=> .+$/, "").replace(/\s*!$/, "").replace(/\s*\{.+\}$/, "");
  const attr = /\s*@([\w-]+)$/.exec(css);
  return { css: css.replace(/\s*@[\w-]+$/, "").split(" >>> ").at(-1) ?? "", attr: attr ? [attr[1]] : [] };
}

/** Runs in the page. Returns how many things it changed. @param {Change} change */
export function apply({ kind, css, attrs }) {
  const roots = [document, document.querySelector("#interop-outlet")?.shadowRoot].filter((r) => !!r);
  const found = css.flatMap((c) => roots.flatMap((r) => {
    try {
      return [...r.querySelectorAll(c || ":not(*)")];
    } catch {
      return []; // a shadow root's selector
    }
  }));
  if (kind === "named") {
    if (found[0]) found[0].textContent = "Ragna Quist";
    return found.length;
  }
  if (kind === "torn") {
    const theirs = found.filter((el) => el.checkVisibility() && !el.getAttribute("email")?.startsWith("robin@"));
    for (const name of attrs) theirs[0]?.removeAttribute(name);
    return theirs.length;
  }
  if (kind === "missing" || kind === "renamed" || kind === "identity") {
    const names = css.flatMap((c) => [...c.matchAll(/\[([\w-]+)/g)].map((m) => m[1])).concat(attrs).filter((n) => n !== "role" && n !== "-before");
    const classes = css.flatMap((c) => [...c.replace(/\[[^\]]*\]/g, "").matchAll(/\.([\w-]+)/g)].map((m) => m[1]));
    let changed = 0;
    for (const el of new Set(found)) {
      if (kind === "missing" && !attrs.length) {
        el.remove();
        changed++;
        continue;
      }
      for (const name of names) {
        if (!el.hasAttribute(name)) continue;
        if (kind === "renamed") el.setAttribute(`data-x-${name}`, el.getAttribute(name) ?? "");
        el.removeAttribute(name);
        changed++;
      }
      for (const name of kind === "renamed" ? classes : []) {
        if (el.classList.contains(name)) el.classList.replace(name, `x-${name}`), changed++;
      }
    }
    return changed;
  }
  if (kind === "reordered") {
    const parents = new Set([...document.querySelectorAll("main > section, main section.artdeco-card, header, [role='main']")].map((el) => el.parentElement));
    for (const parent of parents) parent?.append(...[...parent.children].reverse());
    return parents.size;
  }
  return translate();

  /** English words become German ones. */
  function translate() {
    let changed = 0;
    /** @type {[RegExp, string][]} */
    const words = [
      [/^to $/, "an "], [/, cc: $/, ", Kopie: "], [/^me$/, "mich"], [/Google Account: /, "Google-Konto: "], [/· 1st$/, "· 1."], [/· 2nd$/, "· 2."],
      [/· 3rd\+?$/, "· 3."], [/^Contact info$/, "Kontaktinfo"], [/^Experience$/, "Berufserfahrung"], [/^Education$/, "Ausbildung"],
      [/^About$/, "Info"], [/Present/, "Heute"], [/Full-time/, "Vollzeit"], [/^Reply$/, "Antworten"], [/^Forward$/, "Weiterleiten"],
      [/Conversation opened.*/, "Unterhaltung geöffnet."], [/(\d) mos/, "$1 Monate"], [/ - now$/, " – heute"], [/ - Heute/, "–Heute"],
      [/^No messages matched[^]*$/, "Keine Nachrichten gefunden."], [/^Search mail$/, "In E-Mails suchen"], [/^Inbox\b/, "Posteingang"],
      [/^She\/Her$/, "sie/ihr"], [/^He\/Him$/, "er/ihm"], [/^Messaging$/, "Nachrichten"], [/Photo of /, "Foto von "],
      [/^(?:\w{3}, )?(\w{3}) (\d+), (\d{4}), (\d+:\d+) ([AP]M)$/, "$2. $1. $3, $4 $5"],
    ];
    const all = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = /** @type {Node | null} */ (all.currentNode); node; node = all.nextNode()) {
      const holders = node instanceof Element ? ["aria-label", "title", "alt"].flatMap((n) => node instanceof Element ? (node.getAttributeNode(n) ?? []) : []) : [/** @type {Text} */ (node)];
      if (node.parentElement?.matches("div.a3s *, script, style, title")) continue;
      for (const holder of holders) {
        const before = holder.nodeValue ?? "";
        const after = words.reduce((text, [word, other]) => text.replace(word, other), before);
        if (after !== before) (holder.nodeValue = after), changed++;
      }
    }
    document.documentElement.lang = "de";
    return changed;
  }
}
