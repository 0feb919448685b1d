// @ts-check
// Every saved page in a real browser: page → snapshot. The snapshots are kept
// beside the pages (UPDATE=1 writes them); `go test ./core/page` reads them on
// to contexts. So the chain page → snapshot → context is tested whole, and each
// half runs without the other's tools.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { placesOf } from "../pages/check.mjs";
import { browser, fixture, fixtures, folder, hugePage, inject, longThread, message, open, opened, pass, sent, snapshot } from "./fixtures.mjs";

/** @type {Awaited<ReturnType<typeof browser>>} */
let chrome;
before(async () => void (chrome = await browser()));
after(() => chrome.close());

test("every saved page gives its snapshot", async (t) => {
  for (const { file } of fixtures) {
    const name = file.replace(".html", "");
    const path = `${folder}${name}.snapshot.json`;
    const got = JSON.parse(await snapshot(chrome, fixture(name)));
    if (process.env.UPDATE) writeFileSync(path, JSON.stringify(got, null, 1) + "\n");
    assert.ok(existsSync(path), `no ${path}: run with UPDATE=1`);
    await t.test(name, () => assert.deepEqual(got, JSON.parse(readFileSync(path, "utf8"))));
  }
});

test("the same page is sent once, and a change once more", async () => {
  const page = await open(chrome, fixture("gmail-thread-de"));
  await inject(page);
  await message(page, "page");
  await page.evaluate(() => document.body.append(document.createElement("i")));
  await pass(page, 1500);
  assert.equal((await sent(page)).length, 1);
  await page.evaluate(() => void (document.querySelectorAll("div.a3s")[1].textContent = "Changed"));
  const { snapshot, at } = await message(page, "page", 1);
  assert.match(snapshot, /Changed/);
  assert.ok(at > opened && at < opened + 60_000, "at is milliseconds since 1970");
  await page.close();
});

test("Gmail: a new address is told at once and waits for its own thread", async () => {
  const page = await open(chrome, fixture("gmail-thread-en"));
  await inject(page);
  await message(page, "page");
  const left = await page.evaluate(() => {
    location.hash = "#inbox/FMfcgzBbBbBbBbBbBbBbBbBbBbBbBbBb";
    history.pushState(null, "", "#inbox/FMfcgzCcCcCcCcCcCcCcCcCcCcCcCcCc");
    return /** @type {any} */ (globalThis).sent.at(-1);
  });
  assert.equal(left.type, "left");
  assert.match(left.url, /CcCcCc$/);
  await pass(page, 2500);
  assert.equal((await sent(page)).filter((m) => m.type === "page").length, 1, "the old thread under the new address");
  await page.evaluate(() => {
    const subject = /** @type {HTMLElement} */ (document.querySelectorAll("h2.hP")[1]);
    subject.textContent = "Another";
    subject.dataset.threadPermId = "thread-f:42";
  });
  await pass(page, 1000);
  assert.equal((await sent(page)).filter((m) => m.type === "page").length, 1, "a new subject over the old mails");
  await page.evaluate(() => {
    const mails = document.querySelectorAll('div[role="main"]:not([style]) div.adn');
    mails.forEach((mail, i) => mail.setAttribute("data-legacy-message-id", `18a41665ecb4000${i}`));
  });
  const read = JSON.parse((await message(page, "page", 1)).snapshot);
  assert.match(read.url, /CcCcCc$/);
  assert.equal(read.fields.subject.value, "Another");
  await page.close();
});

test("Gmail: an address whose thread never comes is told as stale, with nothing read", async () => {
  const page = await open(chrome, fixture("gmail-thread-en"));
  await inject(page);
  await message(page, "page");
  await page.evaluate(() => history.pushState(null, "", "#inbox/FMfcgzDdDdDdDdDdDdDdDdDdDdDdDdDd"));
  const read = JSON.parse((await message(page, "page", 1)).snapshot);
  assert.equal(read.stale, true);
  assert.deepEqual([read.fields, read.lists], [{}, {}]);
  await page.close();
});

