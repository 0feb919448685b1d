// @ts-check
// Starts the Go brain and keeps it alive: a runtime that has ended is replaced
// before the next call, and a call that was cut off by its end is made once more.

import "./wasm_exec.js";

/** @typedef {import("./door.d.ts").Api} Api */
/** @typedef {import("./door.d.ts").Host} Host */
/** @typedef {{api: Api, go: Go, ended: Promise<never>}} Runtime */

class Ended extends Error {}

/**
 * @param {Omit<Host, "ready">} host
 * @param {() => Promise<WebAssembly.Module>} compile called once
 * @returns {Api}
 */
export function startBrain(host, compile) {
  const module = compile();
  /** @type {Promise<Runtime>} */
  let runtime = boot(module, host);
  runtime.catch(() => {}); // whoever calls hears of it

  /** @type {(name: keyof Api, args: unknown[]) => Promise<any>} */
  async function once(name, args) {
    const { api, go, ended } = await runtime;
    if (go.exited) throw new Ended();
    return Promise.race([/** @type {any} */ (api[name])(...args), ended]);
  }

  /** @type {(name: keyof Api) => (...args: unknown[]) => Promise<any>} */
  const call = (name) => async (...args) => {
    const before = runtime;
    try {
      return await once(name, args);
    } catch (fault) {
      if (!(fault instanceof Ended)) throw fault;
      if (runtime === before) runtime = boot(module, host);
      return once(name, args);
    }
  };
  return { page: call("page"), act: call("act"), left: call("left"), assess: call("assess"), read: call("read") };
}

/**
 * @param {Promise<WebAssembly.Module>} module
 * @param {Omit<Host, "ready">} host
 * @returns {Promise<Runtime>}
 */
async function boot(module, host) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(await module, go.importObject);
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
