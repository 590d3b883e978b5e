import { defineConfig } from "vite";

// Relative addresses: the pages work at any path of any host.
export default defineConfig({
  base: "./",
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
