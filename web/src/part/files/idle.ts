/**
 * Does something when nothing has happened for a while and the page is idle. What it gives back calls it off; what runs longer is told
 * by `isStale` that nobody waits for it any more.
 */
export function whenIdle(work: (isStale: () => boolean) => void, wait: number): () => void {
  let stale = false;
  let idle = 0;
  const begin = () => work(() => stale);
  const timer = setTimeout(() => {
    // Safari has no such callback.
    if (typeof requestIdleCallback === "function") idle = requestIdleCallback(begin, { timeout: 2000 });
    else begin();
  }, wait);
  return () => {
    stale = true;
    clearTimeout(timer);
    if (idle !== 0) cancelIdleCallback(idle);
  };
}
