import assert from "node:assert/strict";
import { test } from "node:test";
import { placed } from "../../src/io/machine";

const WANTED = ["repository/conf/carbon.xml", "repository/conf/axis2/axis2.xml", "bin/start-node.sh"];

test("a home is found wherever it lies", () => {
  const paths = [
    "w/esb-5.0.0/README.txt",
    "w/esb-5.0.0/repository/conf/carbon.xml",
    "w/esb-5.0.0/bin/start-node.sh",
    "backup/repository/conf/carbon.xml",
  ];
  assert.deepEqual(
    [...placed(paths, WANTED).found],
    [
      ["repository/conf/carbon.xml", 1],
      ["bin/start-node.sh", 2],
    ],
  );
});

test("loose files are told by their names, where those are clear", () => {
  assert.deepEqual(placed(["carbon.xml", "a/axis2.xml", "b/axis2.xml"], WANTED), {
    whole: false,
    found: new Map([["repository/conf/carbon.xml", 0]]),
  });
});

test("a home without any of the files has none", () => {
  assert.equal(placed(["x/y.txt"], WANTED).found.size, 0);
});
