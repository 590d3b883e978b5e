// Which of the files that came from a machine are those that a design wants there.

export interface Placing {
  /** Whether it is a whole home: then a file that is not there is missing. */
  whole: boolean;
  /** The numbers of the files, by the paths that are wanted. */
  found: ReadonlyMap<string, number>;
}

/** Finds what is wanted below the product's home; single files by their names. */
export function placed(paths: readonly string[], wanted: readonly string[]): Placing {
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const home = homeOf(numbers, wanted);
  const found = new Map<string, number>();
  for (const want of wanted) {
    const number = home === undefined ? alone(paths, want) : numbers.get(home + want);
    if (number !== undefined) found.set(want, number);
  }
  return { whole: home !== undefined, found };
}

/** The folder below which most of what is wanted lies, the outermost of several; nothing where there is none. */
function homeOf(paths: ReadonlyMap<string, number>, wanted: readonly string[]): string | undefined {
  const often = new Map<string, number>();
  const byName = new Map<string, string[]>();
  for (const want of wanted) byName.set(nameOf(want), [...(byName.get(nameOf(want)) ?? []), want]);
  for (const path of paths.keys()) {
    for (const want of byName.get(nameOf(path)) ?? []) {
      const isBelow = want.includes("/") && (path === want || path.endsWith(`/${want}`));
      const home = path.slice(0, path.length - want.length);
      if (isBelow) often.set(home, (often.get(home) ?? 0) + 1);
    }
  }
  const [best] = [...often].toSorted(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one.length - other.length);
  return best?.[0];
}

/** The only file of that name. */
function alone(paths: readonly string[], want: string): number | undefined {
  const numbers = paths.flatMap((path, number) => (nameOf(path) === nameOf(want) ? [number] : []));
  return numbers.length === 1 ? numbers[0] : undefined;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
