// @ts-check
// Pages and words that mean harm, in real Firefox.

import { after, before } from "node:test";
import { startFirefox } from "./firefox.mjs";
import { harms } from "./harms.mjs";

/** @type {Awaited<ReturnType<typeof startFirefox>>} */
let firefox;
before(async () => void (firefox = await startFirefox()));
after(() => firefox.close());

harms(() => firefox);
