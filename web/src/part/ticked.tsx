import type { ComponentChildren } from "preact";

/** A text of the core, where `this` is a word of the design. */
export function ticked(said: string): ComponentChildren {
  return said.split("`").map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part));
}
