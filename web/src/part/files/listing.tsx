// The text of the file in sight: numbered lines that one can walk and ask, by mouse and by keyboard.
import { effect, signal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { afterPaint } from "../../state/paint";
import { t } from "../../texts";
import { line } from "../../state/view";
import { late, open, shown } from "./bundle";
import { changes } from "./compared";
import { grammarOf, highlight, isLoaded, load } from "./grammar";
import { linesOf } from "./lines";
import { madeHere } from "./made";
import { found, paintFound, searched } from "./search";
import { Sheet } from "./sheet";
import { piecesOf } from "./spans";
import { wrap } from "./view";

/** The line that the keyboard is at, from 0. */
const cursor = signal(0);
/** How often the lines were written anew: what is marked in them is marked again. */
const drawn = signal(0);

/** Characters from which on a text has no colours, so that it is there at once. */
const PLAIN = 300_000;
/** Characters up to which the colours of another file are there with its text. */
const AT_ONCE = 20_000;

export function Listing() {
  const place = useRef<HTMLDivElement>(null);
  const sheet = useRef<Sheet>(undefined);
  const last = useRef("");

  // Not by `useSignalEffect`, which waits for the next frame: what is written at once is laid out once.
  useEffect(
    () =>
      effect(() => {
        const now = shown.value;
        if (!place.current || !now) return undefined;
        sheet.current ??= new Sheet(place.current);
        const lines = linesOf(now.text);
        const isSame = last.current === now.path;
        if (isSame) sheet.current.update(lines);
        else {
          sheet.current.replace(lines);
          place.current.scrollTop = place.current.scrollLeft = 0;
          cursor.value = 0;
        }
        last.current = now.path;
        drawn.value = drawn.peek() + 1;
        return colour(sheet.current, now.path, now.text, isSame);
      }),
    [],
  );

  useSignalEffect(() => {
    if (drawn.value === 0 || !sheet.current) return;
    const covered = madeHere.value.flatMap(({ lines }) => range(lines.start, lines.end));
    sheet.current.mark("made", covered);
  });

  useSignalEffect(() => {
    if (drawn.value === 0 || !sheet.current) return;
    sheet.current.mark(
      "changed",
      changes.value.flatMap((it) => range(it.start, it.end)),
    );
    sheet.current.mark(
      "gone",
      changes.value.filter((it) => it.start === it.end).map((it) => it.start),
    );
  });

  useSignalEffect(() => {
    if (drawn.value === 0 || !sheet.current) return;
    const at = line.value;
    sheet.current.mark("asked", at < 0 ? [] : [at]);
    if (at < 0) return;
    cursor.value = at;
    sheet.current.row(at)?.scrollIntoView({ block: "nearest" });
  });

  useSignalEffect(() => {
    if (drawn.value === 0 || !sheet.current) return;
    const at = Math.min(cursor.value, sheet.current.length - 1);
    sheet.current.mark("cursor", [at]);
    place.current?.setAttribute("aria-activedescendant", `line-${at + 1}`);
  });

  useSignalEffect(() => {
    if (drawn.value === 0 || !sheet.current) return;
    const it = sheet.current;
    paintFound((at) => it.row(at), found.value, searched.value);
  });

  const move = (to: number) => {
    const at = Math.max(0, Math.min(to, (sheet.current?.length ?? 1) - 1));
    cursor.value = at;
    sheet.current?.row(at)?.scrollIntoView({ block: "nearest" });
  };

  const keys = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((place.current?.clientHeight ?? 400) / 20) - 2);
    const steps: Record<string, number> = {
      ArrowDown: cursor.value + 1,
      ArrowUp: cursor.value - 1,
      PageDown: cursor.value + page,
      PageUp: cursor.value - page,
      Home: 0,
      End: Number.MAX_SAFE_INTEGER,
    };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === "Enter" || event.key === " ") line.value = cursor.value;
    else if (event.key === "Escape" && line.value >= 0) line.value = -1;
    else return;
    event.preventDefault();
  };

  const click = (event: MouseEvent) => {
    const at = sheet.current?.lineOf(event.target) ?? -1;
    // Whoever selects text to copy it asks nothing.
    if (at < 0 || getSelection()?.isCollapsed === false) return;
    line.value = line.value === at ? -1 : at;
    cursor.value = at;
  };

  return (
    <div
      ref={place}
      class={`sheet${wrap.value ? " wrapped" : ""}${late.value ? " late" : ""}`}
      role="listbox"
      tabIndex={0}
      aria-label={t("files.lines", { path: open.value })}
      onKeyDown={keys}
      onClick={click}
      dir="ltr"
    />
  );
}

const range = (start: number, end: number) => Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);

/** Gives the lines their colours: with the text where it is another file's and short, else once it is painted. */
function colour(sheet: Sheet, path: string, text: string, isSame: boolean): (() => void) | undefined {
  const grammar = grammarOf(path, text);
  if (grammar === undefined || text.length > PLAIN) return undefined;
  let stale = false;
  const paint = () => {
    if (stale) return;
    const html = highlight(text.replaceAll("\r\n", "\n"), grammar);
    if (html === undefined) return;
    sheet.paint(piecesOf(html));
    drawn.value = drawn.peek() + 1;
  };
  if (isLoaded(grammar) && !isSame && text.length <= AT_ONCE) paint();
  else if (isLoaded(grammar)) return afterPaint(paint);
  else void load(grammar).then(paint);
  return () => {
    stale = true;
  };
}
