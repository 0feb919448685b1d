// @ts-check
// Starts the Go brain (wasm/background).

import { program } from "./program.js";

/** @typedef {import("./door.d.ts").Api} Api */
/** @typedef {import("./door.d.ts").Host} Host */

/** What the brain answers, every call of it: door.d.ts says how. @satisfies {Record<keyof Api, true>} */
const calls = {
  page: true,
  at: true,
  writing: true,
  act: true,
  left: true,
  today: true,
  erase: true,
  playbook: true,
  setPlaybook: true,
  effect: true,
  lint: true,
  mine: true,
  setMine: true,
  take: true,
  agree: true,
  retire: true,
  learn: true,
  brought: true,
  sample: true,
  assess: true,
  read: true,
};

/**
 * @param {Omit<Host, "ready"> | (() => Promise<Omit<Host, "ready">>)} host
 * @param {() => Promise<WebAssembly.Module>} compile called until it succeeds
 * @param {() => void} [fresh] told of every new runtime: it holds no page
 * @returns {Api & {restart: () => void}}
 */
export function startBrain(host, compile, fresh) {
  const { api, start, restart } = /** @type {ReturnType<typeof program<Api>>} */ (program("cleanBreakHost", /** @type {(keyof Api)[]} */ (Object.keys(calls)), host, compile, fresh));
  start();
  return { ...api, restart };
}
