// Every screen and dialog, by name, and how a person gets there; for the tests that look at all of them.
import assert from "node:assert/strict";
import { ESB, lines, open } from "./designs.mjs";

const FAULTY = ESB.replace('addresses = "192.0.2.21-22"', 'addresses = "192.0.2.21-22"\nmember-port = 9443');
const MANY = ESB.replace("192.0.2.21-22", "192.0.2.21-118");

/** On a wide screen every part is in sight; on a phone the bar leads to one. */
async function part(page, name) {
  const item = page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name });
  if (await item.isVisible()) await item.click();
  await page.getByRole("region", { name, exact: true }).waitFor();
}

/** Goes to a step of the form. */
async function step(page, title) {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: title }).click();
  await page.getByRole("heading", { name: title, exact: true }).waitFor();
}

async function begin(page, design = ESB) {
  await open(page, design);
  await page.locator(".form-room").waitFor();
}

const at = (title) => async (page) => {
  await begin(page);
  await step(page, title);
};
const dialog = (keys) => async (page) => {
  await begin(page);
  await page.keyboard.press(keys);
  await page.getByRole("dialog").waitFor();
};

export const SCREENS = {
  gallery: async (page) => {
    // A picture is drawn once its card comes near.
    await page.locator(".card").first().scrollIntoViewIfNeeded();
    await page.locator(".card-picture svg").first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  },
  "no-pattern": (page) => page.getByRole("searchbox").fill("nothing has this"),
  cluster: at("Cluster"),
  "host-names": at("Host names"),
  nodes: at("Nodes"),
  balancers: at("Load balancers"),
  databases: at("Databases"),
  membership: at("Membership"),
  artifacts: at("Artifacts"),
  operation: at("Operation"),
  topology: async (page) => {
    await begin(page);
    await part(page, "Topology");
    await page.locator(".picture-place svg").waitFor();
  },
  files: async (page) => {
    await begin(page);
    await part(page, "Files");
    await lines(page).first().waitFor();
  },
  why: async (page) => {
    await begin(page);
    await part(page, "Files");
    await lines(page).nth(3).click();
    await page.getByRole("complementary", { name: "Why" }).waitFor();
  },
  changed: async (page) => {
    await begin(page);
    await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: "Membership" }).click();
    await page.getByRole("textbox", { name: "Domain" }).fill("wso2.other.domain");
    await part(page, "Files");
    await page.getByRole("button", { name: "Difference", exact: true }).click();
  },
  problems: async (page) => {
    await begin(page, FAULTY);
    await part(page, "Problems");
    await page.getByRole("button", { name: "What this means" }).first().click();
  },
  "faulty-row": async (page) => {
    await begin(page, FAULTY);
    await step(page, "Nodes");
  },
  "many-nodes": async (page) => {
    await begin(page, MANY);
    await part(page, "Topology");
    await page.locator(".picture-place svg").waitFor();
  },
  guide: async (page) => {
    await begin(page);
    await page.getByRole("button", { name: "Guide", exact: true }).click();
    await page.getByRole("checkbox").first().waitFor();
  },
  "add-many": async (page) => {
    await begin(page);
    await step(page, "Nodes");
    await page.getByRole("button", { name: "Add many …" }).first().click();
    await page.getByRole("dialog").getByRole("textbox").fill("worker esb{1..3} 192.0.2.{31..33}");
  },
  "left-out": async (page) => {
    await page.goto(`${page.url().split("#")[0]}#d0.`);
    await page.goto(`${page.url().split("#")[0]}#d9.later`);
    await page.getByRole("alert").getByText("later release").waitFor();
  },
  open: dialog("Control+o"),
  save: dialog("Alt+s"),
  share: dialog("Alt+l"),
  differences: dialog("Alt+d"),
  keys: async (page) => {
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  },
};

/** Nothing of the page is wider than the screen, and no part of it is wider than its room. */
export async function assertFits(page) {
  const { wide, all } = await page.evaluate(() => {
    const all = document.scrollingElement;
    const wide = [...document.querySelectorAll("body *")].filter(
      (it) => it.getBoundingClientRect().right > innerWidth + 1 || it.getBoundingClientRect().left < -1,
    );
    return { all: [all.scrollWidth, innerWidth], wide: wide.slice(0, 5).map((it) => it.outerHTML.slice(0, 120)) };
  });
  const panes = await page
    .locator(".pane")
    .evaluateAll((all) =>
      all
        .filter((it) => it.checkVisibility() && it.scrollWidth > it.clientWidth)
        .map((it) => `${it.ariaLabel}: ${it.scrollWidth} of ${it.clientWidth} pixels`),
    );
  assert.deepEqual(panes, []);
  assert.ok(all[0] <= all[1], `${all[0]} of ${all[1]} pixels: ${wide.join("\n")}`);
}
