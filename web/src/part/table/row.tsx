import { Component } from "preact";
import * as core from "../../core";
import type { Column, Field } from "../../core";
import { change, settle, text } from "../../state/design";
import { setting } from "../../state/view";
import { t } from "../../texts";
import { useDraft } from "../form/entry";
import { choices, placeOf, plain } from "../form/value";
import type { Cells } from ".";

interface Props {
  list: Field;
  number: number;
  columns: Column[];
  /** The columns, to compare. */
  looks: string;
  cells: Cells;
  /** The cells, to compare. */
  json: string;
  /** Whether somebody said the row; otherwise it is what holds. */
  own: boolean;
  /** Whether the person is in it. */
  here: boolean;
  /** What is wrong in it: lines of `column:message`. */
  faults: string;
  onHere: (row: number) => void;
}

/** A row. It is drawn again only if something in it changed: a hundred of them are as quick as one. */
export class Row extends Component<Props> {
  override shouldComponentUpdate(next: Props) {
    const now = this.props;
    return (["number", "looks", "json", "own", "here", "faults"] as const).some((key) => now[key] !== next[key]);
  }

  render({ list, number, columns, cells, own, here, faults, onHere }: Props) {
    const lines = faults.split("\n").filter(Boolean);
    const wrong = (key: string) => lines.filter((it) => it.startsWith(`${key}:`)).map((it) => it.slice(key.length + 1));
    return (
      <tr class={here ? "here" : undefined} onFocusIn={() => onHere(number)}>
        <th scope="row" class="row-number" data-setting={`${list.path}[${number}]`} title={wrong("").join("\n")}>
          {number + 1}
          {wrong("").length > 0 && <span class="hidden">{wrong("").join(" ")}</span>}
        </th>
        {columns.map((column, at) => (
          <td key={column.key}>
            <Cell
              list={list}
              row={number}
              column={column}
              at={at}
              value={cells[column.key]}
              own={own}
              faults={wrong(column.key)}
            />
          </td>
        ))}
      </tr>
    );
  }
}

interface CellProps {
  list: Field;
  row: number;
  column: Column;
  at: number;
  value: Cells[string] | undefined;
  own: boolean;
  faults: string[];
}

function Cell({ list, row, column, at, value, own, faults }: CellProps) {
  const path = `${list.path}[${row}].${column.key}`;
  const label = t("table.cell", { column: column.label, row: row + 1 });
  const say = (typed: core.JsonValue) => change(core.answer(text.value, path, typed), label, path);
  const draft = useDraft();
  const all = choices(column.kind);
  const shared = {
    "data-cell": `${row},${at}`,
    "data-setting": path,
    "aria-label": label,
    "aria-invalid": faults.length > 0,
    "aria-describedby": faults.length > 0 ? `notes-${list.path}` : undefined,
    title: faults.length > 0 ? faults.join("\n") : undefined,
    onFocus: () => (setting.value = path),
  };
  if (all) {
    const said = own ? placeOf(all, value) : -1;
    const held = own ? undefined : all[placeOf(all, value)];
    const strange = own && said < 0 && value !== undefined && value !== null;
    return (
      <select
        {...shared}
        value={strange ? "strange" : String(said)}
        onChange={(event) => {
          settle();
          say(all[Number(event.currentTarget.value)]?.value ?? null);
          settle();
        }}
      >
        <option value="-1">{held ? `(${held.label})` : ""}</option>
        {strange && <option value="strange">{plain(value)}</option>}
        {all.map((it, place) => (
          <option key={place} value={String(place)}>
            {it.label}
          </option>
        ))}
      </select>
    );
  }
  const number = typeof column.kind === "object" && "number" in column.kind;
  return (
    <input
      {...shared}
      type="text"
      class={number ? "mono number" : "mono"}
      inputMode={number ? "numeric" : undefined}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      value={draft.shown(own ? plain(value) : "")}
      placeholder={own ? "" : plain(value)}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        draft.keep(typed, () => say(typed));
      }}
      onBlur={() => {
        draft.leave();
        settle();
      }}
    />
  );
}
