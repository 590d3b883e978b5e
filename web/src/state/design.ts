// The design's text, what came before it, and everything that follows from it. The text is the only state; the rest is asked of the core.
import { batch, computed, effect, signal } from "@preact/signals";
import * as core from "../core";
import { afterPaint } from "./paint";
import { stock } from "./view";

interface Step {
  text: string;
  /** What was done, as the undo button says it. */
  title: string;
}

/** How many steps can be undone. */
const MOST = 500;

const past = signal<Step[]>([]);
const future = signal<Step[]>([]);
/** The field whose keystrokes are one step with the last one; empty once it was left. */
let group = "";

/** The design's text; empty where there is none yet. */
export const text = signal("");
/** The text as it was saved, downloaded or opened last. */
export const saved = signal("");
/** Why the last change was refused; empty where it was not. */
export const refused = signal("");
/** The last text that could be rendered: its files stay in sight while a fault is being mended. */
export const sound = signal("");

/** The text that everything beside the file in sight follows: after a keystroke that file is painted first. */
const followed = signal("");

export const checked = computed(() => core.check(followed.value));
export const form = computed(() => core.form(followed.value));
export const tree = computed(() => core.read(followed.value).tree);
/** What the design is called; empty where it does not say. */
export const name = computed(() => {
  const said = tree.value;
  if (said === null || typeof said !== "object" || Array.isArray(said)) return "";
  return typeof said.name === "string" ? said.name : "";
});
export const picture = computed(() => core.picture(followed.value));
/** The list of files. It follows last: in a large cluster it takes longer than everything else. */
export const files = signal<readonly core.Entry[]>([]);
effect(() => {
  const [now, products] = [sound.value, stock.value];
  void followed.value;
  const list = () => (files.value = products?.files(now) ?? core.files(now));
  if (now === "") files.value = [];
  else if (files.peek().length === 0) list();
  else return afterPaint(list);
  return undefined;
});

/** What undo and redo would do; nothing where there is nothing to do. */
export const undoable = computed(() => past.value.at(-1)?.title);
export const redoable = computed(() => future.value.at(-1)?.title);
/** Whether closing the page would lose something. */
export const unsaved = computed(() => text.value !== saved.value);

/** Changes the text by a verb of the core. Changes of one `field` in a row, such as its keystrokes, are undone together. */
export function change(edited: core.Edited, title: string, field = "") {
  refused.value = edited.refused ?? "";
  if (edited.refused === null) replace(edited.text, title, field);
}

/** Takes another text, as one step. */
export function replace(now: string, title: string, field = "") {
  if (now === text.value) return;
  const together = field !== "" && field === group && past.value.length > 0;
  group = field;
  batch(() => {
    if (!together) past.value = [...past.value, { text: text.value, title }].slice(-MOST);
    future.value = [];
    take(now, field !== "");
  });
}

/** Ends the step that keystrokes are collected in: what comes next is a step of its own. */
export function settle() {
  group = "";
}

/** Begins with a design: nothing can be undone. */
export function begin(now: string) {
  settle();
  batch(() => {
    past.value = [];
    future.value = [];
    refused.value = "";
    sound.value = "";
    take(now);
    saved.value = now;
  });
}

/** Takes another design in the place of one that was not saved: undo brings that back. */
export function exchange(now: string, title: string) {
  settle();
  batch(() => {
    sound.value = "";
    replace(now, title);
    saved.value = now;
  });
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
  settle();
  batch(() => {
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, { text: text.value, title: step.title }];
    refused.value = "";
    take(step.text);
  });
}

let callOff = () => {};

/** Takes a text. `isTyped`: one keystroke of many, which must be in sight at once. */
function take(now: string, isTyped = false) {
  callOff();
  text.value = now;
  if (core.check(now).ok) sound.value = now;
  if (isTyped) callOff = afterPaint(() => (followed.value = now));
  else followed.value = now;
}
