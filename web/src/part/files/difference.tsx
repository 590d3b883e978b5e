// What the last edit of the design changed in the file in sight: what went, what came, and three lines around.
import { t } from "../../texts";
import type { Change } from "./changes";
import { linesOf } from "./listing";

const AROUND = 3;

interface Line {
  kind: "same" | "gone" | "new" | "gap";
  number?: number;
  text: string;
}

export function Difference({ text, changes }: { text: string; changes: readonly Change[] }) {
  return (
    <div class="difference" role="region" tabIndex={0} aria-label={t("files.difference")} dir="ltr">
      {rowsOf(linesOf(text), changes).map((it, at) => (
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

/** The lines to show, in order. */
export function rowsOf(lines: readonly string[], changes: readonly Change[]): Line[] {
  const rows: Line[] = [];
  let done = 0;
  const same = (from: number, to: number) => {
    for (let at = from; at < Math.min(to, lines.length); at += 1) rows.push({ kind: "same", number: at + 1, text: lines[at] ?? "" });
  };
  changes.forEach((change, place) => {
    const from = Math.max(done, change.start - AROUND);
    if (from > done) rows.push({ kind: "gap", text: "" });
    same(from, change.start);
    rows.push(...change.gone.map((text): Line => ({ kind: "gone", text })));
    for (let at = change.start; at < change.end; at += 1) rows.push({ kind: "new", number: at + 1, text: lines[at] ?? "" });
    const next = changes[place + 1]?.start ?? lines.length;
    done = Math.min(change.end + AROUND, next, lines.length);
    same(change.end, done);
  });
  if (done < lines.length) rows.push({ kind: "gap", text: "" });
  return rows;
}
