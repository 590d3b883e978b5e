import { says } from "../state/view";
import { t } from "../texts";

/** Puts a text on the clipboard and says so; pages that came unencrypted from another machine may not. */
export async function copy(text: string, done: string) {
  try {
    await navigator.clipboard.writeText(text);
    says.value = done;
  } catch {
    says.value = copyBySelection(text) ? done : t("io.not-copied");
  }
}

/** The way of older pages, which needs no permission. */
function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "hidden";
  // Behind an open dialog nothing can be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
