import { useSignalEffect } from "@preact/signals";
import { refused } from "../../state/design";
import { notice, says } from "../../state/view";
import { t } from "../../texts";
import { Icon } from "../icon";
import { ticked } from "../ticked";

/** How long a word stays in sight. */
const SECONDS = 4;

/** What the page has to say: aloud, and in sight for a moment. */
export function Says() {
  useSignalEffect(() => {
    if (says.value === "") return undefined;
    // Then the same can be said again.
    const timer = setTimeout(() => (says.value = ""), SECONDS * 1000);
    return () => clearTimeout(timer);
  });
  return (
    <>
      <div class="says" role="status" aria-live="polite">
        {says.value && <p key={says.value}>{ticked(says.value)}</p>}
      </div>
      <div role="alert">
        {notice.value && (
          <p class="notice">
            <span>{ticked(notice.value)}</span>
            <button type="button" class="button bare" aria-label={t("page.close")} onClick={() => (notice.value = "")}>
              <Icon sign="close" />
            </button>
          </p>
        )}
        {refused.value && <p class="notice bad">{ticked(t("page.refused", { why: refused.value }))}</p>}
      </div>
    </>
  );
}
