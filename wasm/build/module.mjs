// The WebAssembly module and wasm-bindgen's glue.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HERE, ROOT, TARGET, ask, run } from "./run.mjs";
import { toolchain } from "./toolchain.mjs";

/** Where the module is built: apart from the other builds, which would wait for each other. */
export const WORK = join(TARGET, "wasm");

const OPTIONS = ["--locked", "--target", "wasm32-unknown-unknown", "--package", "wso2-design-wasm"];

/** Nothing in the module says where or how it failed, for it is made not to; no sentence is made of what is for debugging. */
const SMALL = ["-Zlocation-detail=none", "-Zfmt-debug=none", "-Cpanic=immediate-abort", "-Zunstable-options"];

/** What every engine since Node 20 knows, and no more. */
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

/**
 * What makes the module smaller as it travels, compressed. The whole of `-Oz` makes it a tenth smaller on disk and a tenth larger
 * compressed: what it shares and reorders no longer looks alike.
 */
const PASSES = [
  "--duplicate-function-elimination",
  "--remove-unused-module-elements",
  "--strip-debug",
  "--strip-producers",
];

/** Builds the module; its path. */
export function buildModule() {
  const std = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
  cargo(["build", "--release", "--lib", ...std, ...OPTIONS], SMALL);
  return join(WORK, "wasm32-unknown-unknown/release/wso2_design_wasm.wasm");
}

/** Runs the tests of the bindings in Node. */
export function testBindings() {
  const runner = bindgen("wasm-bindgen-test-runner");
  const std = ["-Zbuild-std=std,panic_abort"];
  cargo(["test", "--test", "*", ...std, ...OPTIONS], ["-Cpanic=abort", "-Zpanic_abort_tests"], {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: runner,
  });
}

/** Writes the glue and the optimised module into a folder. */
export function glue(module, folder) {
  run(bindgen("wasm-bindgen"), [
    "--target",
    "web",
    "--omit-default-module-path",
    "--out-dir",
    folder,
    "--out-name",
    "wso2_design",
    module,
  ]);
  const wasm = join(folder, "wso2_design_bg.wasm");
  const optimiser = join(HERE, "node_modules/binaryen/bin/wasm-opt");
  run(process.execPath, [optimiser, ...FEATURES, ...PASSES, wasm, "-o", wasm]);
}

function cargo(args, flags, env = {}) {
  const { choice, linker } = toolchain();
  run("cargo", [...choice, ...args], {
    env: {
      ...process.env,
      ...env,
      // wasm-bindgen reads what the module says of itself; wasm-opt strips it.
      CARGO_PROFILE_RELEASE_STRIP: "none",
      // Building the standard library and these flags are not yet stable.
      RUSTC_BOOTSTRAP: "1",
      CARGO_TARGET_DIR: WORK,
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker,
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags.join(" "),
    },
  });
}

/** A program of wasm-bindgen's, of just the release that the module is built with; its path. */
function bindgen(program) {
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const version = lock.match(/name = "wasm-bindgen"\nversion = "(.*)"/)[1];
  const root = join(TARGET, "tools");
  const path = join(root, "bin", program);
  if (!existsSync(path) || ask(path, ["--version"])?.split(" ").at(-1) !== version) {
    run("cargo", ["install", "wasm-bindgen-cli", "--version", `=${version}`, "--root", root, "--quiet", "--force"], {
      // It runs for seconds: to optimise it takes minutes.
      env: { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: "1" },
      help: "The glue needs wasm-bindgen-cli of this release: https://crates.io/crates/wasm-bindgen-cli",
    });
  }
  return path;
}
