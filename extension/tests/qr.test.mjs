// @ts-check
// An invitation as a QR code: what is shown is read by a reader that is not ours,
// and we read it with the camera and from pictures.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import other from "jsqr";
import { start } from "./extension.mjs";
import { openStage } from "./panel-stage.mjs";
import { answering, idle, invitation, steps } from "./settings-states.mjs";
import { holds } from "./shown.mjs";
import { until } from "./waits.mjs";

const jsQR = /** @type {typeof import("jsqr").default} */ (/** @type {any} */ (other)); // its types say that it is a module of ours

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{width: number, height: number, data: number[]}} Pixels RGBA */

/** The code as a rep sees it. @param {Page} page a settings page of a team */
async function shown(page) {
  await page.getByRole("button", { name: "Make an invitation" }).click();
  await page.locator("#qr path").waitFor();
  return page.locator("#qr").screenshot();
}

/** @param {Page} page any @param {Buffer} png @returns {Promise<Pixels>} */
const pixels = (page, png) =>
  page.evaluate(async (base64) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const { width, height } = picture;
    const canvas = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext("2d"));
    canvas.drawImage(picture, 0, 0);
    return { width, height, data: [...canvas.getImageData(0, 0, width, height).data] };
  }, png.toString("base64"));

describe("the code of an invitation", () => {
  /** @type {import("./panel-stage.mjs").Stage} */
  let stage;
  before(async () => void (stage = await openStage()));
  after(() => stage.close());

  /** @param {string} step @param {object} [options] */
  async function settings(step, options) {
    const page = await stage.panel(null, { path: "/settings.html", viewport: { width: 700, height: 900 }, ...options });
    await answering(page, steps[step]);
    return page;
  }
  /** @param {Page} page @param {Buffer} buffer */
  async function choose(page, buffer) {
    await page.getByLabel("Or a picture of the code").setInputFiles({ name: "code.png", mimeType: "image/png", buffer });
    await idle(page);
  }
  /** @param {Page} page */
  const given = (page) => page.getByRole("textbox", { name: "Invitation" });

  for (const colorScheme of ["light", "dark"]) {
    test(`is read by others, ${colorScheme}`, async () => {
      const page = await settings("in step", { colorScheme });
      const { width, height, data } = await pixels(page, await shown(page));
      assert.equal(jsQR(Uint8ClampedArray.from(data), width, height)?.data, invitation.text);
      await page.context().close();
    });
  }

  test("is read from a picture of it, and a picture without one is said to be that", async () => {
    const [with_, page] = [await settings("in step"), await settings("alone")];
    const code = await shown(with_);
    await choose(page, await page.screenshot());
    await page.getByText("No code was found in the picture").waitFor();
    await choose(page, Buffer.from("no picture"));
    await page.getByText("This is no picture").waitFor();
    await holds(given(page), "");
    await choose(page, await with_.screenshot({ fullPage: true }));
    await holds(given(page), invitation.text);
    await given(page).fill("");
    await choose(page, code);
    await holds(given(page), invitation.text);
    for (const p of [with_, page]) await p.context().close();
  });

  test("is read by the camera, which is then off", async (t) => {
    const from = await settings("in step");
    const folder = mkdtempSync(join(tmpdir(), "camera-"));
    const camera = join(folder, "code.y4m");
    writeFileSync(camera, film(await pixels(from, await shown(from))));
    await from.context().close();
    const browser = await start({ camera });
    t.after(async () => { await browser.close(); rmSync(folder, { recursive: true }); });
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.id}/settings.html`);
    await page.getByRole("button", { name: "Scan its QR code" }).click();
    await holds(given(page), invitation.text);
    await until(() => page.locator("#camera").isHidden(), "the camera's picture goes");
    assert.equal(await page.locator("#camera").evaluate((v) => /** @type {HTMLVideoElement} */ (v).srcObject), null);
  });
});

/** A film of one picture in the middle of grey, 640 × 480, as YUV4MPEG2. @param {Pixels} picture */
function film({ width, height, data }) {
  const light = Buffer.alloc(640 * 480, 128);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) light[((480 - height) >> 1) * 640 + y * 640 + ((640 - width) >> 1) + x] = data[4 * (y * width + x)];
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, Buffer.alloc((640 * 480) / 2, 128)]);
  return Buffer.concat([Buffer.from("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n"), ...Array(10).fill(frame)]);
}
