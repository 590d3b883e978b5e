import type { ComponentChildren } from "preact";
import * as core from "../../core";
import type { Diagnostic, Field as Question, JsonValue } from "../../core";
import { change, settle, text } from "../../state/design";
import { setting } from "../../state/view";
import { t } from "../../texts";
import { mend } from "../problems/mend";
import { Table } from "../table";
import { ticked } from "../ticked";
import { Choices } from "./choices";
import { Entry } from "./entry";
import { Pairs } from "./pairs";
import { choices, isHidden, plain } from "./value";

const TONES = { error: "bad", warning: "warn", advice: "advice" } as const;

export interface Asked {
  field: Question;
  /** The ids of what describes the control: help and problems. */
  about: string;
  /** Whether something is wrong with what was said. */
  invalid: boolean;
}

/** Gives the answer to a question. Keystrokes in one field are undone together. */
export function answer(field: Question, value: JsonValue) {
  change(core.answer(text.value, field.path, value), field.label, field.path);
}

/** One question, with its help, what holds, and what is wrong with it. */
export function Field({ field, notes }: { field: Question; notes: Diagnostic[] }) {
  const missing = field.required && field.said === null;
  const about = notes.length > 0 || missing ? `help-${field.path} notes-${field.path}` : `help-${field.path}`;
  const asked: Asked = { field, about, invalid: missing || notes.some((it) => it.severity === "error") };
  const all = choices(field.kind);
  const body = (control: ComponentChildren) => (
    <>
      {control}
      <p class="help" id={`help-${field.path}`}>
        {ticked(field.help)}
      </p>
      <Notes field={field} notes={notes} missing={missing} />
    </>
  );
  const depth = `field depth-${Math.min(field.depth, 3)}`;
  const here = { class: depth, "data-setting": field.path, onFocusIn: () => (setting.value = field.path) };
  if (all)
    return (
      <fieldset {...here} aria-describedby={about}>
        <legend>{field.label}</legend>
        {body(<Choices {...asked} all={all} />)}
      </fieldset>
    );
  if (typeof field.kind === "object" && "rows" in field.kind)
    return (
      <fieldset class={`${depth} field-rows`} data-setting={field.path}>
        <legend>
          {field.label}
          <TakeBack field={field} />
        </legend>
        {body(<Table field={field} columns={field.kind.rows} />)}
      </fieldset>
    );
  if (field.kind === "pairs")
    return (
      <fieldset {...here} aria-describedby={about}>
        <legend>
          {field.label}
          <TakeBack field={field} />
        </legend>
        {body(<Pairs field={field} />)}
      </fieldset>
    );
  return (
    <div {...here}>
      <div class="field-head">
        <label for={`field-${field.path}`}>{field.label}</label>
        <TakeBack field={field} />
      </div>
      {body(<Entry {...asked} />)}
      {field.kind === "secret" && <SecretHelp />}
    </div>
  );
}

/** Takes an answer back, so that what is usual holds. */
function TakeBack({ field }: { field: Question }) {
  // Where nothing is usual, a list of rows would only be lost.
  const isRows = typeof field.kind === "object" && "rows" in field.kind;
  if (field.said === null || field.required || (isRows && field.usual === null)) return null;
  const usual = isHidden(field.usual) ? "" : plain(field.usual);
  return (
    <button
      type="button"
      class="button bare take-back"
      aria-label={t("form.take-back-of", { label: field.label })}
      title={usual && field.usual !== field.said ? t("form.usual", { value: usual }) : undefined}
      onClick={(event) => {
        // The button goes away with the answer: the focus stays in the field.
        const room = event.currentTarget.closest("[data-setting]");
        settle();
        answer(field, null);
        room?.querySelector<HTMLElement>("input, select, textarea")?.focus();
      }}
    >
      {t("form.take-back")}
    </button>
  );
}

function Notes({ field, notes, missing }: { field: Question; notes: Diagnostic[]; missing: boolean }) {
  if (notes.length === 0 && !missing) return null;
  return (
    <ul class="notes" id={`notes-${field.path}`}>
      {missing && <li class="note bad">{t("form.required")}</li>}
      {notes.map((note) => (
        <li key={`${note.code} ${note.message}`} class={`note ${TONES[note.severity]}`}>
          <p>
            {ticked(note.message)}
            {note.help && <span class="note-help"> {ticked(note.help)}</span>}
          </p>
          {note.fix && (
            <button type="button" class="button small" onClick={() => mend(note)}>
              {note.fix.title}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function SecretHelp() {
  return (
    <details class="secret-help">
      <summary>{t("secret.how")}</summary>
      <dl>
        <dt>
          <code>env:NAME</code>
        </dt>
        <dd>{t("secret.env")}</dd>
        <dt>
          <code>file:PATH</code>
        </dt>
        <dd>{t("secret.file")}</dd>
        <dt>
          <code>vault:ALIAS</code>
        </dt>
        <dd>{t("secret.vault")}</dd>
      </dl>
    </details>
  );
}
