import { useSignal } from "@preact/signals";
import type { Field, JsonValue } from "../../core";
import { settle } from "../../state/design";
import { t } from "../../texts";
import { Icon } from "../icon";
import { useDraft } from "./entry";
import { answer } from "./field";
import { plain } from "./value";

/** Names with a text each. Those that hold without being said are shown too: to write into one says it. */
export function Pairs({ field }: { field: Field }) {
  const said = table(field.said);
  const usual = table(field.usual);
  const fresh = useSignal("");
  const say = (next: Record<string, JsonValue>) => answer(field, Object.keys(next).length > 0 ? next : null);
  const add = (name: string) => {
    fresh.value = "";
    if (name === "" || name in said) return;
    settle();
    say({ ...said, [name]: plain(usual[name]) });
  };
  return (
    <div class="pairs">
      {[...new Set([...Object.keys(usual), ...Object.keys(said)])].map((name) => (
        <div class="pair" key={`pair ${name}`}>
          <code class={name in said ? "pair-name" : "pair-name quiet"}>{name}</code>
          <PairText
            name={name}
            text={said[name]}
            hint={name in usual ? t("form.decided", { value: plain(usual[name]) }) : ""}
            onText={(now) => say({ ...said, [name]: now })}
          />
          {name in said && (
            <button
              type="button"
              class="button bare"
              aria-label={t("form.take-back-of", { label: name })}
              onClick={() => {
                const { [name]: _, ...others } = said;
                settle();
                say(others);
              }}
            >
              <Icon sign="remove" />
            </button>
          )}
        </div>
      ))}
      <input
        key="new"
        type="text"
        class="mono"
        aria-label={t("form.pair-new")}
        placeholder={t("form.pair-new")}
        value={fresh.value}
        onInput={(event) => (fresh.value = event.currentTarget.value)}
        onChange={(event) => add(event.currentTarget.value.trim())}
      />
    </div>
  );
}

interface TextProps {
  name: string;
  text: JsonValue | undefined;
  hint: string;
  onText: (now: string) => void;
}

function PairText({ name, text, hint, onText }: TextProps) {
  const draft = useDraft();
  return (
    <input
      type="text"
      class="mono"
      aria-label={name}
      placeholder={hint}
      value={draft.shown(plain(text))}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        draft.keep(typed, () => onText(typed));
      }}
      onBlur={draft.leave}
    />
  );
}

function table(value: JsonValue | null): Record<string, JsonValue> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
