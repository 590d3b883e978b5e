// What else the setting makes that the person is at.
import { computed, signal } from "@preact/signals";
import { setting } from "../../state/view";
import { t } from "../../texts";
import { open, show } from "./bundle";
import { madeHere, makes } from "./made";

const unfolded = signal(false);
const others = computed(() => makes.value.filter((it) => it.file !== open.value));
const here = computed(
  () =>
    new Set(
      madeHere.value.flatMap(({ lines }) =>
        Array.from({ length: lines.end - lines.start }, (_, at) => lines.start + at),
      ),
    ).size,
);

/** Files that are named at once. */
const FEW = 40;

export function MadeBy() {
  if (setting.value === "" || makes.value.length === 0) return null;
  return (
    <div class="made-by">
      <p>
        <code>{setting.value}</code>{" "}
        {t(here.value > 0 ? "files.makes" : "files.makes.elsewhere", { lines: here.value, files: others.value.length })}{" "}
        {others.value.length > 0 && (
          <button
            type="button"
            class="link"
            aria-expanded={unfolded.value}
            onClick={() => (unfolded.value = !unfolded.value)}
          >
            {t(unfolded.value ? "files.makes.hide" : "files.makes.show")}
          </button>
        )}
      </p>
      {unfolded.value && others.value.length > 0 && (
        <ul>
          {others.value.slice(0, FEW).map((it) => (
            <li key={it.file}>
              <button type="button" class="link" onClick={() => show(it.file, it.first)}>
                {it.file}
              </button>
              <span class="quiet">{t("files.makes.lines", { count: it.lines })}</span>
            </li>
          ))}
          {others.value.length > FEW && <li class="quiet">{t("files.more", { count: others.value.length - FEW })}</li>}
        </ul>
      )}
    </div>
  );
}
