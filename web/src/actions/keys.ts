// From keystrokes to actions.
import { dialog } from "../state/view";
import { ACTIONS } from ".";
import type { Action } from "./action";

const APPLE = /mac|iphone|ipad/i.test(navigator.platform);

/** Lets the shortcuts of all actions work on the whole page. */
export function listen() {
  addEventListener("keydown", (event) => {
    // A table moves its rows by keys of its own.
    if (event.defaultPrevented) return;
    const found = ACTIONS.value.find((it) => it.keys !== undefined && isPressed(it.keys, event));
    if (!found || dialog.value !== "none") return;
    // Even where there is nothing to do: the browser's own «save page» or «undo» is not what was meant.
    event.preventDefault();
    if (found.enabled?.() ?? true) found.run(digit(event) ?? event.key);
  });
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const mod = APPLE ? event.metaKey : event.ctrlKey;
  const other = APPLE ? event.ctrlKey : event.metaKey;
  if (mod !== parts.includes("Mod") || other || event.altKey !== parts.includes("Alt")) return false;
  const types = !mod && (!event.altKey || APPLE);
  if (types && isTyping(event.target)) return false;
  if (key === "Digit") return digit(event) !== undefined;
  // A sign such as `?` is typed with Shift on some keyboards and without on others.
  const isLetter = /^[a-z]$/i.test(key);
  if (isLetter && event.shiftKey !== parts.includes("Shift")) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

function digit(event: KeyboardEvent): string | undefined {
  return /^Digit([1-9])$/.exec(event.code)?.[1];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches("input, textarea, select") || target.isContentEditable);
}

/** A shortcut's keys as they stand on the keyboard. */
export function keycaps(keys: string): string[] {
  const cap = (key: string) => {
    switch (key) {
      case "Mod":
        return APPLE ? "⌘" : "Ctrl";
      case "Alt":
        return APPLE ? "⌥" : "Alt";
      case "Shift":
        return APPLE ? "⇧" : "Shift";
      case "Digit":
        return "1…9";
      default:
        return key.length === 1 ? key.toUpperCase() : key;
    }
  };
  return keys.split("+").map(cap);
}

/** A shortcut as `aria-keyshortcuts` has it. */
export function spoken(action: Action): string | undefined {
  return action.keys?.includes("Digit") ? undefined : action.keys?.replace("Mod", APPLE ? "Meta" : "Control");
}
