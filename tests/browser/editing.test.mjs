// Working on a design: undo, history, reload, languages, lines and the settings that make them, tables, files of its own.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertSame, below, downloaded, folder, noProgram, rendered, savedText } from "./bundle.mjs";
import { ESB, lines, open } from "./designs.mjs";
import { assertFits, SCREENS } from "./screens.mjs";
import { scene, until } from "./stage.mjs";

const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const line = (page, text) => lines(page).filter({ hasText: text }).first();

async function begin(page, design = ESB) {
  await open(page, design);
  await lines(page).first().waitFor();
}

async function step(page, title) {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: title }).click();
  await page.getByRole("heading", { name: title, exact: true }).waitFor();
}

scene("undo and redo go through the steps that a person made", {}, async ({ page }) => {
  await begin(page);
  await field(page, "Description").pressSequentially("a bus");
  await field(page, "Name").fill("bus");
  const two = await savedText(page);
  await page.keyboard.press("Control+z");
  const one = await savedText(page);
  assert.ok(one.includes("a bus") && one.includes('name = "esb"'), one);
  await page.keyboard.press("Control+z");
  assert.equal(await savedText(page), ESB);
  assert.ok(await page.getByRole("button", { name: "Undo" }).isDisabled());
  await page.keyboard.press("Control+Shift+z");
  assert.equal(await savedText(page), one);
  await page.getByRole("button", { name: "Redo" }).click();
  assert.equal(await savedText(page), two);
});

scene("back, forward and reload bring the design back", {}, async ({ page }) => {
  await begin(page);
  const first = page.url();
  await open(page, ESB.replace('name = "esb"', 'name = "other"'));
  await page.locator(".design-name", { hasText: "other" }).waitFor();
  await page.goBack();
  await page.locator(".design-name", { hasText: "esb" }).waitFor();
  assert.equal(page.url(), first);
  await page.goForward();
  await page.locator(".design-name", { hasText: "other" }).waitFor();
  await page.getByRole("textbox", { name: "Description" }).fill("edited");
  const before = page.url();
  await until("the address has the edit", () => page.url() !== before);
  const text = await savedText(page);
  await page.reload();
  await lines(page).first().waitFor();
  assert.equal(await savedText(page), text);
});

/** Every text in sight and every name of a control that is the page's own; what the core says is English. */
const OWN = [
  ".tools",
  ".taste",
  ".bar",
  ".files-tree label",
  ".files-tools",
  ".form-ways",
  ".form-count",
  ".table-tools",
  ".problems h2",
];

scene("every text of the page changes with the language", {}, async ({ page }) => {
  const read = () =>
    page.evaluate((own) => {
      const said = new Set();
      for (const room of document.querySelectorAll(own.join())) {
        if (!room.checkVisibility()) continue;
        for (const it of [room, ...room.querySelectorAll("*")]) {
          if (it.closest("select, kbd, code")) continue;
          for (const name of ["aria-label", "title", "placeholder"])
            if (it.getAttribute(name)) said.add(it.getAttribute(name));
          const own = [...it.childNodes]
            .filter((node) => node.nodeType === 3)
            .map((node) => node.data.trim())
            .join(" ")
            .trim();
          if (/\p{L}{2}/u.test(own)) said.add(own);
        }
      }
      return [...said];
    }, OWN);
  const languages = page.getByRole("combobox", { name: /Language|Sprache/ });
  const gallery = await page.getByRole("heading", { level: 1 }).textContent();
  await begin(page);
  await step(page, "Nodes");
  const english = await read();
  assert.ok(english.length > 15, english.join(", "));
  await languages.selectOption("de");
  await page.locator("html[lang=de]").waitFor();
  const german = new Set(await read());
  // The same word in both languages.
  const same = english.filter((it) => german.has(it) && !/^(Name|Format)$/.test(it));
  assert.deepEqual(same, []);
  await page.reload();
  await page.locator("html[lang=de]").waitFor();
  await page.getByRole("link", { name: "wso2-design" }).click();
  assert.notEqual(await page.getByRole("heading", { level: 1 }).textContent(), gallery);
  await languages.selectOption("en");
  await page.locator("html[lang=en]").waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), gallery);
});

for (const [size, viewport] of Object.entries({
  wide: { width: 1440, height: 900 },
  narrow: { width: 360, height: 640 },
})) {
  scene(`from right to left nothing overflows on a ${size} screen`, { at: "?dir=rtl", viewport }, async ({ page }) => {
    assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
    for (const name of ["gallery", "nodes", "files", "problems", "guide"]) {
      await page.goto(page.url().split("#")[0]);
      await page.locator("#main:not([aria-busy])").waitFor();
      await SCREENS[name](page);
      await assertFits(page);
    }
  });
}

scene(
  "colours follow the system until one is chosen, which is remembered",
  { colorScheme: "dark" },
  async ({ page }) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground();
    await page.emulateMedia({ colorScheme: "light" });
    const light = await ground();
    assert.notEqual(light, dark);
    await page.getByRole("combobox", { name: "Colours" }).selectOption("dark");
    assert.equal(await ground(), dark);
    await page.reload();
    assert.equal(await ground(), dark);
    await page.getByRole("combobox", { name: "Colours" }).selectOption("system");
    assert.equal(await ground(), light);
  },
);

