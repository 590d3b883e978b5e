import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const read = (folder: string, kind: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((it) => kind.test(it))
    .map((it) => readFileSync(join(folder, it), "utf8"))
    .join("\n");

const style = read(join(process.cwd(), "src/style"), /\.css$/).replace(/\/\*[\s\S]*?\*\//g, "");
const source =
  read(join(process.cwd(), "src"), /\.tsx?$/) +
  readFileSync("index.html", "utf8") +
  read(join(process.cwd(), "../core/src/guide/picture"), /\.rs$/);

/** What stands in the texts of programs: a class is one of their words. */
const words = new Set([...source.matchAll(/"[^"\n]*"|`[^`]*`/g)].flatMap(([it]) => it.split(/[^\w-]+/)));
/** The parts of class names that are put together: `level-${…}`. */
const stems = [...source.matchAll(/([\w-]+-)\$\{/g)].flatMap(([, stem]) => stem ?? []);
/** Classes that the kept libraries write. */
const KEPT = /^hljs/;

test("every class that has a style is on some element", () => {
  const classes = new Set([...style.matchAll(/\.([a-z][\w-]*)/g)].flatMap(([, it]) => it ?? []));
  const unused = [...classes].filter(
    (it) => !KEPT.test(it) && !words.has(it) && !stems.some((stem) => it.startsWith(stem)),
  );
  assert.deepEqual(unused, []);
});