test("LinkedIn: a profile on which nothing says whose it is any more has drifted, and is nobody's", async () => {
  const page = await open(chrome, fixture("linkedin-profile-2026"));
  await page.evaluate(() => {
    for (const a of document.querySelectorAll("a[href*='/overlay/'], a[href*='/details/']")) a.setAttribute("href", "/renamed");
  });
  await inject(page);
  const read = JSON.parse((await message(page, "page")).snapshot);
  assert.deepEqual([read.layout, read.stale, read.identity, read.key !== ""], ["profile-2026", true, "", true]);
  await page.close();
  const places = placesOf(read.site, read.layout, ["identity"]);
  assert.ok(places.length > 2 && places.every((p) => p.includes(": identity: ")), places.join("\n"));
});

test("LinkedIn: left is told at once and the new page is not read until asked", async () => {
  const page = await open(chrome, fixture("linkedin-profile-2026"));
  await inject(page);
  await message(page, "page");
  const next = fixture("linkedin-hostile");
  const left = await page.evaluate(() => {
    history.pushState(null, "", "/in/eve-markup/");
    return /** @type {any} */ (globalThis).sent.at(-1);
  });
  assert.deepEqual(left, { type: "left", url: next.url });
  await pass(page, 1500);
  assert.equal((await sent(page)).length, 2, "read without being asked");

  await inject(page); // the rep asks while the old profile is still in the page
  await pass(page, 1500);
  assert.equal((await sent(page)).length, 2, "the old profile under the new address");
  const main = /** @type {string} */ (/<main[\s\S]*<\/main>/.exec(next.html)?.[0]);
  await page.evaluate((html) => void (/** @type {Element} */ (document.querySelector("main")).outerHTML = html), main);
  const read = JSON.parse((await message(page, "page", 1)).snapshot);
  assert.equal(read.fields.slug.value, "eve-markup");
  assert.equal(read.stale, false);
  await pass(page, 1000);
  assert.equal((await sent(page)).length, 3);
  await page.close();
});

test("LinkedIn: a conversation under a new address waits for new messages and a new header", async () => {
  const page = await open(chrome, fixture("linkedin-messaging"));
  await inject(page);
  await message(page, "page");
  await page.evaluate(() => history.pushState(null, "", "/messaging/thread/2-another/"));
  await inject(page);
  await page.evaluate(() => document.querySelector("a.msg-thread__link-to-profile")?.setAttribute("href", "/in/new-person/"));
  await pass(page, 2000);
  assert.equal((await sent(page)).filter((m) => m.type === "page").length, 1);
  await page.evaluate(() => document.querySelectorAll("[data-event-urn]").forEach((el, i) => el.setAttribute("data-event-urn", `urn:${i}`)));
  const read = JSON.parse((await message(page, "page", 1)).snapshot);
  assert.equal(read.fields.link.value, "/in/new-person/");
  await page.close();
});

/** Puts another conversation, or thread, into the page. @param {import("playwright-core").Page} page @param {string} name */
const become = (page, name) =>
  page.evaluate((name) => {
    document.querySelector("a.msg-thread__link-to-profile")?.setAttribute("href", `/in/${name}/`);
    document.querySelectorAll("[data-event-urn]").forEach((el, i) => el.setAttribute("data-event-urn", `urn:${name}${i}`));
    const main = document.querySelector('div[role="main"]:not([style])');
    main?.querySelector("h2.hP")?.setAttribute("data-thread-perm-id", name);
    main?.querySelectorAll("div.adn").forEach((el, i) => el.setAttribute("data-legacy-message-id", `18a4166${name.length}ecb4000${i}`));
  }, name);

/** @param {import("playwright-core").Page} page @param {string} path */
const go = (page, path) => page.evaluate((path) => history.pushState(null, "", path), path);

/** The identities of the pages sent, "stale" for one that was not read. @param {import("playwright-core").Page} page */
const identities = async (page) =>
  (await sent(page)).filter((m) => m.type === "page").map((m) => JSON.parse(m.snapshot)).map((s) => (s.stale ? "stale" : s.identity.split(" ")[0]));

