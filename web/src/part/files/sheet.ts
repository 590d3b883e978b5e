// The lines of a text on the page. They are made by hand: after an edit the rows of lines that stayed are kept, colours and all, so that
// only what changed is made anew, however long the file is.
import { t } from "../../texts";
import type { Piece } from "./spans";

/** Lines in one block: blocks that are out of sight are not laid out where the file is long. */
const BLOCK = 100;
/** From how many lines on a file is long. */
const LONG = 1200;

export class Sheet {
  private rows: HTMLElement[] = [];
  private lines: readonly string[] = [];
  private marks = new Map<string, ReadonlySet<number>>();

  constructor(private readonly place: HTMLElement) {}

  get length(): number {
    return this.rows.length;
  }

  row(at: number): HTMLElement | undefined {
    return this.rows[at];
  }

  /** Another file: every row is made anew. */
  replace(lines: readonly string[]) {
    this.lines = lines;
    this.rows = lines.map((it) => made(it));
    const blocks: HTMLElement[] = [];
    for (let at = 0; at < this.rows.length; at += BLOCK) {
      const block = document.createElement("div");
      block.className = "sheet-block";
      block.role = "presentation";
      block.append(...this.rows.slice(at, at + BLOCK));
      blocks.push(block);
    }
    this.place.replaceChildren(...blocks);
    this.place.classList.toggle("long", lines.length > LONG);
    this.number(0);
    this.marks.clear();
  }

  /** Another text of the same file: the rows at both ends that are the same stay. */
  update(lines: readonly string[]) {
    const old = this.lines;
    const most = Math.min(old.length, lines.length);
    let head = 0;
    while (head < most && old[head] === lines[head]) head += 1;
    let tail = 0;
    while (tail < most - head && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail += 1;
    if (head === old.length && head === lines.length) return;
    const fresh = lines.slice(head, lines.length - tail).map((it) => made(it));
    const out = this.rows.slice(head, old.length - tail);
    const neighbour = this.rows[head - 1];
    const next = this.rows[old.length - tail];
    if (fresh.length > 0 && neighbour) neighbour.after(...fresh);
    else if (fresh.length > 0 && next) next.before(...fresh);
    else if (fresh.length > 0) return this.replace(lines);
    for (const row of out) row.remove();
    for (const name of this.marks.keys()) this.mark(name, []);
    this.rows.splice(head, out.length, ...fresh);
    this.lines = lines;
    if (fresh.length !== out.length) this.number(head);
    else for (let at = head; at < head + fresh.length; at += 1) numbered(this.rows[at], at);
  }

  /** Gives lines their colours; those that have them already are left alone. */
  paint(lines: readonly (readonly Piece[])[]) {
    lines.forEach((pieces, at) => {
      const row = this.rows[at];
      if (!row) return;
      const key = pieces.map((it) => `${it.style} ${it.text.length}`).join();
      if (row.dataset.key === key) return;
      row.dataset.key = key;
      row.replaceChildren(...pieces.map(({ text, style }) => (style === "" ? text : span(text, style))));
    });
  }

  /** These lines, and no others, are of a kind. */
  mark(kind: string, lines: Iterable<number>) {
    const now = new Set(lines);
    for (const at of this.marks.get(kind) ?? []) if (!now.has(at)) this.rows[at]?.classList.remove(kind);
    for (const at of now) this.rows[at]?.classList.add(kind);
    this.marks.set(kind, now);
  }

  /** Which line a thing on the page is in; -1 for none. */
  lineOf(target: EventTarget | null): number {
    const row = target instanceof Element ? target.closest<HTMLElement>(".sheet-row") : null;
    return row?.dataset.n === undefined ? -1 : Number(row.dataset.n) - 1;
  }

  private number(from: number) {
    for (let at = from; at < this.rows.length; at += 1) numbered(this.rows[at], at);
  }
}

function made(line: string): HTMLElement {
  const row = document.createElement("div");
  row.className = "sheet-row";
  row.role = "option";
  row.textContent = line;
  if (line.trim() === "") row.ariaLabel = t("files.blank");
  return row;
}

function numbered(row: HTMLElement | undefined, at: number) {
  if (!row) return;
  row.dataset.n = String(at + 1);
  row.id = `line-${at + 1}`;
}

function span(text: string, style: string): HTMLElement {
  const made = document.createElement("span");
  made.className = style;
  made.textContent = text;
  return made;
}
