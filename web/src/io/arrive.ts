// What a person drops, chooses or pastes: a design, a link, a product, or some of its files.
import { signal } from "@preact/signals";
import * as core from "../core";
import { sound } from "../state/design";
import { enterAnew, open } from "../state/open";
import { dialog, notice, says } from "../state/view";
import { t } from "../texts";
import { folder, nameOf, type Placed } from "./folder";
import { kept } from "./keep";
import { Refused, type Source } from "./source";
import { take } from "./stock";
import { openZip } from "./zip";

/** What is being read; empty where nothing is. */
export const reading = signal("");
/** Who takes files now, where it is not the page as a whole. */
export const taker = signal<((files: readonly Placed[]) => Promise<void>) | undefined>(undefined);

/** Takes files, whatever they are, once it is known which. */
export async function arrive(files: readonly Placed[] | Promise<readonly Placed[]>) {
  notice.value = "";
  try {
    const placed = await files;
    const [first] = placed;
    if (!first) return;
    if (taker.value) return await taker.value(placed);
    if (placed.length === 1 && (await isDesign(first))) return;
    const zips = placed.filter((it) => /\.zip$/i.test(it.path));
    const rest = placed.filter((it) => !zips.includes(it));
    for (const zip of zips) {
      reading.value = zip.path;
      await product(await openZip(await zip.file()));
    }
    if (rest.length > 0) {
      reading.value = first.path;
      await product(folder(nameOf(rest) || t("files.count", { count: rest.length }), rest));
    }
  } catch (fault) {
    notice.value = fault instanceof Refused ? t(fault.key, fault.values) : String(fault);
  } finally {
    reading.value = "";
  }
}

/** Takes a text: a link, what stands behind its `#`, or a design. Says whether it was one of them. */
export function arriveText(text: string): boolean {
  const plain = text.trim();
  if (plain === "") return false;
  notice.value = "";
  if (!plain.includes("\n") && !plain.startsWith("{")) {
    const link = core.unshare(plain);
    if (link.text !== null) {
      open(plain.slice(plain.indexOf("#") + 1));
      return true;
    }
    if (plain.includes("#") || !plain.includes("=")) {
      notice.value = link.fault?.message ?? t("io.no-design");
      return false;
    }
  }
  kept.value = undefined;
  enterAnew(text);
  return true;
}

async function isDesign(placed: Placed): Promise<boolean> {
  if (!/\.(toml|json|txt)$/i.test(placed.path)) return false;
  const file = await placed.file();
  if (file.size > 8 * 1024 * 1024) return false;
  const text = await file.text();
  // A product's own deployment.toml says neither.
  const said = core.read(text).tree;
  const whole =
    said === null || (typeof said === "object" && !Array.isArray(said) && ("format" in said || "pattern" in said));
  if (!whole || /(^|\/)deployment\.toml$/.test(placed.path)) return false;
  kept.value = undefined;
  enterAnew(text);
  dialog.value = "none";
  return true;
}

async function product(source: Source) {
  try {
    if (sound.value === "") {
      notice.value = t("io.design-first");
      return;
    }
    const { taken, others } = await take(source, sound.value);
    if (taken.length > 0) {
      const names = taken.map((it) => `${it.name} ${it.release}`).join(", ");
      says.value = t("io.taken", { names, files: taken.reduce((sum, it) => sum + it.files.size, 0) });
      dialog.value = "differences";
    } else {
      const [other] = others;
      notice.value = other ? t("io.other", { name: source.name, ...other }) : t("io.nothing", { name: source.name });
    }
  } finally {
    await source.close();
  }
}
