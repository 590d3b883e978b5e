// The weight of the first view: what is fetched before one can work, compressed as a host would.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { launch, program, visit } from "./browser.mjs";
import { serve } from "./site.mjs";

const BUDGETS = JSON.parse(readFileSync(new URL("../../web/budgets.json", import.meta.url), "utf8"));

test("the first view stays within its weight", { skip: !program && "there is no Chromium" }, async () => {
  const site = await serve();
  const browser = await launch();
  try {
    const { page } = await visit(browser, site.address, { serviceWorkers: "block" });
    await page.waitForFunction(() => performance.getEntriesByName("interactive").length > 0);
    const loaded = await page.evaluate(() => {
      const ready = performance.getEntriesByName("interactive")[0].startTime;
      return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .filter((it) => it.startTime <= ready)
        .map((it) => ({ name: it.name, bytes: it.encodedBodySize }));
    });
    const weigh = (some) => some.reduce((sum, it) => sum + it.bytes, 0) / 1000;
    const isModule = (it) => it.name.endsWith(".wasm");
    const modules = loaded.filter(isModule);
    assert.equal(modules.length, 1, "the module is fetched once");
    check("first view without the module, gzip kB", weigh(loaded.filter((it) => !isModule(it))));
    check("module, gzip kB", weigh(modules));
  } finally {
    await browser.close();
    await site.stop();
  }
});

function check(what, found) {
  assert.ok(found > 0 && found <= BUDGETS[what], `${what}: ${found.toFixed(1)} of ${BUDGETS[what]}`);
  console.log(`${what}: ${found.toFixed(1)} of ${BUDGETS[what]}`);
}
