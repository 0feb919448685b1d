// @ts-check
// The settings page and the panel's last line, on the stage: what they say in each
// state, and what each press asks for.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openStage } from "./panel-stage.mjs";
import { answering, idle, steps } from "./settings-states.mjs";
import { gone, holds, matches, number } from "./shown.mjs";
import { states } from "./states.mjs";
import { now } from "./states-make.mjs";
import { becomes } from "./waits.mjs";

/** @type {import("./panel-stage.mjs").Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

/** @typedef {import("./panel-stage.mjs").Panel} Panel */

/** @param {string} step @param {object} [over] of the team */
async function settings(step, over) {
  const page = await stage.panel(null, { path: "/settings.html", viewport: { width: 700, height: 900 } });
  await page.clock.setFixedTime(now); // a time of today stands without its date
  await answering(page, steps[step], over);
  return page;
}
/** @param {Panel} page @param {string[]} [names] */
const asked = (page, names) => page.evaluate((names) => /** @type {any} */ (globalThis).stage.asked.filter((/** @type {any} */ a) => names.includes(a.ask)), names ?? ["create", "join", "recover", "invite", "remove", "recovery", "erase", "leave", "dismiss"]);
/** Waits until the background was asked this. @param {Panel} page @param {unknown[]} expected @param {string[]} [names] */
const asks = (page, expected, names) => becomes(() => asked(page, names), expected);
/** @param {Panel} page */
const done = async (page) => {
  assert.deepEqual(page.errors, []);
  await page.context().close();
};
/** Answers the question, and waits until what was pressed is done. @param {Panel} page @param {string} name */
async function answer(page, name) {
  await page.locator("#ask").getByRole("button", { name, exact: true }).click();
  await idle(page);
}

describe("the line", () => {
  /** @type {Record<string, [string, RegExp]>} tone and words */
  const lines = {
    alone: ["", /^Only on this device$/],
    "in step": ["good", /^In step, 12:04$/],
    "just joined": ["mend", /^214 waiting, not in step yet$/],
    waiting: ["mend", /^3 waiting, last in step 12:04$/],
    offline: ["mend", /^Offline: 3 waiting, last in step 13 Nov 12:04$/],
    removed: ["bad", /^Out of step: 1 waiting, last in step/],
    "left out": ["bad", /^Out of step: 1 waiting, last in step/],
    refused: ["mend", /^4 not taken, 1 waiting, last in step/],
  };
  for (const [name, [tone, words]] of Object.entries(lines)) {
    test(name, async () => {
      const page = await settings(name);
      await page.locator(`#line[data-tone="${tone}"]`, { hasText: words }).waitFor();
      await done(page);
    });
  }

  test("stands in the panel too, with the way to the settings", async () => {
    const page = await stage.panel(states.keep);
    await page.getByText("Only on this device").waitFor();
    await answering(page, steps.waiting);
    await page.getByText(/3 waiting, last in step/).waitFor();
    await page.getByRole("button", { name: "Settings" }).click();
    await becomes(() => page.evaluate(() => /** @type {any} */ (globalThis).stage.settings), 1);
    await done(page);
  });
});

describe("without a team", () => {
  test("says that nothing leaves the device, and asks nobody for the team", async () => {
    const page = await settings("alone");
    await page.getByText("nothing leaves this device").waitFor();
    assert.equal(await page.locator("#together").isVisible(), false);
    assert.deepEqual(await asked(page, ["team", "ticket", "now"]), []);
    await done(page);
  });

  test("joins by what was pasted", async () => {
    const page = await settings("alone");
    await page.getByLabel("Invitation", { exact: true }).fill("https://x.example/#join.a.b.c");
    await page.locator("form[data-press=join]").getByLabel("Name of this device").fill("Ben’s laptop");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByText("This device is in the team.").waitFor({ state: "attached" });
    await asks(page, [{ ask: "join", invitation: "https://x.example/#join.a.b.c", label: "Ben’s laptop" }]);
    await done(page);
  });

  test("says what was done where it is seen, however far down it was pressed, until the next click", async () => {
    const page = await settings("alone");
    await page.getByLabel("Invitation", { exact: true }).fill("https://x.example/#join.a.b.c");
    await page.locator("form[data-press=join]").getByLabel("Name of this device").fill("Ben’s laptop");
    await page.getByRole("button", { name: "Join" }).click();
    const said = page.getByRole("status").getByText("This device is in the team.");
    await said.waitFor();
    assert.ok(await page.evaluate(() => scrollY > 0), "it was pressed further down");
    const box = await said.boundingBox();
    assert.ok(box && box.width > 200 && box.height > 20 && box.y > 0 && box.y + box.height < 900, JSON.stringify(box));
    await page.locator("h1").click();
    await gone(said);
    await done(page);
  });

  test("says why it did not work, and keeps what was typed", async () => {
    const page = await settings("alone");
    await page.evaluate(() => { /** @type {any} */ (globalThis).stage.background = () => ({ fault: "This is not a whole invitation." }); });
    await page.getByLabel("Invitation", { exact: true }).fill("half");
    await page.locator("form[data-press=join]").getByLabel("Name of this device").fill("Ben");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByRole("alert").getByText("This is not a whole invitation.").waitFor();
    await holds(page.getByLabel("Invitation", { exact: true }), "half");
    await done(page);
  });
});

