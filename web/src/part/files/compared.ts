// What the last edit of the design changed. All of it is computed when the page is idle: the files are painted first.
import { effect, signal } from "@preact/signals";
import { sound } from "../../state/design";
import { stock } from "../../state/view";
import { everyFileOf, fileOf, open, shown } from "./bundle";
import { type Change, changesOf } from "./changes";
import { whenIdle } from "./idle";

/** The design before its last change; empty where there was none. */
export const previous = signal("");
/** What changed in the file in sight. */
export const changes = signal<readonly Change[]>([]);
/** The file in sight as it was before. */
export const before = signal<string | undefined>(undefined);
/** What became of files by the last edit. */
export const fates = signal<ReadonlyMap<string, "changed" | "added">>(new Map());
/** Files that the last edit took away. */
export const vanished = signal<readonly string[]>([]);

/** Every file of a design that was looked at last, with the products at hand then. */
let rendered: { design: string; products: unknown; files: Map<string, Uint8Array> } | undefined;
let current = sound.peek();

sound.subscribe((now) => {
  if (now === current) return;
  previous.value = current;
  current = now;
});

/** The text in sight before the design changed: it need not be made again. */
let seen: { design: string; path: string; text: string } | undefined;

let stopChanges = () => {};
effect(() => {
  const [design, path, now, earlier] = [sound.value, open.value, shown.value, previous.value];
  stopChanges();
  changes.value = [];
  const kept = seen?.design === earlier && seen.path === path ? seen.text : undefined;
  seen = now ? { design, path, text: now.text } : undefined;
  if (earlier === "" || !now) {
    before.value = undefined;
    return;
  }
  stopChanges = whenIdle(async (isStale) => {
    const was = kept ?? fileOf(earlier, path)?.text;
    const found = was === undefined ? [] : await changesOf(was, now.text);
    if (isStale()) return;
    before.value = was;
    changes.value = found;
  }, 60);
});

let stopFates = () => {};
effect(() => {
  const [design, earlier, products] = [sound.value, previous.value, stock.value];
  stopFates();
  fates.value = new Map();
  vanished.value = [];
  if (design === "" || earlier === "") return;
  stopFates = whenIdle(() => {
    const known =
      rendered?.design === earlier && rendered.products === products ? rendered.files : everyFileOf(earlier);
    const files = everyFileOf(design);
    rendered = { design, products, files };
    const found = new Map<string, "changed" | "added">();
    for (const [path, bytes] of files) {
      const was = known.get(path);
      if (!was) found.set(path, "added");
      else if (!equal(was, bytes)) found.set(path, "changed");
    }
    fates.value = found;
    vanished.value = [...known.keys()].filter((path) => !files.has(path));
  }, 700);
});

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
