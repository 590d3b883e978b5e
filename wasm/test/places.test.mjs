// Places in texts are in UTF-16 units: what `slice` takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "./support/installed.mjs";

const { check, share, unshare } = await imported("wso2-design");

const SCRIPTS = { ASCII: "a", "two bytes": "é", "three bytes": "漢", astral: "𝕏👩‍👩‍👧", "a lone half": "\ud835" };

for (const [script, letters] of Object.entries(SCRIPTS)) {
  const head = "format = 1\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"symmetric\"\n";
  const texts = {
    TOML: `# ${letters}\n${head}name = "NO"\n`,
    "TOML, inside a value": `${head}hosts.service = "${letters}.example.com"\nname = "NO"\n`,
    JSON: `{ "hosts": { "service": "${letters}" }, "format": 1, "name": "NO" }`,
  };
  for (const [syntax, text] of Object.entries(texts)) {
    test(`a place behind ${script} in ${syntax}`, () => {
      const places = check(text).diagnostics.flatMap(({ at }) => at);
      const { span } = places.find(({ path }) => path === "name");
      assert.equal(text.slice(span.start, span.end), '"NO"');
    });
  }
}

test("a text with astral letters comes back from a link as it was", () => {
  const text = '# 𝕏 👩‍👩‍👧\r\nformat = 1\r\nname = "é"\r\n';
  assert.equal(unshare(share(text).fragment).text, text);
});