describe("in a team", () => {
  test("devices have names, roles and when they were seen; names are text", async () => {
    const page = await settings("in step");
    await page.getByText("Manager, yours · this device").waitFor();
    await page.getByText("<img src=x onerror=alert(1)>").waitFor();
    await page.getByText("Rep · not seen yet").waitFor();
    await page.getByText(/^Rep · removed 13 Oct/).waitFor();
    await page.locator("#devices li", { hasText: "Recovery key" }).getByText(/^on paper · made 23 Sept? .* on Anna’s laptop$/).waitFor();
    await number(page.getByRole("button", { name: /^Remove/ }), 4);
    await done(page);
  });

  test("a rep sees what a rep may do", async () => {
    const page = await settings("in step", { member: "ben", role: "rep" });
    await page.getByText("Rep, yours · last seen").waitFor();
    assert.equal(await page.locator(".managers:visible").count(), 0);
    assert.equal(await page.getByRole("button", { name: /^Remove/ }).count(), 1); // Ben's own, which is not removed
    assert.deepEqual(await page.locator("[name=for] option:not([hidden])").allInnerTexts(), ["A further device of mine"]);
    await done(page);
  });

  test("this device is named anew", async () => {
    const page = await settings("in step");
    const row = page.locator("#devices li").first();
    await row.getByText("Change it…").click();
    const name = row.getByLabel("Name of this device");
    assert.equal(await name.inputValue(), "Anna’s laptop");
    await name.fill("<b>Anna’s new laptop");
    await row.getByRole("button", { name: "Keep" }).click();
    await asks(page, [{ ask: "rename", name: "<b>Anna’s new laptop", device: "1" }], ["rename"]);
    await page.locator("#devices details:not([open])").waitFor(); // drawn anew
    await done(page);
  });

  test("an invitation is shown as a code and as text", async () => {
    const page = await settings("in step");
    await page.getByRole("button", { name: "Make an invitation" }).click();
    await page.locator("#qr path").waitFor();
    await page.getByText("https://clean-break.northwind.example/#join.").waitFor();
    await asks(page, [{ ask: "invite", for: "own" }]);
    await idle(page);
    await page.getByRole("button", { name: "Copy the text" }).click();
    await matches(async () => (await page.evaluate(() => /** @type {any} */ (globalThis).stage.copied))[0], /cwLp$/);
    await done(page);
  });

  test("to remove, erase, leave or make a recovery key, it asks first", async () => {
    const page = await settings("in step");
    const presses = [
      ["#devices [data-press=remove]", "Remove it", { ask: "remove", device: "2" }],
      ["[data-press=recovery]", "Make it", { ask: "recovery" }],
      [".danger[data-press=leave]", "Leave", { ask: "leave" }],
    ];
    await page.locator("#devices [data-press=remove]").first().waitFor();
    for (const [press, yes] of presses) {
      await page.locator(String(press)).first().click();
      await answer(page, "Cancel");
      assert.deepEqual(await asked(page), [], "nothing was asked for");
      assert.ok(yes);
    }
    await page.getByLabel("E-mail address or LinkedIn profile").fill(" kim@acme.example ");
    await page.getByRole("button", { name: "Erase…" }).click();
    await page.getByText("Erase kim@acme.example everywhere?").waitFor();
    await answer(page, "Erase");
    for (const [press, yes] of presses) {
      await page.locator(String(press)).first().click();
      await answer(page, String(yes));
    }
    await page.getByText("This device has left the team.").waitFor({ state: "attached" });
    await asks(page, [{ ask: "erase", person: " kim@acme.example " }, ...presses.map(([, , given]) => given)]);
    await done(page);
  });

  test("a device that is out of the team is offered to leave it, and not to get in step", async () => {
    for (const [name, gone] of /** @type {const} */ ([["left out", true], ["removed", true], ["offline", false]])) {
      const page = await settings(name);
      const card = page.locator("#step");
      assert.equal(await card.getByRole("button", { name: "Leave the team…" }).isVisible(), gone, name);
      assert.equal(await card.getByRole("button", { name: "Get in step now" }).isVisible(), !gone, name);
      await page.context().close();
    }
  });

  test("who leaves hears that the Worker could not be told", async () => {
    const page = await settings("offline");
    await page.locator("#devices [data-press=remove]").first().waitFor();
    await page.evaluate(() => { /** @type {any} */ (globalThis).stage.background = () => ({ result: { told: false } }); });
    await page.locator(".danger[data-press=leave]").click();
    await answer(page, "Leave");
    await page.getByRole("alert").getByText("the Worker could not be told. Ask a manager to remove it there").waitFor();
    await done(page);
  });

  test("a printed recovery key is removed, after a question", async () => {
    const page = await settings("in step");
    await page.getByRole("button", { name: "Remove Recovery key" }).click();
    await page.getByText("Remove this recovery key?").waitFor();
    await answer(page, "Remove it");
    await asks(page, [{ ask: "remove", device: "6" }]);
    await done(page);
  });

  test("where the team has somebody new, nobody is removed before the list is shown again", async () => {
    const page = await settings("in step");
    await page.locator("#devices [data-press=remove]").first().waitFor();
    await page.evaluate(() => {
      const stage = /** @type {any} */ (globalThis).stage;
      const before = stage.background;
      stage.background = (/** @type {any} */ asked) => {
        const answer = before(asked);
        if (asked.ask === "remove") return { fault: "the team has a device or a recovery key that you were not shown yet; look at the list again, then press again" };
        if (asked.ask === "team") answer.result.devices[4] = { ...answer.result.devices[3], device: "7", name: "Dora’s tablet" };
        return answer;
      };
    });
    await page.locator("#devices [data-press=remove]").first().click();
    await answer(page, "Remove it");
    await page.getByRole("alert").getByText("The team has a device or a recovery key that you were not shown yet").waitFor();
    await page.locator("#devices").getByText("Dora’s tablet").waitFor();
    await done(page);
  });

  test("what was not taken is listed with the reason, and can be cleared", async () => {
    const page = await settings("refused");
    await page.getByText("Decision, 20 Nov 16:30").waitFor();
    await page.locator("#refused").getByText("Kim Olsen", { exact: true }).waitFor();
    await page.getByText("Only a manager may do this").waitFor();
    await page.getByText("Playbook, 21 Nov 09:00").waitFor();
    await page.getByText("A colleague changed the playbook before yours came.").waitFor();
    await page.getByText("it is not believed").waitFor();
    await page.getByRole("button", { name: "Clear this list" }).click();
    await asks(page, [{ ask: "dismiss" }]);
    await done(page);
  });
});

