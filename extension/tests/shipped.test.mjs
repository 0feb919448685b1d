// @ts-check
// What is shipped: least permissions, and nothing in a page before the rep has
// allowed the site or pressed the button.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { asShipped, open, openPanel, saved, start, tabOf, withSitesGranted } from "./extension.mjs";
import { becomes } from "./waits.mjs";

const manifest = (/** @type {string} */ folder) => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const size = (/** @type {string} */ name) => statSync(join(asShipped, name)).size;

describe("the manifest", () => {
  test("asks for no site, exposes no file and injects nothing by itself", () => {
    const shipped = manifest(asShipped);
    for (const key of ["host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"]) {
      assert.equal(shipped[key], undefined, key);
    }
    // alarms: each day, to forget whom nobody contacts any more; in a team, each minute too.
    assert.deepEqual(shipped.permissions, ["activeTab", "alarms", "scripting", "sidePanel"]);
  });

  test("of the test variant differs in the two granted sites alone", () => {
    const { optional_host_permissions: optional, ...shipped } = manifest(asShipped);
    const { host_permissions: granted, ...variant } = manifest(withSitesGranted);
    assert.deepEqual(variant, shipped);
    assert.deepEqual(granted, optional);
  });
});

// The brain was 4.9 MB before it had every rule, five voices and a reader of replies; a store packs it to 1.9 MB.
// It was 7.25 MB at most before it told the account, knew people by an address alone and took corrections of who they are.
// It was 7.5 MB at most before it took from a CRM's export all that the export knows, and told a team's devices how a reply is meant.
for (const [most, ...files] of /** @type {[number, ...string[]][]} */ ([
  [30_000, "content.js", "pages.js"], [7_600_000, "brain.wasm"], [5_500_000, "panel.wasm"], [7_350_000, "pipeline.wasm"],
])) {
  test(`${files.join(" and ")}: ${most / 1000} kB at most`, () => {
    const bytes = files.reduce((sum, name) => sum + size(name), 0);
    assert.ok(bytes <= most, `${bytes} bytes`);
  });
}

test("words and the phrases of the tone check lie beside the programs, a file a language", () => {
  assert.deepEqual(readdirSync(join(asShipped, "words")), ["de.json", "en.json", "es.json", "fr.json"]);
  assert.deepEqual(readdirSync(join(asShipped, "tone")), ["de.txt", "en.txt", "es.txt", "fr.txt"]);
});

test("without a team the one alarm that is set is the daily one of forgetting", async (t) => {
  const browser = await start({ folder: asShipped });
  t.after(() => browser.close());
  const alarms = () => browser.worker().evaluate(async () => (await chrome.alarms.getAll()).map(({ name, periodInMinutes }) => [name, periodInMinutes]));
  await becomes(alarms, [["retention", 24 * 60]]);
});

describe("without any site allowed", () => {
  test("pages are left alone, and the panel says how to have one read", async (t) => {
    const browser = await start({ folder: asShipped });
    t.after(() => browser.close());
    for (const name of ["linkedin-profile-2026", "gmail-thread-en"]) {
      const page = await open(browser, saved(name));
      const panel = await openPanel(browser, await tabOf(browser, page.url()));
      await panel.locator("[data-phase=press], [data-phase=no-access]").waitFor();
      assert.equal(await panel.getByText(/Lindqvist|Maren/).count(), 0);
      assert.deepEqual(await browser.worker().evaluate(() => chrome.scripting.getRegisteredContentScripts()), []);
      await Promise.all([page.close(), panel.close()]);
    }
  });
});
