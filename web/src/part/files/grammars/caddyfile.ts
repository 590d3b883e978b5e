import type { HLJSApi, Language } from "highlight.js";

/** Caddy's own configuration format. */
export default function caddyfile(hljs: HLJSApi): Language {
  return {
    name: "Caddyfile",
    contains: [
      hljs.HASH_COMMENT_MODE,
      hljs.QUOTE_STRING_MODE,
      { scope: "string", begin: /`/, end: /`/ },
      { scope: "section", match: /^[^\s#{][^{\n]*(?=\{)/ },
      { scope: "symbol", match: /@[\w-]+/ },
      { scope: "variable", match: /\{[$\w.:>-]+\}/ },
      { scope: "attribute", match: /^\s+[a-z_]+/ },
      { scope: "number", match: /\b\d+(\.\d+)*(ms|s|m|h|d|KB|MB|GB)?\b/ },
    ],
  };
}
