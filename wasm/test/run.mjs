// Packs the package, installs it as anyone would, and runs the tests on what was installed: `node test/run.mjs [test files]`.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PACKAGE } from "../build/package.mjs";
import { HERE, Trouble, run } from "../build/run.mjs";
import { CONSUMER, TARBALL } from "./support/installed.mjs";

try {
  install();
} catch (trouble) {
  if (!(trouble instanceof Trouble)) throw trouble;
  console.error(trouble.message);
  process.exit(1);
}
const given = process.argv.slice(2);
const all = () => readdirSync(join(HERE, "test")).filter((name) => name.endsWith(".test.mjs")).map((name) => `test/${name}`);
const { status } = spawnSync(process.execPath, ["--test", ...(given.length > 0 ? given : all())], { cwd: HERE, stdio: "inherit" });
process.exit(status ?? 1);

function install() {
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  rmSync(CONSUMER, { recursive: true, force: true });
  mkdirSync(CONSUMER, { recursive: true });
  run("npm", ["pack", PACKAGE, "--pack-destination", CONSUMER, "--loglevel=error"], { ...quiet, help: "First build it: node build.mjs" });
  const [packed] = readdirSync(CONSUMER).filter((name) => name.endsWith(".tgz"));
  run("mv", [join(CONSUMER, packed), TARBALL]);
  writeFileSync(join(CONSUMER, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  const options = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", ...options, TARBALL], { ...quiet, cwd: CONSUMER });
}
