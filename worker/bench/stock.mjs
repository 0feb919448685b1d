// Runs the stock Worker in workerd with D1, which only miniflare knows how to set
// up, and prints the address and the process id. It ends when its input does.
import { Miniflare } from "miniflare";

const [folder, setup, receipts, rows] = process.argv.slice(2);
const mf = new Miniflare({
  handleRuntimeStdio(out, err) {
    out.pipe(process.stderr);
    err.pipe(process.stderr);
  },
  modules: [
    { type: "ESModule", path: `${folder}/worker.mjs` },
    { type: "ESModule", path: `${folder}/wasm_exec.js` },
    { type: "ESModule", path: `${folder}/runtime.mjs` },
    { type: "CompiledWasm", path: `${folder}/app.wasm` },
  ],
  modulesRoot: folder,
  compatibilityDate: "2026-04-01",
  d1Databases: ["DB"],
  d1Persist: `${folder}/d1`,
  bindings: { SETUP_SECRET: setup, RECEIPT_SECRET: receipts, ROWS: rows },
  unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
});
const url = await mf.unsafeGetDirectURL();
console.log(url.origin);
process.stdin.resume();
process.stdin.on("end", () => mf.dispose().then(() => process.exit(0)));
