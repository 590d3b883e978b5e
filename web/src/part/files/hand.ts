// Handing the file in sight on.
import { says } from "../../state/view";
import { t } from "../../texts";
import { open, shown } from "./bundle";

export const copyText = () => copy(shown.value?.text ?? "", t("files.copied"));
export const copyPath = () => copy(open.value, t("files.copiedPath"));

async function copy(words: string, done: string) {
  try {
    await navigator.clipboard.writeText(words);
    says.value = done;
  } catch {
    says.value = t("files.notCopied");
  }
}

export function download() {
  const file = shown.value;
  if (!file) return;
  const address = URL.createObjectURL(new Blob([file.text], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.path.slice(file.path.lastIndexOf("/") + 1);
  link.click();
  // The browser takes it in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
