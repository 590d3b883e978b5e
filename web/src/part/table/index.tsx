import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import * as core from "../../core";
import type { Column, Edited, Field, JsonValue } from "../../core";
import { change, checked, settle, text } from "../../state/design";
import { askedAt } from "../../state/jump";
import { says } from "../../state/view";
import { t } from "../../texts";
import { ticked } from "../ticked";
import { Many } from "./many";
import { cellAt, placeAt, toward } from "./moving";
import { Row } from "./row";
import { Tools } from "./tools";

export type Cells = Record<string, JsonValue>;

/** A list of rows as a table that is worked like a spreadsheet: nodes, load balancers, networks. */
export function Table({ field, columns }: { field: Field; columns: Column[] }) {
  const place = useRef<HTMLTableElement>(null);
  const here = useSignal(0);
  const many = useSignal(false);
  /** The cell to go to once the table is drawn again. */
  const next = useRef<{ row: number; column: number } | undefined>(undefined);
  const own = Array.isArray(field.said);
  const rows = rowsOf(field);
  const at = Math.min(here.value, rows.length - 1);
  const faults = faultsOf(field.path);
  const looks = JSON.stringify(columns.map((it) => [it.key, it.kind]));

  // At once: an effect that waits for the paint may belong to a drawing before the row was there.
  useLayoutEffect(() => {
    if (!next.current) return;
    cellAt(place.current, next.current.row, next.current.column)?.focus();
    next.current = undefined;
  });

  const edit = (edited: Edited, row: number, column = 0) => {
    settle();
    next.current = { row, column };
    here.value = Math.max(0, row);
    change(edited, field.label);
  };
  const add = () => {
    const row = rows.length === 0 ? 0 : at + 1;
    edit(core.insertRow(text.value, field.path, row, like(rows[at], columns)), row);
  };
  const move = (by: number, column = 0) => {
    const to = at + by;
    if (to >= 0 && to < rows.length) edit(core.moveRow(text.value, field.path, at, to), to, column);
  };
  const paste = (pasted: string, blank: boolean) => {
    const before = rows.length;
    const added = core.pasteRows(text.value, field.path, rows.length === 0 ? 0 : at + 1, pasted);
    // Rows go in the place of the empty one that was begun for them.
    const edited = blank && added.refused === null ? core.removeRow(added.text, field.path, at) : added;
    edit(edited, blank ? at : Math.min(at + 1, before));
    if (edited.refused !== null) return;
    const now = askedAt(field.path)?.field;
    const count = (now ? rowsOf(now).length : before) - before + (blank ? 1 : 0);
    says.value = t("table.pasted", { count, list: field.label });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = placeAt(event.target);
    if (!cell) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(event.key === "ArrowUp" ? -1 : 1, cell.column);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add();
    } else {
      const to = toward(event);
      if (!to) return;
      const target = cellAt(place.current, cell.row + to.rows, cell.column + to.columns);
      event.preventDefault();
      target?.focus();
      if (target instanceof HTMLInputElement) target.select();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const cell = placeAt(event.target);
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (!cell || !/[\n\t]/.test(pasted.trim())) return;
    event.preventDefault();
    paste(pasted, isBlank(rows[cell.row], columns));
  };

  return (
    <div class="table-room">
      <Tools
        label={field.label}
        at={rows.length === 0 ? -1 : at}
        rows={rows.length}
        onAdd={add}
        onMany={() => (many.value = true)}
        onDuplicate={() => edit(core.duplicateRow(text.value, field.path, at), at + 1)}
        onMove={move}
        onRemove={() => edit(core.removeRow(text.value, field.path, at), Math.min(at, rows.length - 2))}
      />
      {rows.length === 0 ? (
        <p class="empty">{t("table.empty")}</p>
      ) : (
        <div class="table-scroll" tabIndex={-1}>
          <table ref={place} class="table" onKeyDown={onKeyDown} onPaste={onPaste}>
            <caption class="hidden">
              {field.label}. {t("table.how")}
            </caption>
            <thead>
              <tr>
                <th scope="col" class="row-number">
                  <span class="hidden">{t("table.number")}</span>
                  <span aria-hidden="true">#</span>
                </th>
                {columns.map((it) => (
                  <th key={it.key} scope="col" class={`column-${it.key}`} title={it.help}>
                    {it.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, number) => (
                <Row
                  key={number}
                  list={field}
                  number={number}
                  columns={columns}
                  looks={looks}
                  cells={row}
                  json={JSON.stringify(row)}
                  own={own}
                  here={number === at}
                  faults={faults.get(number) ?? ""}
                  onHere={(row) => (here.value = row)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!own && rows.length > 0 && <p class="help">{t("table.decided")}</p>}
      <details class="column-help">
        <summary>{t("table.columns")}</summary>
        <dl>
          {columns.map((it) => (
            <div key={it.key}>
              <dt>{it.label}</dt>
              <dd>{ticked(it.help)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {many.value && (
        <Many
          columns={columns}
          onAdd={(typed) => paste(typed, isBlank(rows[at], columns))}
          onClose={() => (many.value = false)}
        />
      )}
    </div>
  );
}

function rowsOf(field: Field): Cells[] {
  const rows = Array.isArray(field.said) ? field.said : Array.isArray(field.usual) ? field.usual : [];
  return rows.map((row) => (row !== null && typeof row === "object" && !Array.isArray(row) ? row : {}));
}

/** A row to begin with: what is chosen from a list is as in the row beside it. */
function like(row: Cells | undefined, columns: Column[]): Cells {
  const chosen = columns.filter((it) => typeof it.kind === "object" && "choice" in it.kind);
  return Object.fromEntries(chosen.flatMap(({ key }) => (row?.[key] === undefined ? [] : [[key, row[key]]])));
}

function isBlank(row: Cells | undefined, columns: Column[]): boolean {
  const own = Object.keys(like(row, columns));
  return row !== undefined && Object.keys(row).every((key) => own.includes(key));
}

/** What is wrong in each row, as lines of `column: message`; the column is empty where it is the whole row. */
function faultsOf(list: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const note of checked.value.diagnostics) {
    if (note.severity === "advice") continue;
    for (const { path } of note.at) {
      if (!path.startsWith(`${list}[`)) continue;
      const [, row, key] = /^\[(\d+)\](?:\.([^.[]+))?/.exec(path.slice(list.length)) ?? [];
      if (row !== undefined) found.set(Number(row), `${found.get(Number(row)) ?? ""}${key ?? ""}:${note.message}\n`);
    }
  }
  return found;
}
