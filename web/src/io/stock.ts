// The products at hand: found in what was dropped, kept in the page, given to the core.
import { computed, signal } from "@preact/signals";
import * as core from "../core";
import { sound } from "../state/design";
import { stock } from "../state/view";
import type { Source } from "./source";

/** A product whose files are at hand. */
export interface Product {
  key: string;
  name: string;
  release: string;
  /** Where its files came from. */
  from: string;
  /** What it says that it is; empty where nothing said so. */
  said: string;
  /** Its files as they came, by their path in its home. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The paths of which it was not clear which file is meant. */
  unclear: readonly string[];
}

/** The products at hand. */
export const products = signal<readonly Product[]>([]);

/** What was not as expected in their files, in sentences. */
export const findings = computed<readonly string[]>(() =>
  stock.value && sound.value ? core.patch(sound.value, stock.value).findings : [],
);

/** What came of a source: the products taken from it, and those that are other releases than the design wants. */
export interface Taken {
  taken: Product[];
  others: { said: string; wanted: string }[];
}

/** Takes the files that the design speaks of. */
export async function take(source: Source, text: string): Promise<Taken> {
  const taken: Product[] = [];
  const others: Taken["others"] = [];
  // Loose files may be anyone's; they are the first product's that knows them.
  let loose = false;
  for (const found of core.locate(source.paths, text)) {
    if (found.home === null && loose) continue;
    const said = found.version === null ? "" : new TextDecoder().decode(await source.read(found.version)).trim();
    const wanted = `${found.name} ${found.release}`;
    if (core.isOther(text, found.product, said)) {
      others.push({ said, wanted });
      continue;
    }
    const files = new Map<string, Uint8Array>();
    for (const { path, entry } of found.files) files.set(path, await source.read(entry));
    loose ||= found.home === null;
    const { product: key, name, release, unclear } = found;
    taken.push({ key, name, release, from: source.name, said, files, unclear });
  }
  if (taken.length > 0)
    keep([...products.value.filter((old) => taken.every((it) => it.key !== old.key)), ...merged(taken)]);
  return { taken, others: taken.length > 0 ? [] : others };
}

/** Loose files join those of the same product that came before. */
function merged(taken: readonly Product[]): Product[] {
  return taken.map((now) => {
    const before = products.value.find((old) => old.key === now.key);
    return before && now.said === "" ? { ...now, files: new Map([...before.files, ...now.files]) } : now;
  });
}

/** Lets go of a product, or of all. */
export function letGo(key?: string) {
  keep(key === undefined ? [] : products.value.filter((it) => it.key !== key));
}

function keep(now: readonly Product[]) {
  const before = stock.value;
  products.value = now;
  if (now.length === 0) {
    stock.value = undefined;
  } else {
    const next = new core.Stock();
    for (const product of now) for (const [path, bytes] of product.files) next.add(product.key, path, bytes);
    stock.value = next;
  }
  before?.free();
}
