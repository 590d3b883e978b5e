// Everything that was found about the design, the worst first, each with what mends it.
import { computed } from "@preact/signals";
import type { Diagnostic, Severity } from "../../core";
import { checked } from "../../state/design";
import { t } from "../../texts";
import "../../style/problems.css";
import { mendAll } from "./mend";
import { Problem } from "./problem";

const SEVERITIES = ["error", "warning", "advice"] as const satisfies readonly Severity[];

const safe = computed(() => checked.value.diagnostics.filter((it) => it.fix?.safe).length);

export function Problems() {
  const all = checked.value.diagnostics;
  if (all.length === 0) {
    return (
      <div class="problems">
        <p class="problems-none">{t("problems.none")}</p>
      </div>
    );
  }
  return (
    <div class="problems">
      {safe.value > 0 && (
        <button type="button" class="button" onClick={mendAll}>
          {t("problems.mend", { count: safe.value })}
        </button>
      )}
      {SEVERITIES.map((severity) => (
        <Group key={severity} severity={severity} found={all.filter((it) => it.severity === severity)} />
      ))}
    </div>
  );
}

function Group({ severity, found }: { severity: Severity; found: readonly Diagnostic[] }) {
  if (found.length === 0) return null;
  return (
    <section class={`problem-group ${severity}`}>
      <h2>
        {t(`problems.${severity}`)} <span class="problem-count">{found.length}</span>
      </h2>
      <ul>
        {found.map((it) => (
          <Problem key={keyOf(it, found)} found={it} />
        ))}
      </ul>
    </section>
  );
}

/** A finding stays the same one while its words change; two of a code in one place are told apart by their order. */
function keyOf(it: Diagnostic, all: readonly Diagnostic[]): string {
  const isSame = (other: Diagnostic) => other.code === it.code && other.at[0]?.path === it.at[0]?.path;
  return `${it.code} ${it.at[0]?.path ?? ""} ${all.filter(isSame).indexOf(it)}`;
}
