// How a person wants the page: its colours and its language.
import { effect, signal } from "@preact/signals";
import { LANGUAGES, type Language, language } from "../texts";
import { remember, remembered } from "./memory";

export type Theme = "system" | "light" | "dark";
export const THEMES: readonly Theme[] = ["system", "light", "dark"];

const THEME = "theme";
const LANGUAGE = "language";

export const theme = signal<Theme>(THEMES.find((it) => it === remembered(THEME)) ?? "system");

export function isLanguage(key: string): key is Language {
  return Object.hasOwn(LANGUAGES, key);
}

/** Puts theme and language on the page, and keeps them there. */
export function keepTaste() {
  const asked = [remembered(LANGUAGE) ?? "", ...navigator.languages].map((it) => it.split("-")[0] ?? "");
  language.value = asked.find(isLanguage) ?? "en";
  const root = document.documentElement;
  if (new URLSearchParams(location.search).get("dir") === "rtl") root.dir = "rtl";
  effect(() => {
    root.lang = language.value;
  });
  effect(() => {
    if (theme.value === "system") delete root.dataset.theme;
    else root.dataset.theme = theme.value;
  });
}

export function chooseTheme(to: Theme) {
  theme.value = to;
  remember(THEME, to);
}

export function chooseLanguage(to: Language) {
  language.value = to;
  remember(LANGUAGE, to);
}
