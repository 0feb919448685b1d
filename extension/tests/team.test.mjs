// @ts-check
// Two browser profiles in step through the sync Worker: one joins by the settings
// page, one is offline for a while, they decide differently, one erases. And
// without a team, not one request.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { open, openPanel, saved, start, stopBackground, tabOf } from "./extension.mjs";
import { holds } from "./shown.mjs";
import { inStep, line, log, now, openSettings, submit } from "./teams.mjs";
import { settled } from "./told.mjs";
import { becomes, until } from "./waits.mjs";
import { setup, startWorker } from "./worker.mjs";

/** @typedef {import("./extension.mjs").Browser} Browser */
/** @typedef {import("playwright-core").Page} Page */

/** @param {Browser} browser */
async function beside(browser) {
  const page = await open(browser, saved("gmail-thread-en"));
  return openPanel(browser, await tabOf(browser, page.url()));
}

/** @param {Page} panel */
const verdict = (panel) => panel.locator("section.verdict");
/** What a panel says about the person: the verdict, and the counts by channel. @param {Page} panel */
async function shows(panel) {
  for (const fold of ["history", "counts"]) await unfold(panel, fold);
  const rows = await panel.locator("table.counts tbody tr").allInnerTexts();
  assert.ok(rows.length > 0, "the panel counts nothing");
  return { verdict: await verdict(panel).innerText(), rows };
}
/** @param {Page} panel @param {string} fold */
async function unfold(panel, fold) {
  await panel.locator(`details[data-fold=${fold}]`).evaluate((d) => void (/** @type {HTMLDetailsElement} */ (d).open = true));
  await panel.locator(`details[data-fold=${fold}] .fold-body > *`).first().waitFor();
}
/** Waits for a line of the history. @param {Page} panel @param {string} title */
const happened = (panel, title) => panel.locator(".event-head").filter({ hasText: title }).waitFor().catch(async () =>
  assert.fail(`the history says: ${await panel.locator(".event-head").allInnerTexts()}; the line: ${await panel.locator("#line").innerText()}`));

/** Lets nothing out of a browser's background, as without a network. @param {Browser} browser @param {boolean} off */
const offline = (browser, off) =>
  browser.worker().evaluate((off) => {
    const all = /** @type {any} */ (globalThis);
    all.real ??= fetch;
    all.fetch = (/** @type {string} */ url, /** @type {any} */ how) => (off && /^http/.test(url) ? Promise.reject(new TypeError("no network")) : all.real(url, how));
  }, off);

/** Has the Worker answer with another word in place of one. @param {Browser} browser @param {string} word @param {string} other */
const lying = (browser, word, other) =>
  browser.worker().evaluate(({ word, other }) => {
    const all = /** @type {any} */ (globalThis);
    all.real ??= fetch;
    all.fetch = async (/** @type {string} */ url, /** @type {any} */ how) => {
      const answer = await all.real(url, how);
      return /[/]sync$/.test(url) ? new Response((await answer.text()).replaceAll(word, other), answer) : answer;
    };
  }, { word, other });

/** @param {Browser} browser */
const inStepAlarms = (browser) => browser.worker().evaluate(async () => (await chrome.alarms.getAll()).filter(({ name }) => name === "in-step"));

/** @param {Page} panel @param {string} channel */
async function logTouch(panel, channel) {
  await unfold(panel, "log");
  await panel.locator("#log-channel").selectOption(channel);
  await panel.getByRole("button", { name: "Log it" }).click();
}

/** How a text may stand in the clear: as it is, or in base64 at any alignment. @param {string} secret */
function forms(secret) {
  const bytes = Buffer.from(secret);
  const hidden = [0, 1, 2].flatMap((before) => /** @type {const} */ (["base64", "base64url"]).map((kind) =>
    Buffer.concat([Buffer.alloc(before), bytes]).toString(kind).slice(Math.ceil(before / 3) * 4, Math.floor((before + bytes.length) / 3) * 4)));
  return [bytes.toString("latin1"), encodeURIComponent(secret), ...hidden];
}

