// What is chosen in the gallery: product, release, and words to look for. The catalogue is the core's.
import { computed, signal } from "@preact/signals";
import * as core from "../../core";

export const choice = signal({ product: "", release: "", search: "" });

export const products = computed(() => core.products());
const patterns = computed(() => core.patterns());

export const chosen = computed(() => products.value.find((it) => it.id === choice.value.product) ?? products.value[0]);
/** The newest release, unless another was chosen. */
export const release = computed(
  () => chosen.value?.releases.find((it) => it.version === choice.value.release) ?? chosen.value?.releases.at(-1),
);

/** The patterns that the release knows and the words are about, the usual one first. */
export const matching = computed(() => {
  const words = choice.value.search.toLowerCase().split(/\s+/).filter(Boolean);
  const known = (release.value?.patterns ?? []).flatMap((key) => patterns.value.filter((it) => it.key === key));
  return known.filter((it) => {
    const about = [it.key, it.name, it.summary, it.choose, it.avoid, it.survives].join(" ").toLowerCase();
    return words.every((word) => about.includes(word));
  });
});

/** The smallest cluster of a pattern, as a design to begin with. */
export function smallest(pattern: string): string {
  return core.starter(chosen.value?.id ?? "", release.value?.version, pattern) ?? "";
}

/** What a design comes to in its nodes: the first sentence about it. */
export function counts(text: string): string {
  return core.check(text).sentence?.split(". ")[0]?.replace(/\.$/, "") ?? "";
}
