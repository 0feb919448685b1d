// @ts-check
// A stage for the panel: built into a folder of its own, served over http, with
// a stand-in for the browser's extension API that records what is sent and can
// play the background's part.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { slowed } from "./slow.mjs";
import { states, tab } from "./states.mjs";
import { now } from "./states-make.mjs";
import { becomes, patience } from "./waits.mjs";

const extension = fileURLToPath(new URL("..", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".png": "image/png", ".json": "application/json", ".svg": "image/svg+xml" };

/** Builds the panel into a new folder. */
function build() {
  const dir = mkdtempSync(join(tmpdir(), "panel-"));
  const go = (/** @type {string[]} */ args, env = {}) =>
    execFileSync("go", args, { cwd: join(extension, ".."), env: { ...process.env, ...env }, encoding: "utf8" });
  go(["build", "-tags=lean", "-trimpath", "-ldflags=-s -w", "-o", join(dir, "panel.wasm"), "./wasm/panel"], { GOOS: "js", GOARCH: "wasm" });
  for (const name of ["tone", "words"]) cpSync(join(extension, "../core", name), join(dir, name), { recursive: true }); // what is said is files there
  go(["run", "./wasm/playbooks", "core/playbook/schema.json", join(dir, "playbooks.json")]);
  copyFileSync(join(extension, "node_modules/idb/build/index.js"), join(dir, "idb.js"));
  for (const name of ["index.js", "decode.js"]) cpSync(join(extension, "node_modules/qr", name), join(dir, "qrcode", name));
  copyFileSync(join(go(["env", "GOROOT"]).trim(), "lib/wasm/wasm_exec.js"), join(dir, "wasm_exec.js"));
  return dir;
}

/** @param {string} built */
function serve(built) {
  const policy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'";
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://stage").pathname);
    const type = types[/** @type {keyof typeof types} */ (extname(path))] ?? "text/plain";
    for (const dir of [built, extension, join(extension, "../build")]) { // the last: what is made before it, as the pipeline's program
      try {
        const body = await readFile(join(dir, path));
        response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
        return;
      } catch {}
    }
    response.writeHead(404).end();
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/**
 * Stands in for the extension API; runs in the page before anything else.
 * @param {{first: unknown, tab: number, answers: Record<string, any>}} given
 */
function standIn({ first, tab, answers }) {
  const listeners = { message: /** @type {Function[]} */ ([]), activated: /** @type {Function[]} */ ([]), permissions: /** @type {Function[]} */ ([]) };
  const stage = {
    sent: /** @type {any[]} */ ([]), granted: /** @type {any[]} */ ([]), copied: /** @type {string[]} */ ([]),
    /** What the background answers to an Action; tests replace it. @type {(action: any) => unknown} */
    answer: (action) => first && JSON.stringify({ .../** @type {object} */ (first), tab: action.tab }),
    grants: true,
    /** What the background answers to the full pages, and about the team; what follows a part never comes; tests replace it. @type {(asked: any) => {result: unknown} | {fault: string} | Promise<never>} */
    background: (asked) => asked.from || answers[asked.ask]?.never ? new Promise(() => {}) : answers[asked.ask] ?? (asked.ask === "step" ? { result: { team: false, waiting: 0, refused: [], at: 0, offline: false, problem: "" } } : { result: {} }),
    settings: 0,
    /** @param {unknown} message @param {object} [sender] */
    tell: (message, sender = { id: "stage" }) => listeners.message.forEach((l) => l(message, sender, () => {})),
    /** @param {object} info */
    activate: (info) => listeners.activated.forEach((l) => l(info)),
  };
  const add = (/** @type {Function[]} */ list) => ({ addListener: (/** @type {Function} */ l) => list.push(l) });
  Object.assign(globalThis, {
    stage,
    chrome: {
      runtime: {
        id: "stage", onMessage: add(listeners.message),
        openOptionsPage: () => { stage.settings++; },
        sendMessage: async (/** @type {any} */ action) => {
          if (action.ask) return stage.background(action);
          stage.sent.push(action); return stage.answer(action);
        },
      },
      tabs: { query: async () => [{ id: tab, windowId: 1 }], onActivated: add(listeners.activated) },
      permissions: {
        request: async (/** @type {any} */ wanted) => {
          stage.granted.push({ ...wanted, act: navigator.userActivation.isActive });
          return stage.grants;
        },
        contains: async () => stage.granted.length > 0 && stage.grants,
        onAdded: add(listeners.permissions), onRemoved: add(listeners.permissions),
      },
    },
  });
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: async (/** @type {string} */ words) => { stage.copied.push(words); } }, configurable: true,
  });
}

/** Opens every section, and those within. @param {import("playwright-core").Page} page */
export const openAll = (page) => page.waitForFunction(() => {
  const all = [...document.querySelectorAll("details")];
  const drawn = all.every((d) => d.open && d.querySelector(".fold-body")?.firstElementChild);
  all.forEach((d) => { d.open = true; });
  return drawn;
});

