// What the pages weigh and how long they take, in Debian's Chromium on loopback: node tests/measure/page.mjs [runs]
// Least and median of the runs; a shared machine disturbs the median more than the least.
import { chromium } from "../browser/node_modules/playwright-core/index.mjs";
import { ARGUMENTS, program } from "../browser/browser.mjs";
import { serve } from "../browser/site.mjs";

const RUNS = Number(process.argv[2] ?? 11);
const EDITS = 60;

const site = await serve();
// Without a limit on frames the time to the next paint is work and not waiting.
const browser = await chromium.launch({
  executablePath: program,
  args: [...ARGUMENTS, "--disable-frame-rate-limit", "--disable-gpu-vsync"],
});
try {
  await first();
  for (const nodes of [3, 100]) await edits(nodes);
} finally {
  await browser.close();
  await site.stop();
}

/** The first visit: what is loaded until one can work, the first paint, and when one can. */
async function first() {
  const paint = [];
  const ready = [];
  let weight = 0;
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
    const page = await context.newPage();
    const loaded = [];
    page.on("requestfinished", (request) => loaded.push(request));
    await page.goto(site.address);
    const marks = await page.evaluate(async () => {
      const mark = (name) => performance.getEntriesByName(name)[0]?.startTime;
      while (mark("interactive") === undefined) await new Promise((next) => setTimeout(next, 5));
      return { paint: mark("first-contentful-paint"), ready: mark("interactive") };
    });
    const before = loaded.filter((request) => request.timing().startTime - loaded[0].timing().startTime <= marks.ready);
    const sizes = await Promise.all(before.map((request) => request.sizes()));
    weight = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
    paint.push(marks.paint);
    ready.push(marks.ready);
    await context.close();
  }
  tell("first view, gzip", [weight / 1000], "kB");
  tell("first contentful paint", paint, "ms");
  tell("interactive", ready, "ms");
}

/** From a letter typed into a field to the painted file. */
async function edits(nodes) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => performance.getEntriesByName("interactive").length > 0);
  await page.evaluate((text) => window.dispatchEvent(new CustomEvent("wso2-design:open", { detail: text })), design(nodes));
  const file = page.locator("[data-file-text]");
  await file.waitFor();
  const field = page.locator('[name="hosts.service"]');
  await field.waitFor();
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
      await new Promise((next) => setTimeout(next, 60));
      await painted();
      const start = performance.now();
      value.call(input, `esb${edit}.example.com`);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await painted();
      times.push(performance.now() - start);
    }
    return times;
  }, EDITS);
  tell(`edit to painted file, ${nodes} nodes`, times.slice(10), "ms");
  await context.close();
}

/** A design of so many nodes: two managers, and workers in a range. */
function design(nodes) {
  return `format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-${nodes > 3 ? 2 : 1}"

[hosts]
service = "esb.example.com"

[[nodes]]
role = "manager"
${nodes > 3 ? 'addresses = "10.0.1.11-12"' : 'address = "10.0.1.11"'}

[[nodes]]
role = "worker"
addresses = "10.0.2.1-${nodes > 3 ? nodes - 2 : nodes - 1}"

[database.mysql]
host = "db.example.com"
`;
}

function tell(what, values, unit) {
  const sorted = [...values].sort((one, other) => one - other);
  const show = (value) => `${value.toFixed(1)} ${unit}`;
  console.log(`${what}: least ${show(sorted[0])}, median ${show(sorted[Math.floor(sorted.length / 2)])}`);
}
