// A cluster by the keyboard alone: from the gallery to the files, with a fault on the way.
import assert from "node:assert/strict";
import { assertSame, downloaded, noProgram, rendered, savedText, unzipped } from "./bundle.mjs";
import { choose, isAt, tabTo, write } from "./hand.mjs";
import { scene, until } from "./stage.mjs";

scene(
  "an ESB cluster is designed, broken, mended and downloaded by keyboard alone",
  { needs: noProgram },
  async ({ page, t }) => {
    const { keyboard } = page;
    const button = (name, room = page) => room.getByRole("button", { name });
    const field = (name) => page.getByRole("textbox", { name, exact: true });

    // The gallery: the product, the release, and from card to card.
    await tabTo(page, page.getByRole("combobox", { name: "Product" }));
    await choose(page, page.getByRole("combobox", { name: "Product" }), "WSO2 Enterprise Service Bus");
    await tabTo(page, page.getByRole("searchbox"));
    await keyboard.type("pattern 2");
    await tabTo(page, button("Worker/manager pattern 2"));
    await keyboard.press("Enter");
    await page.getByRole("listbox").getByRole("option").first().waitFor();

    await keyboard.press("Alt+2");
    await page.getByRole("heading", { name: "Host names", exact: true }).waitFor();
    await tabTo(page, field("Services"));
    await write(page, "bus.example.org");
    await tabTo(page, field("Console"));
    await write(page, "console.example.org");

    // The table: along the row and down the columns, as in a spreadsheet.
    await keyboard.press("Alt+3");
    await page.getByRole("heading", { name: "Nodes", exact: true }).waitFor();
    await tabTo(page, field("Addresses, row 1"));
    await write(page, "10.20.0.11-12");
    await keyboard.press("Enter");
    assert.ok(await isAt(field("Addresses, row 2")));
    await write(page, "10.20.0.21-22");
    await keyboard.press("Control+Enter");
    await until("the new row has the focus", () => page.evaluate(() => document.activeElement?.dataset.cell === "2,0"));
    await tabTo(page, page.getByRole("combobox", { name: "Role, row 3" }));
    assert.equal(
      await page.getByRole("combobox", { name: "Role, row 3" }).evaluate((it) => it.selectedOptions[0].textContent),
      "Worker",
    );
    await tabTo(page, field("Address, row 3"));
    await write(page, "10.20.0.31");

    await keyboard.press("Alt+4");
    await page.getByRole("heading", { name: "Load balancers", exact: true }).waitFor();
    await tabTo(page, field("Console open to"));
    await write(page, "10.20.9.0/24");
    await keyboard.press("Alt+5");
    await page.getByRole("heading", { name: "Databases", exact: true }).waitFor();
    // The answers of one question are one stop: arrows choose.
    await tabTo(page, page.getByRole("radio", { name: "MySQL" }));
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    assert.ok(await page.getByRole("radio", { name: "PostgreSQL" }).isChecked());
    await tabTo(page, field("Host"));
    await write(page, "pg.example.org");

    const sentence = page.locator(".sentence");
    await until("the sentence says the nodes", async () => /2 managers, 3 workers/.test(await sentence.textContent()));

    // A port that is taken is named, where it is and in the list; its button takes it back.
    await keyboard.press("Alt+3");
    await page.getByRole("heading", { name: "Nodes", exact: true }).waitFor();
    await tabTo(page, field("Member port, row 3"));
    await keyboard.type("9443");
    const problems = page.getByRole("region", { name: "Problems" });
    await problems.getByText("has the member port 9443").first().waitFor();
    assert.ok(await problems.getByText("member-port-taken").first().isVisible());
    assert.equal(await field("Member port, row 3").getAttribute("aria-invalid"), "true");
    await tabTo(page, button(/take the product's own member port/i, problems).first());
    await keyboard.press("Enter");
    await problems.getByText("has the member port 9443").waitFor({ state: "detached" });
    assert.equal(await field("Member port, row 3").inputValue(), "");

    // The shortcut works wherever the focus went with the button.
    const zip = await downloaded(page, () => keyboard.press("Alt+z"));
    assert.equal(zip.name, "esb.zip");
    const design = await savedText(page);
    for (const said of [
      "bus.example.org",
      "console.example.org",
      "10.20.0.31",
      "10.20.9.0/24",
      "postgresql",
      "pg.example.org",
    ])
      assert.ok(design.includes(said), `${said} is not in\n${design}`);
    assertSame(await unzipped(zip.bytes, "esb"), await rendered(t, design));
  },
);

scene("the keys are listed, and the focus comes back from a dialog", {}, async ({ page }) => {
  await tabTo(page, page.getByRole("combobox", { name: "Release" }));
  await tabTo(page, page.getByRole("button", { name: /^Keys/ }), { back: true });
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  await until("the keys are listed", async () => (await dialog.locator("kbd").count()) > 20);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await until("the focus is back", () => isAt(page.getByRole("button", { name: /^Keys/ })));
});
