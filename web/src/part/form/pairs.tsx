import { useSignal } from "@preact/signals";
import type { Field, JsonValue } from "../../core";
import { settle } from "../../state/design";
import { t } from "../../texts";
import { Icon } from "../icon";
import { useDraft } from "./entry";
import { answer } from "./field";
import { plain } from "./value";

type Pair = [string, JsonValue | undefined];

/** Names with a text each. Those that hold without being said are shown too: to write into one says it. */
export function Pairs({ field }: { field: Field }) {
  const said = pairs(field.said);
  const usual = pairs(field.usual).filter(([name]) => !said.some(([own]) => own === name));
  const fresh = useSignal("");
  const say = (next: Pair[]) => answer(field, next.length > 0 ? Object.fromEntries(next.map(([name, text]) => [name, text ?? ""])) : null);
  const rename = (name: string) => {
    fresh.value = "";
    if (name === "" || said.some(([own]) => own === name)) return;
    settle();
    say([...said, [name, ""]]);
  };
  return (
    <div class="pairs">
      {said.map(([name, text], at) => (
        <div class="pair" key={name}>
          <code class="pair-name">{name}</code>
          <PairText
            name={name}
            text={text}
            hint=""
            onText={(now) => say(said.map((pair, place) => (place === at ? [name, now] : pair)))}
          />
          <button
            type="button"
            class="button bare"
            aria-label={t("form.remove-of", { label: name })}
            onClick={() => say(said.filter((_, place) => place !== at))}
          >
            <Icon sign="remove" />
          </button>
        </div>
      ))}
      {usual.map(([name, text]) => (
        <div class="pair" key={name}>
          <code class="pair-name quiet">{name}</code>
          <PairText
            name={name}
            text={undefined}
            hint={t("form.decided", { value: plain(text) })}
            onText={(now) => say([...said, [name, now]])}
          />
        </div>
      ))}
      <div class="pair" key="">
        <input
          type="text"
          class="mono"
          aria-label={t("form.pair-new")}
          placeholder={t("form.pair-new")}
          value={fresh.value}
          onInput={(event) => (fresh.value = event.currentTarget.value)}
          onChange={(event) => rename(event.currentTarget.value.trim())}
        />
      </div>
    </div>
  );
}

function PairText({ name, text, hint, onText }: { name: string; text: JsonValue | undefined; hint: string; onText: (now: string) => void }) {
  const draft = useDraft(text);
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

function pairs(value: JsonValue | null): Pair[] {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
}
