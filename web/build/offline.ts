import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Writes the service worker: every file of the page is kept at the first visit, so that it works offline from then on. The version is
 * the sum of all files, so that a build of the same sources is no new version.
 */
export function offline(): Plugin {
  let folder = "";
  return {
    name: "offline",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      folder = config.publicDir;
    },
    transformIndexHtml: () => [
      { tag: "link", attrs: { rel: "manifest", href: "./manifest.webmanifest" }, injectTo: "head" },
      { tag: "link", attrs: { rel: "apple-touch-icon", href: "./icon-192.png" }, injectTo: "head" },
    ],
    generateBundle: {
      // The page itself is written by another plugin's hook: it must be there.
      order: "post",
      handler(_, bundle) {
        const built = Object.values(bundle).map((it) => ({
          path: it.fileName,
          content: it.type === "chunk" ? it.code : it.source,
        }));
        const own = readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((it) => it.isFile())
          .map((it) => join(it.parentPath, it.name))
          .map((path) => ({ path: path.slice(folder.length + 1).replaceAll("\\", "/"), content: readFileSync(path) }));
        const all = [...built, ...own]
          .filter((it) => !it.path.endsWith(".map"))
          .sort((one, other) => (one.path < other.path ? -1 : 1));
        const sum = createHash("sha256");
        for (const { path, content } of all) sum.update(`${path}\n`).update(content);
        const paths = all.map((it) => (it.path === "index.html" ? "./" : it.path));
        const worker = readFileSync(join(import.meta.dirname, "worker.js"), "utf8")
          .replace('"VERSION"', JSON.stringify(sum.digest("hex").slice(0, 16)))
          .replace('["FILES"]', JSON.stringify(paths));
        this.emitFile({ type: "asset", fileName: "worker.js", source: worker });
      },
    },
  };
}
