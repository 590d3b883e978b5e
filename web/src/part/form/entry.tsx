import { batch } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { text } from "../../state/design";
import { t } from "../../texts";
import { type Asked, answer } from "./field";
import { isHidden, plain } from "./value";

/** A question that is answered by typing. What is typed stays as it was typed until the field is left, even if it is no good. */
export function Entry({ field, about, invalid }: Asked) {
  const draft = useDraft();
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
      {number && (
        <span class="bounds">{t("form.bounds", { least: String(number.least), most: String(number.most) })}</span>
      )}
    </div>
  );
}

/**
 * What a person types, beside what the core makes of it: «10 » is the number 10, but its blank stays while it is typed.
 * What was changed by anything else, such as undo, goes before it.
 */
export function useDraft() {
  const [, again] = useState(0);
  const draft = useRef<{ typed: string; after: string } | undefined>(undefined);
  return {
    // Not the signal's own value: a hundred cells need not be drawn for a keystroke in one of them.
    shown: (otherwise: string) => (draft.current?.after === text.peek() ? draft.current.typed : otherwise),
    keep: (typed: string, change: () => void) => {
      // Together: the drawing that follows has to know both.
      batch(() => {
        change();
        draft.current = { typed, after: text.peek() };
      });
    },
    leave: () => {
      if (!draft.current) return;
      draft.current = undefined;
      again((times) => times + 1);
    },
  };
}