test("LinkedIn: a press right after another conversation was chosen waits for that one", async () => {
  const page = await open(chrome, fixture("linkedin-messaging"));
  await go(page, "/messaging/thread/2-another/");
  await inject(page); // the old conversation is still there
  await pass(page, 800);
  await become(page, "new-person");
  await message(page, "page");
  assert.deepEqual(await identities(page), ["/in/new-person/"]);
  await page.close();
});

test("LinkedIn: a conversation passed on the way is not taken for the one arrived at", async () => {
  const page = await open(chrome, fixture("linkedin-messaging"));
  await inject(page);
  await message(page, "page");
  await go(page, "/messaging/thread/2-passed/");
  await become(page, "passed");
  await go(page, "/messaging/thread/2-arrived/");
  await inject(page);
  await pass(page, 800);
  await become(page, "arrived");
  await message(page, "page", 1);
  assert.deepEqual((await identities(page)).slice(1), ["/in/arrived/"]);
  await page.close();
});

test("LinkedIn: back to a conversation while another is still shown", async () => {
  const saved = fixture("linkedin-messaging");
  const page = await open(chrome, saved);
  await become(page, "first");
  await inject(page);
  await message(page, "page");
  await go(page, "/messaging/thread/2-another/");
  await become(page, "another");
  await go(page, new URL(saved.url).pathname);
  await inject(page);
  await pass(page, 2000);
  assert.deepEqual(await identities(page), ["/in/first/"]);
  await become(page, "first");
  await page.evaluate(() => document.querySelector("[data-event-urn]")?.setAttribute("data-event-urn", "urn:older")); // its older messages have loaded
  await message(page, "page", 1);
  assert.deepEqual(await identities(page), ["/in/first/", "/in/first/"]);
  await page.close();
});

test("Gmail: back to a thread while another is still shown", async () => {
  const saved = fixture("gmail-thread-en");
  const page = await open(chrome, saved);
  await become(page, "first");
  await inject(page);
  await message(page, "page");
  await page.evaluate((hash) => {
    location.hash = "#inbox/FMfcgzBbBbBbBbBbBbBbBbBbBbBbBbBb";
    document.querySelector('div[role="main"]:not([style]) h2.hP')?.setAttribute("data-thread-perm-id", "another");
    location.hash = hash;
  }, new URL(saved.url).hash);
  await pass(page, 2000);
  assert.deepEqual(await identities(page), ["first"]);
  await become(page, "first");
  await message(page, "page", 1);
  assert.deepEqual(await identities(page), ["first", "first"]);
  await page.close();
});

test("Gmail: a script that came late waits for the page to stand still", async () => {
  const page = await open(chrome, fixture("gmail-thread-en"));
  await pass(page, 1500);
  await go(page, "#inbox/FMfcgzBbBbBbBbBbBbBbBbBbBbBbBbBb");
  await inject(page);
  await pass(page, 800);
  await become(page, "another");
  await message(page, "page");
  assert.deepEqual(await identities(page), ["another"]);
  await page.close();
});

test("a first read waits 1.5 seconds at most", async () => {
  const page = await open(chrome, fixture("linkedin-messaging"));
  await inject(page);
  await pass(page, 1500);
  assert.equal((await sent(page)).length, 1);
  await page.close();
});

