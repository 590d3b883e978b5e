// Zips: the bundle as one, and a product's of hundreds of megabytes by its directory.
import type { FileEntry } from "@zip.js/zip.js/lib/zip-core-native.js";
import type { File as BundleFile } from "../core";
import { budget, LARGEST_FILE, MOST_ENTRIES, Refused, type Source, staysInside } from "./source";

async function library() {
  const zip = await import("@zip.js/zip.js/lib/zip-core-native.js");
  // The browser packs and unpacks by itself; workers from blobs would be against the page's policy.
  zip.configure({ useWebWorkers: false });
  return zip;
}

/** The bundle below one folder, as `render -o x.zip` lays it out: sorted, without a clock, with the modes of its files. */
export async function pack(folder: string, files: readonly BundleFile[]): Promise<Blob> {
  const { BlobWriter, Uint8ArrayReader, ZipWriter } = await library();
  const out = new ZipWriter(new BlobWriter("application/zip"), {
    lastModDate: new Date(1980, 0, 1),
    extendedTimestamp: false,
    dataDescriptor: false,
    keepOrder: true,
  });
  for (const file of sorted(files)) {
    await out.add(`${folder}/${file.path}`, new Uint8ArrayReader(file.bytes), { unixMode: 0o100000 | file.mode });
  }
  return out.close();
}

/** By path, byte by byte. */
export function sorted(files: readonly BundleFile[]): BundleFile[] {
  return files.toSorted((one, other) => (one.path < other.path ? -1 : Number(one.path > other.path)));
}

/** Opens a zip by its directory: only what is asked for is read of the rest. */
export async function openZip(file: File): Promise<Source> {
  const { BlobReader, ERR_UNSAFE_FILENAME, Uint8ArrayWriter, ZipReader } = await library();
  const reader = new ZipReader(new BlobReader(file));
  const entries: FileEntry[] = [];
  try {
    let number = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      if (++number > MOST_ENTRIES) throw new Refused("io.many-entries", { most: MOST_ENTRIES });
      if (!staysInside(entry.filename)) throw new Refused("io.bad-path", { name: file.name });
      if (!entry.directory) entries.push(entry);
    }
  } catch (fault) {
    await reader.close();
    if (fault instanceof Refused) throw fault;
    // The library looks for such paths too, and stops at the first.
    const leads = fault instanceof Error && fault.message === ERR_UNSAFE_FILENAME;
    throw leads ? new Refused("io.bad-path", { name: file.name }) : new Refused("io.no-zip", { name: file.name });
  }
  const take = budget();
  return {
    name: file.name,
    paths: entries.map((entry) => entry.filename),
    async read(number) {
      const entry = entries[number];
      if (!entry) throw new Refused("io.not-there");
      const path = entry.filename;
      if (entry.encrypted) throw new Refused("io.encrypted", { path });
      // What the directory says first, what comes out of it next: it may not tell the truth.
      take(entry.uncompressedSize, path);
      const stop = new AbortController();
      const onprogress = (done: number) => {
        if (done > LARGEST_FILE) stop.abort();
        return undefined;
      };
      const bytes = await entry.getData(new Uint8ArrayWriter(), { signal: stop.signal, onprogress });
      if (bytes.length !== entry.uncompressedSize) throw new Refused("io.no-zip", { name: file.name });
      return bytes;
    },
    close: () => reader.close(),
  };
}
