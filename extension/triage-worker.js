// @ts-check
// The worker of the pipeline page: it runs pipeline.wasm (wasm/pipeline), which
// reads the chosen files here, synchronously, while the page goes on. The page
// (triage.js) sends {id, call, args, files}; back come {id, result} or {id, fault},
// and on the way {rows}, {chunk} and {progress}. To stop, the page ends the worker.

import "./wasm_exec.js";

const worker = /** @type {any} */ (globalThis);
const reader = new worker.FileReaderSync();

/** @type {Blob[]} those of the last call */
let files = [];

/** A file that the build put beside the program. @param {string} path @param {RegExp} may */
async function beside(path, may) {
  if (!may.test(path)) throw new Error(`${path} is no such file`);
  const answer = await fetch(new URL(path, import.meta.url));
  if (!answer.ok) throw new Error(`${path} is missing`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Gives bytes to the page without copying them. @param {string} what @returns {(bytes: Uint8Array) => void} */
const give = (what) => (bytes) => worker.postMessage({ [what]: bytes }, [bytes.buffer]);

/** @param {unknown} tongue as languages.js gives it */
async function boot(tongue) {
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(fetch(new URL("pipeline.wasm", import.meta.url)), go.importObject);
  /** @type {Record<string, (...args: unknown[]) => Promise<string>> | undefined} */
  let api;
  worker.cleanBreakPipeline = {
    tongue,
    zoneFile: (/** @type {string} */ name) => beside(`zones/${name}`, /^zones(\/[\w+-]+)+$/),
    wordsFile: (/** @type {string} */ lang) => beside(`words/${lang}.json`, /^words\/[a-z]{2}\.json$/),
    read: (/** @type {number} */ file, /** @type {number} */ from, /** @type {number} */ to) => new Uint8Array(reader.readAsArrayBuffer(files[file].slice(from, to))),
    rows: give("rows"),
    chunk: give("chunk"),
    progress: (/** @type {object} */ progress) => worker.postMessage({ progress }),
    ready: (/** @type {any} */ a) => void (api = a),
  };
  void go.run(instance);
  if (!api) throw new Error("the program did not start");
  return api;
}

/** @type {ReturnType<typeof boot> | undefined} */
let started;

worker.onmessage = async (/** @type {MessageEvent} */ { data: { id, call, args, files: chosen, tongue } }) => {
  try {
    const api = await (started ??= boot(tongue));
    if (chosen) files = chosen;
    worker.postMessage({ id, result: JSON.parse(await api[call](...args)) });
  } catch (fault) {
    worker.postMessage({ id, fault: fault instanceof Error ? fault.message : String(fault) });
  }
};
