// A test with a page in a profile of its own, on the built site; it fails where the page complains or asks another host.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, program, visit } from "./browser.mjs";
import { serve } from "./site.mjs";

/** Milliseconds that a loaded machine may need for what takes one on a quiet one. */
const PATIENCE = Number(process.env.PATIENCE ?? 60_000);

let standing;

after(async () => {
  if (!standing) return;
  const { site, browser } = await standing;
  await browser.close();
  await site.stop();
});

/** The site and the browser; both are the same for all tests of a file. */
export function stage() {
  standing ??= Promise.all([serve(), launch()]).then(([site, browser]) => ({ site, browser }));
  return standing;
}

/** A test on a page. What it `needs` besides Chromium is a sentence where it is not there. */
export function scene(name, { needs = false, at = "", ...options }, act) {
  const skip = (!program && "there is no Chromium") || needs;
  test(name, { skip, timeout: 6 * PATIENCE }, async (t) => {
    const { site, browser } = await stage();
    const visits = [];
    const open = async (address = "", options = {}) => {
      const one = await visit(browser, new URL(address, site.address).href, options);
      visits.push(one);
      one.page.setDefaultTimeout(PATIENCE);
      await ready(one.page);
      return one;
    };
    try {
      const one = await open(at, options);
      await act({ ...one, t, site, browser, open });
      for (const { troubles } of visits) assert.deepEqual(troubles, []);
    } finally {
      for (const { context } of visits) await context.close();
    }
  });
}

/** Waits until the page can be worked with. */
export async function ready(page) {
  await page.locator("#main:not([aria-busy])").waitFor();
}

/** Waits until something is so. */
export async function until(what, is) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const now = await is();
    if (now) return now;
    if (Date.now() > end) assert.fail(`it did not come about: ${what}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}
