// Every file of every node and load balancer, as a tree by the ARIA pattern: one stop for Tab, arrows inside.
import { computed, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../texts";
import { entries, open, show } from "./bundle";
import { fates } from "./compared";
import { makes } from "./made";
import { makeWay } from "./view";
import { type Row, filtered, isIn, rowsOf, treeOf } from "./tree";

export const filter = signal("");
/** Folders that a person folded or unfolded. */
const folds = signal<ReadonlyMap<string, boolean>>(new Map());
/** The row that Tab comes to; empty for the file in sight. */
const at = signal("");

/** Rows from which on a person does better to filter. */
const MOST = 600;

const kept = computed(() => filtered(entries.value, filter.value));
const root = computed(() => treeOf(kept.value));
const rows = computed(() => rowsOf(root.value, isOpen));

/** Unfolded are what was unfolded, what the file in sight is in, everything that a filter leaves, and the outermost level. */
function isOpen(path: string): boolean {
  const said = folds.value.get(path);
  if (said !== undefined) return said;
  return isIn(open.value, path) || (filter.value !== "" && kept.value.length < 200);
}

function fold(path: string, isOpen: boolean) {
  folds.value = new Map(folds.value).set(path, isOpen);
}

/** Folders with a file in them that the last edit changed. */
const touched = computed(() => {
  const all = new Set<string>();
  for (const path of fates.value.keys()) {
    for (let cut = path.lastIndexOf("/"); cut > 0; cut = path.lastIndexOf("/", cut - 1)) all.add(path.slice(0, cut));
  }
  return all;
});

export function Branches() {
  const list = useRef<HTMLUListElement>(null);
  const typed = useRef({ text: "", when: 0 });
  const all = rows.value;
  const here = all.some((it) => it.path === at.value)
    ? at.value
    : all.some((it) => it.path === open.value)
      ? open.value
      : (all[0]?.path ?? "");

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [open.value]);

  const go = (row: Row | undefined) => {
    if (!row) return;
    at.value = row.path;
    // The row may be painted only then.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  };

  const keys = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place = all.findIndex((it) => it.path === here);
    const row = all[place];
    if (!row) return;
    switch (event.key) {
      case "ArrowDown":
        go(all[place + 1]);
        break;
      case "ArrowUp":
        go(all[place - 1]);
        break;
      case "Home":
        go(all[0]);
        break;
      case "End":
        go(all.at(-1));
        break;
      case "ArrowRight":
        if (row.folder && !row.folder.open) fold(row.path, true);
        else if (row.folder) go(all[place + 1]);
        break;
      case "ArrowLeft":
        if (row.folder?.open) fold(row.path, false);
        else go(all.slice(0, place).findLast((it) => it.level < row.level));
        break;
      case "Enter":
      case " ":
        choose(row);
        break;
      case "*":
        for (const it of all) if (it.folder && it.level === row.level) fold(it.path, true);
        break;
      default:
        if (event.key.length !== 1) return;
        go(named(all, place, typed.current, event.key));
    }
    event.preventDefault();
  };

  return (
    <ul ref={list} class="branches" role="tree" aria-label={t("files.tree")} onKeyDown={keys}>
      {all.slice(0, MOST).map((row) => (
        <Branch key={row.path} row={row} isHere={row.path === here} />
      ))}
      {all.length > MOST && (
        <li role="none" class="branch-more">
          {t("files.more", { count: all.length - MOST })}
        </li>
      )}
    </ul>
  );
}

function choose(row: Row) {
  at.value = row.path;
  if (row.folder) return fold(row.path, !row.folder.open);
  show(row.path);
  makeWay();
}

/** The next row whose name begins with what was typed just now. */
function named(
  all: readonly Row[],
  place: number,
  typed: { text: string; when: number },
  key: string,
): Row | undefined {
  const now = Date.now();
  typed.text = now - typed.when > 800 ? key : typed.text + key;
  typed.when = now;
  const from = typed.text.length === 1 ? place + 1 : place;
  const order = [...all.slice(from), ...all.slice(0, from)];
  return order.find((it) => it.name.toLowerCase().startsWith(typed.text.toLowerCase()));
}

function Branch({ row, isHere }: { row: Row; isHere: boolean }) {
  const { file, folder } = row;
  const fate = file ? fates.value.get(file.path) : touched.value.has(row.path) && !folder?.open ? "changed" : undefined;
  const isMade = file !== undefined && makes.value.some((it) => it.file === file.path);
  const isPrivate = file !== undefined && (file.mode & 0o077) === 0;
  const level = `level-${Math.min(row.level, 8)}`;
  return (
    <li
      role="treeitem"
      class={`branch ${level}${isMade ? " made" : ""}`}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={folder?.open}
      aria-selected={file ? file.path === open.value : undefined}
      tabIndex={isHere ? 0 : -1}
      title={row.path}
      onClick={() => choose(row)}
    >
      <span class={folder ? "branch-twist" : "branch-leaf"} aria-hidden="true" />
      <span class="branch-name">{row.name}</span>
      {folder && <span class="branch-count">{folder.count}</span>}
      {file?.fragment && (
        <span class="badge" title={t("files.fragment.help")}>
          {t("files.fragment")}
        </span>
      )}
      {isPrivate && (
        <span class="badge private" title={t("files.private.help")}>
          {t("files.private")}
        </span>
      )}
      {fate && (
        <span class={`branch-dot ${fate}`}>
          <span class="hidden">{t(fate === "added" ? "files.added" : "files.changed")}</span>
        </span>
      )}
    </li>
  );
}
