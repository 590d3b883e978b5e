// What the last edit of the design changed in the file in sight: what went, what came, and three lines around.
import { t } from "../../texts";
import type { Change } from "./changes";
import { around } from "./around";
import { linesOf } from "./lines";

export function Difference({ text, changes }: { text: string; changes: readonly Change[] }) {
  return (
    <div class="difference" role="region" tabIndex={0} aria-label={t("files.difference")} dir="ltr">
      {around(linesOf(text), changes).map((it, at) => (
        <div key={at} class={`difference-row ${it.kind}`} data-n={it.number}>
          {it.kind === "gone" && <del>{it.text}</del>}
          {it.kind === "new" && <ins>{it.text}</ins>}
          {it.kind === "same" && it.text}
          {it.kind === "gap" && "⋯"}
        </div>
      ))}
    </div>
  );
}
