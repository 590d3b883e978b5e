import type { HLJSApi, Language } from "highlight.js";

/** Lines of fields, such as a hosts file: comments and numbers are all there is to tell apart. */
export default function table(hljs: HLJSApi): Language {
  return {
    name: "table",
    contains: [
      hljs.HASH_COMMENT_MODE,
      { scope: "string", begin: /"/, end: /"/ },
      { scope: "number", match: /\b\d{1,3}(\.\d{1,3}){3}(\/\d+)?\b|\b\d+\b/ },
    ],
  };
}
