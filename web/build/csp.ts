import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** What runs before the first paint. It stands in the page: fetched, it would keep everything behind it waiting. */
const FIRST = readFileSync(join(import.meta.dirname, "theme.js"), "utf8")
  .replace(/^\s*\/\/.*\n/gm, "")
  .trim();

/**
 * What the page may load: its own files, and nothing from anywhere else. No code in the page but that one, which is known by its sum; no
 * styles in the page, no forms that lead away. `frame-ancestors` works in a header only: whoever hosts the pages may add it there.
 */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${createHash("sha256").update(FIRST).digest("base64")}'`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Puts the policy into the built page, before anything that it is about, and the script that runs first. */
export function csp(): Plugin {
  return {
    name: "csp",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: POLICY.join("; ") },
        injectTo: "head-prepend",
      },
      { tag: "script", children: FIRST, injectTo: "head-prepend" },
    ],
  };
}
