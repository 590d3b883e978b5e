// axe-core on every screen and dialog: light and dark, on a desk and on a phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as core from "../../wasm/pkg/node.js";
import { launch, program, visit } from "./browser.mjs";
import { serve } from "./site.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** A design with an error, a warning and advice. */
const FAULTY = `format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-2"
speed = 3

[hosts]
service = "not a host"

[[nodes]]
role = "manager"
address = "192.0.2.11"

[[nodes]]
role = "worker"
addresses = "192.0.2.21-22"
`;

for (const [size, device] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(
      `no violation of axe-core: ${colorScheme}, ${size}`,
      { skip: !program && "there is no Chromium" },
      async () => {
        const site = await serve();
        const browser = await launch();
        try {
          // Only axe-core itself goes around the policy of the page.
          const { page } = await visit(browser, site.address, { ...device, colorScheme, bypassCSP: true });
          await page.addScriptTag({ content: AXE });
          const found = [];
          const seen = [];
          for await (const screen of screens(page, size === "phone")) {
            seen.push(screen);
            found.push(...(await violations(page, screen)));
          }
          assert.deepEqual(found, []);
          console.log(`${colorScheme}, ${size}: ${seen.join("; ").replaceAll("\n", " ")}`);
        } finally {
          await browser.close();
          await site.stop();
        }
      },
    );
  }
}

/** Dialogs, by the keys that open them. */
const DIALOGS = { "Control+o": "open", "Alt+s": "save", "Alt+l": "share", "Alt+d": "differences", "?": "keys" };

/** Goes from screen to screen, as a person does; says what is in sight. */
async function* screens(page, isPhone) {
  const pane = async (key) => {
    if (isPhone) await page.locator(`.bar-${key}`).click();
  };

  await page.locator(".card svg").first().waitFor();
  yield "gallery";
  await page.locator(".card-choose").first().click();
  const steps = page.locator(".steps .step");
  await steps.first().waitFor();
  for (let at = 0; at < (await steps.count()); at++) {
    await steps.nth(at).click();
    await unfold(page, ".form details:not([open]) > summary");
    yield `step ${await steps.nth(at).innerText()}`;
  }
  await pane("picture");
  await page.locator(".picture-words > summary").click();
  yield "picture";

  await pane("files");
  await page.locator(".sheet-row").first().waitFor();
  yield "files";
  await page.locator(".sheet-row").nth(3).click();
  yield "files: why a line is as it is";
  if (!(await page.locator("[role=tree]").isVisible())) await page.locator(".files-all").click();
  yield "files: the tree";

  await page.locator("#files-filter").fill("carbon.xml");
  await page.locator(".branch:has(.branch-leaf)").first().click();
  await pane("form");
  await steps.nth(1).click();
  await page.locator('[id="field-hosts.service"]').fill("another.example.com");
  await pane("files");
  await page.locator(".files-changes button").last().click();
  await page.locator(".difference").waitFor();
  yield "files: the difference";

  await pane("form");
  await page.keyboard.press("Alt+g");
  await page.locator(".guide").waitFor();
  yield "guide";
  await page.keyboard.press("Alt+g");
  await page.locator(".form").waitFor();

  await page.evaluate((fragment) => (location.hash = fragment), core.share(FAULTY).fragment);
  await page.locator(".problem.error").first().waitFor({ state: "attached" });
  await pane("problems");
  await unfold(page, ".problem-tools [aria-expanded=false]");
  yield "problems";
  await pane("form");
  for (let at = 0; at < (await steps.count()); at++) {
    if ((await steps.nth(at).locator(".count.bad").count()) === 0) continue;
    await steps.nth(at).click();
    yield `step ${await steps.nth(at).innerText()} with problems`;
  }
  for (const [keys, dialog] of Object.entries(DIALOGS)) {
    await page.keyboard.press(keys);
    await page.locator("dialog[open]").waitFor();
    yield `dialog ${dialog}`;
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "product.zip"));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.locator(".drop.on").waitFor();
  yield "drop";
}

/** Unfolds everything of a kind. */
async function unfold(page, what) {
  await page.locator(what).evaluateAll((all) => {
    for (const it of all) it.click();
  });
}

/** What axe-core finds, a line each. */
async function violations(page, screen) {
  // A thing that is fading in has not its own colours yet.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((it) => it.effect.getTiming().iterations !== Infinity)
        .map((it) => it.finished.catch(() => {})),
    ),
  );
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((it) => `${id}: ${it.html.slice(0, 200)} ${it.failureSummary?.split("\n")[1]?.trim() ?? ""}`),
    );
  });
  return found.map((it) => `${screen}: ${it}`);
}