/** Opens the stage; close it when done. */
export async function openStage() {
  const built = build();
  const server = await serve(built);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: false,
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    browser, origin,
    /** Has a page of the stage answer with a State. @param {import("playwright-core").Page} page @param {unknown} first */
    standIn: (page, first) => page.addInitScript(standIn, { first, tab, answers: {} }),
    /**
     * Opens the panel on a State, or waiting when there is none.
     * @param {unknown} first @param {import("playwright-core").BrowserContextOptions & {path?: string, language?: string, messages?: object, still?: boolean, answers?: import("./page-states.mjs").Answers}} [options]
     * language: the one to speak; messages: what is said in it, where it is not what is in _locales;
     * still: time goes on by page.clock.runFor alone; answers: to what full pages ask
     */
    async panel(first, { path = "/panel.html", language, messages, still, answers = {}, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, timezoneId: "Europe/Berlin", locale: "en-GB", ...options });
      context.setDefaultTimeout(patience);
      slowed(context);
      const page = await context.newPage();
      /** @type {string[]} */
      const errors = [];
      page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
      page.on("pageerror", (e) => errors.push(String(e)));
      if (language) await page.addInitScript((lang) => localStorage.setItem("language", lang), language);
      if (messages) await context.route("**/_locales/**", (route) => route.fulfill({ json: messages }));
      await page.addInitScript(standIn, { first, tab, answers });
      if (still) {
        await page.clock.install({ time: now });
        await page.clock.pauseAt(Date.parse(now) + 3_600_000); // until then it runs
      }
      await page.goto(origin + path);
      if (still) await page.locator("#root [data-phase], #root .today-head").first().waitFor(); // nothing is painted while time stands
      else if (path.startsWith("/panel.html")) await page.waitForFunction(() => performance.getEntriesByName("painted").length > 0);
      return Object.assign(page, { errors });
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(built, { recursive: true, force: true });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */
/** @typedef {Awaited<ReturnType<Stage["panel"]>>} Panel */

/**
 * A test: opens the panel on a sample State, runs a check, and expects that
 * nothing was written to the console as an error.
 * @param {() => Stage} stage @param {string} name @param {(page: Panel) => Promise<void>} check @param {object} [options]
 */
export const showing = (stage, name, check, options) => async () => {
  const page = await stage().panel(states[name], options);
  await check(page);
  assert.deepEqual(page.errors, []);
  await page.context().close();
};

/** @param {Panel} page */
export const words = (page) => page.locator("#root").innerText();
/** The Actions sent so far, without what is empty in them; of the person the name. @param {Panel} page @returns {Promise<any[]>} */
export const sent = (page) => page.evaluate(() => /** @type {any} */ (globalThis).stage.sent.map((/** @type {any} */ a) =>
  Object.fromEntries(Object.entries({ ...a, new: "", person: a.person.name, entered: a.entered.type && a.entered, deal: a.do === "describe" && a.deal })
    .filter(([, v]) => v !== "" && v !== false))));
/** What the presses after the first look said: what was entered, the deal, or what was done. @param {Panel} page */
export const said = async (page) => (await sent(page)).slice(1).map((a) => a.entered ?? a.deal ?? (a.id ? `${a.do} ${a.id}` : a.do));
/** Waits until the presses after the first look have said this. @param {Panel} page @param {unknown[]} expected */
export const says = (page, expected) => becomes(() => said(page), expected);
/** Lets what was answered just now arrive: a turn of the page's own loop. @param {Panel} page */
export const turn = (page) => page.evaluate(() => new Promise((next) => { setTimeout(next); }));
/** Plays the background: tells every open panel. @param {Panel} page @param {object} message @param {object} [sender] */
export const tell = (page, message, sender) => page.evaluate(([m, s]) => /** @type {any} */ (globalThis).stage.tell(m, s ?? undefined), [message, sender ?? null]);
/** @param {string} name @param {object} [over] */
export const told = (name, over) => ({ type: "state", state: JSON.stringify({ ...states[name], ...over }) });
/** What the background answers from now on. @param {Panel} page @param {unknown} answer */
export const answers = (page, answer) => page.evaluate((a) => { /** @type {any} */ (globalThis).stage.answer = () => a; }, answer);
/** @param {Panel} page @param {string | RegExp} name */
export const press = (page, name) => page.getByRole("button", { name, exact: typeof name === "string" }).first().click();
/** Presses a fold's head. What is inside one that opens is drawn on its toggle, a moment later. @param {import("playwright-core").Page} page @param {string} fold */
export const unfold = async (page, fold) => {
  await page.locator(`details[data-fold="${fold}"] > summary`).click();
  await page.locator(`details[data-fold="${fold}"]:not([open]), details[data-fold="${fold}"] > .fold-body > *`).first().waitFor({ state: "attached" });
};
/** Waits until what has the focus holds these words. @param {Panel} page @param {string} words */
export const focused = (page, words) => becomes(() => page.evaluate(() => document.activeElement?.textContent), words);
