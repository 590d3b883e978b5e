import assert from "node:assert/strict";
import { test } from "node:test";
import { around } from "../../src/part/files/around";
import { changesOf, sizeOf } from "../../src/part/files/changes";
import { find } from "../../src/part/files/find";
import { grammarOf } from "../../src/part/files/grammar";
import { linesOf } from "../../src/part/files/lines";
import { nearest } from "../../src/part/files/nearest";
import { piecesOf } from "../../src/part/files/spans";
import { filtered, rowsOf, treeOf } from "../../src/part/files/tree";

const entry = (path: string) => ({ path, mode: 0o644, fragment: false });
const ENTRIES = ["guide.md", "nodes/a/bin/start.sh", "nodes/a/conf/x/axis2.xml", "nodes/b/conf/x/axis2.xml"].map(entry);

test("folders that hold one folder only are one row with it", () => {
  const rows = rowsOf(treeOf(ENTRIES), () => true).map((it) => `${it.level} ${it.name} ${it.place}/${it.of}`);
  assert.deepEqual(rows, [
    "1 nodes 1/2",
    "2 a 1/2",
    "3 bin 1/2",
    "4 start.sh 1/1",
    "3 conf/x 2/2",
    "4 axis2.xml 1/1",
    "2 b/conf/x 2/2",
    "3 axis2.xml 1/1",
    "1 guide.md 2/2",
  ]);
});

test("what is folded has no rows, and a count of what is in it", () => {
  const rows = rowsOf(treeOf(ENTRIES), () => false);
  assert.deepEqual(
    rows.map((it) => [it.name, it.folder?.count]),
    [
      ["nodes", 3],
      ["guide.md", undefined],
    ],
  );
});

test("a filter asks for every word", () => {
  assert.deepEqual(
    filtered(ENTRIES, "B axis").map((it) => it.path),
    ["nodes/b/conf/x/axis2.xml"],
  );
  assert.equal(filtered(ENTRIES, " "), ENTRIES);
});

test("a file that went is followed by its like", () => {
  assert.equal(nearest(ENTRIES, "nodes/b/conf/x/axis2.xml"), "nodes/b/conf/x/axis2.xml");
  assert.equal(nearest(ENTRIES, "nodes/b/fragments/axis2.xml"), "nodes/b/conf/x/axis2.xml");
  assert.equal(nearest(ENTRIES, "nodes/gone/start.sh"), "nodes/a/bin/start.sh");
  assert.equal(nearest(ENTRIES, ""), "nodes/a/conf/x/axis2.xml");
  assert.equal(nearest([], "x"), "");
});

test("changes have their lines and what went", async () => {
  const [before, after] = ["a\nb\nc\nd\ne\n", "a\nB\nc\nd\nx\ne\n"];
  const changes = await changesOf(before, after);
  assert.deepEqual(changes, [
    { start: 1, end: 2, gone: ["b"] },
    { start: 4, end: 5, gone: [] },
  ]);
  assert.equal(sizeOf(changes), 2);
  assert.deepEqual(await changesOf("a\nb\nc", "a\nc"), [{ start: 1, end: 1, gone: ["b"] }]);
  assert.deepEqual(await changesOf("same", "same"), []);
});

test("a change is shown with what is around it", () => {
  const lines = Array.from({ length: 20 }, (_, at) => String(at + 1));
  const shown = around(lines, [{ start: 9, end: 10, gone: ["old"] }]).map((it) => `${it.kind} ${it.text}`);
  assert.deepEqual(shown, [
    "gap ",
    "same 7",
    "same 8",
    "same 9",
    "gone old",
    "new 10",
    "same 11",
    "same 12",
    "same 13",
    "gap ",
  ]);
});

test("nothing of a text goes on the page as HTML", () => {
  const html =
    '<span class="hljs-comment">&lt;!-- a\nb --&gt;</span> &amp;<span class="hljs-tag">&lt;<span class="hljs-name">p</span>&gt;</span>';
  assert.deepEqual(piecesOf(html), [
    [{ text: "<!-- a", style: "hljs-comment" }],
    [
      { text: "b -->", style: "hljs-comment" },
      { text: " &", style: "" },
      { text: "<", style: "hljs-tag" },
      { text: "p", style: "hljs-name" },
      { text: ">", style: "hljs-tag" },
    ],
  ]);
});

test("words are found without regard to capitals", () => {
  assert.deepEqual(find("Ab\ncab AB", "ab"), [
    { line: 0, start: 0, end: 2 },
    { line: 1, start: 1, end: 3 },
    { line: 1, start: 4, end: 6 },
  ]);
  assert.deepEqual(find("a.c", "."), [{ line: 0, start: 1, end: 2 }]);
  assert.deepEqual(find("abc", ""), []);
});

test("a line end at the end begins no line", () => {
  assert.deepEqual(linesOf("a\r\nb\n"), ["a", "b"]);
  assert.deepEqual(linesOf(""), [""]);
});

test("a .conf is told by its text", () => {
  assert.equal(grammarOf("balancers/lb/conf.d/esb.conf", "server {\n    listen 80;\n}\n"), "nginx");
  assert.equal(grammarOf("balancers/lb/esb.conf", "<VirtualHost *:80>\n"), "apache");
  assert.equal(grammarOf("nodes/a/x.xml", ""), "xml");
  assert.equal(grammarOf("tls/what.bin", ""), undefined);
});
