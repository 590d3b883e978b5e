// How much room the panes beside the picture have, where a person gave them another share than the usual one.
import { signal } from "@preact/signals";
import { remember, remembered } from "./memory";

export type Side = "form" | "files";

/** The least and the most that one side may have, in percent of all. */
export const LEAST = 20;
export const MOST = 60;

const shares = { form: signal(kept("form")), files: signal(kept("files")) };

/** In percent; nothing where it is the usual one. */
export const shareOf = (side: Side): number | undefined => shares[side].value;

/** Gives a side that many percent, or its usual share. */
export function share(side: Side, percent?: number) {
  const to = percent === undefined ? undefined : Math.round(Math.min(MOST, Math.max(LEAST, percent)) * 10) / 10;
  shares[side].value = to;
  remember(`room.${side}`, to === undefined ? null : String(to));
}

function kept(side: Side): number | undefined {
  const percent = Number(remembered(`room.${side}`) ?? Number.NaN);
  return percent >= LEAST && percent <= MOST ? percent : undefined;
}
