// @ts-check
// Draws a text as a QR code.

import encodeQR from "./qrcode/index.js";

const svgSpace = "http://www.w3.org/2000/svg";
const quiet = 4; // modules left empty around the code

/** @param {SVGElement} svg @param {string} text */
export function drawQR(svg, text) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: quiet }); // the smallest that holds it; readable with 15 % of it damaged
  let d = "";
  rows.forEach((row, y) => row.forEach((dark, x) => { if (dark) d += `M${x} ${y}h1v1h-1z`; }));
  const path = document.createElementNS(svgSpace, "path");
  path.setAttribute("d", d);
  svg.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  svg.replaceChildren(path);
}
