// @ts-check
// The sync Worker, natively, with its storage in a folder of its own.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const setup = "a-set-up-secret-for-the-tests-long-enough";

/** A port that was free a moment ago. @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/** Builds and starts it. It can be stopped and started again at the same address, with what it has stored. */
export async function startWorker() {
  const folder = mkdtempSync(join(tmpdir(), "clean-break-worker-"));
  const program = join(folder, "worker");
  execFileSync("go", ["build", "-o", program, "./worker"], { cwd: root });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, SETUP_SECRET: setup, RECEIPT_SECRET: "a-receipt-secret-for-the-tests-long-enough" };
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let running;
  async function start() {
    running = spawn(program, ["-address", `127.0.0.1:${port}`, "-folder", folder], { env, stdio: ["ignore", "ignore", "inherit"] });
    for (let tries = 0; ; tries++) {
      if (await fetch(`${url}/v1/health`).then((r) => r.ok, () => false)) return;
      if (tries > 200) throw new Error("the Worker does not answer");
      await new Promise((next) => setTimeout(next, 50));
    }
  }
  async function stop() {
    const ended = new Promise((done) => running?.once("exit", done));
    running?.kill();
    await ended;
    running = undefined;
  }
  await start();
  return {
    url, start, stop,
    async close() {
      if (running) await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
