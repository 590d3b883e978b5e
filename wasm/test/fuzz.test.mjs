// Nothing that comes from outside traps the module or throws: random texts, mangled designs, random links, random files.
// The seed is fixed: what fails here fails everywhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TEXT } from "./support/designs.mjs";
import { DESIGNS, SEED, said, text } from "./support/hostile.mjs";
import { imported } from "./support/installed.mjs";

const design = await imported("wso2-design");
const PATHS = [
  "nodes[0].address",
  "cluster.membership.multicast.port",
  "name",
  "database",
  "a[99999999999]",
  "",
  "]",
  ".",
];

function holds(arbitrary, body, numRuns) {
  fc.assert(fc.property(arbitrary, body), { seed: SEED, numRuns });
  assert.equal(design.check(TEXT).ok, true, "the module is still well");
}

test("no text traps a verb that reads it", { timeout: 300_000 }, () => {
  holds(
    said,
    (given) => {
      const { diagnostics } = design.check(given);
      for (const { at } of diagnostics) {
        for (const { span } of at) if (span) assert.ok(span.start <= span.end && span.end <= given.length);
      }
      assert.equal(design.render(given).files.length, design.files(given).length);
      for (const verb of ["read", "form", "tasks", "picture", "mend", "share"]) design[verb](given);
      design.file(given, "guide.md");
      design.linesOf(given, "cluster.domain");
    },
    600,
  );
});

test("no change of a text traps a verb that makes it", () => {
  const place = fc.oneof(fc.constantFrom(...PATHS), text);
  const row = fc.jsonValue({ maxDepth: 4 });
  holds(
    fc.record({ said, place, row, at: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 0xffff_ffff })) }),
    ({ said, place, row, at }) => {
      for (const { text, refused } of [
        design.set(said, [[place, row]]),
        design.answer(said, place, row),
        design.insertRow(said, "nodes", at, row),
        design.removeRow(said, "nodes", at),
        design.duplicateRow(said, "nodes", at),
        design.moveRow(said, "nodes", at, 0),
      ]) {
        assert.equal(typeof text, "string");
        if (refused !== null) assert.equal(text, said.toWellFormed?.() ?? text);
      }
    },
    300,
  );
});

test("nothing that is asked about traps", () => {
  // What is not known is looked for in every layout of every product: that takes its time.
  const what = fc.oneof(fc.constantFrom(...PATHS), text);
  holds(what, (given) => assert.ok("near" in design.explain(given)), 25);
});

test("no link traps", () => {
  const fragment = design.share(DESIGNS[0]).fragment;
  const link = fc.oneof(
    text,
    fc.base64String().map((base64) => `#${fragment.slice(0, 3)}${base64}`),
    fc
      .tuple(fc.nat({ max: fragment.length }), text)
      .map(([at, put]) => fragment.slice(0, at) + put.slice(0, 3) + fragment.slice(at + 1)),
  );
  holds(link, (given) => assert.ok("text" in design.unshare(given)), 1000);
});

test("no file of a product traps", () => {
  const files = DESIGNS.flatMap((given) =>
    design
      .files(given)
      .filter(({ fragment }) => fragment)
      .slice(0, 2),
  );
  const paths = [...new Set(files.map(({ path }) => path.replace(/^nodes\/[^/]*\/fragments\//, "")))];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: fc.constantFrom(..."<>/=\"'!-[]?ab \n&;"), maxLength: 400 }).map((it) => Buffer.from(it)),
  );
  holds(
    fc.record({ from: fc.constantFrom(...DESIGNS), path: fc.constantFrom(...paths), bytes }),
    ({ from, path, bytes }) => {
      const stock = new design.Stock();
      stock.add(from.match(/^product = "(.*)"/m)?.[1] ?? "esb", path, bytes);
      assert.ok(Array.isArray(design.patch(from, stock).findings));
      stock.free();
    },
    150,
  );
});
