import { save } from "../io/keep";
import { letGo, products } from "../io/stock";
import { downloadBundle } from "../part/save";
import { sound, text } from "../state/design";
import { dialog, says, screen } from "../state/view";
import { t } from "../texts";
import type { Action } from "./action";

const begun = () => text.value !== "";

export const inout: readonly Action[] = [
  { id: "open", title: "io.open", keys: "Mod+o", run: () => (dialog.value = "open") },
  { id: "save", title: "io.save-short", keys: "Alt+s", enabled: begun, run: () => (dialog.value = "save") },
  {
    id: "save-design",
    title: "io.save-design",
    keys: "Mod+s",
    enabled: begun,
    run: () => void save().then((name) => (says.value = t("io.saved", { name }))),
  },
  { id: "share", title: "io.share", keys: "Alt+l", enabled: begun, run: () => (dialog.value = "share") },
  {
    id: "download",
    title: "io.zip-short",
    keys: "Alt+z",
    enabled: () => sound.value !== "",
    run: () => void downloadBundle(),
  },
  {
    id: "differences",
    title: "io.differences",
    keys: "Alt+d",
    enabled: begun,
    run: () => (dialog.value = "differences"),
  },
  {
    id: "drift",
    title: "drift.title",
    short: "drift.short",
    keys: "Alt+m",
    enabled: () => sound.value !== "" && screen.value !== "gallery",
    run: () => (dialog.value = "drift"),
  },
  { id: "let-go", title: "io.let-go", enabled: () => products.value.length > 0, run: () => letGo() },
];
