// The types of content.js and reader/: what a page map is, and what a snapshot is.

/** One value of the page; `by` is the place of the selector that hit, or -1. */
interface Field { value: string; by: number }
/** Repeated parts; `total` counts those on the page, which may be more than `items`. */
interface List { by: number; total: number; items: Part[] }
interface Part { fields: Record<string, Field>; lists: Record<string, List> }

interface Snapshot extends Part {
  v: 1;
  site: string;
  layout: string;
  url: string;
  title: string;
  lang: string;
  zone: string;
  key: string;
  identity: string;
  /** How each part of the identity was found that must be there. */
  by: number[];
  stale: boolean;
  expects: Record<string, number>;
}

/** A list may be the name of one in the map's `shared`. */
interface PartMap { expects?: Record<string, number>; fields?: Record<string, string[]>; lists?: Record<string, ListMap | string> }

interface ListMap extends PartMap {
  items: string[];
  skip?: string[];
  visible?: boolean;
  max?: number;
}

/**
 * What a page's identity must do when the address names `key` (its first group):
 * be the `same`, or, where the two cannot be compared, `change` with it: all of
 * it, or with `any` one part. `notes` is only remembered, for the next address.
 */
interface IdentityMap { key: string; same?: string[]; changes?: string[][]; any?: boolean; notes?: string[][] }

interface Layout extends PartMap {
  name: string;
  at?: string;
  when?: string[];
  root?: string[];
  needs?: string[];
  /** Fields that must be there, each with the last place of a selector that is well. */
  expects?: Record<string, number>;
  identity?: IdentityMap[];
}

interface PageMap {
  site: string;
  hosts: string[];
  read: "always" | "once";
  without: string[];
  until: string[];
  pre: string[];
  shared?: Record<string, ListMap>;
  always: PartMap;
  layouts: Layout[];
  writing?: WritingMap;
}

/**
 * Where a mail is written, in a box of `always.lists.composes`: `kept` stays below
 * what is put in, `reply` is there in an answer alone.
 */
interface WritingMap { box: string[]; body: string[]; subject: string[]; kept: string[]; reply?: string[] }

/** A selector line, taken apart. */
interface Selector { up: string; css: string[]; attr: string; there: boolean; path: string; take: RegExp | null }

/**
 * `agrees`: the page and its address may belong together. `sure`: they do;
 * otherwise the page may be the previous person's and has to stand still first.
 */
interface Identity { key: string; parts: string[]; by: number[]; agrees: boolean; sure: boolean }
interface Read { snapshot: Snapshot; settled: boolean; sure: boolean; parts: string[] }
/** `json` is the snapshot as text, `sum` what tells it from another. */
interface Written extends Read { json: string; sum: string }
interface Reader { read: () => void; alive: () => boolean }
interface Writer { look: () => void; alive: () => boolean }
