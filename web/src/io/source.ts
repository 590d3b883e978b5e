// Where a product's files come from: a zip, a folder, or single files. Nothing of it leaves the page.

/** The most entries that a zip or a folder may have. */
export const MOST_ENTRIES = 200_000;
/** The largest file that is read, in bytes: configuration files have tens of kilobytes. */
export const LARGEST_FILE = 16 * 1024 * 1024;
/** The most that is read of all files together, in bytes. */
export const LARGEST_SUM = 64 * 1024 * 1024;

export interface Source {
  /** What the person calls it: the name of the zip or of the folder. */
  name: string;
  /** Its files, with `/` between. */
  paths: string[];
  /** Reads a file, by its place in `paths`. */
  read(entry: number): Promise<Uint8Array>;
  /** Ends what was opened. */
  close(): Promise<void>;
}

/** Why something cannot be taken, as a key of the texts and what is in it. */
export class Refused extends Error {
  constructor(
    readonly key: Refusal,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key);
  }
}

export type Refusal =
  | "io.many-entries"
  | "io.large-file"
  | "io.large-sum"
  | "io.bad-path"
  | "io.no-zip"
  | "io.encrypted"
  | "io.not-there"
  | "io.long-path"
  | "io.long-line";

/** Whether a path stays where it is unpacked. */
export function staysInside(path: string): boolean {
  const rooted = path.startsWith("/") || path.startsWith("\\") || /^[a-z]:/i.test(path);
  return !rooted && !path.includes("\0") && !path.split(/[/\\]/).includes("..");
}

/** Counts what is read, so that a small file that unpacks to a huge one is left alone. */
export function budget(): (length: number, path: string) => void {
  let sum = 0;
  return (length, path) => {
    if (length > LARGEST_FILE) throw new Refused("io.large-file", { path, most: LARGEST_FILE / 1024 / 1024 });
    sum += length;
    if (sum > LARGEST_SUM) throw new Refused("io.large-sum", { most: LARGEST_SUM / 1024 / 1024 });
  };
}
