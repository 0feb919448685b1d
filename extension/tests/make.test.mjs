// @ts-check
// What make says to who called it in a wrong way, before it builds anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string[]} args */
const make = (...args) => spawnSync("make", ["--no-print-directory", ...args], { cwd: root, encoding: "utf8", env: { ...process.env, MAKEFLAGS: "" } });

for (const { args, said } of [
  { args: [], said: /^usage: make read PAGE=saved\.html URL=/ },
  { args: ["PAGE=README.md"], said: /^usage: make read/ },
  { args: ["PAGE=README.md", "URL=linkedin"], said: /^usage: make read/ },
  { args: ["PAGE=nowhere.html", "URL=https://www.linkedin.com/in/kim"], said: /^PAGE: there is no file nowhere\.html\n/ },
])
  test(`make read ${args.join(" ")} says what it takes, and builds nothing`, () => {
    const { status, stdout, stderr } = make("read", ...args);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, said);
  });

test("make worker says that its port is taken, and builds nothing", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const { status, stdout, stderr } = make("worker", `PORT=${port}`);
  server.close();
  assert.equal(status, 2);
  assert.equal(stdout, "");
  assert.match(stderr, new RegExp(`^Port ${port} is taken, .* make worker PORT=8788\n`));
});
