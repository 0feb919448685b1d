// @ts-check
// SLOW=8 makes the processor of every page eight times slower, as on a machine
// that is old or busy: what a test reads too early is then not there yet.

const rate = Number(process.env.SLOW ?? 1);

/** Slows the pages of a context, those to come too. @param {import("playwright-core").BrowserContext} context */
export function slowed(context) {
  if (rate > 1) context.on("page", (page) => void slow(page).catch(() => {})); // it was closed meanwhile
}

/** @param {import("playwright-core").Page} page */
async function slow(page) {
  const devtools = await page.context().newCDPSession(page);
  const set = () => devtools.send("Emulation.setCPUThrottlingRate", { rate });
  page.on("framenavigated", (frame) => void (frame === page.mainFrame() && set().catch(() => {}))); // it may have a new process
  await set();
}
