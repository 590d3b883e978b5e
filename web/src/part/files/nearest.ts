import type { Entry } from "../../core";

/** Files that say most about a cluster, the best first. */
const TELLING = [
  /\/axis2\.xml$/,
  /\/deployment\.toml$/,
  /\/deployment\.yaml$/,
  /\/carbon\.xml$/,
  /\/(nginx\.conf|haproxy\.cfg|Caddyfile)$/,
];

/** The one of some files that says most. */
export function telling(all: readonly Entry[]): Entry | undefined {
  for (const pattern of TELLING) {
    const found = all.find((it) => pattern.test(it.path));
    if (found) return found;
  }
  return undefined;
}

/** A file is called the same in another node's folder, and may come whole where it was a fragment. */
export function nearest(all: readonly Entry[], wanted: string): string {
  if (all.some((it) => it.path === wanted)) return wanted;
  const name = wanted.slice(wanted.lastIndexOf("/") + 1);
  const folder = wanted.split("/", 2).join("/");
  const same = wanted === "" ? [] : all.filter((it) => it.path.endsWith(`/${name}`));
  const best = same.find((it) => it.path.startsWith(`${folder}/`)) ?? same[0] ?? telling(all) ?? all[0];
  return best?.path ?? "";
}
