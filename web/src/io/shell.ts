// The bundle as one line for a shell: a tar in Base64, with its sum.
import type { File as BundleFile } from "../core";
import { Refused } from "./source";
import { tar } from "./tar";
import { sorted } from "./zip";

/** The longest line that is given out, in characters: shells take more, terminals and people do not. */
export const LONGEST = 1_000_000;

/**
 * One line that unpacks into `./<folder>`, which must not be there yet. What it makes is for its owner only, and nothing is unpacked
 * unless the sum is right. Every word that it holds is of letters, digits and `+/=._-`, so that no quote can break.
 */
export async function shellLine(folder: string, files: readonly BundleFile[]): Promise<string> {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(folder)) throw new TypeError(`no word for a shell: ${folder}`);
  const archive = new Blob([tar(folder, sorted(files))]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(archive).arrayBuffer());
  const text = base64(bytes);
  const sum = await sha256(bytes);
  const check = sum === "" ? "" : ` && printf '%s  %s\\n' ${sum} "$t" | sha256sum -c - >/dev/null`;
  const line =
    `( umask 077; test ! -e ./${folder} || { echo './${folder} is there already' >&2; exit 1; }; ` +
    `t=$(mktemp) || exit 1; trap 'rm -f "$t"' EXIT; ` +
    `printf %s ${text} | base64 -d >"$t"${check} && tar -xzof "$t" --no-same-permissions && echo 'unpacked into ./${folder}' )`;
  if (line.length > LONGEST)
    throw new Refused("io.long-line", { length: Math.ceil(line.length / 1000), most: LONGEST / 1000 });
  return line;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(text);
}

/** Empty where the browser does not count sums: on pages that came unencrypted from another machine. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!globalThis.crypto?.subtle) return "";
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
