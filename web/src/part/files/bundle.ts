// The files of the design as it is, or as it was when it was sound last.
import { computed } from "@preact/signals";
import * as core from "../../core";
import { files, sound, text } from "../../state/design";
import { line, path, stock } from "../../state/view";
import { nearest, telling } from "./nearest";

/** Whether the files are those of an earlier text, because the design has an error. */
export const late = computed(() => sound.value !== text.value);

/** The list of files; the same one until it changes. */
export const entries = computed<readonly core.Entry[]>((): readonly core.Entry[] => {
  const now = sound.value === "" ? [] : files.value;
  const last = known;
  const isSame = now.length === last.length && now.every((it, at) => isEqual(it, last[at]));
  return isSame ? last : (known = now);
});
let known: readonly core.Entry[] = [];

const isEqual = (one: core.Entry, other: core.Entry | undefined) =>
  one.path === other?.path && one.mode === other.mode && one.fragment === other.fragment;

/** The file in sight: the one that was asked for, or the one that takes its place. */
export const shown = computed((): core.Shown | null => {
  if (sound.value === "") return null;
  const asked = path.value === "" ? null : fileOf(sound.value, path.value);
  if (asked) return asked;
  const next = nearest(entries.value, path.value);
  return next === "" ? null : fileOf(sound.value, next);
});

/** Its path. */
export const open = computed(() => shown.value?.path ?? "");

/** One file of a text of the design. */
export function fileOf(design: string, file: string): core.Shown | null {
  return stock.value ? stock.value.file(design, file) : core.file(design, file);
}

/** Every file of a text of the design, by path. */
export function everyFileOf(design: string): Map<string, Uint8Array> {
  const made = stock.value ? core.patch(design, stock.value) : core.render(design);
  return new Map(made.files.map((it) => [it.path, it.bytes]));
}

/** Shows a file, and a line of it. */
export function show(file: string, at = -1) {
  path.value = file;
  line.value = at;
}

/** Shows the first file of a folder of the bundle that says most about it. */
export function showFolder(folder: string) {
  const inside = entries.value.filter((it) => it.path.startsWith(`${folder}/`));
  const first = telling(inside) ?? inside[0];
  if (first) show(first.path);
}
