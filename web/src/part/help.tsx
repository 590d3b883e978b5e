import { ACTIONS } from "../actions";
import { dialog } from "../state/view";
import { t, type Text } from "../texts";
import { Keys } from "./button";
import { Dialog } from "./dialog";

/** What works in a table, besides the actions of the whole page. */
const TABLE: readonly [Text, string][] = [
  ["keys.cell-down", "Enter"],
  ["keys.cell-up", "Shift+Enter"],
  ["keys.cell", "↑+↓"],
  ["keys.row-up", "Alt+↑"],
  ["keys.row-down", "Alt+↓"],
  ["keys.row-add", "Mod+Enter"],
  ["keys.paste", "Mod+v"],
];

/** Every shortcut there is. */
export function Help() {
  if (dialog.value !== "keys") return null;
  return (
    <Dialog title={t("keys.title")} onClose={() => (dialog.value = "none")}>
      <h3>{t("keys.page")}</h3>
      <dl class="key-list">
        {ACTIONS.value.map(
          (it) =>
            it.keys && (
              <div key={it.id}>
                <dt>{t(it.title)}</dt>
                <dd>
                  <Keys keys={it.keys} />
                  <span class="hidden">{it.keys}</span>
                </dd>
              </div>
            ),
        )}
      </dl>
      <h3>{t("keys.table")}</h3>
      <dl class="key-list">
        {TABLE.map(([title, keys]) => (
          <div key={keys}>
            <dt>{t(title)}</dt>
            <dd>
              <Keys keys={keys} />
              <span class="hidden">{keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
