import { form, tree } from "../state/design";
import { goTo, goToText } from "../state/jump";
import { asText, dialog, screen, setting, step } from "../state/view";
import type { Action } from "./action";

const isDesign = () => screen.value === "design";

export const moving: readonly Action[] = [
  {
    id: "step",
    title: "action.step",
    keys: "Alt+Digit",
    enabled: isDesign,
    run: (key) => {
      const there = form.value.steps[Number(key) - 1];
      if (there) step.value = there.key;
    },
  },
  {
    id: "next",
    title: "action.next",
    keys: "Alt+n",
    enabled: () => isDesign() && beside(1) !== undefined,
    run: () => go(1),
  },
  {
    id: "back",
    title: "action.back",
    keys: "Alt+p",
    enabled: () => isDesign() && beside(-1) !== undefined,
    run: () => go(-1),
  },
  {
    id: "text",
    title: "text.title",
    keys: "Alt+t",
    enabled: () => screen.value !== "gallery",
    run: () => {
      if (!asText.value) goToText(0, 0);
      else if (tree.value !== null) goTo(setting.value || (form.value.steps[0]?.fields[0]?.path ?? ""));
    },
  },
  {
    id: "gallery",
    title: "action.gallery",
    enabled: () => screen.value !== "gallery",
    run: () => (screen.value = "gallery"),
  },
  {
    id: "guide",
    title: "action.guide",
    keys: "Alt+g",
    run: () => (screen.value = screen.value === "guide" ? "design" : "guide"),
  },
  { id: "keys", title: "action.keys", keys: "?", run: () => (dialog.value = "keys") },
];

function beside(by: number) {
  const steps = form.value.steps;
  const here = Math.max(
    0,
    steps.findIndex((it) => it.key === step.value),
  );
  return steps[here + by];
}

function go(by: number) {
  const there = beside(by);
  if (there) step.value = there.key;
}
