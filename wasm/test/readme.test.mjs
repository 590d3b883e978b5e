// Every program of the README runs as it stands there, in what the line above it names: Node, a bundler, a plain page.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transform } from "esbuild";
import { CONSUMER, INSTALLED, imported, program } from "./support/installed.mjs";
import { noBrowser, said } from "./support/browser.mjs";

const README = readFileSync(join(INSTALLED, "README.md"), "utf8");
const SNIPPETS = [...README.matchAll(/^```(\w+) ?(.*)\n([^]*?)^```$/gm)].map(([, language, where, text], at) => ({
  name: `snippet ${at + 1}`,
  language,
  where: where.split(" ").filter(Boolean),
  text,
}));
const MANUAL = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const { patterns } = await imported("wso2-design");
const WANTED = `${patterns().length} patterns, 4 findings`;

const BUNDLERS = { vite: byVite, webpack: byWebpack, esbuild: byEsbuild };

test("every program says where it runs", () => {
  for (const { language, where, name } of SNIPPETS) assert.ok(language === "sh" || where.length > 0, name);
  for (const kind of ["node", "page", ...Object.keys(BUNDLERS)])
    assert.ok(
      SNIPPETS.some(({ where }) => where.includes(kind)),
      kind,
    );
});

for (const { name, language, where, text } of SNIPPETS) {
  for (const kind of where) {
    if (kind === "node") {
      test(`${name} in Node`, async () => {
        const { code } = language === "ts" ? await transform(text, { loader: "ts" }) : { code: text };
        assert.notEqual(program(code).trim(), "");
      });
    } else if (kind === "page") {
      test(`${name} as a page`, { skip: noBrowser }, async () => {
        const folder = fresh(`${name} page`);
        cpSync(INSTALLED, join(folder, "wso2-design"), { recursive: true });
        writeFileSync(join(folder, "index.html"), text);
        assert.equal(await said(folder), WANTED);
      });
    } else {
      test(`${name} by ${kind}`, { timeout: 120_000 }, async (context) => {
        const folder = fresh(`${name} ${kind}`);
        writeFileSync(join(folder, "main.js"), text);
        writeFileSync(join(folder, "index.html"), page('type="module"'));
        const built = await BUNDLERS[kind](folder);
        if (noBrowser) context.skip(`built, but not run: ${noBrowser}`);
        else assert.equal(await said(built), WANTED);
      });
    }
  }
}

test("the program in the project's own README runs in Node", () => {
  const [, text] = MANUAL.match(/^```js\n([^]*?)^```$/m);
  assert.match(program(text), /^nodes\/.*axis2\.xml \d+$/m);
});

/** An empty folder of the project, where the package is found. */
function fresh(name) {
  const folder = join(CONSUMER, "snippets", name.replaceAll(" ", "-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function page(script) {
  return `<!doctype html><meta charset="utf-8"><title>A page</title><body></body><script ${script} src="./main.js"></script>`;
}

async function byVite(folder) {
  const { build } = await import("vite");
  await build({ root: folder, base: "./", logLevel: "error", build: { outDir: "dist" } });
  return join(folder, "dist");
}

async function byWebpack(folder) {
  const { default: webpack } = await import("webpack");
  const output = { path: join(folder, "dist"), filename: "main.js" };
  const options = { mode: "production", context: folder, entry: "./main.js", output, performance: { hints: false } };
  const stats = await new Promise((done, fail) =>
    webpack(options, (fault, stats) => (fault ? fail(fault) : done(stats))),
  );
  assert.deepEqual(stats.toJson({ errors: true, warnings: true }).errors, []);
  assert.deepEqual(stats.toJson({ errors: true, warnings: true }).warnings, []);
  writeFileSync(join(folder, "dist/index.html"), page("defer"));
  return join(folder, "dist");
}

async function byEsbuild(folder) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(folder, "main.js")],
    outfile: join(folder, "dist/main.js"),
    bundle: true,
    format: "esm",
    minify: true,
    logLevel: "error",
  });
  writeFileSync(join(folder, "dist/index.html"), page('type="module"'));
  return join(folder, "dist");
}
