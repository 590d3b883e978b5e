// Where a text has some words, line by line, without regard to capitals.

export interface Found {
  line: number;
  start: number;
  end: number;
}

/** More than these nobody walks through. */
const MOST = 2000;

export function find(text: string, wanted: string): Found[] {
  const all: Found[] = [];
  if (wanted === "") return all;
  const sought = wanted.toLowerCase();
  for (const [line, words] of text.split("\n").entries()) {
    const lower = words.toLowerCase();
    for (let start = lower.indexOf(sought); start >= 0; start = lower.indexOf(sought, start + sought.length)) {
      all.push({ line, start, end: start + sought.length });
      if (all.length === MOST) return all;
    }
  }
  return all;
}
