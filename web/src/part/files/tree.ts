// The list of paths as a tree: folders that hold one folder only are one row with it.
import type { Entry } from "../../core";

export interface Folder {
  /** Its path, without a slash at the end; empty for the whole bundle. */
  path: string;
  /** What its row says: more than one name where it holds one folder only. */
  name: string;
  folders: Folder[];
  files: Entry[];
  /** How many files are in it and below. */
  count: number;
}

export interface Row {
  path: string;
  name: string;
  level: number;
  /** Its place among its siblings, from 1, and how many those are. */
  place: number;
  of: number;
  /** Where it is a folder: how many files are in it, and whether it is unfolded. */
  folder?: { count: number; open: boolean };
  file?: Entry;
}

export function treeOf(entries: readonly Entry[]): Folder {
  const root: Folder = { path: "", name: "", folders: [], files: [], count: 0 };
  const known = new Map([["", root]]);
  const folderOf = (path: string): Folder => {
    const found = known.get(path);
    if (found) return found;
    const cut = path.lastIndexOf("/");
    const made: Folder = { path, name: path.slice(cut + 1), folders: [], files: [], count: 0 };
    known.set(path, made);
    folderOf(cut < 0 ? "" : path.slice(0, cut)).folders.push(made);
    return made;
  };
  for (const entry of entries) {
    const cut = entry.path.lastIndexOf("/");
    folderOf(cut < 0 ? "" : entry.path.slice(0, cut)).files.push(entry);
  }
  count(root);
  root.folders = root.folders.map(joined);
  return root;
}

function count(folder: Folder): number {
  folder.count = folder.files.length + folder.folders.reduce((sum, it) => sum + count(it), 0);
  return folder.count;
}

function joined(folder: Folder): Folder {
  const [only, other] = folder.folders;
  if (only && !other && folder.files.length === 0) return joined({ ...only, name: `${folder.name}/${only.name}` });
  return { ...folder, folders: folder.folders.map(joined) };
}

/** The rows in sight: what is inside a folder that is folded is none. */
export function rowsOf(root: Folder, isOpen: (path: string) => boolean): Row[] {
  const rows: Row[] = [];
  const walk = (folder: Folder, level: number) => {
    const of = folder.folders.length + folder.files.length;
    folder.folders.forEach((it, place) => {
      const open = isOpen(it.path);
      rows.push({ path: it.path, name: it.name, level, place: place + 1, of, folder: { count: it.count, open } });
      if (open) walk(it, level + 1);
    });
    folder.files.forEach((file, place) => {
      const name = file.path.slice(file.path.lastIndexOf("/") + 1);
      rows.push({ path: file.path, name, level, place: folder.folders.length + place + 1, of, file });
    });
  };
  walk(root, 1);
  return rows;
}

/** The entries whose path has every word of a filter in it. */
export function filtered(entries: readonly Entry[], filter: string): readonly Entry[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((it) => it !== "");
  if (words.length === 0) return entries;
  return entries.filter((it) => words.every((word) => it.path.toLowerCase().includes(word)));
}

/** Whether a path is a folder, or is inside it. */
export const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
