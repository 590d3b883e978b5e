// Which grammar a file has, each loaded when the first file of it is in sight.
import type { HLJSApi, LanguageFn } from "highlight.js";

interface Module {
  default: LanguageFn;
}

const GRAMMARS = {
  xml: () => import("highlight.js/lib/languages/xml"),
  nginx: () => import("highlight.js/lib/languages/nginx"),
  apache: () => import("highlight.js/lib/languages/apache"),
  ini: () => import("highlight.js/lib/languages/ini"),
  properties: () => import("highlight.js/lib/languages/properties"),
  bash: () => import("highlight.js/lib/languages/bash"),
  sql: () => import("highlight.js/lib/languages/sql"),
  yaml: () => import("highlight.js/lib/languages/yaml"),
  json: () => import("highlight.js/lib/languages/json"),
  markdown: () => import("highlight.js/lib/languages/markdown"),
  lua: () => import("highlight.js/lib/languages/lua"),
  haproxy: () => import("./grammars/haproxy"),
  caddyfile: () => import("./grammars/caddyfile"),
  hcl: () => import("./grammars/hcl"),
  table: () => import("./grammars/table"),
} as const satisfies Record<string, () => Promise<Module>>;

export type Grammar = keyof typeof GRAMMARS;

const BY_ENDING: Readonly<Record<string, Grammar>> = {
  xml: "xml",
  svg: "xml",
  toml: "ini",
  service: "ini",
  ini: "ini",
  properties: "properties",
  sh: "bash",
  sql: "sql",
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  md: "markdown",
  lua: "lua",
  tf: "hcl",
  cfg: "haproxy",
  Caddyfile: "caddyfile",
  hosts: "table",
  lines: "table",
  fstab: "table",
  csv: "table",
};

/** The grammar of a file: by the end of its name; `.conf` is told by its text. */
export function grammarOf(path: string, text: string): Grammar | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const ending = name.slice(name.lastIndexOf(".") + 1);
  if (ending !== "conf") return BY_ENDING[ending];
  return /^\s*(<\w+|(Listen|Define|ProxyPass|SSLEngine|LoadModule|Header|ServerName|IncludeOptional)\s)/m.test(text)
    ? "apache"
    : "nginx";
}

let program: HLJSApi | undefined;
const loading = new Map<Grammar, Promise<void>>();
const known = new Set<Grammar>();

/** Whether a grammar can be used at once. */
export const isLoaded = (grammar: Grammar) => known.has(grammar);

export function load(grammar: Grammar): Promise<void> {
  const begun = loading.get(grammar) ?? fetch(grammar);
  loading.set(grammar, begun);
  return begun;
}

async function fetch(grammar: Grammar) {
  const [core, module] = await Promise.all([import("highlight.js/lib/core"), GRAMMARS[grammar]()]);
  program = core.default;
  program.registerLanguage(grammar, module.default);
  known.add(grammar);
}

/** A text as HTML of spans; nothing where its grammar is not there yet. */
export function highlight(text: string, grammar: Grammar): string | undefined {
  return known.has(grammar) ? program?.highlight(text, { language: grammar, ignoreIllegals: true }).value : undefined;
}
