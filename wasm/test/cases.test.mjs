// The same bytes as the command line, for every case that the project keeps.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT, TARGET } from "../build/run.mjs";
import { cases, filesIn } from "./support/designs.mjs";
import { imported } from "./support/installed.mjs";

const { Stock, check, patch, render } = await imported("wso2-design");
const CASES = cases();
const PROGRAM = process.env.WSO2_DESIGN_PROGRAM ?? join(TARGET, "debug/wso2-design");
const STOCK = join(ROOT, "../shared/stock");
const work = mkdtempSync(join(tmpdir(), "wso2-design-"));
after(() => rmSync(work, { recursive: true, force: true }));

test("every case comes out as it is kept", () => {
  assert.ok(CASES.length > 100, `${CASES.length} cases`);
  for (const { name, folder, design } of CASES) {
    // The design stands beside the outcome, and the list of digests says nothing that the files do not.
    const made = render(design).files.filter(({ path }) => !["design.toml", "bundle.json"].includes(path));
    same(name, filesOf(made), filesIn(join(folder, "out")));
    assert.equal(diagnostics(check(design).diagnostics), readFileSync(join(folder, "diagnostics"), "utf8"), name);
  }
});

test("every bundle is the one of the command line", { skip: noProgram() }, () => {
  for (const { name, design } of CASES) {
    const { files, diagnostics } = render(design);
    if (diagnostics.some(({ severity }) => severity === "error")) assert.deepEqual(files, [], name);
    else same(name, filesOf(files), bundle(design));
  }
});

test("findings and their places are those of the command line", { skip: noProgram() }, () => {
  for (const { name, design } of [...CASES, ...broken()]) {
    const { stdout } = spawnSync(PROGRAM, ["check", "--format", "json", "-"], { input: design, encoding: "utf8" });
    const known = JSON.parse(stdout).findings.map((it) => ({ ...it, help: it.help ?? "", source: it.source ?? "" }));
    const found = check(design).diagnostics;
    const said = ({ code, severity, message, help, source }) => ({ code, severity, message, help, source });
    assert.deepEqual(found.map(said), known.map(said), name);
    assert.deepEqual(found.map(({ at }) => at.map(({ path }) => path)), known.map(({ at }) => at), name);
    assert.deepEqual(found.map(({ at }) => pieceOf(design, at[0]?.span)), known.map(({ span }) => bytesOf(design, span)), name);
  }
});

test("patched products are those of the command line", { skip: noProgram() || noStock() }, () => {
  const patched = CASES.filter(({ design }) => existsSync(join(STOCK, stockOf(design))));
  assert.ok(patched.length > 20, `${patched.length} cases`);
  const read = new Map();
  for (const { name, design } of patched) {
    const folder = join(STOCK, stockOf(design));
    if (!read.has(folder)) read.set(folder, filesIn(folder));
    const stock = new Stock();
    for (const [path, bytes] of read.get(folder)) stock.add(design.match(/^product = "(.*)"/m)[1], path, bytes);
    const { files, diagnostics } = patch(design, stock);
    if (diagnostics.every(({ severity }) => severity !== "error")) same(name, filesOf(files), bundle(design, folder));
    stock.free();
  }
});

/** The bundle that the command line makes. */
function bundle(design, stock) {
  const [from, to] = [join(work, "design.toml"), join(work, "bundle")];
  rmSync(to, { recursive: true, force: true });
  writeFileSync(from, design);
  execFileSync(PROGRAM, ["render", from, "--output", to, ...(stock ? ["--stock", stock] : [])], { stdio: "pipe" });
  return filesIn(to);
}

function same(name, made, kept) {
  assert.deepEqual([...made.keys()].sort(), [...kept.keys()].sort(), name);
  for (const [path, bytes] of kept) {
    // Texts first: they show what is different.
    assert.equal(Buffer.from(made.get(path)).toString(), bytes.toString(), `${name}: ${path}`);
    assert.ok(made.get(path) instanceof Uint8Array && bytes.equals(made.get(path)), `${name}: ${path}`);
  }
}

function filesOf(files) {
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

/** As the cases keep them. */
function diagnostics(found) {
  const lines = found.map(({ severity, code, at, message, help, fix }) => {
    const first = `${severity} ${code} ${at.map(({ path }) => path).join(", ")}\n    ${message}\n`;
    return `${first}${help && `    help: ${help}\n`}${fix ? `    fix: ${fix.title}\n` : ""}`;
  });
  return lines.join("");
}

/** Designs with what can go wrong with their text, and with letters that take two bytes and two units. */
function* broken() {
  const faults = ["noodes = 3", "product = 7", "nodes = [", "release = \"9.9.9\"", "pattern = \"𝕏\"", "\"é𝕏\" = {}", "offset = 99999", "hosts = { console = \"a b\" }"];
  for (const fault of faults) yield { name: fault, design: `# é𝕏\nformat = 1\nname = "esb"\n${fault}\n` };
  for (const { name, design } of CASES.slice(0, 20)) {
    yield { name: `${name}, cut`, design: design.slice(0, Math.floor(design.length / 2)) };
    yield { name: `${name}, mangled`, design: design.replaceAll(/192\.0\.2\.|10\.0\./g, "𝕏").replaceAll("name", "nàme") };
  }
}

function pieceOf(text, span) {
  return span ? text.slice(span.start, span.end) : undefined;
}

function bytesOf(text, span) {
  return span ? Buffer.from(text).subarray(span.start.byte, span.end.byte).toString() : undefined;
}

function stockOf(design) {
  const said = (key) => design.match(new RegExp(`^${key} = "(.*)"`, "m"))?.[1] ?? "none";
  return `${said("product")}-${said("release")}`;
}

function noProgram() {
  return existsSync(PROGRAM) ? false : `no ${PROGRAM}: cargo build --package wso2-design makes it`;
}

function noStock() {
  return existsSync(STOCK) ? false : "no products' own files beside the project (../shared/stock)";
}
