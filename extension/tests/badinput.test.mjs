// @ts-check
// What pages can throw at the built extension: each gives a clear state in the
// panel, records nothing false, and breaks nothing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open, openPanel, saved, start, tabOf } from "./extension.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./extension.mjs").Browser} */
let browser;
before(async () => void (browser = await start()));
after(() => browser.close());

/** Opens HTML at an address, gives what the panel shows of it, and closes both. @param {{url: string, html: string}} page @param {(panel: import("playwright-core").Page, page: import("playwright-core").Page, tab: number) => Promise<void>} look */
async function shown(page, look) {
  const opened = await open(browser, page);
  const tab = await tabOf(browser, opened.url());
  const panel = await openPanel(browser, tab);
  await look(panel, opened, tab);
  await Promise.all([opened.close(), panel.close()]);
}

/** @param {import("playwright-core").Page} panel @param {string} phase */
const phase = (panel, phase) => panel.locator(`[data-phase=${phase}]`).waitFor();

describe("pages that are about nobody", () => {
  for (const [name, expected] of [
    ["gmail-settings", "elsewhere"],
    ["linkedin-feed", "elsewhere"],
    ["linkedin-authwall", "unreadable"],
    ["linkedin-404", "unreadable"],
    ["gmail-unknown", "unreadable"],
    ["linkedin-unknown", "unreadable"],
    ["gmail-thread-list", "several"],
  ]) {
    test(`${name} is ${expected}`, () => shown(saved(name), (panel) => phase(panel, expected)));
  }

  test("a page of another site is elsewhere", () =>
    shown({ url: "https://other.example/", html: "<h1>Hello</h1>" }, async (panel) => {
      await panel.locator("[data-phase=elsewhere], [data-phase=press]").waitFor();
    }));
});

describe("hostile text", () => {
  for (const name of ["gmail-hostile", "linkedin-hostile"]) {
    test(`${name}: shown as text, and no script runs`, () =>
      shown(saved(name), async (panel) => {
        const alerts = /** @type {string[]} */ ([]);
        panel.on("dialog", (d) => (alerts.push(d.message()), d.dismiss()));
        await phase(panel, "someone");
        await panel.getByRole("button", { name: "Track", exact: true }).click();
        await panel.locator("section.verdict[data-tone]").waitFor();
        assert.equal(await panel.locator("main img, main script, main iframe").count(), 0);
        assert.deepEqual(alerts, []);
      }));
  }
});

describe("big pages", () => {
  test("a thread of 2,000 messages is counted", () =>
    shown(thread(2000), async (panel) => {
      await panel.getByRole("button", { name: "Track", exact: true }).click();
      await panel.locator("section.verdict[data-tone]").waitFor();
      const state = async () => JSON.parse(await panel.evaluate(() => chrome.runtime.sendMessage({ do: "look", tab: Number(location.hash.slice(5)) })));
      await becomes(async () => (await state()).entries.length, 2000);
    }));

  test("a page of 5 MB is read", () => {
    const { url, html } = saved("gmail-thread-en");
    const noise = "<div class='x'><span>noise</span></div>".repeat(130_000);
    return shown({ url, html: html.replace("</body>", `<div hidden>${noise}</div></body>`) }, (panel) =>
      panel.getByRole("heading", { name: "Maren Holt" }).waitFor(),
    );
  });
});

describe("forged messages", () => {
  test("a reader may neither track nor log, and broken snapshots are said", async () => {
    await shown(saved("gmail-thread-de"), async (panel, page, tab) => {
      await phase(panel, "someone");
      const answers = await forge(tab, [
        { do: "track", tab, url: page.url() },
        { do: "log", tab, url: page.url(), new: "x", entered: { type: "touch", channel: "call" } },
        { do: "log", tab, url: page.url(), new: "x", entered: { type: "decision", verdict: "lift-stop" } },
        { do: "describe", tab, url: page.url(), new: "x", deal: { customer: true } },
        { do: "looked", tab, url: page.url() },
        { type: "page", snapshot: 7 },
        { type: "page" },
        { type: "other" },
        null,
      ]);
      assert.ok(answers.every((a) => a === "none"));
      const state = JSON.parse(await panel.evaluate((tab) => chrome.runtime.sendMessage({ do: "look", tab }), tab));
      assert.equal(state.tracked, false);
      assert.equal(state.person.name, "Jonas Weidner");
      await forge(tab, [{ type: "page", snapshot: "{" }]);
      await panel.getByText(/could not be read/).waitFor();
    });
  });
});

/** Sends messages as a content script of the tab would. @param {number} tab @param {unknown[]} messages @returns {Promise<unknown[]>} */
const forge = (tab, messages) =>
  browser.worker().evaluate(
    async ({ tab, messages }) => {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId: tab },
        args: [messages],
        func: (messages) => Promise.all(messages.map((m) => chrome.runtime.sendMessage(m).then((a) => a ?? "none", () => "none"))),
      });
      return result ?? [];
    },
    { tab, messages },
  );

/** A Gmail thread of many short mails to one prospect. @param {number} length */
function thread(length) {
  const start = Date.UTC(2026, 8, 1);
  const mails = Array.from({ length }, (_, i) => {
    const id = (BigInt(start + i * 60_000) << 20n).toString(16);
    return `<div role="listitem"><div class="adn ads" data-message-id="#msg-f:${BigInt("0x" + id)}" data-legacy-message-id="${id}">
      <span class="gD" email="robin@cleanbreak-demo.example" name="Robin Vale">Robin Vale</span>
      <span class="hb">to <span class="g2" email="ada.lind@fabrik.example" name="Ada Lind">Ada</span></span>
      <div class="ii gt"><div class="a3s aiL">Mail number ${i}.</div></div></div></div>`;
  });
  return {
    url: "https://mail.google.com/mail/u/0/#inbox/FMfcgzLongThread",
    html: `<!doctype html><title>Long - robin@cleanbreak-demo.example - Gmail</title><div role="main">
      <h2 class="hP" data-thread-perm-id="thread-f:1" data-legacy-thread-id="1">Long</h2><div role="list">${mails.join("")}</div></div>`,
  };
}
