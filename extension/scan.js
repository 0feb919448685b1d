// @ts-check
// Reads a QR code: with the camera, or from a picture of it. Nothing that is seen is kept.

import { BarcodeDetector } from "./qrcode/decode.js";
import { t } from "./tongue.js";

const detector = new BarcodeDetector({ formats: ["qr_code"] });
const patience = 60_000; // ms in front of the camera
const pause = 200; // ms between two looks
const widest = 1600; // pixels of a picture: more make a code no clearer

/** @param {HTMLVideoElement} video shows what the camera sees, meanwhile @param {AbortSignal} enough @returns {Promise<string>} "" where it was enough before a code was seen */
export async function scanCamera(video, enough) {
  const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => {
    throw new Error(t("The camera cannot be used: there is none, or the browser did not allow it. Choose a picture of the code, or paste the text."));
  });
  try {
    video.srcObject = camera;
    video.hidden = false;
    await video.play();
    for (const end = Date.now() + patience; Date.now() < end; ) {
      if (enough.aborted) return "";
      const [found] = await detector.detect(video);
      if (found) return found.rawValue;
      await new Promise((next) => setTimeout(next, pause));
    }
    throw new Error(t("No code was seen for a minute. Hold it closer, or paste the text."));
  } finally {
    video.hidden = true;
    video.srcObject = null;
    for (const track of camera.getTracks()) track.stop();
  }
}

/** @param {Blob} picture @returns {Promise<string>} */
export async function scanPicture(picture) {
  const whole = await createImageBitmap(picture).catch(() => {
    throw new Error(t("This is no picture that the browser can read. Choose a photo or a screenshot of the code."));
  });
  for (const [x, y, width, height] of windows(whole)) {
    const scale = Math.min(1, widest / Math.max(width, height));
    const part = await createImageBitmap(whole, x, y, width, height, { resizeWidth: Math.ceil(width * scale), resizeHeight: Math.ceil(height * scale), resizeQuality: "high" });
    const [found] = await detector.detect(part);
    if (found) return found.rawValue;
  }
  throw new Error(t("No code was found in the picture. Choose one that shows all of it, sharp, or paste the text."));
}

/** Where in a picture a code is looked for: in all of it, then in overlapping squares, for in a whole page it is small. @param {ImageBitmap} picture @returns {Generator<[number, number, number, number]>} x, y, width, height */
function* windows({ width, height }) {
  yield [0, 0, width, height];
  const side = Math.min(width, height), long = Math.max(width, height);
  if (long === side) return;
  for (let from = 0; ; from += side / 2) {
    const at = Math.floor(Math.min(from, long - side));
    yield width < height ? [0, at, side, side] : [at, 0, side, side];
    if (from >= long - side) return;
  }
}
