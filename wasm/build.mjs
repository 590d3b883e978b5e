// Builds the npm package in pkg/ from nothing: `node build.mjs`. `node build.mjs test` runs the tests of the bindings in Node.
// What the package is made of: the module (build/module.mjs), the sources in js/, and what is made from both (build/package.mjs).

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HERE, Trouble, run } from "./build/run.mjs";
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
  if (major < 20 || (major === 20 && minor < 19))
    throw new Trouble(`Node 20.19 or newer builds the package, this is ${process.version}`);
  tools();
  const module = buildModule();
  const made = join(WORK, "glue");
  // Optimising takes longest: only where the module is another one.
  const optimised = await once(
    "glue",
    made,
    [module, ...files(["build/module.mjs", "package-lock.json", "../Cargo.lock"])],
    () => {
      mkdirSync(made, { recursive: true });
      glue(module, made);
    },
  );
  const { PACKAGE, layOut } = await import("./build/package.mjs");
  const sources = [
    ...["wso2_design_bg.wasm", "wso2_design.js", "wso2_design.d.ts"].map((name) => join(made, name)),
    ...files(["build.mjs", "README.md", "package-lock.json", "../LICENSE", "build", "js"]),
  ];
  const laidOut = await once("package", join(PACKAGE, "package.json"), sources, () =>
    layOut(made, join(HERE, "pkg.new")),
  );
  console.log(optimised || laidOut ? "wasm/pkg is built" : "wasm/pkg is as it should be");
}

/** Makes something that depends on files, unless it was made from the same ones; whether it had to. */
async function once(name, made, sources, make) {
  const stamp = join(WORK, `${name}.sum`);
  const sum = createHash("sha256");
  for (const source of sources) sum.update(source).update("\0").update(readFileSync(source));
  const inputs = sum.digest("hex");
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) return false;
  await make();
  writeFileSync(stamp, inputs);
  return true;
}

/** The programs from npm, as the lock file has them. */
function tools() {
  const lock = join(HERE, "package-lock.json");
  const installed = join(HERE, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, help: "The build takes programs from the npm registry." });
}

/** Files of this folder, and those in folders of it. */
function files(names) {
  return names.flatMap((name) => {
    const path = join(HERE, name);
    return statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((inside) => join(path, inside))
      : [path];
  });
}
