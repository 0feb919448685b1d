// @ts-check
// The sync Worker in workerd, as make worker runs it, with its storage in a folder
// of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../worker/", import.meta.url));
export const setup = "a-set-up-secret-for-the-tests-long-enough";

/** A port that was free a moment ago. @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/** Starts it. build/worker has its program (make worker-program). @param {number} [perMinute] requests that a device may make */
export async function startWorker(perMinute) {
  const storage = mkdtempSync(join(tmpdir(), "clean-break-worker-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = spawn(process.execPath, [
    join(folder, "node_modules/wrangler/bin/wrangler.js"), "dev", "--local", "--ip", "127.0.0.1", "--port", `${port}`, "--persist-to", storage,
    "--var", `SETUP_SECRET:${setup}`, "--var", "RECEIPT_SECRET:a-receipt-secret-for-the-tests-long-enough",
    ...(perMinute ? ["--var", `REQUESTS_PER_MINUTE:${perMinute}`] : []),
  ], { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" } });
  let said = "";
  for (const stream of [running.stdout, running.stderr]) stream.on("data", (text) => void (said += text));
  const close = async () => {
    const ended = new Promise((done) => running.once("exit", done));
    if (running.exitCode === null && running.kill()) await ended;
    rmSync(storage, { recursive: true, force: true });
  };
  for (const until = Date.now() + 90_000; !(await fetch(`${url}/v1/health`).then((r) => r.ok, () => false)); ) {
    if (Date.now() > until || running.exitCode !== null) {
      await close();
      throw new Error(`the Worker does not answer:\n${said}`);
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  return { url, close };
}
