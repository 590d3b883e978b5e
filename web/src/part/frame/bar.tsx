import { checked, files } from "../../state/design";
import { type Pane, pane } from "../../state/view";
import { t } from "../../texts";

/** On a narrow screen: which part is in sight. */
export function Bar() {
  const panes: readonly [Pane, string, number | undefined][] = [
    ["form", t("pane.form"), undefined],
    ["picture", t("pane.picture"), undefined],
    ["files", t("pane.files"), files.value.length],
    ["problems", t("pane.problems"), checked.value.diagnostics.length],
  ];
  return (
    <nav class="bar" aria-label={t("pane.all")}>
      {panes.map(([key, title, number]) => (
        <button
          key={key}
          type="button"
          class={`bar-item bar-${key}`}
          aria-current={pane.value === key ? "true" : undefined}
          onClick={() => (pane.value = key)}
        >
          {title}
          {number !== undefined && (
            <span class={key === "problems" && !checked.value.ok ? "count bad" : "count"}>{number}</span>
          )}
        </button>
      ))}
    </nav>
  );
}
