// Pages in a real browser, where one is installed.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Why pages cannot be looked at; false where they can. */
export const noBrowser = existsSync(PROGRAM) ? false : `no ${PROGRAM}`;

/** Opens a folder's index.html, and gives what the page says once it says something; what goes wrong in it is thrown. */
export async function said(folder) {
  const server = createServer((request, answer) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).replace(/\/$/, "/index.html");
    const file = join(folder, path);
    const there = existsSync(file);
    answer.writeHead(there ? 200 : 404, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    answer.end(there ? readFileSync(file) : "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath: PROGRAM, args: QUIET });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on("pageerror", (fault) => faults.push(fault.message));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && !message.location().url.endsWith("/favicon.ico") && faults.push(message.text()));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const text = page.waitForFunction(() => document.body.textContent.trim(), undefined, { timeout: 20_000 });
    const value = await text.then((handle) => handle.jsonValue()).catch((fault) => faults.push(fault.message));
    if (faults.length > 0) throw new Error(faults.join("\n"));
    return value;
  } finally {
    await browser.close();
    server.close();
  }
}