test("while a page is in view, news from the socket is fetched at once", async () => {
  const page = await settings("in step");
  /** @type {((text: string) => void)[]} */
  const sockets = [];
  let closed = 0;
  await page.routeWebSocket("wss://clean-break.northwind.example/live", (socket) => {
    sockets.push((text) => socket.send(text));
    socket.onClose(() => { closed++; void socket.close(); });
  });
  await page.evaluate(() => {
    const stage = /** @type {any} */ (globalThis).stage;
    const before = stage.background;
    stage.background = (/** @type {any} */ asked) => asked.ask === "ticket"
      ? (stage.asked.push(asked), { result: { url: "wss://clean-break.northwind.example/live", protocols: ["cleanbreak.v1", "a-ticket"] } })
      : before(asked);
    dispatchEvent(new Event("online"));
  });
  /** Waits until news was asked for so often. @param {number} times */
  const nows = (times) => becomes(async () => (await asked(page, ["now"])).length, times);
  await nows(2); // back online, and once the socket is open
  sockets[0]("news");
  await nows(3);
  const tickets = (await asked(page, ["ticket"])).length; // the first found no team to listen to
  await page.evaluate(() => void dispatchEvent(new Event("online")));
  await nows(4);
  assert.deepEqual([(await asked(page, ["ticket"])).length, sockets.length], [tickets, 1], "one socket a page");

  /** Takes the page out of view, or brings it back. @param {boolean} hidden */
  const hide = (hidden) => page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  await hide(true);
  await becomes(() => closed, 1);
  assert.equal(sockets.length, 1, "out of view nobody listens");
  await hide(false);
  await becomes(() => sockets.length, 2);
  await done(page);
});

describe("the keyboard", () => {
  test("lists the keys of all pages, and turns them off everywhere", async () => {
    const page = await settings("alone");
    const keys = (/** @type {string} */ id) => page.locator(`#${id} > div`).allInnerTexts();
    await page.locator("#keys-panel").getByText("Log what happened: a second key says what").first().waitFor();
    for (const id of ["keys-panel", "keys-today", "keys-pipeline"]) assert.ok((await keys(id)).length >= 7, `${id}: ${await keys(id)}`);
    await page.getByRole("button", { name: "Turn the keys off" }).click();
    await page.locator("#keys").waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => localStorage.getItem("keys-off")), "1", "as the panel and the pipeline page keep it");
    await page.getByRole("button", { name: "Turn the keys on" }).click();
    await page.locator("#keys").waitFor();
    await done(page);
  });
});
