import { useEffect } from "preact/hooks";

let first = true;

/** Where a screen took another's place, the focus goes to it: what had it is gone. */
export function useArrival() {
  useEffect(() => {
    if (!first && document.activeElement === document.body) document.getElementById("main")?.focus();
    first = false;
  }, []);
}
