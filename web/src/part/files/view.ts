// How the files are looked at.
import { signal } from "@preact/signals";

/** Whether there is room for the tree beside the file. */
const WIDE = "(min-width: 60rem) and (min-height: 40rem)";

/** Whether the tree is in sight where it has no column of its own. */
export const treeOpen = signal(matchMedia(WIDE).matches);
/** Whether what the last edit changed is in sight instead of the whole file. */
export const difference = signal(false);
/** Whether long lines go on below. */
export const wrap = signal(false);

/** After a file was chosen: where the tree takes the file's room it makes way. */
export function makeWay() {
  if (!matchMedia(WIDE).matches) treeOpen.value = false;
}
