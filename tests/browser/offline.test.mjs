// Without a network after the first visit, and with a newer build at the next.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assertSame, downloaded, folder, noProgram, rendered, savedText, unzipped } from "./bundle.mjs";
import { ESB, lines, open } from "./designs.mjs";
import { visit } from "./browser.mjs";
import { serve } from "./site.mjs";
import { ready, scene, until } from "./stage.mjs";

const installed = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

scene(
  "gallery, design, render and download work without a network",
  { needs: noProgram },
  async ({ page, context, t }) => {
    await installed(page);
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
    await page.getByRole("button", { name: "Worker/manager pattern 3" }).click();
    await lines(page).first().waitFor();
    await page.getByRole("textbox", { name: "Description" }).fill("written without a network");
    // A part that is fetched when it is wanted first, and one that is not in the first view at all.
    await page.keyboard.press("Alt+d");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    const zip = await downloaded(page, () => page.keyboard.press("Alt+z"));
    assertSame(await unzipped(zip.bytes, "esb"), await rendered(t, await savedText(page)));
    await page.keyboard.press("Alt+g");
    await page.getByRole("checkbox").first().waitFor();
  },
);

scene("a newer build is offered, and taken over with the design as it is", {}, async ({ browser, t }) => {
  const built = fileURLToPath(new URL("../../web/dist/", import.meta.url));
  const pages = join(folder(t), "pages");
  cpSync(built, pages, { recursive: true });
  const site = await serve("/a/", pages);
  t.after(() => site.stop());
  const { page, context, troubles } = await visit(browser, site.address);
  t.after(() => context.close());
  await ready(page);
  await installed(page);
  // From the second visit on the page comes from what was kept.
  await page.reload();
  await ready(page);
  const prompt = page.getByText("A newer version of this page is ready.");
  assert.equal(await prompt.count(), 0, "the first version is no newer one");
  await open(page, ESB);
  await lines(page).first().waitFor();
  const before = page.url();
  await page.getByRole("textbox", { name: "Description" }).fill("kept");
  await until("the address has the edit", () => page.url() !== before);
  const text = await savedText(page);
  const first = page.url();

  // Another build: other bytes, and so another version.
  const worker = join(pages, "worker.js");
  writeFileSync(
    worker,
    readFileSync(worker, "utf8").replace(/const VERSION = "(.{16})"/, 'const VERSION = "0123456789abcdef"'),
  );
  await page.evaluate(() => navigator.serviceWorker.ready.then((it) => it.update()));
  await prompt.waitFor();
  assert.equal(page.url(), first, "nothing happens by itself");
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload" }).click()]);
  await ready(page);
  await lines(page).first().waitFor();
  assert.equal(await savedText(page), text);
  assert.equal(await prompt.count(), 0);
  const caches = await page.evaluate(() => window.caches.keys());
  assert.deepEqual(
    caches.map((it) => it.split(" ").at(-1)),
    ["0123456789abcdef"],
  );
  assert.deepEqual(troubles, []);
});
