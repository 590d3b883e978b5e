// What comes from outside at its worst: random texts, and designs that are wrong in every way.

import fc from "fast-check";
import { cases } from "./designs.mjs";

/** The designs of every case. */
export const DESIGNS = cases().map(({ design }) => design);
const NONSENSE = [
  "-1",
  "0",
  "99999999999999999999",
  '""',
  '"a b"',
  "true",
  "[]",
  "{}",
  '"192.0.2.1-999999"',
  '"0.0.0.0/0"',
  '"𝕏"',
  '"~/a"',
  '"1x"',
  '"env:"',
];

/** The same everywhere: what fails here fails at its next run too. */
export const SEED = 20260101;

export const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(..."{}[]\"'=,.#\n\\ \tab0-é𝕏"), maxLength: 400 }),
  fc.json({ maxDepth: 8 }),
);

/** Designs with a piece of their text gone, and something else there. */
export const mangled = fc
  .record({ from: fc.constantFrom(...DESIGNS), cut: fc.nat(), length: fc.nat({ max: 60 }), put: text })
  .map(({ from, cut, length, put }) => {
    const at = cut % from.length;
    return from.slice(0, at) + put.slice(0, 40) + from.slice(at + length);
  });

/** Designs with another value for one of theirs: still designs by their grammar. */
export const nonsense = fc
  .record({ from: fc.constantFrom(...DESIGNS), skip: fc.nat(), put: fc.constantFrom(...NONSENSE) })
  .map(({ from, skip, put }) => {
    const values = [...from.matchAll(/= ([^\n,}\]]+)/g)];
    const value = values[skip % values.length];
    return from.slice(0, value.index + 2) + put + from.slice(value.index + 2 + value[1].length);
  });

/** Any of them. */
export const said = fc.oneof(text, mangled, nonsense);
