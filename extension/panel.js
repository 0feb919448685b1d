// @ts-check
// Starts the panel. All it draws and does is Go: wasm/panel.
// @ts-ignore The Go toolchain's own file, put beside this one by the build.
import "./wasm_exec.js";

/** @typedef {{importObject: WebAssembly.Imports, run(instance: WebAssembly.Instance): Promise<void>}} GoRuntime */

// wasm_exec.js is a classic script: it leaves its class on the global object.
const Go = /** @type {{Go: new () => GoRuntime}} */ (/** @type {unknown} */ (globalThis)).Go;

/** Shows that there is nothing to wait for. @param {unknown} reason */
function fail(reason) {
  console.error("Clean Break panel did not start", reason);
  document.getElementById("root")?.remove();
  document.getElementById("failed")?.removeAttribute("hidden");
}

async function start() {
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(fetch("panel.wasm"), go.importObject);
  await go.run(instance);
  throw new Error("the panel's program ended");
}

start().catch(fail);
