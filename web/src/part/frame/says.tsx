import { refused } from "../../state/design";
import { notice, says } from "../../state/view";
import { t } from "../../texts";
import { Icon } from "../icon";

/** What the page has to say: aloud, and in sight for a moment. */
export function Says() {
  return (
    <>
      <div class="says" role="status" aria-live="polite">
        {says.value && <p key={says.value}>{says.value}</p>}
      </div>
      <div role="alert">
        {notice.value && (
          <p class="notice">
            <span>{notice.value}</span>
            <button type="button" class="button bare" aria-label={t("page.close")} onClick={() => (notice.value = "")}>
              <Icon sign="close" />
            </button>
          </p>
        )}
        {refused.value && <p class="notice bad">{t("page.refused", { why: refused.value })}</p>}
      </div>
    </>
  );
}
