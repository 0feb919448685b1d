// @ts-check
// One thread of the benchmark: it judges its part of a file.

/** @type {any} */ (globalThis).importScripts("/wasm_exec.js");

const thread = /** @type {any} */ (globalThis);
const go = new thread.Go();
WebAssembly.instantiateStreaming(fetch("/triage.wasm"), go.importObject).then(({ instance }) => {
  void go.run(instance);
  thread.onmessage = async (/** @type {MessageEvent} */ { data }) => {
    const bytes = new Uint8Array(await data.file.arrayBuffer());
    thread.postMessage(thread.cleanBreakTriage(bytes, data.part, data.parts));
  };
  thread.postMessage("ready");
});
