// Panes that a person gives another share of a wide page.
import assert from "node:assert/strict";
import { ESB, lines, open } from "./designs.mjs";
import { ready, scene, until } from "./stage.mjs";

const edge = (page, side) => page.getByRole("separator", { name: `Width of the ${side}` });
const share = async (page, side) => Number(await edge(page, side).getAttribute("aria-valuenow"));
const width = async (page, side) => (await page.locator(`.pane-${side}`).boundingBox()).width;

scene("an edge is moved by keys and by dragging, and a double click takes it back", {}, async ({ page }) => {
  await open(page, ESB);
  await lines(page).first().waitFor();
  const [form, files] = [await width(page, "form"), await width(page, "files")];
  await edge(page, "form").focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowRight");
  await until("a wider form", async () => (await width(page, "form")) > form + 60);
  await page.keyboard.press("Enter");
  await until("the usual form", async () => Math.abs((await width(page, "form")) - form) < 1);

  const { x, y } = await edge(page, "files").boundingBox();
  await page.mouse.move(x + 4, y + 200);
  await page.mouse.down();
  await page.mouse.move(x - 96, y + 200, { steps: 4 });
  await page.mouse.up();
  await until("more room for files", async () => Math.abs((await width(page, "files")) - files - 100) < 6);
  await edge(page, "files").dblclick();
  await until("the usual files", async () => Math.abs((await width(page, "files")) - files) < 1);
});

scene("the share is kept on the machine, and mirrored where text runs from the right", {}, async ({ page, site }) => {
  await open(page, ESB);
  await lines(page).first().waitFor();
  await edge(page, "form").focus();
  await page.keyboard.press("End");
  await until("the most", async () => (await share(page, "form")) === 60);
  await page.reload();
  await ready(page);
  await lines(page).first().waitFor();
  assert.equal(await share(page, "form"), 60);

  await page.goto(`${site.address}?dir=rtl${new URL(page.url()).hash}`);
  await ready(page);
  await lines(page).first().waitFor();
  await edge(page, "form").focus();
  await page.keyboard.press("ArrowRight");
  await until("a narrower form", async () => (await share(page, "form")) < 60);
});

scene(
  "where panes do not stand beside each other there is no edge",
  { viewport: { width: 1100, height: 800 } },
  async ({ page }) => {
    await open(page, ESB);
    await lines(page).first().waitFor();
    assert.equal(await page.getByRole("separator").count(), 0);
  },
);
