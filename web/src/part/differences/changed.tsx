import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../texts";
import type { Difference } from "./against";
import { type Row, rows, type Side } from "./rows";

/** One file: how much of it changed, and once it is opened, what. */
export function Changed({ difference, beside }: { difference: Difference; beside: boolean }) {
  const { path, added, removed } = difference;
  const open = useSignal(false);
  const lines = useSignal<readonly string[]>([]);
  useEffect(() => {
    if (open.value) void difference.lines().then((all) => (lines.value = all));
  }, [open.value, difference]);
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        <code>{path}</code>
        <span class="io-counts">
          <span class="io-added">+{added}</span> <span class="io-removed">−{removed}</span>
        </span>
      </summary>
      {open.value && <Lines path={path} all={rows(lines.value, beside)} beside={beside} />}
    </details>
  );
}

function Lines({ path, all, beside }: { path: string; all: readonly Row[]; beside: boolean }) {
  return (
    <div class="io-scroll" tabIndex={0} role="region" aria-label={path}>
      <table class={beside ? "io-diff beside" : "io-diff"}>
        <colgroup>
          <col class="io-number" />
          {beside && <col />}
          <col class="io-number" />
          <col />
        </colgroup>
        <thead class="hidden">
          <tr>
            <th scope="col">{t("io.line-before")}</th>
            {beside && <th scope="col">{t("io.text-before")}</th>}
            <th scope="col">{t("io.line-now")}</th>
            <th scope="col">{t("io.text-now")}</th>
          </tr>
        </thead>
        <tbody>{all.map((row, at) => (beside ? <Beside key={at} row={row} /> : <Unified key={at} row={row} />))}</tbody>
      </table>
    </div>
  );
}

function Unified({ row: { before, now, changed } }: { row: Row }) {
  const text = now ?? before;
  if (!text) return <Gap columns={3} />;
  const kind = changed ? (now ? "more" : "gone") : "";
  return (
    <tr class={kind}>
      <td class="io-number">{before?.number}</td>
      <td class="io-number">{now?.number}</td>
      <td>
        <Sign kind={kind} />
        {text.text}
      </td>
    </tr>
  );
}

function Beside({ row: { before, now, changed } }: { row: Row }) {
  if (!before && !now) return <Gap columns={4} />;
  return (
    <tr>
      <Half side={before} kind={changed && before ? "gone" : ""} />
      <Half side={now} kind={changed && now ? "more" : ""} />
    </tr>
  );
}

function Half({ side, kind }: { side: Side | undefined; kind: "gone" | "more" | "" }) {
  return (
    <>
      <td class={`io-number ${kind}`}>{side?.number}</td>
      <td class={side ? kind : "none"}>
        {side && <Sign kind={kind} />}
        {side?.text}
      </td>
    </>
  );
}

/** Said aloud too: colours alone tell nothing to everyone. */
function Sign({ kind }: { kind: string }) {
  return <span class="io-sign">{kind === "more" ? "+" : kind === "gone" ? "−" : " "}</span>;
}

function Gap({ columns }: { columns: number }) {
  return (
    <tr class="io-gap">
      <td colSpan={columns}>⋯</td>
    </tr>
  );
}
