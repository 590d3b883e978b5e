import { useEffect, useRef } from "preact/hooks";
import * as core from "../../core";
import "../../style/picture.css";
import { drawn } from "./drawing";

/** The picture of a design, small and only to look at; drawn when it comes in sight. */
export function PatternPicture({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const room = place.current;
    if (!room) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (!seen.some((it) => it.isIntersecting)) return;
        watcher.disconnect();
        const svg = drawn(core.picture(text) ?? "");
        if (!svg) return;
        for (const box of svg.querySelectorAll("g[data-at]")) {
          for (const name of ["role", "tabindex", "aria-label", "data-at"]) box.removeAttribute(name);
        }
        svg.setAttribute("aria-hidden", "true");
        room.replaceChildren(svg);
      },
      { rootMargin: "200px" },
    );
    watcher.observe(room);
    return () => watcher.disconnect();
  }, [text]);
  return <div ref={place} class="picture-small" aria-hidden="true" dir="ltr" />;
}
