// @ts-check
// Starts the panel. All it draws and does is Go: wasm/panel.

import { ready } from "./tongue.js";
import "./wasm_exec.js";

/** Shows that there is nothing to wait for. @param {unknown} reason */
function fail(reason) {
  console.error("Clean Break panel did not start", reason);
  document.getElementById("root")?.remove();
  document.getElementById("failed")?.removeAttribute("hidden");
}

async function start() {
  const go = new Go();
  const program = WebAssembly.instantiateStreaming(fetch("panel.wasm"), go.importObject);
  if (ready) await ready;
  const { instance } = await program;
  await go.run(instance);
  throw new Error("the panel's program ended");
}

start().catch(fail);
