// A design as a link: what comes out of it in another profile, what stays behind, and what is said of links that are no good.
import assert from "node:assert/strict";
import { assertSame, downloaded, noProgram, rendered, savedText, unzipped } from "./bundle.mjs";
import { ESB, lines, open } from "./designs.mjs";
import { scene, until } from "./stage.mjs";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const COMMENTED = `# Straße, 日本, and a tab:\t.\n${ESB}\n# the end, without a line end`;

/** Copies the link by the dialog. */
async function copied(page) {
  await page.keyboard.press("Alt+l");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  await page.getByText("The link is copied").first().waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, await dialog.getByRole("textbox").inputValue());
  return { link, dialog };
}

scene(
  "a link in a fresh profile is the same design and the same files, byte for byte",
  { needs: noProgram, ...CLIPBOARD },
  async (stage) => {
    const { page, t } = stage;
    await open(page, COMMENTED);
    await lines(page).first().waitFor();
    const { link } = await copied(page);
    const other = await stage.open(link);
    await lines(other.page).first().waitFor();
    assert.equal(await savedText(other.page), COMMENTED);
    const zip = await downloaded(other.page, () => other.page.keyboard.press("Alt+z"));
    assertSame(await unzipped(zip.bytes, "esb"), await rendered(t, COMMENTED));
  },
);

scene("a literal secret stays where it was said", CLIPBOARD, async (stage) => {
  const { page } = stage;
  const SECRET = "correct-horse-battery";
  await open(page, `${ESB}\n[access]\nadmin-password = "plain:${SECRET}"\n`);
  await lines(page).first().waitFor();
  const { link, dialog } = await copied(page);
  assert.ok(await dialog.getByText("These secrets stay behind").isVisible());
  assert.ok(await dialog.getByText("access.admin-password").isVisible());
  await page.keyboard.press("Escape");
  // The address follows after an edit, too.
  const before = page.url();
  await page.getByRole("textbox", { name: "Description" }).fill("a cluster");
  await until("the address follows", () => page.url() !== before);

  const other = await stage.open(link);
  const left = await other.page.getByRole("alert").textContent();
  assert.ok(left.includes("access.admin-password"), left);
  assert.equal((await savedText(other.page)).includes(SECRET), false);

  for (const at of [page, other.page]) {
    const shown = await at.evaluate(kept, [link, at.url()]);
    assert.ok(shown.length > 2);
    for (const text of shown) assert.equal(text.includes(SECRET), false, `the secret is kept: ${text.slice(0, 200)}`);
  }
});

/** Everything that the page may have left anywhere, as texts; what stands in links unpacked. */
async function kept(links) {
  const texts = [...links, document.cookie, JSON.stringify(history.state)];
  for (const storage of [localStorage, sessionStorage]) texts.push(JSON.stringify({ ...storage }));
  for (const { name } of await indexedDB.databases()) texts.push(`a database ${name}`);
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) texts.push(request.url);
  }
  for (const link of links) {
    const packed = link.split("#d1.")[1];
    if (!packed) continue;
    const signs = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    // A secret is in no dictionary: packed or not, its letters would stand there as they are or be found in what is unpacked.
    texts.push(signs);
  }
  return texts;
}

const LINK = "d1.qbZFGr3WsQ0AAAgCwZ513H83Y2XEaKgYgJa_BtkAFqtoS-dFjFRwOAMRNaOjuT4DCQ";
const NO_GOOD = [
  ["damaged", `${LINK.slice(0, 20)}A${LINK.slice(21)}`, /the link is damaged/],
  ["cut off", LINK.slice(0, 43), /the end of the link is missing/],
  ["of a later release", `d9${LINK.slice(2)}`, /made by a later release/],
  ["of something else", "section-2", /there is no design in this link/],
];
for (const [what, fragment, said] of NO_GOOD) {
  scene(
    `a link that is ${what} is told to be so, and the page can be used`,
    { at: `#${fragment}` },
    async ({ page }) => {
      assert.match(await page.getByRole("alert").textContent(), said);
      await page.getByRole("button", { name: "Worker/manager pattern 2" }).click();
      await lines(page).first().waitFor();
    },
  );
}

scene("a link can be pasted where designs are opened", { at: "" }, async ({ page }) => {
  await page.keyboard.press("Control+o");
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("textbox")
    .first()
    .fill(`${LINK.slice(0, 43)}`);
  await dialog.locator('button[type="submit"]').click();
  await dialog.getByText("the end of the link is missing").waitFor();
  await dialog.getByRole("textbox").first().fill(`see https://example.org/x#${LINK}.`);
  await dialog.locator('button[type="submit"]').click();
  await lines(page).first().waitFor();
});
