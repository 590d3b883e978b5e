// The files as they are patched, beside the product's own.
import { computed } from "@preact/signals";
import type { File as BundleFile } from "../../core";
import { rendered } from "../../io/bundle";
import { products, type Product } from "../../io/stock";
import { dialog } from "../../state/view";

export interface Difference {
  /** The file's path in the bundle. */
  path: string;
  /** How many lines are more, and how many are gone. */
  added: number;
  removed: number;
  /** What differs, as a unified difference without its first two lines; asked for when it is looked at. */
  lines: () => Promise<readonly string[]>;
}

/** Every patched file that is otherwise than in the product; while somebody looks. */
export const against = computed<readonly Difference[]>(() => {
  if (dialog.value !== "differences" || products.value.length === 0) return [];
  return rendered().flatMap((file) => {
    const before = original(file, products.value);
    return before === undefined ? [] : compared(file, before);
  });
});

const decoder = new TextDecoder();

function compared(file: BundleFile, before: Uint8Array): Difference[] {
  const [old, now] = [decoder.decode(before), decoder.decode(file.bytes)];
  if (old === now) return [];
  const lines = async () => {
    const { structuredPatch } = await import("diff");
    const { hunks } = structuredPatch("", "", old, now, "", "", { context: 3 });
    return hunks.flatMap((hunk) => [
      `@@ -${hunk.oldStart} +${hunk.newStart} @@`,
      ...hunk.lines.filter((it) => !it.startsWith("\\")),
    ]);
  };
  return [{ path: file.path, ...counts(old, now), lines }];
}

/** How many lines are more and gone, by how often each stands in either text: exact but for lines that only moved. */
function counts(old: string, now: string): { added: number; removed: number } {
  const often = new Map<string, number>();
  for (const line of old.split("\n")) often.set(line, (often.get(line) ?? 0) - 1);
  for (const line of now.split("\n")) often.set(line, (often.get(line) ?? 0) + 1);
  let [added, removed] = [0, 0];
  for (const number of often.values()) {
    if (number > 0) added += number;
    else removed -= number;
  }
  return { added, removed };
}

/** The product's own file; of several products that have one at this path, the one that had to be changed least. */
function original(file: BundleFile, all: readonly Product[]): Uint8Array | undefined {
  const path = /^nodes\/[^/]+\/(.*)$/.exec(file.path)?.[1];
  if (path === undefined) return undefined;
  const found = all.map((it) => it.files.get(path)).filter((it) => it !== undefined);
  if (found.length < 2) return found[0];
  const now = decoder.decode(file.bytes);
  const changes = (bytes: Uint8Array) => {
    const { added, removed } = counts(decoder.decode(bytes), now);
    return added + removed;
  };
  return found.toSorted((one, other) => changes(one) - changes(other))[0];
}
