// What is in sight: which screen, step, file and setting. None of it is in the design.
import { signal } from "@preact/signals";
import type { Stock } from "../core";

export type Screen = "gallery" | "design" | "guide";
/** Which part a narrow screen shows; a wide one shows them all. */
export type Pane = "form" | "picture" | "files" | "problems";
export type Dialog = "share" | "open" | "save" | "keys" | "differences" | "drift" | "none";

export const screen = signal<Screen>("gallery");
export const pane = signal<Pane>("form");
export const dialog = signal<Dialog>("none");
/** The step of the form, by its key. */
export const step = signal("");
/** Whether the form pane shows the design's text instead of its questions. */
export const asText = signal(false);
/** The place in that text that a person asked for: it is selected once it is drawn. */
export const spot = signal<{ start: number; end: number } | undefined>(undefined);
/** The setting that the person is at, such as `nodes[0].address`: the lines that it makes are marked. */
export const setting = signal("");
/** The file in sight, by its path in the bundle. */
export const path = signal("");
/** The line in sight of that file, from 0; -1 for none. */
export const line = signal(-1);
/** The products' own files, where some were dropped; they never leave the page. */
export const stock = signal<Stock | undefined>(undefined);
/** What the page has to say, such as «copied»: spoken by screen readers. */
export const says = signal("");
/** What a person should know until they put it away, such as secrets that a link left out. */
export const notice = signal("");
