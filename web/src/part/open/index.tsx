import { useSignal } from "@preact/signals";
import { arrive, arriveText } from "../../io/arrive";
import { chosen } from "../../io/folder";
import { sound } from "../../state/design";
import { dialog, notice } from "../../state/view";
import { t } from "../../texts";
import { ActionButton } from "../button";
import { Dialog } from "../dialog";
import { ticked } from "../ticked";
import { Choose } from "./choose";

/** Opens a design file, a pasted text or a link, or takes a product. */
export function OpenDialog() {
  return dialog.value === "open" ? <Opened /> : null;
}

function Opened() {
  const pasted = useSignal("");
  const close = () => (dialog.value = "none");
  const take = () => {
    if (arriveText(pasted.value)) close();
  };
  const files = (list: FileList) => {
    close();
    void arrive(chosen(list));
  };
  return (
    <Dialog title={t("io.open")} onClose={close}>
      <form
        class="io-part"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <label class="labelled">
          {t("io.paste")}
          <textarea
            class="io-paste"
            rows={6}
            spellcheck={false}
            autofocus
            value={pasted.value}
            onInput={(event) => (pasted.value = event.currentTarget.value)}
          />
        </label>
        {notice.value !== "" && <p class="io-bad">{ticked(notice.value)}</p>}
        <div class="dialog-ways">
          <Choose id="io-design" label={t("io.choose-design")} accept=".toml,.json,.txt" onFiles={files} />
          <button type="submit" class="button strong" disabled={pasted.value.trim() === ""}>
            {t("io.open-text")}
          </button>
        </div>
      </form>
      <section class="io-part">
        <h3>{t("io.product")}</h3>
        <p>{t(sound.value === "" ? "io.design-first" : "io.product-about")}</p>
        {sound.value !== "" && <ChooseProduct onFiles={files} />}
        {sound.value !== "" && (
          <div class="io-ways">
            <ActionButton id="differences" />
          </div>
        )}
      </section>
    </Dialog>
  );
}

/** The buttons for a product's zip, its folder, or some of its files. */
export function ChooseProduct({ onFiles }: { onFiles: (list: FileList) => void }) {
  return (
    <div class="io-ways">
      <Choose id="io-zip" label={t("io.choose-zip")} accept=".zip,application/zip" onFiles={onFiles} />
      <Choose id="io-folder" label={t("io.choose-folder")} folder onFiles={onFiles} />
      <Choose id="io-files" label={t("io.choose-files")} multiple onFiles={onFiles} />
    </div>
  );
}
