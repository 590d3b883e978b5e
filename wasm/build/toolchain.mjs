// A Rust that can build for WebAssembly with a standard library of its own: built with the module, it has nothing that the module
// does not need.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Trouble, ask, run, works } from "./run.mjs";

const TARGET_NAME = "wasm32-unknown-unknown";

/** The first Rust that can leave out everything that a panic prints: `-Cpanic=immediate-abort`. */
const OLDEST = [1, 92];

/** How long rustup may take to say that it cannot reach its server. */
const PATIENCE = 60_000;

/** The arguments that choose the toolchain, and the linker that it wants to be told. */
export function toolchain() {
  const found = usable([]) ?? usable(["+debian"]) ?? byRustup() ?? byDebian();
  if (!found) {
    throw new Trouble(
      `building for ${TARGET_NAME} takes Rust ${OLDEST.join(".")} or newer with its standard library's source:\n` +
        "  by rustup: rustup update stable && rustup component add rust-src\n" +
        "  by Debian: apt-get install rustc-web cargo-web rust-web-src && rustup toolchain link debian /usr",
    );
  }
  return found;
}

function byRustup() {
  const patience = { timeout: PATIENCE };
  const fetched = works("rustup", ["component", "add", "rust-src"], patience);
  if (fetched) works("rustup", ["target", "add", TARGET_NAME], patience);
  return fetched ? usable([]) : undefined;
}

function byDebian() {
  if (process.getuid?.() !== 0 || !works("apt-get", ["--version"])) return undefined;
  if (!existsSync("/usr/lib/rustlib/src/rust/library/Cargo.lock")) {
    console.log("installing Debian's Rust for WebAssembly");
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    works("apt-get", ["update", "-qq"], quiet);
    const packages = ["rustc-web", "cargo-web", "rust-web-src"];
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      help: "Debian 12 and newer have these packages, in their security archive too.",
      ...quiet,
    });
  }
  works("rustup", ["toolchain", "link", "debian", "/usr"]);
  return usable(["+debian"]) ?? usable([]);
}

/** The toolchain, where it is there, new enough and has the source. */
function usable(choice) {
  const version = ask("rustc", [...choice, "--version"])?.match(/^rustc (\d+)\.(\d+)/)?.slice(1).map(Number);
  const root = ask("rustc", [...choice, "--print", "sysroot"]);
  if (!version || !root || version[0] < OLDEST[0] || (version[0] === OLDEST[0] && version[1] < OLDEST[1])) return undefined;
  if (!existsSync(join(root, "lib/rustlib/src/rust/library/Cargo.lock"))) return undefined;
  const linker = linkers([root, ask("rustc", ["--print", "sysroot"])]);
  return linker && { choice, linker };
}

/** The first linker there is: of the toolchain, of any other one, of the system. */
function linkers(roots) {
  const host = ask("rustc", ["-vV"])?.match(/^host: (.*)$/m)?.[1] ?? "";
  const own = roots.filter(Boolean).map((root) => join(root, "lib/rustlib", host, "bin/rust-lld"));
  return own.find((path) => existsSync(path)) ?? ["rust-lld", "wasm-ld"].find((name) => works(name, ["--version"]));
}
