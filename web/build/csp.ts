import type { Plugin } from "vite";

/**
 * What the page may load: its own files, and nothing else from nowhere else. No code from texts, no styles in the page, no forms that
 * lead away. `frame-ancestors` works in a header only: whoever hosts the pages may add it there.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Puts the policy into the built page, before anything that it is about. */
export function csp(): Plugin {
  return {
    name: "csp",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: POLICY.join("; ") }, injectTo: "head-prepend" },
    ],
  };
}
