// A person at the keyboard: nothing here clicks, or gives the focus from outside.
import assert from "node:assert/strict";

/** More stops than any page has. */
const STOPS = 400;

/** Goes on by Tab, or back by Shift+Tab, until a control has the focus. */
export async function tabTo(page, control, { back = false } = {}) {
  await control.waitFor();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await isAt(control)) return;
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  assert.fail(`no Tab leads to ${control}`);
}

/** Whether a control has the focus. */
export function isAt(control) {
  return control.evaluate((it) => it === document.activeElement);
}

/** Writes into the field that has the focus, in the place of what was there. */
export async function write(page, text) {
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** Chooses in the list that has the focus, by the words of an answer. */
export async function choose(page, list, label) {
  const labels = await list.locator("option").allTextContents();
  const at = labels.findIndex((it) => it.trim() === label);
  assert.ok(at >= 0, `${label} is none of ${labels}`);
  await page.keyboard.press("Home");
  for (let step = 0; step < at; step++) await page.keyboard.press("ArrowDown");
  assert.equal(await list.evaluate((it) => it.selectedOptions[0].textContent.trim()), label);
}
