// Lighthouse's four categories on the built pages, as a phone sees them over its slow network.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { ARGUMENTS, PICTURES, program } from "./browser.mjs";
import { serve } from "./site.mjs";

const LEAST = 0.95;

test("every category of Lighthouse is at least 95", { skip: !program && "there is no Chromium" }, async () => {
  const site = await serve();
  const chrome = await launchChrome({ chromePath: program, chromeFlags: ["--headless", ...ARGUMENTS], logLevel: "silent" });
  try {
    const { lhr, report } = await lighthouse(site.address, { port: chrome.port, output: "html", logLevel: "error" });
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(`${PICTURES}lighthouse.html`, report);
    const scores = Object.values(lhr.categories).map(({ title, score }) => [title, score]);
    const missed = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9);
    console.log(scores.map(([title, score]) => `${title} ${Math.round(score * 100)}`).join(", "));
    for (const [title, score] of scores) {
      assert.ok(score >= LEAST, `${title}: ${score}\n${missed.map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title}`).join("\n")}`);
    }
  } finally {
    chrome.kill();
    await site.stop();
  }
});
