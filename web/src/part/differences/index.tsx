import { signal } from "@preact/signals";
import { diff } from "../../core";
import { arrive } from "../../io/arrive";
import { chosen } from "../../io/folder";
import { findings, products } from "../../io/stock";
import { saved, sound } from "../../state/design";
import { dialog } from "../../state/view";
import { t } from "../../texts";
import { Dialog } from "../dialog";
import { ChooseProduct } from "../open";
import { against, type Difference } from "./against";
import { Changed } from "./changed";
import { Products } from "./products";

type Base = "product" | "saved";

/** What the files are compared with, as far as the person chose. */
const base = signal<Base | "">("");
/** Whether before and now stand beside each other. */
const beside = signal(matchMedia("(min-width: 64rem)").matches);

/** The files beside those of the product, or beside those of the design as it was saved. */
export function Differences() {
  return dialog.value === "differences" ? <Opened /> : null;
}

function Opened() {
  const has = products.value.length > 0;
  const chosenBase: Base = base.value || (has ? "product" : "saved");
  const all = chosenBase === "product" ? against.value : sinceSaved();
  return (
    <Dialog title={t("io.differences")} wide onClose={() => (dialog.value = "none")}>
      {has ? <Products /> : <p>{t("io.product-about")}</p>}
      <ChooseProduct onFiles={(list) => void arrive(chosen(list))} />
      {findings.value.length > 0 && (
        <details class="io-note" open>
          <summary>{t("io.findings", { number: findings.value.length })}</summary>
          <ul>
            {findings.value.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="io-ways">
        <label class="io-inline">
          {t("io.against")}
          <select
            value={chosenBase}
            onChange={(event) => (base.value = event.currentTarget.value === "saved" ? "saved" : "product")}
          >
            <option value="product" disabled={!has}>
              {t("io.against-product")}
            </option>
            <option value="saved">{t("io.against-saved")}</option>
          </select>
        </label>
        <label class="io-inline">
          <input
            type="checkbox"
            checked={beside.value}
            onChange={(event) => (beside.value = event.currentTarget.checked)}
          />
          {t("io.beside")}
        </label>
      </div>
      <p aria-live="polite">
        {t("io.changed-files", {
          number: all.length,
          added: all.reduce((sum, it) => sum + it.added, 0),
          removed: all.reduce((sum, it) => sum + it.removed, 0),
        })}
      </p>
      <div class="io-changed">
        {all.map((it) => (
          <Changed key={`${chosenBase} ${it.path}`} difference={it} beside={beside.value} />
        ))}
      </div>
    </Dialog>
  );
}

/** The same shape for what the core compared. */
function sinceSaved(): readonly Difference[] {
  if (saved.value === "" || sound.value === "") return [];
  // The list of files has the sums of all that changed, which says nothing to a person.
  const told = diff(saved.value, sound.value).filter(({ path }) => path !== "bundle.json");
  return told.map(({ path, added, removed, lines }) => ({ path, added, removed, lines: () => Promise.resolve(lines) }));
}
