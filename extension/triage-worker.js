// @ts-check
// The worker of the pipeline page: it runs pipeline.wasm (wasm/pipeline), which
// reads the chosen files here, synchronously, while the page goes on. The page
// (thread.js) sends {id, call, args, files, kit}; back come {id, result} or {id, fault},
// and on the way {id, rows}, {id, chunk} and {id, progress}. To stop, the page ends the
// worker.

import { messageOf } from "./fault.js";
import { wordsFile, zoneFile } from "./files.js";
import "./wasm_exec.js";

const worker = /** @type {any} */ (globalThis);
const reader = new worker.FileReaderSync();

/** @type {Blob[]} those of the last call with any */
let files = [];
let at = 0; // the last call

/** Gives bytes to the page without copying them. @param {string} what @returns {(bytes: Uint8Array) => void} */
const give = (what) => (bytes) => worker.postMessage({ id: at, [what]: bytes }, [bytes.buffer]);

/** @param {import("./thread.js").Kit} kit */
async function boot({ program, tongue }) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(program, go.importObject);
  /** @type {Record<string, (...args: unknown[]) => Promise<string>> | undefined} */
  let api;
  worker.cleanBreakPipeline = {
    tongue, zoneFile, wordsFile,
    read: (/** @type {number} */ file, /** @type {number} */ from, /** @type {number} */ to) => new Uint8Array(reader.readAsArrayBuffer(files[file].slice(from, to))),
    rows: give("rows"),
    chunk: give("chunk"),
    progress: (/** @type {object} */ progress) => worker.postMessage({ id: at, progress }),
    ready: (/** @type {any} */ a) => void (api = a),
  };
  go.run(instance).then(() => setTimeout(() => { throw new Error("the program ended"); })); // which tells the page, by onerror
  if (!api) throw new Error("the program did not start");
  return api;
}

/** @type {ReturnType<typeof boot> | undefined} */
let started;

worker.onmessage = async (/** @type {MessageEvent} */ { data: { id, call, args, files: chosen, kit } }) => {
  try {
    const api = await (started ??= boot(kit).catch((fault) => { started = undefined; throw fault; }));
    if (chosen) [files, at] = [chosen, id];
    worker.postMessage({ id, result: JSON.parse(await api[call](...args)) });
  } catch (fault) {
    worker.postMessage({ id, fault: messageOf(fault) });
  }
};
