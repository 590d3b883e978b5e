import type { Plugin } from "vite";

/** Lets the browser fetch the core along with the page's script, which asks for it only once it runs. */
export function preload(): Plugin {
  return {
    name: "preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle }) {
        const core = Object.keys(bundle ?? {}).filter((it) => it.endsWith(".wasm"));
        return core.map((it) => ({
          tag: "link",
          attrs: { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: "anonymous", href: `./${it}` },
          injectTo: "head" as const,
        }));
      },
    },
  };
}
