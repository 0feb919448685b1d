// @ts-check
// SLOW=8 makes the processor of every page eight times slower, as on a machine
// that is old or busy: what a test reads too early is then not there yet.

const rate = Number(process.env.SLOW ?? 1);

/** Slows every page that a context will open. @param {import("playwright-core").BrowserContext} context */
export const slowed = (context) => void context.on("page", (page) => void slow(page).catch(() => {})); // it was closed meanwhile

/** @param {import("playwright-core").Page} page */
export async function slow(page) {
  if (rate === 1) return;
  const devtools = await page.context().newCDPSession(page);
  const set = () => devtools.send("Emulation.setCPUThrottlingRate", { rate });
  page.on("framenavigated", (frame) => void (frame === page.mainFrame() && set().catch(() => {}))); // it may have a new process
  await set();
}
