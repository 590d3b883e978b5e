// A unified difference as rows of a table.

export interface Side {
  /** The line's number, from 1. */
  number: number;
  text: string;
}

/** A row: a line of both texts, of one of them, or (neither) the gap between two places. */
export interface Row {
  before?: Side;
  now?: Side;
  changed: boolean;
}

/** Row by row; what was replaced stands beside what replaced it if `beside`, else above it. */
export function rows(lines: readonly string[], beside: boolean): Row[] {
  const out: Row[] = [];
  let [old, now] = [1, 1];
  let gone: Side[] = [];
  let more: Side[] = [];
  const flush = () => {
    if (beside) {
      for (let at = 0; at < Math.max(gone.length, more.length); at++) out.push(row(gone[at], more[at], true));
    } else {
      out.push(...gone.map((it) => row(it, undefined, true)), ...more.map((it) => row(undefined, it, true)));
    }
    gone = [];
    more = [];
  };
  for (const line of lines) {
    const text = line.slice(1);
    const head = /^@@ -(\d+) \+(\d+) @@$/.exec(line);
    if (head) {
      flush();
      if (out.length > 0) out.push({ changed: false });
      [old, now] = [Number(head[1]), Number(head[2])];
    } else if (line.startsWith("-")) {
      // A change that follows an addition is another one.
      if (more.length > 0) flush();
      gone.push({ number: old++, text });
    } else if (line.startsWith("+")) {
      more.push({ number: now++, text });
    } else {
      flush();
      out.push(row({ number: old++, text }, { number: now++, text }, false));
    }
  }
  flush();
  return out;
}

function row(before: Side | undefined, now: Side | undefined, changed: boolean): Row {
  return { ...(before && { before }), ...(now && { now }), changed };
}
