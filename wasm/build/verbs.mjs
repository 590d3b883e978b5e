// The verbs as the entries give them out: the glue's, with their arguments checked, and declared without what is the glue's own.

import { format } from "prettier";

/** How an argument of a declared type is checked. */
const CHECKS = {
  string: "string",
  "string | null": "maybeString",
  number: "index",
  boolean: "boolean",
  Uint8Array: "bytes",
  JsonValue: "json",
  "[string, JsonValue][]": "changes",
  "Secrets | null": "secrets",
};

/** The declarations of the verbs and of their answers. */
export async function declarations(glue) {
  const [own] = glue.split(/^ *export type InitInput/m);
  const text = own
    .replace(/^\/\* (tslint|eslint).*\n/gm, "")
    .replace(/^ +/gm, "")
    .replaceAll("# Errors\n* ", "@throws ")
    .replaceAll("Uint8Array | number[]", "Uint8Array");
  // `Symbol.dispose` is younger than what most programs are compiled for.
  return format(`/// <reference lib="esnext.disposable" />\n\n${text}`, { parser: "typescript", printWidth: 120 });
}

/** The verbs' program, made from their declarations. */
export async function program(declared) {
  const classes = [...declared.matchAll(/^export class (\w+) \{\n([^]*?)\n\}/gm)].map(([, name, body]) => ({ name, body }));
  const names = classes.map(({ name }) => name);
  const verbs = [...declared.matchAll(/^export function (\w+)\(([^]*?)\): [^]*?;$/gm)];
  const text = [
    "// Made by the build: every verb checks what it is given, then asks the module.",
    'import * as glue from "./wso2_design.js";\nimport * as calls from "./calls.js";',
    ...classes.map((it) => classed(it, names)),
    ...verbs.map(([, name, list]) => {
      const parameters = parsed(list);
      const given = parameters.map(({ name }) => name).join(", ");
      return `export function ${name}(${given}) {\n${checks(name, parameters, names)}return glue.${name}(${given});\n}`;
    }),
  ];
  return format(text.join("\n\n"), { parser: "babel", printWidth: 120 });
}

/** A class of the glue, with its methods checked. */
function classed({ name, body }, names) {
  const methods = [...body.matchAll(/^ {2}(\w+)\(([^]*?)\)(?:: [^]*?)?;$/gm)].filter(([, method]) => method !== "free");
  const text = methods.map(([, method, list]) => {
    const parameters = parsed(list);
    const given = parameters.map((it) => it.name).join(", ");
    const inner = method === "constructor" ? `super(${given})` : `return super.${method}(${given})`;
    const label = method === "constructor" ? name : `${name}.${method}`;
    const alive = method === "constructor" ? "" : `calls.alive("${label}", this);\n`;
    return `${method}(${given}) {\n${checks(label, parameters, names)}${alive}${inner};\n}`;
  });
  return `export class ${name} extends glue.${name} {\n${text.join("\n\n")}\n}`;
}

/** The parameters of a declared function. */
function parsed(list) {
  // Commas inside brackets belong to a type.
  const parts = list.match(/(?:\[[^\]]*\]|\{[^}]*\}|<[^>]*>|[^,[{<])+/g) ?? [];
  return parts
    .map((part) => part.trim().match(/^(\w+)(\??):\s*([^]*)$/))
    .filter(Boolean)
    .map(([, name, , type]) => ({ name, type: type.replace(/\s+/g, " ") }));
}

function checks(verb, parameters, classes) {
  const lines = [`calls.called(${JSON.stringify(verb)});\n`];
  for (const { name, type } of parameters) {
    const said = `${JSON.stringify(verb)}, ${JSON.stringify(name)}, ${name}`;
    if (classes.includes(type)) lines.push(`calls.instance(${said}, ${type});\n`);
    else if (CHECKS[type]) lines.push(`calls.${CHECKS[type]}(${said});\n`);
    else throw new Error(`build/verbs.mjs has no check for arguments such as ${verb}'s ${name}: ${type}`);
  }
  return lines.join("");
}
