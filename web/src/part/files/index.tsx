// The result: every file as a tree, and the one in sight with the reason for each line.
import { computed } from "@preact/signals";
import { checked } from "../../state/design";
import { pane } from "../../state/view";
import { t } from "../../texts";
import "../../style/files.css";
import "../../style/sheet.css";
import "../../style/grammar.css";
import { Branches, filter } from "./branches";
import { entries, late, shown } from "./bundle";
import { changes, vanished } from "./compared";
import { Difference } from "./difference";
import { Head } from "./head";
import { Listing } from "./listing";
import { MadeBy } from "./made_by";
import { Reasons } from "./reasons";
import { difference, treeOpen } from "./view";

const isDifference = computed(() => difference.value && changes.value.length > 0);

export function Files() {
  if (entries.value.length === 0) return <None />;
  return (
    <div class={treeOpen.value ? "files tree-open" : "files"}>
      <div class="files-tree">
        <label class="files-filter">
          <span class="hidden">{t("files.filter")}</span>
          <input
            type="search"
            id="files-filter"
            value={filter.value}
            placeholder={t("files.filter")}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => (filter.value = event.currentTarget.value)}
          />
        </label>
        <Branches />
        {vanished.value.length > 0 && <Vanished />}
        <p class="files-sum" aria-live="polite">
          {t("files.count", { count: entries.value.length })}
        </p>
      </div>
      <div class="files-one">
        <Head />
        {late.value && (
          <p class="files-late">
            <span>{t("files.late", { count: errors.value })}</span>
            <button type="button" class="link" onClick={() => (pane.value = "problems")}>
              {t("files.problems")}
            </button>
          </p>
        )}
        <MadeBy />
        {isDifference.value && shown.value && <Difference text={shown.value.text} changes={changes.value} />}
        <div class={isDifference.value ? "files-text away" : "files-text"}>
          <Listing />
        </div>
        <Reasons />
      </div>
    </div>
  );
}

/** What the last change took away: nothing else of it is in sight. */
function Vanished() {
  return (
    <details class="files-gone">
      <summary>{t("files.gone", { count: vanished.value.length })}</summary>
      <ul>
        {vanished.value.map((it) => (
          <li key={it}>
            <del>{it}</del>
          </li>
        ))}
      </ul>
    </details>
  );
}

const errors = computed(() => checked.value.diagnostics.filter((it) => it.severity === "error").length);

function None() {
  return (
    <div class="files-none">
      <p>{t("files.none")}</p>
      {errors.value > 0 && (
        <button type="button" class="button" onClick={() => (pane.value = "problems")}>
          {t("files.problems")}
        </button>
      )}
    </div>
  );
}
