// Builds the npm package in pkg/ from nothing: `node build.mjs`. `node build.mjs test` runs the tests of the bindings in Node.
// What the package is made of: the module (build/module.mjs), the sources in js/, and what is made from both (build/package.mjs).

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HERE, ROOT, Trouble, run } from "./build/run.mjs";
import { WORK, buildModule, glue, testBindings } from "./build/module.mjs";

try {
  if (process.argv[2] === "test") testBindings();
  else await build();
} catch (trouble) {
  if (!(trouble instanceof Trouble)) throw trouble;
  console.error(trouble.message);
  process.exitCode = 1;
}

async function build() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Trouble(`Node 20.19 or newer builds the package, this is ${process.version}`);
  tools();
  const module = buildModule();
  const inputs = digest([module, ...sources()]);
  const stamp = join(WORK, "package.sum");
  if (existsSync(join(HERE, "pkg/package.json")) && existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) {
    console.log("wasm/pkg is as it should be");
    return;
  }
  const made = join(WORK, "glue");
  mkdirSync(made, { recursive: true });
  glue(module, made);
  const { layOut } = await import("./build/package.mjs");
  await layOut(made, join(HERE, "pkg.new"));
  writeFileSync(stamp, inputs);
  console.log("wasm/pkg is built");
}

/** The programs from npm, as the lock file has them. */
function tools() {
  const lock = join(HERE, "package-lock.json");
  const installed = join(HERE, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, help: "The build takes programs from the npm registry." });
}

/** Everything else that the package depends on. */
function sources() {
  const inside = (folder) => readdirSync(join(HERE, folder)).sort().map((name) => join(HERE, folder, name));
  const own = ["build.mjs", "README.md", "package-lock.json"].map((name) => join(HERE, name));
  return [...own, ...inside("build"), ...inside("js"), join(ROOT, "LICENSE"), join(ROOT, "Cargo.lock")];
}

function digest(files) {
  const sum = createHash("sha256");
  for (const file of files) sum.update(file).update("\0").update(readFileSync(file));
  return sum.digest("hex");
}
