// What a person can do, each said once: buttons, shortcuts and the help read these rows.
import type { Text } from "../texts";

export interface Action {
  id: string;
  /** What it is called: on its button and in the help. */
  title: Text;
  /** What its button says, where that is too long. */
  short?: Text;
  /** Its shortcut as browsers name keys, such as `Mod+z`; Mod is ⌘ on a Mac and Ctrl elsewhere. `Digit` is any of 1 to 9. */
  keys?: string;
  /** Whether it can be done now. */
  enabled?: () => boolean;
  /** Does it; a shortcut says which key was pressed. */
  run: (key?: string) => void;
}
