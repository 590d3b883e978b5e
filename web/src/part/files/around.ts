import type { Change } from "./changes";

/** Lines that are shown before and after a change. */
const AROUND = 3;

/** A line of the difference; a gap stands for those that are left out. */
export interface Line {
  kind: "same" | "gone" | "new" | "gap";
  number?: number;
  text: string;
}

/** The changed lines of a text, with some around them, in order. */
export function around(lines: readonly string[], changes: readonly Change[]): Line[] {
  const rows: Line[] = [];
  let done = 0;
  const same = (from: number, to: number) => {
    for (let at = from; at < Math.min(to, lines.length); at += 1)
      rows.push({ kind: "same", number: at + 1, text: lines[at] ?? "" });
  };
  changes.forEach((change, place) => {
    const from = Math.max(done, change.start - AROUND);
    if (from > done) rows.push({ kind: "gap", text: "" });
    same(from, change.start);
    rows.push(...change.gone.map((text): Line => ({ kind: "gone", text })));
    for (let at = change.start; at < change.end; at += 1)
      rows.push({ kind: "new", number: at + 1, text: lines[at] ?? "" });
    const next = changes[place + 1]?.start ?? lines.length;
    done = Math.min(change.end + AROUND, next, lines.length);
    same(change.end, done);
  });
  if (done < lines.length) rows.push({ kind: "gap", text: "" });
  return rows;
}
