import { redo, redoable, undo, undoable } from "../state/design";
import type { Action } from "./action";

export const editing: readonly Action[] = [
  { id: "undo", title: "action.undo", keys: "Mod+z", enabled: () => undoable.value !== undefined, run: () => undo() },
  {
    id: "redo",
    title: "action.redo",
    keys: "Mod+Shift+z",
    enabled: () => redoable.value !== undefined,
    run: () => redo(),
  },
];
