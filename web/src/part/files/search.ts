// Finding a text in the file in sight. The browser's own search finds it too: every line is on the page.
import { computed, signal } from "@preact/signals";
import { shown } from "./bundle";
import { type Found, find } from "./find";

export const query = signal("");
/** Which of what was found the person is at. */
export const searched = signal(0);

export const found = computed<readonly Found[]>(() => find(shown.value?.text ?? "", query.value));

/** Goes to what was found next, or before; round at the end. */
export function step(by: number) {
  const count = found.value.length;
  if (count > 0) searched.value = (searched.value + by + count) % count;
}

/** Marks what was found, by the browser's highlights; without those its lines. */
export function paintFound(rowOf: (line: number) => HTMLElement | undefined, all: readonly Found[], at: number) {
  if (typeof Highlight === "undefined") return;
  const ranges = all.map((it) => rangeOf(rowOf(it.line), it)).filter((it) => it !== undefined);
  const here = all[at];
  CSS.highlights.set("found", new Highlight(...ranges));
  const range = here && rangeOf(rowOf(here.line), here);
  CSS.highlights.set("found-here", new Highlight(...(range ? [range] : [])));
  if (here) rowOf(here.line)?.scrollIntoView({ block: "nearest" });
}

function rangeOf(row: HTMLElement | undefined, { start, end }: Found): Range | undefined {
  if (!row) return undefined;
  const range = document.createRange();
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  let before = 0;
  let begun = false;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!begun && start < before + length) {
      range.setStart(node, start - before);
      begun = true;
    }
    if (begun && end <= before + length) {
      range.setEnd(node, end - before);
      return range;
    }
    before += length;
  }
  return undefined;
}
