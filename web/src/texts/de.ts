import type { Catalogue } from ".";

export const de: Catalogue = {
  undo: "Rückgängig",
  redo: "Wiederholen",
};
