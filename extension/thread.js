// @ts-check
// One thread of the pipeline page: a worker that runs pipeline.wasm, as
// triage-worker.js says.

import { t } from "./tongue.js";

/** What a thread begins with: the compiled program, and the language it speaks. @typedef {{program: WebAssembly.Module, tongue: {code: string, lines: string} | undefined}} Kit */
/** Told on the way: pieces of the answer, in their order, and how far it is. @typedef {{rows?: (bytes: Uint8Array) => void, chunk?: (bytes: Uint8Array) => void, progress?: (progress: import("./triage.js").Progress) => void}} Told */

/** Opens a thread. @param {Kit} kit @param {(fault: Error) => void} broken told when it ended by itself */
export function openThread(kit, broken) {
  const worker = new Worker(new URL("triage-worker.js", import.meta.url), { type: "module" });
  /** @type {Map<number, {resolve: (result: any) => void, reject: (fault: Error) => void, told: Told}>} */
  const waiting = new Map();
  let last = 0;

  worker.onmessage = ({ data }) => {
    const asked = waiting.get(data.id);
    if (data.rows) return asked?.told.rows?.(data.rows);
    if (data.chunk) return asked?.told.chunk?.(data.chunk);
    if (data.progress) return asked?.told.progress?.(data.progress);
    waiting.delete(data.id);
    if (data.fault !== undefined) asked?.reject(new Error(t(data.fault)));
    else asked?.resolve(data.result);
  };
  worker.onerror = () => broken(new Error(t("The files could not be judged: the browser ended the work, perhaps for want of memory. Choose fewer files, or close other tabs, and try again.")));

  return {
    /** @param {string} call @param {unknown[]} args @param {File[]} [files] @param {Told} [told] @returns {Promise<any>} */
    ask: (call, args, files, told = {}) => new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject, told });
      worker.postMessage({ id, call, args, files, kit });
    }),
    /** @param {Error} fault for what is not answered yet */
    end(fault) {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(fault);
      waiting.clear();
    },
  };
}

/** @typedef {ReturnType<typeof openThread>} Thread */
