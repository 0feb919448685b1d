// @ts-check
// Starts the Go brain (wasm/background).

import { program } from "./program.js";

/** @typedef {import("./door.d.ts").Api} Api */
/** @typedef {import("./door.d.ts").Host} Host */

/**
 * @param {Omit<Host, "ready"> | (() => Promise<Omit<Host, "ready">>)} host
 * @param {() => Promise<WebAssembly.Module>} compile called until it succeeds
 * @param {() => void} [fresh] told of every new runtime: it holds no page
 * @returns {Api & {restart: () => void}}
 */
export function startBrain(host, compile, fresh) {
  const { api, start, restart } = /** @type {ReturnType<typeof program<Api>>} */ (program("cleanBreakHost", ["page", "at", "writing", "act", "left", "today", "erase", "playbook", "setPlaybook", "effect", "lint", "mine", "setMine", "retire", "learn", "take", "sample", "assess", "read"], host, compile, fresh));
  start();
  return { ...api, restart };
}
