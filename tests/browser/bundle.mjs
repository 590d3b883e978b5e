// What the page gives away, as files; and what the command line writes for the same design.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from "@zip.js/zip.js";

const BUILT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM =
  process.env.WSO2_DESIGN ?? resolve(BUILT, process.env.CARGO_TARGET_DIR ?? "target", "debug/wso2-design");

/** Why nothing can be compared with the command line; false where it can. */
export const noProgram = existsSync(PROGRAM) ? false : `${PROGRAM} is not built: run \`cargo build -p wso2-design\``;

/** A folder for the time of a test. */
export function folder(t) {
  const made = mkdtempSync(join(tmpdir(), "wso2-design-"));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Runs the command line. */
export function run(...words) {
  return promisify(execFile)(PROGRAM, words, { maxBuffer: 64 * 1024 * 1024 });
}

/** The files of a design as `wso2-design render` writes them: their bytes and permissions, by path below the bundle's folder. */
export async function rendered(t, design, ...options) {
  const room = folder(t);
  const file = join(room, design.trimStart().startsWith("{") ? "design.json" : "design.toml");
  writeFileSync(file, design);
  await run("render", file, "-o", join(room, "out"), ...options);
  return below(join(room, "out"));
}

/** The files of a folder. */
export function below(root) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return sorted(
    files.map((it) => {
      const path = join(it.parentPath, it.name);
      return [path.slice(root.length + 1), { bytes: readFileSync(path), mode: statSync(path).mode & 0o777 }];
    }),
  );
}

/** The files of a zip, by path; `within` is the folder that all are in. */
export async function unzipped(bytes, within) {
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(bytes)));
  const files = [];
  for (const entry of await reader.getEntries()) {
    assert.ok(entry.filename.startsWith(`${within}/`), `${entry.filename} is not in ${within}`);
    const content = await entry.getData(new Uint8ArrayWriter());
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    files.push([entry.filename.slice(within.length + 1), { bytes: Buffer.from(content), mode }]);
  }
  await reader.close();
  return sorted(files);
}

/** A zip of files, by path. */
export async function zipped(files) {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, bytes] of Object.entries(files))
    await writer.add(path, new Uint8ArrayReader(new Uint8Array(Buffer.from(bytes))));
  return Buffer.from(await writer.close());
}

/** The same files with the same bytes and the same permissions. */
export function assertSame(now, wanted) {
  assert.deepEqual([...now.keys()], [...wanted.keys()]);
  for (const [path, { bytes, mode }] of wanted) {
    const other = now.get(path);
    if (!other.bytes.equals(bytes)) assert.equal(other.bytes.toString(), bytes.toString(), path);
    assert.equal(other.mode.toString(8), mode.toString(8), path);
  }
}

/** What is downloaded while something is done. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The text of the design in sight: as its file is saved. */
export async function savedText(page) {
  return (await downloaded(page, () => page.keyboard.press("Control+s"))).bytes.toString();
}

function sorted(files) {
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}
