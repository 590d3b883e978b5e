// Archives as POSIX has them (ustar, IEEE Std 1003.1): without a clock and without owners.
import type { File as BundleFile } from "../core";
import { Refused } from "./source";

const BLOCK = 512;

export function tar(folder: string, files: readonly BundleFile[]): Uint8Array<ArrayBuffer> {
  const parts = files.map((file) => ({ head: header(`${folder}/${file.path}`, file), bytes: file.bytes }));
  const full = (length: number) => Math.ceil(length / BLOCK) * BLOCK;
  const length = parts.reduce((sum, { bytes }) => sum + BLOCK + full(bytes.length), 2 * BLOCK);
  const out = new Uint8Array(length);
  let at = 0;
  for (const { head, bytes } of parts) {
    out.set(head, at);
    out.set(bytes, at + BLOCK);
    at += BLOCK + full(bytes.length);
  }
  return out;
}

function header(path: string, { mode, bytes }: BundleFile): Uint8Array {
  const head = new Uint8Array(BLOCK);
  const put = (at: number, text: string) => head.set(new TextEncoder().encode(text), at);
  const octal = (number: number, digits: number) => number.toString(8).padStart(digits, "0");
  const { name, prefix } = split(path);
  put(0, name);
  put(100, `${octal(mode, 7)}\0`);
  put(108, `${octal(0, 7)}\0`);
  put(116, `${octal(0, 7)}\0`);
  put(124, `${octal(bytes.length, 11)}\0`);
  put(136, `${octal(0, 11)}\0`);
  put(148, "        ");
  put(156, "0");
  put(257, "ustar\u000000");
  put(345, prefix);
  const sum = head.reduce((all, byte) => all + byte, 0);
  put(148, `${octal(sum, 6)}\0 `);
  return head;
}

/** A long path is cut at a `/`: up to 155 bytes before it, up to 100 behind. */
function split(path: string): { name: string; prefix: string } {
  const length = (text: string) => new TextEncoder().encode(text).length;
  if (length(path) <= 100) return { name: path, prefix: "" };
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (length(name) <= 100 && length(prefix) <= 155) return { name, prefix };
  }
  throw new Refused("io.long-path", { path });
}
