// Where the page begins: at the design of a link, or at the gallery.
import * as core from "../core";
import { begin } from "./design";
import { says, screen } from "./view";

/** Opens what stands behind the `#` of the address. */
export function open(hash: string) {
  if (hash.length < 2) return;
  const shared = core.unshare(hash);
  if (shared.text === null) {
    says.value = shared.fault?.message ?? "";
    return;
  }
  begin(shared.text);
  screen.value = "design";
}
