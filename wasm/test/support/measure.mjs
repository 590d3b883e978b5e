// The package's sizes and times.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { TEXT } from "./designs.mjs";
import { INSTALLED, TARBALL, program } from "./installed.mjs";

const RUNS = 9;

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
export function times() {
  const text = `const start = performance.now();
    const { render } = await import("wso2-design");
    const ready = performance.now();
    const { files } = render(${JSON.stringify(TEXT)});
    console.log(JSON.stringify([ready - start, performance.now() - ready, files.length]));`;
  const runs = Array.from({ length: RUNS }, () => JSON.parse(program(text)));
  if (runs.some(([, , files]) => files === 0)) throw new Error("nothing was rendered");
  const least = (at) => Math.round(Math.min(...runs.map((run) => run[at])) * 10) / 10;
  return { "ready in Node, ms": least(0), "first render, ms": least(1) };
}

function kB(bytes) {
  return Math.round(bytes / 100) / 10;
}
