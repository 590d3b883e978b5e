import { useComputed, useSignal } from "@preact/signals";
import { share } from "../../core";
import { below, download, folders, name, rendered, size } from "../../io/bundle";
import { copy } from "../../io/copy";
import { canKeep, fileName, kept, save, saveAs } from "../../io/keep";
import { shellLine } from "../../io/shell";
import { Refused } from "../../io/source";
import { pack } from "../../io/zip";
import { files, sound, text } from "../../state/design";
import { dialog, says } from "../../state/view";
import { t } from "../../texts";
import { ActionButton } from "../button";
import { Dialog } from "../dialog";

/** Saves the design, and hands out the bundle. */
export function Save() {
  return dialog.value === "save" ? <Opened /> : null;
}

/** Downloads the whole bundle. */
export async function downloadBundle() {
  download(await pack(name(), rendered()), `${name()}.zip`);
  says.value = t("io.downloaded", { name: `${name()}.zip` });
}

function Opened() {
  const owner = useSignal("");
  const line = useSignal<{ text: string; fault: string }>({ text: "", fault: "" });
  const owners = useComputed(() => folders(files.value));
  const secrets = useComputed(() => share(text.value).leftOut.length);
  const chosen = owner.value || owners.value[0] || "";
  const say = (where: string | undefined) => {
    if (where !== undefined) says.value = t("io.saved", { name: where });
  };
  const downloadOne = async () => {
    const as = `${name()}-${chosen.split("/")[1] ?? ""}`;
    download(await pack(as, below(rendered(), chosen)), `${as}.zip`);
    says.value = t("io.downloaded", { name: `${as}.zip` });
  };
  const copyLine = async () => {
    try {
      const made = await shellLine(name(), rendered());
      line.value = { text: made, fault: "" };
      await copy(made, t("io.line-copied", { size: size(made.length) }));
    } catch (fault) {
      line.value = { text: "", fault: fault instanceof Refused ? t(fault.key, fault.values) : String(fault) };
    }
  };
  return (
    <Dialog title={t("io.save")} onClose={() => (dialog.value = "none")}>
      <section class="io-part">
        <h3>{t("io.design")}</h3>
        <p>{t("io.design-about", { name: kept.value?.name ?? fileName() })}</p>
        {secrets.value > 0 && <p class="io-note">{t("io.design-secrets", { number: secrets.value })}</p>}
        <div class="io-ways">
          <button type="button" class="button strong" autofocus onClick={() => void save().then(say)}>
            {t(kept.value ? "io.save-back" : "io.save-design")}
          </button>
          {canKeep() && (
            <button type="button" class="button" onClick={() => void saveAs().then(say)}>
              {t("io.save-as")}
            </button>
          )}
        </div>
      </section>
      <section class="io-part">
        <h3>{t("io.bundle")}</h3>
        {sound.value === "" ? (
          <p>{t("io.no-bundle")}</p>
        ) : (
          <>
            {sound.value !== text.value && <p class="io-note">{t("io.bundle-before")}</p>}
            <p>{t("io.bundle-about", { number: files.value.length })}</p>
            <div class="io-ways">
              <button type="button" class="button strong" onClick={() => void downloadBundle()}>
                {t("io.zip")}
              </button>
              <button type="button" class="button" onClick={() => void copyLine()}>
                {t("io.copy-line")}
              </button>
              <ActionButton id="differences" />
            </div>
            {line.value.fault !== "" && <p class="io-bad">{line.value.fault}</p>}
            {line.value.text !== "" && (
              <label class="labelled">
                {t("io.line", { size: size(line.value.text.length), name: name() })}
                <input
                  class="io-link"
                  readOnly
                  value={line.value.text}
                  onFocus={(event) => event.currentTarget.select()}
                />
              </label>
            )}
            <div class="io-one">
              <label class="labelled">
                {t("io.owner")}
                <select value={chosen} onChange={(event) => (owner.value = event.currentTarget.value)}>
                  {owners.value.map((it) => (
                    <option key={it} value={it}>
                      {it}
                    </option>
                  ))}
                </select>
              </label>
              <button type="button" class="button" onClick={() => void downloadOne()}>
                {t("io.zip-one")}
              </button>
            </div>
          </>
        )}
      </section>
    </Dialog>
  );
}
