import assert from "node:assert/strict";
import { test } from "node:test";
import { expand } from "../../src/part/table/expand";

test("the ranges of a line count along with each other", () => {
  assert.deepEqual(expand("worker w{1..3} 192.0.2.{21..23}"), [
    "worker w1 192.0.2.21",
    "worker w2 192.0.2.22",
    "worker w3 192.0.2.23",
  ]);
});

test("the shortest range says how many lines there are", () => {
  assert.deepEqual(expand("w{1..9} 192.0.2.{1..2}"), ["w1 192.0.2.1", "w2 192.0.2.2"]);
});

test("noughts at the front stay", () => {
  assert.deepEqual(expand("esb{08..10}"), ["esb08", "esb09", "esb10"]);
});

test("other lines are as they are, and empty ones go", () => {
  assert.deepEqual(expand("192.0.2.31-40\n\n{3..1}\n"), ["192.0.2.31-40", "{3..1}"]);
});

test("a slip of the finger is no million of rows", () => {
  assert.equal(expand("w{1..1000000}").length, 1000);
});
