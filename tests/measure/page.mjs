// What the pages weigh and how long they take, in Debian's Chromium on loopback: node tests/measure/page.mjs [runs] [first|edits]
// Least and median of the runs; a shared machine disturbs the median more than the least.
import { loadavg } from "node:os";
import { launch } from "../browser/browser.mjs";
import { serve } from "../browser/site.mjs";
import * as core from "../../wasm/pkg/node.js";
import { designOf } from "./designs.mjs";

const RUNS = Number(process.argv[2] ?? 11);
const WHAT = process.argv[3];
/** The field that is typed into. */
const FIELD = "hosts.service";

const site = await serve();
const browser = await launch();
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
      return {
        paint: at("first-contentful-paint"),
        ready,
        module: weigh(before.filter(isModule)),
        page: weigh(before.filter((it) => !isModule(it))),
      };
    });
    paint.push(found.paint);
    ready.push(found.ready);
    weights.push(found);
    await context.close();
  }
  tell(
    "first view without the module, gzip",
    weights.map((it) => it.page / 1000),
    "kB",
  );
  tell(
    "the module, gzip",
    weights.map((it) => it.module / 1000),
    "kB",
  );
  tell("first contentful paint", paint, "ms");
  tell("interactive", ready, "ms");
}

/**
 * From a letter typed into a field to the painted file. The work is that of the page's thread: from the input event to the end of what
 * follows at once (the field, what the core says, the text of the file in sight), and from the begin of the next frame to its end (style,
 * layout, paint). The wait for that frame, which the screen decides, is only in the whole. What follows in later frames (the form's other
 * answers, problems, picture, list of files, colours) is in neither.
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
    /** When all of a kind of thing that was begun before is done. */
    const posted = () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    // Asked for before the page asks for frames itself: its own later work is not measured.
    const frame = () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          const begin = performance.now();
          posted().then((end) => done({ begin, end }));
        });
      });
    const times = [];
    for (let edit = 0; edit < edits; edit++) {
      await new Promise((next) => setTimeout(next, 120));
      await frame();
      const [painted, followed] = [frame(), posted()];
      const start = performance.now();
      value.call(input, `esb${edit}.example.com`);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      const now = await followed;
      const { begin, end } = await painted;
      times.push({ work: Math.min(now, begin) - start + (end - begin), whole: end - start });
      if (!document.querySelector(".sheet").textContent.includes(`esb${edit}.example.com`))
        throw new Error("the file in sight did not follow");
    }
    return times;
  }, RUNS * 5);
  // The first ones are before the browser compiled what runs often.
  const settled = times.slice(Math.min(10, RUNS));
  tell(
    `edit to painted file, ${what}: work`,
    settled.map((it) => it.work),
    "ms",
  );
  tell(
    `edit to painted file, ${what}: with the wait for the frame`,
    settled.map((it) => it.whole),
    "ms",
  );
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
