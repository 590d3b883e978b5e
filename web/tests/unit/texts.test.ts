import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { en } from "../../src/texts/en";

const SOURCE = join(process.cwd(), "src");

/** Every source but the texts themselves, as one. */
const source = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((it) => /\.tsx?$/.test(it) && !it.startsWith("texts"))
  .map((it) => readFileSync(join(SOURCE, it), "utf8"))
  .join("\n");

/** Keys that are put together, as t(`theme.${it}`): what can stand in the gap is named here. */
const made = [
  ...["system", "light", "dark"].map((it) => `theme.${it}`),
  ...["error", "warning", "advice"].map((it) => `problems.${it}`),
];

test("every text is said somewhere", () => {
  const unused = Object.keys(en).filter((key) => !source.includes(`"${key}"`) && !made.includes(key));
  assert.deepEqual(unused, []);
});

test("a text gets every value that it wants", () => {
  const wanting = [...source.matchAll(/\bt\("([^"]+)"\)/g)].flatMap(([, key]) => {
    const text = Object.entries(en).find(([it]) => it === key)?.[1] ?? "";
    return /\{\w+[|}]/.test(text) ? [key] : [];
  });
  assert.deepEqual(wanting, []);
});
