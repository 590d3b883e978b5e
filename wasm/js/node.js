// The entry of Node, Deno and Bun: the module is read from disk and there before the first line of the program that imports it.

import { readFileSync } from "node:fs";
import { initSync } from "./wso2_design.js";
import { loadedNow } from "./calls.js";

initSync({ module: readFileSync(new URL("./wso2_design_bg.wasm", import.meta.url)) });
loadedNow();

export * from "./verbs.js";
