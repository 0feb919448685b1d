// @ts-check
// Starts the Go brain and keeps it alive: a runtime that has ended is replaced
// before the next call, and a call that was cut off by its end is made once more.
// One that did not start is started again by the next call.

import { kept } from "./kept.js";
import "./wasm_exec.js";

/** @typedef {import("./door.d.ts").Api} Api */
/** @typedef {import("./door.d.ts").Host} Host */
/** @typedef {{api: Api, go: Go, ended: Promise<never>}} Runtime */

class Ended extends Error {}

/**
 * @param {Omit<Host, "ready">} host
 * @param {() => Promise<WebAssembly.Module>} compile called until it succeeds
 * @param {() => void} [fresh] told of every new runtime: it holds no page
 * @returns {Api}
 */
export function startBrain(host, compile, fresh = () => {}) {
  const module = kept(compile);
  const runtime = kept(async () => {
    fresh();
    return boot(await module.get(), host);
  });
  runtime.get().catch(() => {}); // whoever calls hears of it

  /** @type {(name: keyof Api, args: unknown[]) => Promise<any>} */
  async function once(name, args) {
    const mine = runtime.get();
    const { api, go, ended } = await mine;
    try {
      if (go.exited) throw new Ended();
      return await Promise.race([/** @type {any} */ (api[name])(...args), ended]);
    } catch (fault) {
      if (fault instanceof Ended) runtime.drop(mine);
      throw fault;
    }
  }

  /** @type {(name: keyof Api) => (...args: unknown[]) => Promise<any>} */
  const call = (name) => (...args) =>
    once(name, args).catch((fault) => {
      if (!(fault instanceof Ended)) throw fault;
      return once(name, args);
    });
  return { page: call("page"), act: call("act"), left: call("left"), assess: call("assess"), read: call("read") };
}

/**
 * @param {WebAssembly.Module} module
 * @param {Omit<Host, "ready">} host
 * @returns {Promise<Runtime>}
 */
async function boot(module, host) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  /** @type {Api | undefined} */
  let api;
  const ready = (/** @type {Api} */ a) => void (api = a);
  /** @type {any} */ (globalThis).cleanBreakHost = { ...host, ready };
  const ended = go.run(instance).then(() => {
    throw new Ended();
  });
  ended.catch(() => {}); // heard of at the next call
  if (!api) throw new Error("The brain did not start. Reload the extension; if that does not help, install it again.");
  return { api, go, ended }; // the program runs until it waits, and it is ready before that
}
