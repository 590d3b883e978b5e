import type { HLJSApi, Language } from "highlight.js";

/** HashiCorp's configuration language, as Terraform has it. */
export default function hcl(hljs: HLJSApi): Language {
  const inside = { scope: "subst", begin: /\$\{/, end: /\}/ };
  return {
    name: "HCL",
    keywords: { literal: "true false null", keyword: "for in if else endif dynamic content" },
    contains: [
      hljs.HASH_COMMENT_MODE,
      hljs.C_LINE_COMMENT_MODE,
      hljs.C_BLOCK_COMMENT_MODE,
      { scope: "string", begin: /"/, end: /"/, contains: [{ match: /\\./ }, inside] },
      { scope: "string", begin: /<<-?(\w+)$/, end: /^\s*\w+$/ },
      { scope: "section", match: /^\s*[\w-]+(?=(\s+"[^"]*")*\s*\{)/ },
      { scope: "attr", match: /[\w-]+(?=\s*=[^=>])/ },
      { scope: "variable", match: /\b(var|local|data|module|each|self|path)(\.[\w-]+)+/ },
      hljs.C_NUMBER_MODE,
    ],
  };
}