describe("two devices of a team", () => {
  /** @type {Awaited<ReturnType<typeof startWorker>>} */
  let worker;
  /** @type {Browser} */
  let anna;
  /** @type {Browser} */
  let ben;
  /** @type {Page} */
  let annas;
  /** @type {Page} */
  let bens;
  before(async () => {
    worker = await startWorker();
    [anna, ben] = [await start(), await start()];
  });
  after(() => Promise.all([anna.close(), ben.close(), worker.close()]));

  test("one makes the team, the other joins by an invitation", async () => {
    annas = await beside(anna);
    await annas.getByRole("button", { name: "Track", exact: true }).click();
    await verdict(annas).getByText("One last try").waitFor();
    await line(annas, /^Only on this device/);

    const settings = await openSettings(anna);
    await submit(settings, "create", { "The Worker’s address": worker.url, "Set-up secret": setup, "Name of this device": "Anna’s laptop" });
    await settings.getByText("Manager, yours · this device").waitFor();
    await inStep(settings);
    await settings.locator("form[data-press=invite] select").selectOption("manager");
    await settings.getByRole("button", { name: "Make an invitation" }).click();
    await settings.locator("#qr path").waitFor();
    const invitation = await settings.locator("#invitation-text").innerText();

    const other = await openSettings(ben);
    await submit(other, "join", { Invitation: invitation.slice(0, -1), "Name of this device": "Ben’s laptop" });
    await other.getByText("this is not a whole invitation").waitFor();
    await other.getByLabel("Or a picture of the code").setInputFiles({ name: "code.png", mimeType: "image/png", buffer: await settings.locator("#qr").screenshot() });
    await holds(other.getByRole("textbox", { name: "Invitation" }), invitation);
    await submit(other, "join", { "Name of this device": "Ben’s laptop" });
    await other.getByText("Anna’s laptop").waitFor();
    await inStep(other);
    const fingerprint = await other.locator("#fingerprint").innerText();
    assert.match(fingerprint, /^(\d{5} ?){6}$/);
    await settings.reload();
    await settings.locator("#fingerprint").getByText(fingerprint).waitFor();
    await settings.close();

    const received = await log(other);
    assert.equal(received.filter((e) => e.kind === "touch").length, 9);
    assert.ok(received.some((e) => e.kind === "card" && e.sealed.person.name === "Maren Holt"));
    assert.ok(received.every((e) => !e.local), "what stays on the device has stayed");
    await other.close();
  });

  test("the other sees the same verdict and history, without pressing Track", async () => {
    bens = await beside(ben);
    await verdict(bens).getByText("One last try").waitFor();
    await inStep(bens);
    await becomes(() => shows(bens), await shows(annas));
    assert.equal((await log(bens)).filter((e) => e.kind === "touch").length, 9, "seen in both mailboxes, counted once");
  });

  test("what one logs is at the other at once, by the Worker’s word that there is news", async () => {
    await logTouch(bens, "sms");
    await happened(annas, "Ben’s laptop: Text message");
    await logTouch(annas, "letter");
    await happened(bens, "Anna’s laptop: Letter");
  });

  test("one is offline for a while, and says so; afterwards both show the same", async () => {
    await inStep(bens);
    await offline(ben, true);
    await logTouch(bens, "live-message");
    await line(bens, /^Offline: 1 waiting, last in step/);
    await stopBackground(ben, bens);
    await logTouch(annas, "visit");
    await inStep(annas);
    await now(bens);
    await inStep(bens);
    await now(annas);
    await happened(annas, "Ben’s laptop: Message left with a person");
    await happened(annas, "You dropped in");
    await happened(bens, "Anna’s laptop: Visit");
    await becomes(() => shows(bens), await shows(annas));
    assert.equal((await log(annas)).filter((e) => e.kind === "touch").length, 13);
  });

  test("decisions that clash are shown to both, with who and when, until one decides again", async () => {
    await offline(ben, true);
    await annas.locator("[data-do=decide]").first().click();
    await verdict(annas).getByText(/Wait until/).waitFor();
    await inStep(annas);
    await bens.getByRole("button", { name: "Disagree?" }).click();
    await bens.getByRole("button", { name: "Break up", exact: true }).click();
    await bens.getByRole("button", { name: "Decide so" }).click();
    await verdict(bens).getByText("One last try").waitFor({ state: "detached" });
    await offline(ben, false);
    await now(bens);
    await inStep(bens);
    await now(annas);
    for (const [panel, other] of /** @type {[Page, string][]} */ ([[annas, "Ben’s laptop"], [bens, "Anna’s laptop"]])) {
      const clash = panel.locator("section.clash");
      await clash.getByText(new RegExp(`^${other}, .* at \\d\\d:\\d\\d$`)).waitFor();
      await clash.getByText(/^You, .* at \d\d:\d\d$/).waitFor();
      assert.match(await clash.locator("li").first().innerText(), /Let go|Break up/i);
    }
    await becomes(() => verdict(annas).locator("h2").innerText(), await verdict(bens).locator("h2").innerText());
    const left = (/** @type {Page} */ panel) => panel.locator("section.steps").innerText();
    assert.match(await left(bens), /Take them out of every sequence/);
    await becomes(() => left(annas), await left(bens));
  });

  test("what is changed on its way is not believed, and listed", async () => {
    await lying(ben, '"channel":"fax"', '"channel":"sms"');
    await logTouch(annas, "fax");
    await inStep(annas);
    await now(bens);
    await line(bens, /^1 not taken/);
    assert.equal((await log(bens)).filter((e) => e.kind === "touch").length, 13);
    const settings = await openSettings(ben);
    await settings.locator("#refused").getByText("It was changed on its way or at the Worker").waitFor();
    await settings.locator("[data-press=dismiss]").click();
    await inStep(bens);
    await lying(ben, "", "");
    await settings.close();
  });

  test("nothing of it can be read at the Worker, in its files or in what it says", async () => {
    const recorded = await log(annas);
    const secrets = new Set(["Anna’s laptop", "Ben’s laptop"]);
    for (const { sealed, local } of recorded) {
      for (const text of [...Object.values(sealed?.person ?? {}), sealed?.text, local?.text, local?.subject, local?.source?.mailbox, local?.source?.message]) {
        if (text?.length > 6) secrets.add(text.slice(0, 30));
      }
    }
    assert.ok(secrets.size > 10, `only ${[...secrets]} is looked for`);
    const kept = worker.all();
    assert.ok(kept.some((file) => file.includes(recorded[0].who[0])), "what is in clear is there");
    for (const secret of secrets) {
      for (const form of forms(secret)) assert.ok(!kept.some((file) => file.includes(form)), `the Worker holds ${form}`);
    }
  });

  test("a printed recovery key is in the other’s list and fingerprint, until it is removed", async () => {
    const settings = await openSettings(anna);
    const answer = (/** @type {string} */ yes) => settings.locator("#ask").getByRole("button", { name: yes, exact: true }).click();
    const row = (/** @type {Page} */ page) => page.locator("#devices li", { hasText: "on paper" });
    const fingerprint = settings.locator("#fingerprint");
    const before = await fingerprint.innerText();
    await settings.getByRole("button", { name: "Make a recovery key" }).click();
    await answer("Make it");
    await row(settings).waitFor();
    const after = await fingerprint.innerText();
    assert.notEqual(after, before);
    const other = await openSettings(ben);
    await row(other).getByText("on Anna’s laptop").waitFor();
    assert.equal(await other.locator("#fingerprint").innerText(), after);
    await other.close();
    await row(settings).getByRole("button", { name: "Remove" }).click();
    await answer("Remove it");
    await row(settings).waitFor({ state: "detached" });
    await fingerprint.getByText(before).waitFor();
    await settings.close();
    await logTouch(annas, "fax"); // sealed with the new key
    await inStep(annas);
    await now(bens);
    await happened(bens, "Anna’s laptop: Fax");
  });

  test("what one erases is gone on the other", async () => {
    const settings = await openSettings(anna);
    await submit(settings, "erase", { "E-mail address or LinkedIn profile": "nobody" });
    await settings.locator("#ask").getByRole("button", { name: "Erase" }).click();
    await settings.getByText("this is no e-mail address").waitFor();
    const email = (await log(settings)).find((e) => e.kind === "card").sealed.person.email;
    await submit(settings, "erase", { "E-mail address or LinkedIn profile": email });
    await settings.locator("#ask").getByRole("button", { name: "Erase" }).click();
    await settings.getByText("Erased here").waitFor();
    await annas.getByRole("button", { name: "Track", exact: true }).waitFor();
    await inStep(settings);
    await now(bens);
    await bens.getByRole("button", { name: "Track", exact: true }).waitFor();
    for (const panel of [annas, bens]) await becomes(async () => (await log(panel)).map((e) => e.kind), ["erase"]);
    await bens.getByRole("button", { name: "Track", exact: true }).click();
    await bens.getByText("was erased for the whole team").waitFor();
    await settings.close();
  });

  test("who leaves is asked for no more, and keeps the log", async () => {
    const alarms = () => inStepAlarms(ben);
    assert.deepEqual((await alarms()).map((a) => [a.name, a.periodInMinutes]), [["in-step", 1]]);
    const settings = await openSettings(ben);
    await settings.getByRole("button", { name: "Leave…" }).click();
    await settings.locator("#ask").getByRole("button", { name: "Leave", exact: true }).click();
    await line(settings, /^Only on this device/);
    await becomes(alarms, []);
    assert.deepEqual((await log(settings)).map((e) => e.kind), ["erase"]);
    const annasSettings = await openSettings(anna);
    await annasSettings.getByText(/^Manager · removed/).waitFor();
  });
});

