// Every entry, by every way that it can be loaded; each in a process of its own.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ROOT } from "../build/run.mjs";
import { CONSUMER, INSTALLED, imported, program, resolved } from "./support/installed.mjs";

const VERSION = readFileSync(join(ROOT, "Cargo.toml"), "utf8").match(/^version = "(.*)"/m)[1];
const BYTES = `readFileSync(new URL(import.meta.resolve("wso2-design/wasm")))`;
const server = createServer((request, answer) => {
  const type = { "/good": "application/wasm", "/untyped": "text/plain" }[request.url];
  answer.writeHead(type ? 200 : 404, { "Content-Type": type ?? "text/plain" });
  answer.end(type ? readFileSync(join(INSTALLED, "wso2_design_bg.wasm")) : "nothing here");
});
let address;

before(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

/** Runs a program without holding up the server. */
async function served(text) {
  const running = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", text], { cwd: CONSUMER });
  const { stdout, stderr } = await running;
  assert.equal(stderr, "");
  return stdout.trim();
}

test("the main entry is ready at once", () => {
  assert.equal(program('import { version } from "wso2-design"; console.log(version());').trim(), VERSION);
});

test("CommonJS can require the main entry", { skip: !process.features.require_module && "this Node cannot require ESM" }, () => {
  const text = 'console.log(require("wso2-design").version());';
  assert.equal(program(text, ["--no-warnings", "--input-type=commonjs"]).trim(), VERSION);
});

const WAYS = {
  "an address": () => `await init("${address}/good")`,
  "a URL": () => `await init(new URL("${address}/good"))`,
  "a request": () => `await init(new Request("${address}/good"))`,
  "a response": () => `await init(await fetch("${address}/good"))`,
  "a promised response": () => `await init(fetch("${address}/good"))`,
  bytes: () => `await init(${BYTES})`,
  "an ArrayBuffer": () => `await init(new Uint8Array(${BYTES}).buffer)`,
  "a module": () => `await init(new WebAssembly.Module(${BYTES}))`,
  "wasm-bindgen's object": () => `await init({ module_or_path: fetch("${address}/good") })`,
  "bytes at once": () => `initSync(${BYTES})`,
  "a module at once": () => `initSync(new WebAssembly.Module(${BYTES}))`,
  "wasm-bindgen's object at once": () => `initSync({ module: ${BYTES} })`,
  "the file beside it": () =>
    // Node's fetch reads no files: a page's does.
    `const { fetch } = globalThis; globalThis.fetch = async (url) => new Response(readFileSync(url), { headers: { "Content-Type": "application/wasm" } });
     await init(); globalThis.fetch = fetch`,
  "twice, and at the same time": () => `await Promise.all([init(${BYTES}), init(${BYTES})]); await init(); initSync(${BYTES})`,
  "again after a failure": () => `await init("${address}/missing").catch(() => {}); await init("${address}/good")`,
};

for (const [way, text] of Object.entries(WAYS)) {
  test(`./web loads ${way}`, async () => {
    const said = await served(`import { readFileSync } from "node:fs"; import init, { initSync, version } from "wso2-design/web";
      ${text()}; console.log(version());`);
    assert.equal(said, VERSION);
  });
}

test("./web says what is wrong with where the module should be", async () => {
  const said = await served(`import init from "wso2-design/web";
    await init("${address}/missing").catch((fault) => console.log(fault.message));
    await init(new Uint8Array(8)).catch((fault) => console.log(fault.constructor.name));`);
  assert.match(said, /404 Not Found fetching 'http:.*missing'\nCompileError$/);
});

test("./web and ./inline say that they are not loaded yet", async () => {
  for (const entry of ["web", "inline"]) {
    const said = await served(`import { Stock, version } from "wso2-design/${entry}";
      for (const call of [version, () => new Stock()]) try { call(); } catch (fault) { console.log(fault.message); }`);
    assert.equal(said, "version: the module is not loaded yet; `await init()` first\nStock: the module is not loaded yet; `await init()` first");
  }
});

test("./inline has the module inside, and loads it once", async () => {
  const said = await served(`import init, { version } from "wso2-design/inline";
    globalThis.fetch = () => { throw new Error("no request is made"); };
    await Promise.all([init(), init()]); await init(); console.log(version());`);
  assert.equal(said, VERSION);
});

test("./wasm is a module that every engine takes", () => {
  const bytes = readFileSync(resolved("wso2-design/wasm"));
  assert.ok(WebAssembly.validate(bytes));
  const names = new Set(WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ module }) => module));
  assert.deepEqual([...names], ["./wso2_design_bg.js"]);
});

test("./schema.json is what `schema` gives", async () => {
  const { schema } = await imported("wso2-design");
  assert.deepEqual(JSON.parse(readFileSync(resolved("wso2-design/schema.json"), "utf8")), schema());
});

test("./package.json has the version of the command line, and nothing that runs or is fetched at the install", () => {
  const manifest = JSON.parse(readFileSync(resolved("wso2-design/package.json"), "utf8"));
  assert.equal(manifest.version, VERSION);
  for (const key of ["dependencies", "devDependencies", "scripts", "private"]) assert.ok(!(key in manifest), key);
});

test("every file of an entry is there", () => {
  const { exports } = JSON.parse(readFileSync(resolved("wso2-design/package.json"), "utf8"));
  const paths = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const path of [...paths, "LICENSE", "README.md"]) assert.ok(readFileSync(join(INSTALLED, path)).length > 0, path);
});

test("every entry gives out the same verbs", async () => {
  const verbs = Object.keys(await imported("wso2-design")).sort();
  assert.ok(verbs.length > 20);
  for (const entry of ["web", "inline"]) {
    const names = Object.keys(await imported(`wso2-design/${entry}`)).filter((name) => !["default", "initSync"].includes(name));
    assert.deepEqual(names.sort(), verbs, entry);
  }
});
