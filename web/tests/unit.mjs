// Runs the tests of the page's pure helpers: Vite strips their types, Node runs them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = mkdtempSync(join(root, "node_modules/.tests-"));
try {
  const input = readdirSync(join(root, "tests/unit")).map((it) => join(root, "tests/unit", it));
  await build({
    root,
    logLevel: "error",
    build: { ssr: true, outDir: out, rollupOptions: { input, output: { entryFileNames: "[name].mjs" } } },
  });
  process.exitCode = spawnSync(process.execPath, ["--test", out], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
