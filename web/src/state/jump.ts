// From a setting to the field that asks for it.
import { batch, signal } from "@preact/signals";
import type { Field, Step } from "../core";
import { form } from "./design";
import { asText, pane, screen, setting, spot, step } from "./view";

/** The setting whose field is to have the focus once it is drawn; empty where none is. */
export const wanted = signal("");

/** Shows the field that asks for a setting, and gives it the focus. */
export function goTo(path: string) {
  const asked = askedAt(path);
  batch(() => {
    if (asked) step.value = asked.step.key;
    screen.value = "design";
    pane.value = "form";
    asText.value = false;
    setting.value = path;
    wanted.value = path;
  });
}

/** Shows a place in the design's text, to be mended there. */
export function goToText(start: number, end: number) {
  batch(() => {
    screen.value = "design";
    pane.value = "form";
    asText.value = true;
    spot.value = { start, end };
  });
}

/** The question that a setting belongs to: its own, or the nearest around it. */
export function askedAt(path: string): { step: Step; field: Field } | undefined {
  let best: { step: Step; field: Field } | undefined;
  for (const step of form.value.steps)
    for (const field of step.fields)
      if (isInside(path, field.path) && field.path.length > (best?.field.path.length ?? -1)) best = { step, field };
  return best;
}

/** Whether a path is this one or inside of it. */
export function isInside(path: string, outer: string): boolean {
  return (
    path.startsWith(outer) && (path.length === outer.length || path[outer.length] === "." || path[outer.length] === "[")
  );
}
