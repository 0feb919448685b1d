import { open, openPanel, saved, start, tabOf } from "../tests/extension.mjs";
const src = (await import("node:fs")).readFileSync(new URL("../tools/bench-page.mjs", import.meta.url), "utf8");
const f = eval("(" + src.slice(src.indexOf("function frameTime()"), src.indexOf("/** Adds a mail")) + ")");
for (let i = 0; i < 6; i++) {
const b = await start();
const tab = await open(b, saved("gmail-thread-en"));
const id = await tabOf(b, tab.url());
const panel = await openPanel(b, id);
await panel.waitForTimeout(1500);
const out = [];
const lim = p => Promise.race([p, new Promise(r => setTimeout(r, 40000, "late"))]);
const t = Date.now();
out.push(await lim(panel.evaluate(f)), await lim(tab.evaluate(f)));
const w = await b.worker().evaluate(async () => (await chrome.windows.getAll()).map(w => [w.id, w.focused, w.state, w.left, w.top, w.width, w.height]));
await panel.bringToFront();
out.push(await lim(panel.evaluate(f)), await lim(tab.evaluate(f)));
console.log(out.join(" "), Date.now() - t, JSON.stringify(w));
await b.close();
}
