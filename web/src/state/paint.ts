/** Does something once what changed just now is painted; what it gives back calls it off. */
export function afterPaint(work: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => (timer = window.setTimeout(work)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

const waiting: (() => void)[] = [];

/** Does something that can wait, after what was asked for before it: one thing in a frame, so that the page answers in between. */
export function inTurn(work: () => void) {
  if (waiting.push(work) === 1) afterPaint(next);
}

function next() {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) afterPaint(next);
}
