// The bundle as files, and what a person takes away.
import * as core from "../core";
import { sound, name as said } from "../state/design";
import { stock } from "../state/view";

/** Every file of the design in sight; whole and patched where products are at hand. */
export function rendered(): readonly core.File[] {
  if (sound.value === "") return [];
  return (stock.value ? core.patch(sound.value, stock.value) : core.render(sound.value)).files;
}

/** The files of one node or load balancer, by the name of its folder such as `nodes/worker-1`. */
export function below(files: readonly core.File[], folder: string): core.File[] {
  const inside = files.filter((file) => file.path.startsWith(`${folder}/`));
  return inside.map((file) => ({ ...file, path: file.path.slice(folder.length + 1) }));
}

/** The folders of the nodes and load balancers, in the order of the bundle. */
export function folders(files: readonly { path: string }[]): string[] {
  const all = files.map((file) => /^(?:nodes|balancers)\/[^/]+(?=\/)/.exec(file.path)?.[0]);
  return [...new Set(all.filter((it) => it !== undefined))];
}

/** What the design is called, as a name for files. */
export function name(): string {
  return said.value.replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[.-]+/, "") || "design";
}

/** Hands a file to the browser's downloads. */
export function download(content: Blob, as: string) {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = as;
  link.click();
  // The download has begun once this task is over; a slow one keeps its own hold of the content.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A length as people read it. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
