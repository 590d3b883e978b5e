import { share } from "../../core";
import { copy } from "../../io/copy";
import { text } from "../../state/design";
import { dialog } from "../../state/view";
import { t } from "../../texts";
import { Dialog } from "../dialog";

/** The design as a link. */
export function Share() {
  if (dialog.value !== "share") return null;
  const { fragment, leftOut, fault } = share(text.value);
  const link = fragment === null ? "" : `${location.origin}${location.pathname}#${fragment}`;
  return (
    <Dialog title={t("io.share")} onClose={() => (dialog.value = "none")}>
      {fault ? (
        <p class="io-bad">{fault.message}</p>
      ) : (
        <>
          <p>{t("io.share-about")}</p>
          <label class="labelled">
            {t("io.link")}
            <input class="io-link" readOnly value={link} autofocus onFocus={(event) => event.currentTarget.select()} />
          </label>
          <p class="io-quiet">{t("io.link-length", { length: link.length })}</p>
          {leftOut.length > 0 && <Behind settings={leftOut} />}
          <div class="dialog-ways">
            <button type="button" class="button strong" onClick={() => void copy(link, t("io.link-copied"))}>
              {t("io.copy-link")}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** The secrets that do not travel. */
export function Behind({ settings }: { settings: readonly string[] }) {
  return (
    <div class="io-note">
      <p>{t("io.behind")}</p>
      <ul>
        {settings.map((setting) => (
          <li key={setting}>
            <code>{setting}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
