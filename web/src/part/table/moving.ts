// From cell to cell, as in a spreadsheet.

/** The control of a cell. */
export function cellAt(table: HTMLElement | null, row: number, column: number): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`) ?? null;
}

/** Which cell a control is. */
export function placeAt(target: EventTarget | null): { row: number; column: number } | undefined {
  const cell = target instanceof HTMLElement ? target.dataset.cell : undefined;
  const [row, column] = (cell ?? "").split(",").map(Number);
  return cell === undefined || row === undefined || column === undefined ? undefined : { row, column };
}

/** Where a key leads; nowhere where it belongs to the control itself, such as an arrow inside a text. */
export function toward(event: KeyboardEvent): { rows: number; columns: number } | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  const { key, shiftKey, target } = event;
  if (key === "Enter") return { rows: shiftKey ? -1 : 1, columns: 0 };
  if (shiftKey) return undefined;
  if (target instanceof HTMLInputElement) {
    if (key === "ArrowUp") return { rows: -1, columns: 0 };
    if (key === "ArrowDown") return { rows: 1, columns: 0 };
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
    const all = target.selectionStart === 0 && target.selectionEnd === target.value.length;
    if (key === forward && (all || target.selectionStart === target.value.length)) return { rows: 0, columns: 1 };
    if (key !== forward && (all || target.selectionEnd === 0)) return { rows: 0, columns: -1 };
    return undefined;
  }
  // Up and down choose in a list.
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "ArrowLeft" || key === "ArrowRight") return { rows: 0, columns: key === forward ? 1 : -1 };
  return undefined;
}
