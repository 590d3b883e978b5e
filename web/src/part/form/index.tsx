import { untracked, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { checked, form, settle } from "../../state/design";
import { askedAt, isInside, wanted } from "../../state/jump";
import { setting, step } from "../../state/view";
import { t } from "../../texts";
import { ActionButton } from "../button";
import { Field } from "./field";
import { Steps } from "./steps";

/** The questions of one step, and the way to the others. */
export function Form() {
  const steps = form.value.steps;
  const at = Math.max(
    0,
    steps.findIndex((it) => it.key === step.value),
  );
  const here = steps[at];
  const heading = useRef<HTMLHeadingElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const shown = useRef(here?.key);
  // At once: effects that wait for the paint may belong to a drawing before the step was there.
  useLayoutEffect(() => {
    if (shown.current === here?.key) return;
    shown.current = here?.key;
    fields.current?.closest(".pane")?.scrollTo({ top: 0 });
    if (wanted.value === "") heading.current?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const path = wanted.value;
    if (path === "") return;
    wanted.value = "";
    focusOn(fields.current, path);
  });
  useSignalEffect(() => {
    const asked = setting.value;
    // Somebody pointed at the setting elsewhere: it comes into sight, and the focus stays where it is.
    if (asked === "" || fields.current?.contains(document.activeElement)) return;
    const there = untracked(() => askedAt(asked));
    if (there) step.value = there.step.key;
    find(fields.current, asked)?.scrollIntoView({ block: "nearest" });
  });
  if (!here) return null;
  return (
    <div class="form-room">
      <Steps steps={steps} at={at} />
      <div class="form" ref={fields} onFocusOut={settle}>
        <p class="form-count">{t("form.count", { number: at + 1, all: steps.length })}</p>
        <h2 ref={heading} tabIndex={-1}>
          {here.title}
        </h2>
        <p class="about">{here.about}</p>
        {here.fields.map((field) => (
          <Field
            key={field.path}
            field={field}
            notes={field.notes.flatMap((it) => checked.value.diagnostics[it] ?? [])}
          />
        ))}
        <div class="form-ways">
          <ActionButton id="back" />
          <ActionButton id="next" tone="strong" />
        </div>
      </div>
    </div>
  );
}

/** The control of a setting, or the nearest around it. */
function find(room: HTMLElement | null, path: string): HTMLElement | undefined {
  const all = [...(room?.querySelectorAll<HTMLElement>("[data-setting]") ?? [])];
  const fits = all.filter((it) => isInside(path, it.dataset.setting ?? ""));
  return fits.reduce<HTMLElement | undefined>(
    (best, it) => ((it.dataset.setting ?? "").length >= (best?.dataset.setting ?? "").length ? it : best),
    undefined,
  );
}

function focusOn(room: HTMLElement | null, path: string) {
  const place = find(room, path);
  if (!place) return;
  place.scrollIntoView({ block: "center" });
  const controls = "input, select, textarea, button";
  // A row is named by its head: its first cell is where one goes on.
  const inside =
    place.querySelector<HTMLElement>(controls) ?? place.closest("tr")?.querySelector<HTMLElement>(controls);
  const control = place.matches(controls) ? place : inside;
  control?.focus({ preventScroll: true });
}
