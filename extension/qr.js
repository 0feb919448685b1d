// @ts-check
// Draws a text as a QR code.

import qrcode from "./qrcode.js";

const svgSpace = "http://www.w3.org/2000/svg";
const quiet = 4; // modules left empty around the code

/** @param {SVGElement} svg @param {string} text */
export function drawQR(svg, text) {
  const code = qrcode(0, "M"); // the smallest that holds it; readable with 15 % of it damaged
  code.addData(text);
  code.make();
  const n = code.getModuleCount();
  let d = "";
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      if (code.isDark(row, column)) d += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  const path = document.createElementNS(svgSpace, "path");
  path.setAttribute("d", d);
  svg.setAttribute("viewBox", `0 0 ${n + 2 * quiet} ${n + 2 * quiet}`);
  svg.replaceChildren(path);
}
