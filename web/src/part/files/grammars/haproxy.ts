import type { HLJSApi, Language } from "highlight.js";

/** HAProxy's configuration, as far as one reads it. */
export default function haproxy(hljs: HLJSApi): Language {
  return {
    name: "HAProxy",
    contains: [
      hljs.HASH_COMMENT_MODE,
      hljs.QUOTE_STRING_MODE,
      hljs.APOS_STRING_MODE,
      {
        scope: "section",
        match: /^(global|defaults|frontend|backend|listen|userlist|peers|resolvers|cache|http-errors)\b.*$/,
      },
      { scope: "attribute", match: /^\s+[\w-]+(\s+(request|response|check|connect|client|server|queue)\b)?/ },
      { scope: "variable", match: /%\[[^\]]*\]|\$\{?\w+\}?|\{[^}]*\}/ },
      {
        scope: "keyword",
        match: /\b(if|unless|or|ssl|verify|required|check|backup|cookie|crt|ca-file|alpn|sni|inter|rise|fall)\b/,
      },
      { scope: "number", match: /\b\d+(\.\d+)*(ms|s|m|h|d|k|g)?\b/ },
    ],
  };
}
