import { t } from "../../texts";
import { Icon, type Sign } from "../icon";

interface Props {
  /** The list's name. */
  label: string;
  /** The row that the person is in, or was in last; -1 where there is none. */
  at: number;
  rows: number;
  onAdd: () => void;
  onMany: () => void;
  onDuplicate: () => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** What can be done with the rows of a table. */
export function Tools({ label, at, rows, onAdd, onMany, onDuplicate, onMove, onRemove }: Props) {
  const row = at + 1;
  const tool = (sign: Sign, title: string, able: boolean, run: () => void, word = "") => (
    <button type="button" class="button small" title={title} aria-label={title} disabled={!able} onClick={run}>
      <Icon sign={sign} />
      {word && <span>{word}</span>}
    </button>
  );
  return (
    <div class="table-tools" role="group" aria-label={t("table.tools", { list: label })}>
      {tool("add", t("table.add"), true, onAdd, t("table.add"))}
      {tool("many", t("table.many"), true, onMany, t("table.many"))}
      <span class="gap" />
      <span class="table-here">{at >= 0 && t("table.row", { row })}</span>
      {tool("duplicate", t("table.duplicate", { row }), at >= 0, onDuplicate)}
      {tool("up", t("table.up", { row }), at > 0, () => onMove(-1))}
      {tool("down", t("table.down", { row }), at >= 0 && at < rows - 1, () => onMove(1))}
      {tool("remove", t("table.remove", { row }), at >= 0, onRemove)}
    </div>
  );
}
