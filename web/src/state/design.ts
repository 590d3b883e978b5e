// The design's text, what came before it, and everything that follows from it. The text is the only state; the rest is asked of the core.
import { computed, signal } from "@preact/signals";
import * as core from "../core";

interface Step {
  text: string;
  /** What was done, as the undo button says it. */
  title: string;
}

/** How many steps can be undone. */
const MOST = 500;

const past = signal<Step[]>([]);
const future = signal<Step[]>([]);

/** The design's text; empty where there is none yet. */
export const text = signal("");
/** The text as it was saved, downloaded or opened last. */
export const saved = signal("");
/** Why the last change was refused; empty where it was not. */
export const refused = signal("");

export const checked = computed(() => core.check(text.value));
export const form = computed(() => core.form(text.value));
export const tree = computed(() => core.read(text.value).tree);
export const picture = computed(() => core.picture(text.value));

/** The last text that could be rendered: its files stay in sight while a fault is being mended. */
export const sound = computed<string>((): string => (checked.value.ok ? text.value : (lastSound ?? "")));
let lastSound: string | undefined;
checked.subscribe((now) => {
  if (now.ok) lastSound = text.value;
});

/** What undo and redo would do; nothing where there is nothing to do. */
export const undoable = computed(() => past.value.at(-1)?.title);
export const redoable = computed(() => future.value.at(-1)?.title);

/** Changes the text by a verb of the core. */
export function change(edited: core.Edited, title: string) {
  refused.value = edited.refused ?? "";
  if (edited.refused === null) replace(edited.text, title);
}

/** Takes another text, as one step. */
export function replace(now: string, title: string) {
  if (now === text.value) return;
  past.value = [...past.value, { text: text.value, title }].slice(-MOST);
  future.value = [];
  text.value = now;
}

/** Begins with a design: nothing can be undone. */
export function begin(now: string) {
  past.value = [];
  future.value = [];
  refused.value = "";
  text.value = now;
  saved.value = now;
}

export function undo() {
  travel(past, future);
}

export function redo() {
  travel(future, past);
}

function travel(from: typeof past, to: typeof past) {
  const step = from.value.at(-1);
  if (!step) return;
  from.value = from.value.slice(0, -1);
  to.value = [...to.value, { text: text.value, title: step.title }];
  text.value = step.text;
  refused.value = "";
}
