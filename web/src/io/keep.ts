// The design's file on this machine: written back where the browser may, downloaded otherwise.
import { signal } from "@preact/signals";
import { read } from "../core";
import { saved, text } from "../state/design";
import { download, name } from "./bundle";

declare global {
  /** What a browser with the File System Access API can do; TypeScript's own library does not have it yet. */
  interface Window {
    showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
  }
}

/** The file that the design was opened from or saved to, where the browser may write to it. */
export const kept = signal<FileSystemFileHandle | undefined>(undefined);

/** Whether the browser may write to a file that the person chooses. */
export function canKeep(): boolean {
  return window.showSaveFilePicker !== undefined;
}

/** The name of the design's file. */
export function fileName(): string {
  return `${name()}.${read(text.value).syntax === "json" ? "json" : "toml"}`;
}

/** Saves the design into its file, or as a download where it has none. Says where. */
export async function save(): Promise<string> {
  if (kept.value && (await write(kept.value))) return kept.value.name;
  download(new Blob([text.value], { type: "text/plain" }), fileName());
  saved.value = text.value;
  return fileName();
}

/** Lets the person choose a file, which `save` writes to from then on. Undefined where they left. */
export async function saveAs(): Promise<string | undefined> {
  try {
    const handle = await window.showSaveFilePicker?.({ suggestedName: fileName() });
    if (handle && (await write(handle))) {
      kept.value = handle;
      return handle.name;
    }
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") return undefined;
    throw fault;
  }
  return undefined;
}

async function write(handle: FileSystemFileHandle): Promise<boolean> {
  const now = text.value;
  try {
    const out = await handle.createWritable();
    await out.write(now);
    await out.close();
  } catch {
    // Not allowed, or the file is gone: the download always works.
    kept.value = undefined;
    return false;
  }
  saved.value = now;
  return true;
}
