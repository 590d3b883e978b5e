// Programs that the build runs.

import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package's sources. */
export const HERE = dirname(dirname(fileURLToPath(import.meta.url)));

/** The project. */
export const ROOT = dirname(HERE);

/** Where Rust builds to. */
export const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");

/** What a person can mend: shown without a trace. */
export class Trouble extends Error {}

/** Runs a program in sight. `help` says what to do where it fails. */
export function run(program, args, { help = "", ...options } = {}) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], ...options });
  if (error || status !== 0) {
    const why = error?.code === "ENOENT" ? "is not installed" : error ? error.message : `ended with ${status}`;
    throw new Trouble(`${[program, ...args].join(" ")}\n  ${why}${help && `\n  ${help}`}`);
  }
}

/** What a program prints; nothing where it fails or is not there. */
export function ask(program, args, options = {}) {
  const { status, stdout } = spawnSync(program, args, { cwd: ROOT, encoding: "utf8", ...options });
  return status === 0 ? stdout.trim() : undefined;
}

/** Whether a program ends well. */
export function works(program, args, options = {}) {
  return spawnSync(program, args, { cwd: ROOT, stdio: "ignore", ...options }).status === 0;
}
