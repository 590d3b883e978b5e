// What the pages weigh and how long they take, in Debian's Chromium on loopback: node tests/measure/page.mjs [runs] [first|edits]
// Least and median of the runs; a shared machine disturbs the median more than the least.
import { loadavg } from "node:os";
import { chromium } from "../browser/node_modules/playwright-core/index.mjs";
import { ARGUMENTS, program } from "../browser/browser.mjs";
import { serve } from "../browser/site.mjs";
import * as core from "../../wasm/pkg/node.js";
import { designOf } from "./designs.mjs";

const RUNS = Number(process.argv[2] ?? 11);
const WHAT = process.argv[3];
/** The field that is typed into. */
const FIELD = "hosts.service";

const site = await serve();
// Without a limit on frames the time to the next paint is work and not waiting.
const browser = await chromium.launch({
  executablePath: program,
  args: [...ARGUMENTS, "--disable-frame-rate-limit", "--disable-gpu-vsync"],
});
try {
  console.log(`load ${loadavg()[0].toFixed(1)}`);
  if (WHAT !== "edits") await first();
  if (WHAT !== "first") {
    await edits("3 nodes", designOf(3, "range"));
    await edits("100 nodes in ranges", designOf(100, "range"));
    await edits("100 nodes in rows of their own", designOf(100, "rows"));
  }
} finally {
  await browser.close();
  await site.stop();
}

/** The first visit: what is loaded until one can work, the first paint, and when one can. */
async function first() {
  // Once without counting: the host compresses its files, and the machine reads Chromium from its disk.
  await (await visit(site.address)).context.close();
  const paint = [];
  const ready = [];
  const weights = [];
  for (let run = 0; run < RUNS; run++) {
    const { context, page } = await visit(site.address);
    const found = await page.evaluate(() => {
      const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
      const ready = at("interactive");
      const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const before = all.filter((it) => it.startTime <= ready);
      const weigh = (some) => some.reduce((sum, it) => sum + it.encodedBodySize, 0);
      const isModule = (it) => it.name.endsWith(".wasm");
      return { paint: at("first-contentful-paint"), ready, module: weigh(before.filter(isModule)), page: weigh(before.filter((it) => !isModule(it))) };
    });
    paint.push(found.paint);
    ready.push(found.ready);
    weights.push(found);
    await context.close();
  }
  tell("first view without the module, gzip", weights.map((it) => it.page / 1000), "kB");
  tell("the module, gzip", weights.map((it) => it.module / 1000), "kB");
  tell("first contentful paint", paint, "ms");
  tell("interactive", ready, "ms");
}

/**
 * From a letter typed into a field to the painted file: from before the input event to after the next frame was painted. In it are the
 * field, what was found about the design, the form's other answers, and the text of the file in sight; not what follows in later frames.
 */
async function edits(what, text) {
  const { fragment } = core.share(text);
  const step = core.form(text).steps.findIndex((it) => it.fields.some((field) => field.path === FIELD));
  const { context, page } = await visit(`${site.address}#${fragment}`);
  await page.locator(".steps .step").nth(step).click();
  const field = page.locator(`[id="field-${FIELD}"]`);
  await field.waitFor();
  await openFile(page, core.linesOf(text, FIELD).find(({ file }) => file.endsWith("axis2.xml")).file);
  await field.focus();
  // Until nothing is left to do from the opening.
  await page.waitForTimeout(1500);
  const times = await field.evaluate(async (input, edits) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const painted = () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(0);
        });
      });
    const times = [];
    for (let edit = 0; edit < edits; edit++) {
      await new Promise((next) => setTimeout(next, 120));
      await painted();
      const start = performance.now();
      value.call(input, `esb${edit}.example.com`);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await painted();
      times.push(performance.now() - start);
      if (!document.querySelector(".sheet").textContent.includes(`esb${edit}.example.com`)) throw new Error("the file in sight did not follow");
    }
    return times;
  }, RUNS * 5);
  // The first ones are before the browser compiled what runs often.
  tell(`edit to painted file, ${what}`, times.slice(Math.min(10, RUNS)), "ms");
  await context.close();
}

/** Brings a file into sight as a person does: by the tree. */
async function openFile(page, path) {
  await page.locator("#files-filter").fill(path);
  await page.locator(`[role="treeitem"][title="${path}"]`).click();
  await page.locator("#files-filter").fill("");
  await page.locator(`.sheet[aria-label*="${path}"]`).waitFor();
}

/** The pages for somebody who was never there, once one can work. */
async function visit(address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("interactive").length > 0);
  return { context, page };
}

function tell(what, values, unit) {
  const sorted = [...values].sort((one, other) => one - other);
  const show = (value) => `${value.toFixed(1)} ${unit}`;
  console.log(`${what}: least ${show(sorted[0])}, median ${show(sorted[Math.floor(sorted.length / 2)])}`);
}
