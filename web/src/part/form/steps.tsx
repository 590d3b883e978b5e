import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../../core";
import { checked } from "../../state/design";
import { step } from "../../state/view";
import { t } from "../../texts";

/** The way through the form, with what is wrong and what was said in each step. */
export function Steps({ steps, at }: { steps: Step[]; at: number }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // On a phone the steps are one line: the one in hand stays in sight.
    const here = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (here) list.current?.scrollTo({ left: here.offsetLeft - 48 });
  }, [at]);
  return (
    <nav class="steps" aria-label={t("form.steps")}>
      <ol ref={list}>
        {steps.map((it, place) => (
          <li key={it.key}>
            <button
              type="button"
              class="step"
              aria-current={place === at ? "step" : undefined}
              onClick={() => (step.value = it.key)}
            >
              <span class="step-number" aria-hidden="true">
                {place + 1}
              </span>
              <span class="step-title">{it.title}</span>
              <Counts step={it} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Counts({ step }: { step: Step }) {
  const notes = new Set(step.fields.flatMap((field) => field.notes));
  const severe = [...notes]
    .flatMap((at) => checked.value.diagnostics[at] ?? [])
    .filter((it) => it.severity !== "advice");
  const said = step.fields.filter((field) => field.said !== null).length;
  if (severe.length > 0) {
    const bad = severe.some((it) => it.severity === "error");
    return (
      <span class={bad ? "count bad" : "count warn"} title={t("form.problems", { number: severe.length })}>
        <span aria-hidden="true">{severe.length}</span>
        <span class="hidden">{t("form.problems", { number: severe.length })}</span>
      </span>
    );
  }
  if (said === 0) return null;
  return (
    <span class="count" title={t("form.said", { number: said })}>
      <span aria-hidden="true">{said}</span>
      <span class="hidden">{t("form.said", { number: said })}</span>
    </span>
  );
}
