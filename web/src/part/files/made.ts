// What the setting that the person is at makes.
import { computed, effect, signal } from "@preact/signals";
import * as core from "../../core";
import { sound } from "../../state/design";
import { isInside } from "../../state/jump";
import { setting, stock } from "../../state/view";
import { shown } from "./bundle";
import { whenIdle } from "./idle";

/** Where the setting is and what is inside it make nothing here, what it is inside of does. */
export const madeHere = computed<readonly core.Origin[]>(() => {
  const asked = setting.value;
  const origins = shown.value?.origins ?? [];
  if (asked === "") return [];
  const inside = origins.filter((it) => it.path !== null && isInside(it.path, asked));
  return inside.length > 0 ? inside : origins.filter((it) => it.path !== null && isInside(asked, it.path));
});

/** Every file that it makes lines of, with how many; found when the page is idle. */
export const makes = signal<readonly { file: string; lines: number; first: number }[]>([]);

let stop = () => {};
effect(() => {
  const [asked, design, products] = [setting.value, sound.value, stock.value];
  stop();
  if (asked === "" || design === "") {
    makes.value = [];
    return;
  }
  stop = whenIdle(() => {
    const found = products ? products.linesOf(design, asked) : core.linesOf(design, asked);
    makes.value = found.map(({ file, origins }) => ({
      file,
      lines: count(origins),
      first: origins[0]?.lines.start ?? 0,
    }));
  }, 150);
});

/** How many lines some origins cover, each line once. */
function count(origins: readonly core.Origin[]): number {
  const lines = new Set<number>();
  for (const {
    lines: { start, end },
  } of origins)
    for (let at = start; at < end; at += 1) lines.add(at);
  return lines.size;
}

/** What a line comes from: the narrowest first. */
export function originsAt(origins: readonly core.Origin[], line: number): core.Origin[] {
  const covers = origins.filter(({ lines }) => lines.start <= line && line < lines.end);
  return covers.sort((a, b) => a.lines.end - a.lines.start - (b.lines.end - b.lines.start));
}
