// @ts-check
// The sync Worker in workerd, as make worker runs it, with its storage in a folder
// of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "./waits.mjs";

const folder = fileURLToPath(new URL("../../worker/", import.meta.url));
export const setup = "a-set-up-secret-for-the-tests-long-enough";

/** Starts it. build/worker has its program (make worker-program). @param {number} [perMinute] requests that a device may make */
export async function startWorker(perMinute) {
  const storage = mkdtempSync(join(tmpdir(), "clean-break-worker-"));
  const running = spawn(process.execPath, [
    join(folder, "node_modules/wrangler/bin/wrangler.js"), "dev", "--local", "--ip", "127.0.0.1", "--port", "0", "--inspector-port", "0", "--persist-to", storage,
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
  const answers = async () => {
    if (running.exitCode !== null) throw new Error("it ended");
    const [, at] = said.match(/Ready on (http:\S+)/) ?? [];
    return at && (await fetch(`${at}/v1/health`).then((r) => r.ok, () => false)) ? at : "";
  };
  const url = await until(answers, "the Worker answers").catch(async (fault) => {
    await close();
    throw new Error(`${fault.message}:\n${said}`);
  });
  /** All that it keeps and has said, byte by byte. */
  const all = () => [said, ...readdirSync(storage, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => readFileSync(join(f.parentPath, f.name), "latin1"))];
  return { url, close, all };
}