test("a reloaded extension's script stops without a word", async () => {
  const page = await open(chrome, fixture("gmail-thread-de"));
  const noise = /** @type {string[]} */ ([]);
  page.on("console", (m) => noise.push(m.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  await inject(page);
  await message(page, "page");
  await page.evaluate(() => {
    delete (/** @type {any} */ (globalThis).chrome.runtime.id);
    history.pushState(null, "", "#inbox");
    document.body.append("x");
  });
  await pass(page, 1500);
  assert.equal((await sent(page)).length, 1);
  assert.deepEqual(noise, []);
  await page.close();
});

test("the page is left as it was", async () => {
  const page = await open(chrome, fixture("linkedin-profile-2026"));
  const before = await page.content();
  await inject(page);
  await message(page, "page");
  assert.equal(await page.content(), before);
  await page.close();
});

// make bench-read measures how long the tasks are.
for (const [name, make, least] of /** @type {const} */ ([["2,000 mails", () => longThread(2000), 2000 / 8], ["5 MB", hugePage, 2]])) {
  test(`${name}: reading makes way after 8 ms`, async () => {
    const page = await open(chrome, make());
    await page.evaluate(() => { // each look at the clock takes a millisecond
      const world = /** @type {any} */ (globalThis);
      Object.assign(world, { looks: 0, tasks: [] });
      performance.now = () => ++world.looks;
      const idle = requestIdleCallback;
      world.requestIdleCallback = (/** @type {IdleRequestCallback} */ task, /** @type {IdleRequestOptions} */ options) => (world.tasks.push(world.looks), idle(task, options));
    });
    await inject(page);
    const { snapshot } = await message(page, "page");
    assert.ok(snapshot.length > 1000 && Buffer.byteLength(snapshot) < 4e6, `${snapshot.length} characters`);
    const tasks = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (globalThis).tasks));
    assert.ok(tasks.length >= least, `${tasks.length} tasks`);
    tasks.slice(1).forEach((at, i) => assert.ok(at - tasks[i] <= 16, `a task of ${at - tasks[i]} ms`));
    await page.close();
  });
}

test("more than 2,000 mails: the newest are kept and the cut is told", async () => {
  const read = JSON.parse(await snapshot(chrome, longThread(2100)));
  const { total, items } = read.lists.messages;
  assert.deepEqual([total, items.length], [2100, 2000]);
  assert.match(items.at(-1).fields.text.value, /^Line 2099 /);
});

const search = "#search/from%3A(kim%40acme.example)+OR+to%3A(kim%40acme.example)";

/** @param {import("playwright-core").Page} page @param {number} from the first element's id, which Gmail never gives twice */
const rowsBecome = (page, from) =>
  page.evaluate((from) => document.querySelectorAll("tr.zA").forEach((row, i) => row.setAttribute("id", `:${from + i}`)), from);

test("Gmail: the inbox under a search's address is not taken for its rows", async () => {
  const { html } = fixture("gmail-search-two");
  const page = await open(chrome, { url: "https://mail.google.com/mail/u/0/#inbox", html });
  await inject(page);
  const inbox = JSON.parse((await message(page, "page")).snapshot);
  assert.equal(inbox.layout, "list");
  await page.evaluate((hash) => void (location.hash = hash), search);
  await pass(page, 1500);
  assert.equal((await sent(page)).filter((m) => m.type === "page").length, 1, "the inbox's rows as the search's");
  await rowsBecome(page, 900); // the search's own rows; the first is the thread that was first in the inbox
  const found = JSON.parse((await message(page, "page", 1)).snapshot);
  assert.deepEqual([found.layout, found.stale, found.lists.rows.items.length], ["list", false, 3]);
  assert.match(found.url, /#search/);
  await page.close();
});

test("Gmail: an empty inbox under a search's address is no empty result", async () => {
  const { html } = fixture("gmail-search-empty");
  const page = await open(chrome, { url: "https://mail.google.com/mail/u/0/#inbox", html: html.replace(/No messages matched[^<]*/, "Nothing in Inbox") });
  await inject(page);
  await message(page, "page");
  await page.evaluate((hash) => void (location.hash = hash), search);
  await pass(page, 1500);
  assert.equal((await sent(page)).filter((m) => m.type === "page").length, 1);
  await page.evaluate(() => void (/** @type {Element} */ (document.querySelector("td.TC")).textContent = "No messages matched your search."));
  const found = JSON.parse((await message(page, "page", 1)).snapshot);
  assert.deepEqual([found.layout, found.stale, found.fields.none.value], ["empty", false, "yes"]);
  await page.close();
});

test("Gmail: a hidden empty view tells nothing of the one in view", async () => {
  const { url, html } = fixture("gmail-search-loading");
  const hidden = '<div role="main" style="display:none"><table><tr><td class="TC">Nothing here</td></tr></table></div>';
  const page = await open(chrome, { url, html: html.replace("<body", () => `<body data-x`).replace('<div class="nH bkL">', (all) => hidden + all) });
  await inject(page);
  const { stale, fields } = JSON.parse((await message(page, "page")).snapshot);
  assert.ok(stale && !fields.none);
  await page.close();
});
