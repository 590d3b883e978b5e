// The entry that loads the module when it is told to, from where it is told to.

import start, { initSync as startSync } from "./wso2_design.js";
import { loadedNow } from "./calls.js";

export default async function init(source) {
  const from = (await unwrapped(await source, "module_or_path")) ?? new URL("./wso2_design_bg.wasm", import.meta.url);
  await start({ module_or_path: from });
  loadedNow();
}

export function initSync(source) {
  startSync({ module: unwrapped(source, "module") });
  loadedNow();
}

/** wasm-bindgen's own way to call these wraps what is given into an object. */
function unwrapped(source, key) {
  return source !== null && typeof source === "object" && key in source ? source[key] : source;
}

export * from "./verbs.js";
