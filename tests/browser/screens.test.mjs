// A picture of every screen and dialog, light and dark, wide and narrow, for a person to look at in target/screens.
import assert from "node:assert/strict";
import { picture } from "./browser.mjs";
import { SCREENS } from "./screens.mjs";
import { ready, scene } from "./stage.mjs";

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const [size, viewport] of Object.entries(SIZES)) {
  scene(
    `every screen is drawn on a ${size} screen, light and dark`,
    { viewport, colorScheme: "light" },
    async ({ page, t, site }) => {
      for (const [name, go] of Object.entries(SCREENS)) {
        await t.test(name, async () => {
          await page.goto(site.address);
          await ready(page);
          await go(page);
          const grounds = [];
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            const bytes = await picture(page, `${name}-${size}-${colorScheme}`);
            const { colours, ground } = await page.evaluate(looked, bytes.toString("base64"));
            assert.ok(colours > 20, `${name} is blank: ${colours} colours`);
            grounds.push(ground);
          }
          assert.ok(grounds[0] > 140 && grounds[1] < 110, `light is light and dark is dark: ${grounds}`);
          await page.emulateMedia({ colorScheme: "light" });
        });
      }
    },
  );
}

/** How many colours a picture has, and how light it is, from 0 to 255. */
async function looked(base64) {
  const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  const colours = new Set();
  let light = 0;
  for (let at = 0; at < data.length; at += 4) {
    colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    light += (data[at] + data[at + 1] + data[at + 2]) / 3;
  }
  return { colours: colours.size, ground: light / (data.length / 4) };
}
