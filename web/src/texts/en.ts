export const en = {
  undo: "Undo",
  redo: "Redo",
} as const satisfies Record<string, string>;
