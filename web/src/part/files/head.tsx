// What is said of the file in sight, and what can be done with it.
import { computed } from "@preact/signals";
import { keycaps } from "../../actions/keys";
import { line } from "../../state/view";
import { t } from "../../texts";
import { Icon, type Sign } from "../icon";
import { difference, treeOpen, wrap } from "./view";
import { entries, open, shown } from "./bundle";
import { changes, fates } from "./compared";
import { sizeOf } from "./changes";
import { copyPath, copyText, download } from "./hand";
import { linesOf } from "./lines";
import { found, query, searched, step } from "./search";

const size = computed(() => sizeOf(changes.value));

export function Head() {
  const file = shown.value;
  if (!file) return null;
  const entry = entries.value.find((it) => it.path === file.path);
  return (
    <header class="files-head">
      <div class="files-name">
        <button
          type="button"
          class="files-all button bare"
          aria-expanded={treeOpen.value}
          onClick={() => (treeOpen.value = !treeOpen.value)}
        >
          <Icon sign="tree" />
          {t("files.all")}
        </button>
        <h2 class="files-path" dir="ltr">
          <Path path={file.path} />
        </h2>
        <span class="files-facts">
          <code title={permissions(file.mode)}>{octal(file.mode)}</code>
          {entry?.fragment && (
            <span class="badge" title={t("files.fragment.help")}>
              {t("files.fragment")}
            </span>
          )}
          {(file.mode & 0o077) === 0 && (
            <span class="badge private" title={t("files.private.help")}>
              {t("files.private")}
            </span>
          )}
          <span>{t("files.length", { count: linesOf(file.text).length })}</span>
        </span>
      </div>
      <div class="files-tools" role="group" aria-label={t("files.tools")}>
        <Search />
        <Changes />
        <span class="gap" />
        <Tool label={t("files.wrap")} sign="wrap" pressed={wrap.value} run={() => (wrap.value = !wrap.value)} />
        <Tool label={t("files.copyPath")} sign="path" run={copyPath} />
        <Tool label={t("files.download")} sign="download" run={download} />
        <button
          type="button"
          class="button small"
          title={`${t("files.copy")} (${keycaps("Alt+c").join("+")})`}
          onClick={copyText}
        >
          <Icon sign="copy" />
          {t("files.copy")}
        </button>
      </div>
    </header>
  );
}

/** A path whose folders may break, and whose name is what one reads first. */
function Path({ path }: { path: string }) {
  const parts = path.split("/");
  const name = parts.pop();
  return (
    <>
      {parts.map((part, at) => (
        <span key={at} class="files-folder">
          {part}/<wbr />
        </span>
      ))}
      <strong>{name}</strong>
    </>
  );
}

function Search() {
  const count = found.value.length;
  return (
    <span class="files-search" role="search">
      <label>
        <span class="hidden">{t("files.search")}</span>
        <input
          type="search"
          id="files-search"
          value={query.value}
          placeholder={t("files.search")}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            searched.value = 0;
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
            else if (event.key === "Escape") query.value = "";
            else return;
            event.preventDefault();
          }}
        />
      </label>
      {query.value !== "" && (
        <span class="files-found" aria-live="polite">
          {count === 0 ? t("files.found.none") : t("files.found", { at: searched.value + 1, count })}
        </span>
      )}
    </span>
  );
}

function Changes() {
  if (fates.value.get(open.value) === "added") return <span class="badge added">{t("files.added")}</span>;
  if (size.value === 0) return null;
  return (
    <span class="files-changes">
      <span class="badge changed" aria-live="polite">
        {t("files.changes", { count: size.value })}
      </span>
      <Tool label={t("files.changes.back")} sign="up" run={() => goToChange(-1)} />
      <Tool label={t("files.changes.next")} sign="down" run={() => goToChange(1)} />
      <Tool
        label={t("files.difference")}
        sign="difference"
        pressed={difference.value}
        run={() => (difference.value = !difference.value)}
      />
    </span>
  );
}

/** Goes to the next changed line after the one in sight, or before it; round at the end. */
export function goToChange(by: 1 | -1) {
  const starts = changes.value.map((it) => it.start);
  const next =
    by > 0
      ? (starts.find((it) => it > line.value) ?? starts[0])
      : (starts.findLast((it) => it < line.value) ?? starts.at(-1));
  if (next === undefined) return;
  difference.value = false;
  line.value = next;
}

function Tool({ label, sign, pressed, run }: { label: string; sign: Sign; pressed?: boolean; run: () => void }) {
  return (
    <button
      type="button"
      class="button bare small"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={run}
    >
      <Icon sign={sign} />
    </button>
  );
}

const octal = (mode: number) => (mode & 0o777).toString(8).padStart(4, "0");

/** Permissions as `ls` shows them. */
export function permissions(mode: number): string {
  const bits = [..."rwxrwxrwx"];
  return bits.map((bit, at) => ((mode >> (8 - at)) & 1 ? bit : "-")).join("");
}
