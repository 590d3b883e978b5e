import * as core from "../../core";
import type { Diagnostic } from "../../core";
import { change, replace, text } from "../../state/design";
import { says } from "../../state/view";
import { t } from "../../texts";

/** Puts a finding's fix into the design. */
export function mend(found: Diagnostic) {
  if (found.fix) change(core.set(text.value, found.fix.set), found.fix.title);
}

/** Puts every safe fix into the design, as one step. */
export function mendAll() {
  const mended = core.mend(text.value);
  replace(mended.text, mended.done.join(", "));
  says.value = t("problems.mended", { count: mended.done.length });
}
