// The package's folder, from the module and the sources in js/.

import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, deflateRawSync } from "node:zlib";
import { compile } from "json-schema-to-typescript";
import { HERE, ROOT } from "./run.mjs";
import { declarations, program } from "./verbs.mjs";

/** The package, as it is published. */
export const PACKAGE = join(HERE, "pkg");

/** Lays the package out in a folder, and puts it into its place when it is whole. */
export async function layOut(glue, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name, text) => writeFileSync(join(folder, name), text);
  for (const name of readdirSync(join(HERE, "js"))) cpSync(join(HERE, "js", name), join(folder, name));
  for (const name of ["wso2_design.js", "wso2_design_bg.wasm"]) cpSync(join(glue, name), join(folder, name));
  cpSync(join(ROOT, "LICENSE"), join(folder, "LICENSE"));
  cpSync(join(HERE, "README.md"), join(folder, "README.md"));

  const declared = await declarations(readFileSync(join(glue, "wso2_design.d.ts"), "utf8"));
  write("verbs.d.ts", declared);
  write("verbs.js", await program(declared));
  write("packed.js", `export default ${JSON.stringify(packed(readFileSync(join(folder, "wso2_design_bg.wasm"))))};\n`);

  const module = await import(pathToFileURL(join(folder, "node.js")).href);
  const schema = module.schema();
  write("schema.json", `${JSON.stringify(schema, null, 2)}\n`);
  write("design.d.ts", await design(schema));
  const manifest = JSON.parse(readFileSync(join(HERE, "js/package.json"), "utf8"));
  write("package.json", `${JSON.stringify({ ...manifest, version: module.version() }, null, 2)}\n`);

  rmSync(PACKAGE, { recursive: true, force: true });
  renameSync(folder, PACKAGE);
}

/** The module as a text: compressed, since what is packed does not get smaller in an archive. */
function packed(wasm) {
  const compressed = deflateRawSync(wasm, { level: 9, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY });
  return compressed.toString("base64");
}

/** The type of designs, for those who write them as objects. */
async function design(schema) {
  return compile({ ...schema, title: "Design" }, "Design", {
    bannerComment: "/** Designs as objects: what `JSON.stringify` makes of one is a design's text. */",
    additionalProperties: false,
    unknownAny: true,
    style: { printWidth: 120 },
  });
}
