// What TypeScript, npm and the tools that judge packages say of it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { HERE } from "../build/run.mjs";
import { CONSUMER, INSTALLED, TARBALL } from "./support/installed.mjs";

const PROGRAM = `
import { check, render, set, Stock, patch, starter, type Design, type Diagnostic, type File, type JsonValue } from "wso2-design";
import init, { initSync, type InitInput } from "wso2-design/web";
import load, { version } from "wso2-design/inline";
import module from "wso2-design/wasm";

const design: Design = {
  format: 1,
  name: "esb",
  product: "esb",
  release: "5.0.0",
  pattern: "worker-manager-2",
  nodes: [{ role: "manager", addresses: "192.0.2.11-12" }, { role: "worker", addresses: ["192.0.2.21", "192.0.2.22"] }],
  cluster: { membership: { multicast: { port: 45564 } } },
};
const text: string = JSON.stringify(design);
const errors: Diagnostic[] = check(text).diagnostics.filter(({ severity }) => severity === "error");
const files: File[] = render(text, { "env:PASSWORD": "x" }).files;
const bytes: Uint8Array | undefined = files[0]?.bytes;
const [path, value]: [string, JsonValue] = errors[0]?.fix?.set[0] ?? ["name", null];
const changed: string = set(text, [[path, value]]).text;
const start: string | undefined = starter("esb", null, "symmetric");
const from: InitInput = new URL("https://example.org/");
const nothing: Promise<void> = init(from);
initSync({ module });
void [bytes, changed, start, nothing, load(), version(), patch(text, new Stock()).findings.length];

// @ts-expect-error a design has no such setting
const wrong: Design = { ...design, noodes: [] };
// @ts-expect-error a text is wanted
render(design);
// @ts-expect-error what was not said is not JSON
set(text, [["name", undefined]]);
void wrong;
`;

const OPTIONS = ["--strict", "--noEmit", "--skipLibCheck", "false", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];

for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
  test(`tsc --strict takes a program that uses it, by ${resolution}`, () => {
    const folder = join(CONSUMER, `types-${resolution}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "program.ts"), PROGRAM);
    const how = ["--module", module, "--moduleResolution", resolution, "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
    tool("tsc", [...OPTIONS, ...how, join(folder, "program.ts")]);
  });
}

test("nothing is declared as `any`", () => {
  const declared = readdirSync(INSTALLED).filter((name) => name.endsWith(".d.ts"));
  assert.ok(declared.length >= 6);
  for (const name of declared) {
    const code = readFileSync(join(INSTALLED, name), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
    assert.doesNotMatch(code, /\b(any|unknown|Function|Object)\b/, name);
  }
});

test("publint has no finding", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: INSTALLED, level: "suggestion", strict: true, pack: false });
  assert.deepEqual(messages, []);
});

test("attw has no finding", () => {
  tool("attw", [TARBALL, "--profile", "esm-only", "--no-emoji", "--no-color"]);
});

/** Runs a program of npm's, which says what it does not like. */
function tool(name, args) {
  const { status, stdout, stderr } = spawnSync(join(HERE, "node_modules/.bin", name), args, { cwd: CONSUMER, encoding: "utf8" });
  assert.equal(status, 0, `${name}: ${stdout}${stderr}`);
}
