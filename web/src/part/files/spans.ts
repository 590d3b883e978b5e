// What the highlighter says, line by line: a span that goes over a line's end goes on in the next.

/** A piece of a line, in the style of a class; empty for plain text. */
export interface Piece {
  text: string;
  style: string;
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const TOKEN = /<span class="([^"]*)">|<\/span>|&(amp|lt|gt|quot|#x27);|[^<&]+/g;

/** The pieces of each line. The text goes on the page as text, never as HTML. */
export function piecesOf(html: string): Piece[][] {
  const lines: Piece[][] = [[]];
  const within: string[] = [];
  for (const [token, opened, character] of html.matchAll(TOKEN)) {
    if (opened !== undefined) within.push(opened);
    else if (token === "</span>") within.pop();
    else add(lines, character === undefined ? token : (CHARACTERS[character] ?? ""), within.at(-1) ?? "");
  }
  return lines;
}

function add(lines: Piece[][], text: string, style: string) {
  text.split("\n").forEach((part, number) => {
    if (number > 0) lines.push([]);
    const current = lines.at(-1);
    const last = current?.at(-1);
    if (part === "") return;
    if (last && last.style === style) last.text += part;
    else current?.push({ text: part, style });
  });
}
