// The package as it was packed and installed by test/run.mjs.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TARGET } from "../../build/run.mjs";

/** A project that has the package as a dependency. */
export const CONSUMER = join(TARGET, "wasm/consumer");

/** The package as npm has it. */
export const TARBALL = join(CONSUMER, "wso2-design.tgz");

/** Where the package is installed. */
export const INSTALLED = join(CONSUMER, "node_modules/wso2-design");

/** The path that an import in the project comes to. */
export function resolved(specifier) {
  return createRequire(join(CONSUMER, "package.json")).resolve(specifier);
}

/** What an import in the project gives. */
export async function imported(specifier) {
  return import(pathToFileURL(resolved(specifier)).href);
}

/** Runs a program of the project, in a process of its own; what it prints. */
export function program(text, options = ["--input-type=module"]) {
  return execFileSync(process.execPath, [...options, "-"], {
    cwd: CONSUMER,
    encoding: "utf8",
    input: text,
    stdio: ["pipe", "pipe", "pipe"],
  });
}
