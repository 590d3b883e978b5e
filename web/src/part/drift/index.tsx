// What is otherwise on a machine than the design wants it.
import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Drift as Finding } from "../../core";
import { taker } from "../../io/arrive";
import { folders } from "../../io/bundle";
import { chosen } from "../../io/folder";
import { files } from "../../state/design";
import { goTo } from "../../state/jump";
import { dialog } from "../../state/view";
import { t } from "../../texts";
import { Dialog } from "../dialog";
import { ticked } from "../ticked";
import { ChooseProduct } from "../open";
import "../../style/drift.css";
import { compare, compared, type Compared, fault } from "./compare";

export function Drift() {
  return dialog.value === "drift" ? <Opened /> : null;
}

function Opened() {
  const owners = useComputed(() => folders(files.value));
  const asked = useSignal(compared.peek()?.owner ?? "");
  const owner = owners.value.includes(asked.value) ? asked.value : (owners.value[0] ?? "");
  useEffect(() => {
    // What is dropped now is a machine's, not a product's.
    taker.value = (came) => compare(owner, came);
    return () => (taker.value = undefined);
  }, [owner]);
  const result = compared.value?.owner === owner ? compared.value : undefined;
  return (
    <Dialog title={t("drift.title")} wide onClose={() => (dialog.value = "none")}>
      <p>{t("drift.about")}</p>
      <label class="labelled">
        {t("drift.machine")}
        <select value={owner} autofocus onChange={(event) => (asked.value = event.currentTarget.value)}>
          {owners.value.map((it) => (
            <option key={it} value={it}>
              {it}
            </option>
          ))}
        </select>
      </label>
      <ChooseProduct onFiles={(list) => void compare(owner, chosen(list))} />
      <div role="status">
        {fault.value !== "" && <p class="io-bad">{fault.value}</p>}
        {result && <Result result={result} />}
      </div>
    </Dialog>
  );
}

function Result({ result: { drift, found, wanted, from } }: { result: Compared }) {
  const all = [...new Set(drift.map((it) => it.file))].map((file) => ({
    file,
    findings: drift.filter((it) => it.file === file),
  }));
  return (
    <>
      <p>{t("drift.compared", { found, wanted, from })}</p>
      {drift.length === 0 ? (
        <p class="drift-none">{t("drift.none")}</p>
      ) : (
        <p>{t("drift.sum", { number: drift.length, files: all.length })}</p>
      )}
      {all.map(({ file, findings }) => (
        <section key={file} class="drift-file">
          <h3>
            <code>{file}</code>
          </h3>
          <ul>
            {findings.map((it, at) => (
              <Otherwise key={at} finding={it} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** One thing that does not hold: where, what the file says, what is wanted and why. */
function Otherwise({ finding: { kind, line, place, found, wanted, why, path, message, file } }: { finding: Finding }) {
  const known = found !== null || wanted !== null;
  return (
    <li>
      {line !== null && <span class="drift-line">{t("problems.line", { line: line + 1 })}</span>}
      {kind === "missing" && t("drift.missing")}
      {kind === "unreadable" && message.slice(file.length).replace(/^: /, "")}
      {known && (
        <dl>
          <dt>{t("drift.found")}</dt>
          <dd>{found === null ? t("drift.absent", { place }) : <code>{found}</code>}</dd>
          <dt>{t("drift.wanted")}</dt>
          <dd>{wanted === null ? t("drift.end") : kind === "line" ? <code>{wanted}</code> : ticked(wanted)}</dd>
          {why && <dt>{t("files.why")}</dt>}
          {why && <dd>{ticked(why)}</dd>}
        </dl>
      )}
      {path !== null && (
        <button
          type="button"
          class="link"
          onClick={() => {
            dialog.value = "none";
            goTo(path);
          }}
        >
          {t("problems.go", { path })}
        </button>
      )}
    </li>
  );
}
