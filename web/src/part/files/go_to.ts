// From a finding, a line or a box of the picture to the question that decides it.
import { form } from "../../state/design";
import { pane, screen, setting, step } from "../../state/view";
import { within } from "./made";

/** Shows the question of a setting. */
export function goTo(path: string) {
  screen.value = "design";
  const steps = form.value.steps;
  const asks = (fits: (field: string) => boolean) => steps.find((it) => it.fields.some((field) => fits(field.path)));
  const found = asks((field) => field === path) ?? asks((field) => within(path, field)) ?? asks((field) => within(field, path));
  if (found) step.value = found.key;
  pane.value = "form";
  setting.value = path;
  // The question may be painted only then.
  requestAnimationFrame(() => requestAnimationFrame(() => focus(path)));
}

/** Puts the focus on the question, or on the one that it is inside of. */
function focus(path: string) {
  for (let at = path; at !== ""; at = at.replace(/(^|\.)[^.[]+$|\[\d+\]$/, "")) {
    const place = document.querySelector<HTMLElement>(`[data-setting="${CSS.escape(at)}"]`);
    const control = place?.matches("input, select, textarea, button") ? place : place?.querySelector<HTMLElement>("input, select, textarea, button");
    if (!control) continue;
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
    return;
  }
}
