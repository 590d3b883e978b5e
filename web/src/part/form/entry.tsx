import { useSignal } from "@preact/signals";
import type { JsonValue } from "../../core";
import { t } from "../../texts";
import { type Asked, answer } from "./field";
import { isHidden, plain } from "./value";

/** A question that is answered by typing. What is typed stays as it was typed until the field is left, even if it is no good. */
export function Entry({ field, about, invalid }: Asked) {
  const draft = useDraft(field.said);
  const hidden = isHidden(field.said);
  const number = typeof field.kind === "object" && "number" in field.kind ? field.kind.number : undefined;
  const usual = isHidden(field.usual) ? "" : plain(field.usual);
  const hint = hidden ? t("secret.hidden") : usual ? t("form.decided", { value: usual }) : "";
  return (
    <div class="entry">
      <input
        id={`field-${field.path}`}
        class={field.kind === "text" ? undefined : "mono"}
        type="text"
        inputMode={number ? "numeric" : undefined}
        value={draft.shown(hidden ? "" : plain(field.said))}
        placeholder={hint}
        required={field.required}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={field.path === "description"}
        aria-describedby={about}
        aria-invalid={invalid}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          draft.keep(typed, () => answer(field, typed));
        }}
        onBlur={draft.leave}
      />
      {number && <span class="bounds">{t("form.bounds", { least: String(number.least), most: String(number.most) })}</span>}
    </div>
  );
}

/**
 * What a person types, beside what the core makes of it: «10 » is the number 10, but its blank stays while it is typed.
 * What was said by anything else, such as undo, goes before it.
 */
export function useDraft(said: JsonValue | null | undefined) {
  const draft = useSignal<{ typed: string; made: string | undefined } | undefined>(undefined);
  const made = JSON.stringify(said ?? null);
  const mine = draft.peek();
  // The first drawing after a keystroke shows what the core made of it.
  if (mine && mine.made === undefined) mine.made = made;
  return {
    shown: (otherwise: string) => (mine && mine.made === made ? mine.typed : otherwise),
    keep: (typed: string, change: () => void) => {
      draft.value = { typed, made: undefined };
      change();
    },
    leave: () => {
      draft.value = undefined;
    },
  };
}
