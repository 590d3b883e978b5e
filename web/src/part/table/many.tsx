import { useSignal } from "@preact/signals";
import type { Column } from "../../core";
import { t } from "../../texts";
import { Dialog } from "../dialog";
import { expand } from "./expand";

interface Props {
  columns: Column[];
  onAdd: (lines: string) => void;
  onClose: () => void;
}

/** Adds many rows at once: by a pattern, or by lines from elsewhere. */
export function Many({ columns, onAdd, onClose }: Props) {
  const typed = useSignal("");
  const lines = expand(typed.value);
  const add = () => {
    onClose();
    onAdd(lines.join("\n"));
  };
  const role = columns.some((it) => it.key === "role") ? "worker " : "";
  const example = `${role}esb{1..3} 192.0.2.{21..23}\n${role}192.0.2.31-40`;
  return (
    <Dialog title={t("many.title")} onClose={onClose}>
      <form
        class="many"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label for="many-lines">{t("many.lines")}</label>
        <textarea
          id="many-lines"
          class="mono"
          rows={8}
          autofocus
          spellcheck={false}
          placeholder={example}
          aria-describedby="many-help"
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && lines.length > 0) add();
          }}
        />
        <p class="help" id="many-help">
          {t("many.help")}
        </p>
        <p role="status">{t("many.found", { number: lines.length })}</p>
        {lines.length > 0 && (
          <pre class="many-lines">{[...lines.slice(0, 5), ...(lines.length > 5 ? ["…"] : [])].join("\n")}</pre>
        )}
        <div class="dialog-ways">
          <button type="button" class="button" onClick={onClose}>
            {t("page.cancel")}
          </button>
          <button type="submit" class="button strong" disabled={lines.length === 0}>
            {t("many.add")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
