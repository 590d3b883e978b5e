// The entry for a page without a server or a bundler that copies no files: the module is inside, compressed.

import start from "./wso2_design.js";
import { loadedNow } from "./calls.js";
import packed from "./packed.js";

let loading;

export default function init() {
  return (loading ??= load());
}

async function load() {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  await start({ module_or_path: new Response(unpacked, { headers: { "Content-Type": "application/wasm" } }) });
  loadedNow();
}

export * from "./verbs.js";
