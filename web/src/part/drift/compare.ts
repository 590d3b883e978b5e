// The files of one machine, beside what the design wants there. They stay in the page.
import { signal } from "@preact/signals";
import * as core from "../../core";
import { folder, nameOf, type Placed } from "../../io/folder";
import { placed } from "../../io/machine";
import { Refused, type Source } from "../../io/source";
import { openZip } from "../../io/zip";
import { files, sound } from "../../state/design";
import { t } from "../../texts";

/** What came of a comparison. */
export interface Compared {
  /** The folder of the machine in the bundle, such as `nodes/worker-1`. */
  owner: string;
  /** What the files came from. */
  from: string;
  /** How many files were compared, and how many are wanted. */
  found: number;
  wanted: number;
  drift: readonly core.Drift[];
}

export const compared = signal<Compared | undefined>(undefined);
/** Why nothing could be compared; empty where it could. */
export const fault = signal("");

/** The files that the design wants on a machine, by their paths in its folder; a fragment stands for its whole file. */
function wantedOn(owner: string): string[] {
  const inside = files.value.filter((it) => it.path.startsWith(`${owner}/`));
  return inside.map((it) => it.path.slice(owner.length + 1).replace(it.fragment ? /^fragments\// : "", ""));
}

/** Compares what a person dropped or chose with a machine of the design. */
export async function compare(owner: string, came: readonly Placed[]) {
  compared.value = undefined;
  fault.value = "";
  let source: Source | undefined;
  try {
    source = await sourceOf(came);
    const wanted = wantedOn(owner);
    const actual: Record<string, Uint8Array> = {};
    const { whole, found } = placed(source.paths, wanted);
    for (const [path, number] of found) actual[`${owner}/${path}`] = await source.read(number);
    if (found.size === 0) fault.value = t("drift.nothing", { from: source.name, owner });
    else {
      const drift = core.drift(sound.value, actual).filter((it) => whole || it.kind !== "missing");
      compared.value = { owner, from: source.name, found: found.size, wanted: wanted.length, drift };
    }
  } catch (reason) {
    fault.value = reason instanceof Refused ? t(reason.key, reason.values) : String(reason);
  } finally {
    await source?.close();
  }
}

async function sourceOf(came: readonly Placed[]): Promise<Source> {
  const [first] = came;
  if (!first) throw new Refused("io.not-there");
  if (came.length === 1 && /\.zip$/i.test(first.path)) return openZip(await first.file());
  return folder(nameOf(came) || t("files.count", { count: came.length }), came);
}
