// What an edit changed in a text, by the kept library; the equal ends are cut off first, so that it has little to do.

/** Lines that took the place of others. */
export interface Change {
  /** Where they are now, from 0; the end is the first that is no longer meant. The same where lines only went. */
  start: number;
  end: number;
  /** What stood there before. */
  gone: string[];
}

export async function changesOf(before: string, after: string): Promise<Change[]> {
  if (before === after) return [];
  const { diffArrays } = await import("diff/lib/diff/array.js");
  const [old, now] = [before.split("\n"), after.split("\n")];
  const head = common(old, now);
  const tail = common(old.slice(head).reverse(), now.slice(head).reverse());
  const parts = diffArrays(old.slice(head, old.length - tail), now.slice(head, now.length - tail), { timeout: 200 });
  // Where it takes too long, everything between the ends is another text.
  if (!parts) return [{ start: head, end: now.length - tail, gone: old.slice(head, old.length - tail) }];
  const changes: Change[] = [];
  let at = head;
  let joins = false;
  for (const part of parts) {
    const last = joins ? changes.at(-1) : undefined;
    joins = part.added || part.removed;
    if (!joins) {
      at += part.value.length;
      continue;
    }
    const change = last ?? { start: at, end: at, gone: [] };
    if (!last) changes.push(change);
    if (part.removed) change.gone.push(...part.value);
    else at = change.end += part.value.length;
  }
  return changes;
}

/** How many lines were changed: those that are there now, or those that went where nothing took their place. */
export const sizeOf = (changes: readonly Change[]) =>
  changes.reduce((sum, it) => sum + Math.max(it.end - it.start, it.gone.length), 0);

function common(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one[count] === other[count]) count += 1;
  return count;
}
