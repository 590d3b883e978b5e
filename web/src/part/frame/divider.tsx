import { useLayoutEffect, useRef } from "preact/hooks";
import { LEAST, MOST, type Side, share, shareOf } from "../../state/room";
import { t } from "../../texts";
import "../../style/divider.css";

/** How far a key moves it, in percent. */
const STEP = 2;

/** The edge of a pane, for whoever wants another share for it: dragged, or moved by arrow keys; a double click takes it back. */
export function Divider({ side }: { side: Side }) {
  const edge = useRef<HTMLDivElement>(null);
  const given = shareOf(side);
  useLayoutEffect(() => {
    edge.current?.setAttribute("aria-valuenow", String(Math.round(given ?? measured())));
  });

  /** What the side has now. */
  const measured = () => {
    const all = edge.current?.parentElement;
    const own = all?.querySelector(`.pane-${side}`);
    return all && own && all.clientWidth > 0 ? (own.clientWidth / all.clientWidth) * 100 : LEAST;
  };
  /** Whether the side is at the left of its edge. */
  const isLeft = () => (side === "form") === (getComputedStyle(document.documentElement).direction === "ltr");

  const drag = (event: PointerEvent) => {
    const room = edge.current?.parentElement?.getBoundingClientRect();
    if (!room || !edge.current?.hasPointerCapture(event.pointerId)) return;
    share(side, ((isLeft() ? event.clientX - room.left : room.right - event.clientX) / room.width) * 100);
  };

  const keys = (event: KeyboardEvent) => {
    const right = isLeft() ? STEP : -STEP;
    const steps: Record<string, () => number | undefined> = {
      ArrowRight: () => measured() + right,
      ArrowLeft: () => measured() - right,
      Home: () => LEAST,
      End: () => MOST,
      Enter: () => undefined,
    };
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    share(side, step());
    event.preventDefault();
  };

  return (
    <div
      ref={edge}
      class={`divider divider-${side}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(side === "form" ? "pane.edge-form" : "pane.edge-files")}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={LEAST}
      title={t("pane.edge-help")}
      onKeyDown={keys}
      onPointerDown={(event) => {
        edge.current?.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={drag}
      onDblClick={() => share(side)}
    />
  );
}