scene("who wants less motion gets none", {}, async ({ page }) => {
  await begin(page);
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter((it) => it.effect.getComputedTiming().duration > 1).length);
  for (const keys of ["Alt+l", "Escape", "Alt+d", "Escape", "Alt+g", "Alt+g"]) {
    await page.keyboard.press(keys);
    assert.equal(await moving(), 0, keys);
  }
});

scene("a line says what made it and why, and leads to the field", {}, async ({ page }) => {
  await begin(page);
  await line(page, '<parameter name="domain">').click();
  const why = page.getByRole("complementary", { name: "Why" });
  const reason = why.getByRole("button", { name: /cluster\.domain/ });
  await reason.waitFor();
  assert.match(await why.locator(".reason-why").first().textContent(), /\w+ \w+/);
  await reason.click();
  await until("the field has the focus", () => field(page, "Domain").evaluate((it) => it === document.activeElement));
});

scene("a setting marks its lines, and an edit marks what it changed", {}, async ({ page }) => {
  await begin(page);
  await step(page, "Membership");
  await field(page, "Domain").focus();
  await until("the line is marked", () =>
    line(page, '<parameter name="domain">').evaluate((it) => it.classList.contains("made")),
  );
  const marked = await page.locator(".sheet-row.made").allTextContents();
  assert.ok(
    marked.every((it) => it.includes("domain")),
    marked.join("\n"),
  );
  await field(page, "Domain").fill("wso2.other.domain");
  await line(page, "wso2.other.domain").waitFor();
  await until("the change is marked", () =>
    line(page, "wso2.other.domain").evaluate((it) => it.classList.contains("changed")),
  );
  assert.equal(await page.locator(".sheet-row.changed").count(), 1);
  assert.ok(await page.getByText("1 line changed").isVisible());
  await page.getByRole("button", { name: "Difference", exact: true }).click();
  await page.getByText('<parameter name="domain">wso2.esb.domain</parameter>').first().waitFor();
});

scene(
  "rows of a spreadsheet are pasted, and a hundred are no burden",
  { permissions: ["clipboard-read", "clipboard-write"] },
  async ({ page }) => {
    await begin(page);
    await step(page, "Nodes");
    const paste = async (text) => {
      await page.evaluate((it) => navigator.clipboard.writeText(it), text);
      await field(page, "Name, row 2").focus();
      await page.keyboard.press("Control+v");
    };
    await paste("role,name,address\nworker,alpha,10.1.0.1\nworker,beta,10.1.0.2\n");
    await until("the names are there", async () => (await field(page, "Name, row 3").inputValue()) === "alpha");
    assert.equal(await field(page, "Address, row 4").inputValue(), "10.1.0.2");
    await paste(Array.from({ length: 100 }, (_, at) => `worker\tw${at}\t10.9.0.${at + 1}`).join("\n"));
    await field(page, "Name, row 104").waitFor();
    const began = Date.now();
    await field(page, "Name, row 50").fill("renamed");
    assert.ok((await savedText(page)).includes('"renamed"'));
    assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await until("the paste is one step", async () => (await page.getByRole("row").count()) < 12);
  },
);

scene("the design's file is saved and opened again", {}, async ({ page, t, open: another }) => {
  const text = `# kept\n${ESB}`;
  await begin(page, text);
  await field(page, "Description").fill("a file");
  await page.keyboard.press("Alt+s");
  const saved = await downloaded(page, () =>
    page.getByRole("dialog").getByRole("button", { name: "Save the design" }).click(),
  );
  assert.equal(saved.name, "esb.toml");
  assert.ok(saved.bytes.toString().startsWith("# kept\n"));
  const file = join(folder(t), saved.name);
  writeFileSync(file, saved.bytes);
  const other = await another();
  await other.page.keyboard.press("Control+o");
  const [chooser] = await Promise.all([
    other.page.waitForEvent("filechooser"),
    other.page.getByRole("button", { name: "Choose a design file" }).click(),
  ]);
  await chooser.setFiles(file);
  await lines(other.page).first().waitFor();
  assert.equal(await savedText(other.page), saved.bytes.toString());
});

scene(
  "the line for a shell unpacks to the files that the command line writes",
  { needs: noProgram, permissions: ["clipboard-read", "clipboard-write"] },
  async ({ page, t }) => {
    await begin(page);
    await page.keyboard.press("Alt+s");
    await page.getByRole("dialog").getByRole("button", { name: "Copy as one line for a shell" }).click();
    await page.getByText("The line is copied", { exact: false }).first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.trim().split("\n").length, 1);
    const room = folder(t);
    execFileSync("sh", ["-c", copied], { cwd: room });
    const wanted = await rendered(t, ESB);
    // For the owner only, whatever the files' own permissions are.
    for (const file of wanted.values()) file.mode &= 0o700;
    assertSame(below(join(room, "esb")), wanted);
    assert.throws(() => execFileSync("sh", ["-c", copied], { cwd: room, stdio: "pipe" }), /is there already/);
  },
);
