// Every action, in the order in which the help lists them.
import type { Action } from "./action";
import { editing } from "./editing";
import { files } from "./files";
import { moving } from "./moving";

export type { Action } from "./action";

export const ACTIONS: readonly Action[] = [...editing, ...moving, ...files];

export function action(id: string): Action {
  const found = ACTIONS.find((it) => it.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}
