// On a phone, by touch: everything can be reached, and nothing scrolls sideways.
import assert from "node:assert/strict";
import { ESB, lines, open } from "./designs.mjs";
import { assertFits, SCREENS } from "./screens.mjs";
import { ready, scene } from "./stage.mjs";

for (const [width, height] of [
  [390, 844],
  [360, 640],
]) {
  const phone = { viewport: { width, height }, hasTouch: true, isMobile: true };

  scene(`every screen fits ${width}×${height}`, phone, async ({ page, t, site }) => {
    for (const [name, go] of Object.entries(SCREENS)) {
      await t.test(name, async () => {
        await page.goto(site.address);
        await ready(page);
        await go(page);
        await assertFits(page);
      });
    }
  });

  scene(`the bar leads from part to part by touch at ${width}×${height}`, phone, async ({ page }) => {
    await page.getByRole("button", { name: "Worker/manager pattern 2" }).tap();
    const bar = page.getByRole("navigation", { name: "Parts of the page" });
    for (const [part, region] of [
      ["Topology", "Topology"],
      ["Files", "Files"],
      ["Problems", "Problems"],
      ["Form", "Form"],
    ]) {
      const item = bar.getByRole("button", { name: part });
      await item.tap();
      await page.getByRole("region", { name: region, exact: true }).waitFor();
      assert.equal(await item.getAttribute("aria-current"), "true");
      const box = await item.boundingBox();
      assert.ok(box.height >= 40 && box.y + box.height <= height + 1, `${part}: ${JSON.stringify(box)}`);
      const seen = await page
        .getByRole("main")
        .getByRole("region")
        .evaluateAll((all) => all.filter((it) => it.checkVisibility() && it.matches("section")).length);
      assert.equal(seen, 1, `only ${part} is in sight`);
    }
  });

  scene(
    `from a problem to its field, and from a line to its setting, by touch at ${width}×${height}`,
    phone,
    async ({ page }) => {
      await open(page, ESB.replace('addresses = "192.0.2.21-22"', 'addresses = "192.0.2.21-22"\nmember-port = 9443'));
      const bar = page.getByRole("navigation", { name: "Parts of the page" });
      await bar.getByRole("button", { name: "Problems" }).tap();
      await page.getByRole("button", { name: "Go to nodes[1].member-port" }).first().tap();
      await page.getByRole("textbox", { name: "Member port, row 2" }).waitFor();
      assert.ok(
        await page.getByRole("textbox", { name: "Member port, row 2" }).evaluate((it) => it === document.activeElement),
      );
      await bar.getByRole("button", { name: "Problems" }).tap();
      await page
        .getByRole("region", { name: "Problems" })
        .getByRole("button", { name: /own member port/i })
        .first()
        .tap();
      await bar.getByRole("button", { name: "Files" }).tap();
      await lines(page).filter({ hasText: '<parameter name="domain">' }).tap();
      const why = page.getByRole("complementary", { name: "Why" });
      await why.waitFor();
      await assertFits(page);
      await why.getByRole("button", { name: /cluster\.domain/ }).tap();
      await page.getByRole("region", { name: "Form" }).waitFor();
    },
  );
}
