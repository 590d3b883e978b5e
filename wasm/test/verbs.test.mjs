// What every verb gives, in short; what it decides is tested in the core.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXT } from "./support/designs.mjs";
import { imported } from "./support/installed.mjs";

const design = await imported("wso2-design");
const TOML = design.starter("esb", "5.0.0", "worker-manager-2");
const BROKEN = TEXT.replace("worker-manager-2", "worker-manager-9");

const TESTS = {
  version: () => assert.match(design.version(), /^\d+\.\d+\.\d+$/),
  products() {
    const esb = design.products().find(({ id }) => id === "esb");
    assert.ok(esb.releases.some(({ version, archive }) => version === "5.0.0" && archive === "wso2esb-5.0.0.zip"));
  },
  patterns: () => assert.ok(design.patterns().some(({ key, survives }) => key === "worker-manager-2" && survives)),
  schema: () => assert.equal(design.schema().title, "A wso2-design design"),
  starter() {
    assert.match(TOML, /^pattern = "worker-manager-2"/m);
    assert.match(design.starter("esb"), /^product = "esb"/m);
    for (const none of [["xyz"], ["esb", "9.9.9"], ["esb", null, "none"]])
      assert.equal(design.starter(...none), undefined);
  },
  read() {
    assert.deepEqual(design.read(TEXT), { syntax: "json", tree: JSON.parse(TEXT), diagnostics: [] });
    assert.equal(design.read("name = ").tree, null);
  },
  check() {
    const { ok, diagnostics, sentence } = design.check(TEXT);
    assert.ok(ok && sentence.includes("2 workers"), sentence);
    assert.ok(diagnostics.every(({ severity }) => severity !== "error"));
    assert.equal(design.check(BROKEN).ok, false);
  },
  render() {
    const { files } = design.render(TEXT);
    assert.ok(files.some(({ path, mode }) => path === "guide.md" && mode === 0o644));
    assert.ok(files.every(({ bytes }) => bytes instanceof Uint8Array));
    assert.deepEqual(design.render(BROKEN).files, []);
    assert.ok(design.render(BROKEN).diagnostics.some(({ severity }) => severity === "error"));
  },
  files() {
    const listed = design.files(TEXT).map(({ path, mode }) => [path, mode]);
    assert.deepEqual(
      listed,
      design.render(TEXT).files.map(({ path, mode }) => [path, mode]),
    );
  },
  file() {
    const { text, origins } = design.file(TEXT, "guide.md");
    assert.equal(
      text,
      new TextDecoder().decode(design.render(TEXT).files.find(({ path }) => path === "guide.md").bytes),
    );
    assert.ok(origins.every(({ lines }) => lines.start <= lines.end));
    assert.equal(design.file(TEXT, "no/such/file"), null);
    for (const { path } of design.files(TEXT)) assert.equal(design.file(TEXT, path).path, path);
  },
  linesOf() {
    const [{ file, origins }] = design.linesOf(TEXT, "cluster.domain");
    assert.ok(design.file(TEXT, file).text.split("\n").length >= origins[0].lines.end);
  },
  picture: () => assert.match(design.picture(TEXT), /<svg [^]*<\/svg>\s*$/),
  form() {
    const fields = design.form(TEXT).steps.flatMap(({ fields }) => fields);
    assert.equal(fields.find(({ path }) => path === "name").said, "esb");
  },
  answer() {
    assert.equal(JSON.parse(design.answer(TEXT, "name", "bus").text).name, "bus");
    assert.match(design.answer(TEXT, "no.such", 1).refused, /no question/);
  },
  insertRow() {
    const { text } = design.insertRow(TEXT, "nodes", 1, { role: "worker", addresses: "192.0.2.30" });
    assert.equal(JSON.parse(text).nodes[1].addresses, "192.0.2.30");
  },
  removeRow: () => assert.equal(JSON.parse(design.removeRow(TEXT, "nodes", 0).text).nodes.length, 1),
  duplicateRow: () => assert.equal(JSON.parse(design.duplicateRow(TEXT, "nodes", 0).text).nodes.length, 3),
  moveRow: () => assert.equal(JSON.parse(design.moveRow(TEXT, "nodes", 0, 1).text).nodes[1].role, "manager"),
  set() {
    const { text } = design.set(TOML, [["name", "bus"]]);
    assert.equal(text, TOML.replace('name = "esb"', 'name = "bus"'));
  },
  mend() {
    const { text, done, refused } = design.mend(TEXT);
    assert.deepEqual([typeof text, done, refused], ["string", [], []]);
  },
  explain() {
    const [{ code }] = design.check(BROKEN).diagnostics;
    assert.equal(design.explain(code).page.code, code);
    assert.equal(design.explain("cluster.domain").settings[0].path, "cluster.domain");
  },
  tasks: () => assert.ok(design.tasks(TEXT).length > 5),
  share() {
    const { fragment, leftOut, fault } = design.share(TOML);
    assert.deepEqual([leftOut, fault], [[], null]);
    assert.equal(design.unshare(`https://example.org/#${fragment}`).text, TOML);
  },
  unshare() {
    const { text, fault } = design.unshare("#nonsense");
    assert.equal(text, null);
    assert.ok(fault.code && fault.message);
  },
  patch() {
    const stock = new design.Stock();
    const { files } = design.patch(TEXT, stock);
    assert.deepEqual(
      files.map(({ path }) => path),
      design.render(TEXT).files.map(({ path }) => path),
    );
  },
  drift() {
    const [{ file, kind }] = design.drift(TEXT, { "nodes/manager-1/repository/conf/none.xml": new Uint8Array() });
    assert.deepEqual([file, kind], ["nodes/manager-1/repository/conf/axis2/axis2.xml", "missing"]);
    assert.deepEqual(design.drift(BROKEN, {}), []);
  },
  diff() {
    assert.deepEqual(design.diff(TEXT, TEXT), []);
    const changed = design.diff(TEXT, TEXT.replace("192.0.2.21-22", "192.0.2.31-32"));
    assert.ok(changed.some(({ path, added, removed }) => path === "guide.md" && added > 0 && removed > 0));
  },
  wanted: () => assert.ok(design.wanted(TEXT).some(({ path }) => path === "repository/conf/carbon.xml")),
  locate() {
    const [{ home, files }] = design.locate(["a/wso2esb-5.0.0/repository/conf/carbon.xml"], TEXT);
    assert.deepEqual([home, files], ["a/wso2esb-5.0.0/", [{ path: "repository/conf/carbon.xml", entry: 0 }]]);
  },
  isOther() {
    assert.equal(design.isOther(TEXT, "esb", "WSO2 Enterprise Service Bus v5.0.0\n"), false);
    assert.equal(design.isOther(TEXT, "esb", "WSO2 Enterprise Service Bus v4.9.0"), true);
    assert.equal(design.isOther(BROKEN, "esb", "WSO2 Enterprise Service Bus v4.9.0"), false);
  },
  pasteRows: () =>
    assert.equal(JSON.parse(design.pasteRows(TEXT, "nodes", 2, "worker 192.0.2.40").text).nodes.length, 3),
  Stock() {
    const stock = new design.Stock();
    const path = "repository/conf/carbon.xml";
    assert.equal(stock.add("none", path, new Uint8Array()), false);
    assert.equal(
      stock.add("esb", path, new TextEncoder().encode("<Server><Ports><Offset>0</Offset></Ports></Server>")),
      true,
    );
    const whole = stock.files(TEXT).find((file) => file.path.endsWith("carbon.xml"));
    assert.equal(whole.fragment, false);
    assert.match(stock.file(TEXT, whole.path).text, /<Offset>/);
    assert.ok(stock.linesOf(TEXT, "name"));
    if (Symbol.dispose) stock[Symbol.dispose]();
    else stock.free();
  },
};

for (const [verb, body] of Object.entries(TESTS)) test(verb, body);

test("every verb is tested", () => {
  // Those that others bring along have tests of their own in files named after them.
  assert.deepEqual(Object.keys(design).sort(), Object.keys(TESTS).sort());
});

test("answers are plain JSON, but for the bytes of files", () => {
  const plain = (value) => assert.deepEqual(JSON.parse(JSON.stringify(value)), value);
  for (const text of [TEXT, TOML, BROKEN, "", "{"]) {
    const { read, check, files, form, tasks, share, mend } = design;
    for (const verb of [read, check, files, form, tasks, share, mend]) plain(verb(text));
  }
  plain([design.products(), design.patterns(), design.schema(), design.explain("nodes")]);
});

test("secrets are put in where they are given, and marks stand where not", () => {
  const all = (secrets) =>
    design
      .render(TOML, secrets)
      .files.map(({ bytes }) => new TextDecoder().decode(bytes))
      .join("\n");
  assert.ok(!all().includes("s3&cret"));
  assert.match(all(), /@env:WSO2_ADMIN_PASSWORD@/);
  assert.match(all({ "env:WSO2_ADMIN_PASSWORD": "s3&cret" }), /s3&(amp;)?cret/);
});
