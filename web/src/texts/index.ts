// The page's own words. What is said about clusters comes from the core, in English.
import { computed, signal } from "@preact/signals";
import { de } from "./de";
import { en } from "./en";

export type Text = keyof typeof en;
/** Every language has every text: the compiler checks it. */
export type Catalogue = Record<Text, string>;

export const LANGUAGES = { en: { name: "English", texts: en }, de: { name: "Deutsch", texts: de } } as const;
export type Language = keyof typeof LANGUAGES;

export const language = signal<Language>("en");
const texts = computed<Catalogue>(() => LANGUAGES[language.value].texts);

/** A text in the language of the page; `{name}` stands for a value, `{name|file|files}` for the word that goes with a number. */
export function t(key: Text, values: Record<string, string | number> = {}): string {
  return texts.value[key].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (mark, name: string, one?: string, more?: string) => {
      const value = values[name] ?? mark;
      if (one === undefined || more === undefined) return String(value);
      return value === 1 ? one : more;
    },
  );
}