test("a Worker that says when to ask again is asked then and not before, by no page either", async (t) => {
  const worker = await startWorker(12);
  const browser = await start();
  t.after(() => Promise.all([browser.close(), worker.close()]));
  const settings = await openSettings(browser);
  await submit(settings, "create", { "The Worker’s address": worker.url, "Set-up secret": setup, "Name of this device": "Anna’s laptop" });
  await inStep(settings);
  await browser.worker().evaluate(() => {
    const all = /** @type {any} */ (globalThis);
    const real = fetch;
    all.syncs = 0;
    all.fetch = (/** @type {string} */ url, /** @type {any} */ how) => { all.syncs += Number(/[/]sync$/.test(url)); return real(url, how); };
    const now = Date.now();
    Date.now = () => now; // the minute after which it may ask again does not pass
  });
  const syncs = () => browser.worker().evaluate(() => /** @type {any} */ (globalThis).syncs);
  const press = () => settings.evaluate(() => chrome.runtime.sendMessage({ ask: "now" }));
  const held = async () => /Too many requests/.test((await settings.evaluate(() => chrome.runtime.sendMessage({ ask: "step" }))).result.problem);
  await until(async () => (await press(), held()), "the Worker takes no more");
  const before = await syncs();
  for (let n = 0; n < 10; n++) await press();
  assert.ok(before > 0 && (await held()));
  assert.equal(await syncs(), before, "a page that asks is let through");
});

