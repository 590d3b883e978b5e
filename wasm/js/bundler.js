// The entry of bundlers and of pages that import it by address: whoever imports it waits until the module is there.

import init from "./web.js";

await init();

export * from "./verbs.js";
