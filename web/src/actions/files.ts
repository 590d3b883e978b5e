import { entries } from "../part/files/bundle";
import { changes } from "../part/files/compared";
import { copyText } from "../part/files/hand";
import { goToChange } from "../part/files/head";
import { pane, screen } from "../state/view";
import type { Action } from "./action";

const hasFiles = () => screen.value !== "gallery" && entries.value.length > 0;

export const files: readonly Action[] = [
  { id: "files.search", title: "files.search", keys: "/", enabled: hasFiles, run: () => focus("files-search") },
  { id: "files.filter", title: "files.filter", keys: "Alt+f", enabled: hasFiles, run: () => focus("files-filter") },
  { id: "files.copy", title: "files.copy", keys: "Alt+c", enabled: hasFiles, run: () => void copyText() },
  {
    id: "files.next",
    title: "files.changes.next",
    keys: "Alt+ArrowDown",
    enabled: () => changes.value.length > 0,
    run: () => goToChange(1),
  },
  {
    id: "files.back",
    title: "files.changes.back",
    keys: "Alt+ArrowUp",
    enabled: () => changes.value.length > 0,
    run: () => goToChange(-1),
  },
];

function focus(id: string) {
  pane.value = "files";
  // The field may be in sight only then.
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
