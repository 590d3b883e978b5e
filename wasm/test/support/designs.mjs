// Designs to test with.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../build/run.mjs";

/** A small design without an error. */
export const SMALL = {
  format: 1,
  name: "esb",
  product: "esb",
  release: "5.0.0",
  pattern: "worker-manager-2",
  nodes: [
    { role: "manager", addresses: "192.0.2.11-12" },
    { role: "worker", addresses: "192.0.2.21-22" },
  ],
};

/** The same as a text. */
export const TEXT = JSON.stringify(SMALL);

/** Every case of the project: its name, its folder and its design. */
export function cases() {
  const all = join(ROOT, "tests/cases");
  return readdirSync(all)
    .sort()
    .map((name) => ({ name, folder: join(all, name) }))
    .filter(({ folder }) => existsSync(join(folder, "design.toml")))
    .map((it) => ({ ...it, design: readFileSync(join(it.folder, "design.toml"), "utf8") }));
}

/** Every file in a folder by its path, with `/` between; nothing where there is no folder. */
export function filesIn(folder) {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]));
}