test("a round that breaks off is said, and the next one that does not makes it good", async (t) => {
  const worker = await startWorker();
  const browser = await start();
  t.after(() => Promise.all([browser.close(), worker.close()]));
  const settings = await openSettings(browser);
  await submit(settings, "create", { "The Worker’s address": worker.url, "Set-up secret": setup, "Name of this device": "Anna’s laptop" });
  await inStep(settings);
  const membership = (/** @type {any} */ value) => settings.evaluate((value) => new Promise((resolve) => {
    const opening = indexedDB.open("cleanbreak");
    opening.onsuccess = () => {
      const store = opening.result.transaction("settings", "readwrite").objectStore("settings");
      const before = store.get("team");
      before.onsuccess = () => {
        const put = store.put(value ?? { team: 7 }, "team");
        put.onsuccess = () => (opening.result.close(), resolve(before.result));
      };
    };
  }), value);
  const whole = await membership(undefined);
  await until(async () => {
    await membership(undefined); // a round on its way may have put it back
    await now(settings);
    return /^Out of step: last in step/.test(await settings.locator("#line").innerText());
  }, "it is said that the round broke off");
  await membership(whole);
  await now(settings);
  await inStep(settings);
});

test("without a team nothing is requested from any host", async (t) => {
  /** @type {string[]} what was asked for; the browser's own wishes and the saved page's are not of interest */
  const requests = [];
  const note = (/** @type {string | undefined} */ url = "") => !/^(http:..)?[\w.-]+\.(google(apis)?|gvt1)\.com\b/.test(url) && requests.push(url);
  const proxy = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  proxy.on("connect", (request, socket) => {
    note(request.url);
    socket.destroy();
  });
  await new Promise((ready) => proxy.listen(0, "127.0.0.1", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
  const browser = await start({ proxy: `http://127.0.0.1:${port}` });
  t.after(async () => { await browser.close(); proxy.close(); });

  const panel = await beside(browser);
  await panel.getByRole("button", { name: "Track", exact: true }).click();
  await verdict(panel).getByText("One last try").waitFor();
  await logTouch(panel, "call");
  const settings = await openSettings(browser);
  await settings.getByText("Without a team nothing leaves this device").waitFor();
  await now(settings);
  await settings.evaluate(() => chrome.runtime.sendMessage({ ask: "step" }));
  await settled(settings);
  assert.deepEqual(await inStepAlarms(browser), []);
  assert.deepEqual(requests, []);

  await submit(settings, "create", { "The Worker’s address": "http://127.0.0.1:18787", "Set-up secret": setup, "Name of this device": "Anna’s laptop" });
  await settings.getByText("cannot be reached").waitFor();
  assert.ok(requests.join().includes("127.0.0.1:18787/v1/teams/"), "the proxy would have seen it");
});
