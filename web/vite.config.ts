import { defineConfig } from "vite";
import { csp } from "./build/csp.ts";
import { offline } from "./build/offline.ts";
import { preload } from "./build/preload.ts";

// Relative addresses: the pages work at any path of any host.
export default defineConfig({
  base: "./",
  plugins: [csp(), offline(), preload()],
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
