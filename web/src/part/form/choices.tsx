import type { Choice } from "../../core";
import { settle } from "../../state/design";
import { t } from "../../texts";
import { ticked } from "../ticked";
import { type Asked, answer } from "./field";
import { placeOf, plain } from "./value";

/** More than these are a list to open: a screen should not be filled by one question. */
const MOST_BUTTONS = 6;

/** A question with answers to choose from. The first is not to answer: then what is usual holds. */
export function Choices(props: Asked & { all: Choice[] }) {
  const { field, all } = props;
  const decided = all[placeOf(all, field.usual)];
  const at = placeOf(all, field.said);
  // What holds is known as long as nothing is said.
  const none =
    field.said !== null ? t("form.leave") : decided ? t("form.decided", { value: decided.label }) : t("form.not-said");
  // What was said but is none of the answers stays, and is shown.
  const strange = field.said !== null && at < 0 ? plain(field.said) : undefined;
  const choose = (place: number) => {
    settle();
    answer(field, all[place]?.value ?? null);
    settle();
  };
  const open = !(field.required && field.said !== null);
  const view = { ...props, at, none: open ? none : undefined, strange, choose };
  return all.length > MOST_BUTTONS ? <List {...view} /> : <Buttons {...view} />;
}

interface View extends Asked {
  all: Choice[];
  at: number;
  none: string | undefined;
  strange: string | undefined;
  choose: (place: number) => void;
}

function Buttons({ field, all, at, none, strange, choose }: View) {
  const button = (place: number, label: string, help: string) => (
    <label key={place} class="option">
      <input
        type="radio"
        name={field.path}
        checked={at === place && (place >= 0 || strange === undefined)}
        onChange={() => choose(place)}
      />
      <span class="option-text">
        <span>{label}</span>
        {help && <span class="help">{ticked(help)}</span>}
      </span>
    </label>
  );
  const short = all.every((it) => it.help === "") && all.length < 4;
  return (
    <div class={short ? "options in-line" : "options"}>
      {none !== undefined && button(-1, none, "")}
      {all.map((it, place) => button(place, it.label, it.help))}
      {strange !== undefined && (
        <p class="strange">
          {t("form.strange")} <code>{strange}</code>
        </p>
      )}
    </div>
  );
}

function List({ field, all, at, none, strange, choose, about, invalid }: View) {
  const help = all[at]?.help ?? "";
  return (
    <div class="entry">
      <select
        id={`field-${field.path}`}
        value={strange === undefined ? String(at) : "strange"}
        aria-label={field.label}
        aria-describedby={about}
        aria-invalid={invalid}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      >
        {none !== undefined && <option value="-1">{none}</option>}
        {strange !== undefined && <option value="strange">{strange}</option>}
        {all.map((it, place) => (
          <option key={place} value={String(place)}>
            {it.label}
          </option>
        ))}
      </select>
      {help && <p class="help chosen">{ticked(help)}</p>}
    </div>
  );
}
