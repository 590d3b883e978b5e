// Every action, in the order in which the help lists them.
import { signal } from "@preact/signals";
import type { Action } from "./action";
import { editing } from "./editing";
import { inout } from "./inout";
import { moving } from "./moving";

export type { Action } from "./action";

export const ACTIONS = signal<readonly Action[]>([...editing, ...moving, ...inout]);

/** Adds the actions of a part of the page that is fetched later. */
export function join(more: readonly Action[]) {
  ACTIONS.value = [...ACTIONS.value, ...more];
}
