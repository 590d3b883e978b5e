// A wrong argument is a fault of the program that calls: it is told which one, and the module stays as it was.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { TEXT } from "./support/designs.mjs";
import { imported } from "./support/installed.mjs";

const { Stock, answer, check, file, insertRow, moveRow, patch, render, set, starter } = await imported("wso2-design");

afterEach(() => assert.equal(check(TEXT).ok, true));

const circle = {};
circle.self = circle;

const WRONG = [
  [() => render(), "render: text must be a string, not undefined"],
  [() => render(null), "render: text must be a string, not null"],
  [() => check(5), "check: text must be a string, not 5"],
  [() => check({}), "check: text must be a string, not an object"],
  [() => check(["format = 1"]), "check: text must be a string, not an array"],
  [() => check(new Uint8Array(3)), "check: text must be a string, not an object"],
  [() => file(TEXT), "file: path must be a string, not undefined"],
  [() => starter("esb", 5), "starter: release must be a string, not 5"],
  [() => render(TEXT, "secret"), "render: secrets must be an object of references and their texts, not a string"],
  [() => render(TEXT, { "env:A": 1 }), 'render: secrets["env:A"] must be a string, not 1'],
  [() => set(TEXT, { name: "x" }), "set: changes must be an array of pairs [path, value], not an object"],
  [() => set(TEXT, [["name"]]), "set: changes[0] must be a pair [path, value], not an array"],
  [() => set(TEXT, [["name", undefined]]), "set: changes[0][1] must be a JSON value, not undefined"],
  [() => insertRow(TEXT, "nodes", -1, {}), "insertRow: at must be a whole number from 0, not -1"],
  [() => moveRow(TEXT, "nodes", 0, 0.5), "moveRow: to must be a whole number from 0, not 0.5"],
  [() => insertRow(TEXT, "nodes", 0, { role() {} }), "insertRow: row.role must be a JSON value, not a function"],
  [() => answer(TEXT, "name", 1n), "answer: answer must be a JSON value, not a bigint"],
  [() => answer(TEXT, "name", NaN), "answer: answer must be a JSON value, not NaN"],
  [() => answer(TEXT, "name", new Date(0)), "answer: answer must be a JSON value, not an object"],
  [() => answer(TEXT, "name", circle), "answer: answer is nested too deeply, or holds itself"],
  [() => patch(TEXT, {}), "patch: stock must be a Stock, not an object"],
  [() => new Stock().add("esb", "x", "text"), "Stock.add: bytes must be a Uint8Array, not a string"],
];

for (const [call, message] of WRONG) test(message, () => assert.throws(call, { name: "TypeError", message }));

test("a secret that is none is told", () => {
  assert.throws(() => render(TEXT, { "%%": "x" }), { name: "Error", message: /^secrets: a secret is written as a reference/ });
});

test("what was freed is told", () => {
  const stock = new Stock();
  stock.free();
  assert.throws(() => stock.files(TEXT), { message: "Stock.files: this Stock was freed" });
  assert.throws(() => patch(TEXT, stock), { message: "patch: this Stock was freed" });
});
