// Why a line is as it is: the settings that made it, the narrowest first.
import { computed } from "@preact/signals";
import type { Origin } from "../../core";
import { line, setting } from "../../state/view";
import { t } from "../../texts";
import { ticked } from "../ticked";
import { shown } from "./bundle";
import { goTo } from "../../state/jump";
import { originsAt } from "./made";

const reasons = computed(() => originsAt(shown.value?.origins ?? [], line.value));

export function Reasons() {
  if (line.value < 0 || !shown.value) return null;
  return (
    <aside class="reasons" aria-label={t("files.why")}>
      <header>
        <h3>{t("files.why.line", { line: line.value + 1 })}</h3>
        <button type="button" class="button bare small" onClick={() => (line.value = -1)}>
          {t("files.close")}
        </button>
      </header>
      <div aria-live="polite">
        {reasons.value.length === 0 ? (
          <p class="reasons-none">{t("files.why.none")}</p>
        ) : (
          reasons.value.map((it, at) => <Reason key={at} origin={it} />)
        )}
      </div>
    </aside>
  );
}

function Reason({ origin }: { origin: Origin }) {
  const { path, says, why, source } = origin;
  return (
    <div class="reason">
      {path !== null && (
        <button
          type="button"
          class={path === setting.value ? "reason-path here" : "reason-path"}
          title={t("files.why.go")}
          onClick={() => goTo(path)}
        >
          <code>{path}</code>
          <span aria-hidden="true">→</span>
          <span class="hidden">{t("files.why.go")}</span>
        </button>
      )}
      {why !== "" && <p class="reason-why">{sentence(why)}</p>}
      {says !== "" && <p class="reason-says">{ticked(says)}</p>}
      {source !== "" && <p class="reason-source">{t("files.why.source", { source })}</p>}
    </div>
  );
}

/** A clause as a sentence of its own. */
function sentence(clause: string): string {
  const text = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
