// @ts-check
// Starts a Go program and keeps it alive: a runtime that has ended is replaced
// before the next call, and a call that was cut off by its end is made once more.
// One that did not start is started again by the next call.

import { kept } from "./kept.js";
import "./wasm_exec.js";

class Ended extends Error {}

/**
 * @template {object} Api
 * @param {string} name of the global where the program finds its host
 * @param {(keyof Api & string)[]} calls what the program answers
 * @param {object | (() => Promise<object>)} host what it is given; see door.d.ts and teamdoor.d.ts
 * @param {() => Promise<WebAssembly.Module>} compile called until it succeeds
 * @param {() => void} [fresh] told of every new runtime: it remembers nothing
 * @returns {{api: Api, start: () => void, restart: () => void}} it starts with the first call, or sooner
 */
export function program(name, calls, host, compile, fresh = () => {}) {
  const module = kept(compile);
  const runtime = kept(async () => {
    fresh();
    const given = typeof host === "function" ? host() : host; // while it compiles
    return boot(await module.get(), name, await given);
  });

  /** @type {(call: string, args: unknown[]) => Promise<any>} */
  async function once(call, args) {
    const mine = runtime.get();
    const { api, go, ended } = await mine;
    try {
      if (go.exited) throw new Ended();
      return await Promise.race([api[call](...args), ended]);
    } catch (fault) {
      if (fault instanceof Ended) runtime.drop(mine);
      throw fault;
    }
  }

  /** @type {(call: string) => (...args: unknown[]) => Promise<any>} */
  const again = (call) => (...args) =>
    once(call, args).catch((fault) => {
      if (!(fault instanceof Ended)) throw fault;
      return once(call, args);
    });
  return {
    api: /** @type {Api} */ (Object.fromEntries(calls.map((call) => [call, again(call)]))),
    restart: () => runtime.drop(), // by the next call
    start: () => void runtime.get().catch(() => {}), // whoever calls hears of it
  };
}

/** @param {WebAssembly.Module} module @param {string} name @param {object} host */
async function boot(module, name, host) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  /** @type {any} */
  let api;
  const ready = (/** @type {any} */ a) => void (api = a);
  /** @type {any} */ (globalThis)[name] = { ...host, ready };
  const ended = go.run(instance).then(() => {
    throw new Ended();
  });
  ended.catch(() => {}); // heard of at the next call
  if (!api) throw new Error("A part of Clean Break did not start. Reload the extension; if that does not help, install it again.");
  return { api, go, ended }; // the program runs until it waits, and it is ready before that
}
