// Designs to test with.

/** Two managers and two workers: what the gallery begins with, or near it. */
export const ESB = `format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-2"

[hosts]
service = "esb.example.com"

[[nodes]]
role = "manager"
addresses = "192.0.2.11-12"

[[nodes]]
role = "worker"
addresses = "192.0.2.21-22"

[database.mysql]
host = "db.example.com"
`;

/** Opens a design by the dialog for that. */
export async function open(page, text) {
  await page.keyboard.press("Control+o");
  const field = page.getByRole("dialog").getByRole("textbox").first();
  await field.fill(text);
  await page.getByRole("dialog").locator('button[type="submit"]').click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** The lines of the file in sight, once it is there. */
export function lines(page) {
  return page.getByRole("listbox").getByRole("option");
}
