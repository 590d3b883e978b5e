// Lighthouse's four categories on the built pages: on a desk, and on a phone with a slow processor and network.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { ARGUMENTS, PICTURES, program } from "./browser.mjs";
import { serve } from "./site.mjs";

const LEAST = 95;

const PROFILES = { desk: desktopConfig, phone: undefined };

for (const [profile, config] of Object.entries(PROFILES)) {
  test(`every category of Lighthouse is at least ${LEAST}: ${profile}`, { skip: !program && "there is no Chromium" }, async () => {
    const site = await serve();
    const chrome = await launchChrome({ chromePath: program, chromeFlags: ["--headless", ...ARGUMENTS], logLevel: "silent" });
    try {
      const { lhr, report } = await lighthouse(site.address, { port: chrome.port, output: "html", logLevel: "error" }, config);
      mkdirSync(PICTURES, { recursive: true });
      writeFileSync(`${PICTURES}lighthouse-${profile}.html`, report);
      const scores = Object.values(lhr.categories).map(({ title, score }) => [title, Math.round(score * 100)]);
      const missed = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9);
      const why = missed.map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title}`).join("\n");
      console.log(`${profile}: ${scores.map(([title, score]) => `${title} ${score}`).join(", ")}`);
      for (const [title, score] of scores) assert.ok(score >= LEAST, `${title}: ${score}\n${why}`);
    } finally {
      chrome.kill();
      await site.stop();
    }
  });
}
