// The design's text, to be written by hand: what a form cannot mend, such as a quotation mark that is not closed, is mended here.
import { computed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Diagnostic, Severity } from "../../core";
import { checked, replace, settle, text } from "../../state/design";
import { goToText } from "../../state/jump";
import { spot } from "../../state/view";
import { t } from "../../texts";
import "../../style/text.css";
import { ticked } from "../ticked";
import { lineAt } from "./lines";

const ORDER: readonly Severity[] = ["error", "warning", "advice"];

interface Located {
  note: Diagnostic;
  /** Its line, from 0. */
  line: number;
  start: number;
  end: number;
}

/** What is wrong, by where it stands in the text; advice waits in its own pane. */
const located = computed<readonly Located[]>(() =>
  checked.value.diagnostics
    .filter((it) => it.severity !== "advice")
    .flatMap((note) => {
      const span = note.at[0]?.span;
      return span ? [{ note, line: lineAt(text.value, span.start), ...span }] : [];
    })
    .toSorted((one, other) => one.line - other.line),
);

/** The worst of each line. */
const marks = computed(() => {
  const worst = new Map<number, Severity>();
  for (const { note, line } of located.value) {
    const known = worst.get(line);
    if (known === undefined || ORDER.indexOf(note.severity) < ORDER.indexOf(known)) worst.set(line, note.severity);
  }
  return worst;
});

const count = computed(() => text.value.split("\n").length);

export function Editor() {
  const place = useRef<HTMLTextAreaElement>(null);
  useSignalEffect(() => {
    const asked = spot.value;
    const area = place.current;
    if (!asked || !area) return;
    spot.value = undefined;
    area.focus({ preventScroll: true });
    area.setSelectionRange(asked.start, asked.end);
    // The area is as high as its text: the pane around it scrolls.
    const numbers = area.parentElement?.querySelectorAll(".editor-number");
    numbers?.[lineAt(text.peek(), asked.start)]?.scrollIntoView({ block: "center" });
  });
  return (
    <div class="editor-room">
      <p class="help" id="editor-help">
        {t("text.about")}
      </p>
      <ul class="editor-notes" aria-live="polite">
        {located.value.map(({ note, line, start, end }, at) => (
          <li key={at} class={`note ${note.severity === "error" ? "bad" : "warn"}`}>
            <button type="button" class="link" onClick={() => goToText(start, end)}>
              {t("problems.line", { line: line + 1 })}
            </button>
            <p>
              {ticked(note.message)}
              {note.help && <span class="note-help"> {ticked(note.help)}</span>}
            </p>
          </li>
        ))}
      </ul>
      <div class="editor" dir="ltr">
        <Numbers />
        <textarea
          ref={place}
          class="editor-text"
          wrap="off"
          rows={count.value}
          value={text.value}
          aria-label={t("text.label")}
          aria-describedby="editor-help"
          aria-invalid={located.value.some((it) => it.note.severity === "error")}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => {
            replace(event.currentTarget.value, t("text.title"), "text");
            // A line is a step of its own for undo.
            if (event instanceof InputEvent && event.inputType === "insertLineBreak") settle();
          }}
          onBlur={settle}
        />
      </div>
    </div>
  );
}

function Numbers() {
  const numbers = Array.from({ length: count.value }, (_, line) => line);
  return (
    <div class="editor-numbers" aria-hidden="true">
      {numbers.map((line) => (
        <span key={line} class={`editor-number ${marks.value.get(line) ?? ""}`}>
          {line + 1}
        </span>
      ))}
    </div>
  );
}
