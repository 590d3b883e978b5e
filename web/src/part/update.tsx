import { takeOver, waiting } from "../io/offline";
import { t } from "../texts";

/** Says that a newer version of the page is there. */
export function Update() {
  return (
    <div role="status">
      {waiting.value && (
        <p class="update">
          <span>{t("io.new-version")}</span>
          <button type="button" class="button strong" onClick={takeOver}>
            {t("io.reload")}
          </button>
          <button type="button" class="button bare" onClick={() => (waiting.value = undefined)}>
            {t("io.later")}
          </button>
        </p>
      )}
    </div>
  );
}
