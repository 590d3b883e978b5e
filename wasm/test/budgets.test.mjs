// The package stays as small and as quick as budgets.json says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { HERE } from "../build/run.mjs";
import { INSTALLED } from "./support/installed.mjs";
import { sizes, times } from "./support/measure.mjs";

const BUDGETS = JSON.parse(readFileSync(join(HERE, "budgets.json"), "utf8"));
const measured = { ...sizes(), ...times() };

test("every budget is measured", () => assert.deepEqual(Object.keys(measured), Object.keys(BUDGETS)));

test("the README says them", () => {
  const readme = readFileSync(join(INSTALLED, "README.md"), "utf8");
  for (const [what, most] of Object.entries(BUDGETS)) assert.ok(readme.includes(`| ${what} | ${most} |`), what);
});

for (const [what, figure] of Object.entries(measured)) {
  test(what, (context) => {
    context.diagnostic(`${what}: ${figure} of ${BUDGETS[what]}`);
    assert.ok(figure <= BUDGETS[what], `${figure}, where ${BUDGETS[what]} is allowed`);
  });
}
