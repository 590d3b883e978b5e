// Debian's Chromium, and pages of it that tell of every request to another host and every error.
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is; nothing where there is none. */
export const program = PLACES.find((place) => place && existsSync(place));

/** What Chromium is started with: without the requests that it makes of its own. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where pictures of the screens go, for a person to look at. */
export const PICTURES = fileURLToPath(new URL("../../target/screens/", import.meta.url));

export function launch() {
  return chromium.launch({ executablePath: program, args: ARGUMENTS });
}

/** A page in a profile of its own. `troubles` collects what must not happen. */
export async function visit(browser, address, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  // What the policy forbids is told by an event first, wherever it is.
  await context.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  const page = await context.newPage();
  const troubles = [];
  watch(page, address, troubles);
  await page.goto(address);
  return { context, page, troubles };
}

/** Tells of errors, and of requests to another host. */
export function watch(page, address, troubles) {
  const host = new URL(address).host;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol) && url.host !== host) troubles.push(`request: ${request.url()}`);
  });
}

/** A picture of the screen, kept as `target/screens/<name>.png`; gives its bytes. */
export async function picture(page, name) {
  mkdirSync(PICTURES, { recursive: true });
  return page.screenshot({ path: `${PICTURES}${name}.png` });
}
