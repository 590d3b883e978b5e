// Places in a text as lines.

/** The line of a place in a text, from 0. */
export function lineAt(words: string, place: number): number {
  let line = 0;
  for (let at = words.indexOf("\n"); at >= 0 && at < place; at = words.indexOf("\n", at + 1)) line += 1;
  return line;
}
