// Folders and single files, dropped or chosen.
import { budget, MOST_ENTRIES, Refused, type Source } from "./source";

/** How deep folders are looked into: a product's own are less than ten deep. */
const DEEPEST = 24;

export interface Placed {
  path: string;
  file: () => Promise<File>;
}

/** What was chosen by a button; a folder's files know where they are in it. */
export function chosen(list: FileList): Placed[] {
  return Array.from(list, (file) => ({
    path: file.webkitRelativePath || file.name,
    file: () => Promise.resolve(file),
  }));
}

/** What was dropped, folders and all. The entries must be taken before the event is over. */
export async function dropped(entries: readonly FileSystemEntry[]): Promise<Placed[]> {
  const all: Placed[] = [];
  for (const entry of entries) await walk(entry, 0, all);
  return all;
}

async function walk(entry: FileSystemEntry, depth: number, all: Placed[]) {
  if (isFile(entry)) {
    if (all.length >= MOST_ENTRIES) throw new Refused("io.many-entries", { most: MOST_ENTRIES });
    all.push({
      path: entry.fullPath.replace(/^\//, ""),
      file: () => new Promise((done, failed) => entry.file(done, failed)),
    });
  } else if (isFolder(entry) && depth < DEEPEST) {
    const reader = entry.createReader();
    // A folder is told in parts, until a part is empty.
    for (;;) {
      const part = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
      if (part.length === 0) break;
      for (const inside of part) await walk(inside, depth + 1, all);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** What these files are called together: the one, or the folder that they came in; nothing where they came loose. */
export function nameOf(placed: readonly Placed[]): string {
  const [path = ""] = placed.map((it) => it.path);
  if (placed.length === 1) return path;
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

/** These files as a source. */
export function folder(name: string, placed: readonly Placed[]): Source {
  const take = budget();
  return {
    name,
    paths: placed.map((it) => it.path),
    async read(entry) {
      const found = placed[entry];
      if (!found) throw new Refused("io.not-there");
      const file = await found.file();
      take(file.size, found.path);
      return new Uint8Array(await file.arrayBuffer());
    },
    close: () => Promise.resolve(),
  };
}
