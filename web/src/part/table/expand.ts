// Lines from a pattern: `w{1..3} 192.0.2.{21..23}` is three lines. Every range of a line counts along with the others.

/** More lines than these are a slip of the finger. */
const MOST = 1000;
const RANGE = /\{(\d+)\.\.(\d+)\}/g;

/** The lines that a text stands for, without the empty ones. */
export function expand(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap(expanded)
    .slice(0, MOST);
}

function expanded(line: string): string[] {
  const ranges = [...line.matchAll(RANGE)].map(([, from = "", to = ""]) => ({
    from,
    length: Number(to) - Number(from) + 1,
  }));
  const length = Math.min(MOST, ...ranges.map((it) => it.length));
  if (ranges.length === 0 || length < 1) return [line];
  // As wide as the first number: `{08..12}` keeps its noughts.
  return Array.from({ length }, (_, at) =>
    line.replace(RANGE, (_mark, from: string) => String(Number(from) + at).padStart(from.length, "0")),
  );
}
