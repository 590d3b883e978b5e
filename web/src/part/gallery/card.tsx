import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Pattern } from "../../core";
import { enterAnew } from "../../state/open";
import { inTurn } from "../../state/paint";
import { t } from "../../texts";
import { PatternPicture } from "../picture";
import { counts, release, smallest } from "./choice";

/** One pattern: how it looks, and what a person should know before choosing it. */
export function Card({ pattern }: { pattern: Pattern }) {
  const place = useRef<HTMLLIElement>(null);
  const due = useSignal(false);
  useEffect(() => {
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        seen.disconnect();
        // The pictures come after the words: the first view is not kept waiting.
        inTurn(() => (due.value = true));
      },
      { rootMargin: "200px" },
    );
    if (place.current) seen.observe(place.current);
    return () => seen.disconnect();
  }, []);
  const drawn = useComputed(() => (due.value ? smallest(pattern.key) : ""));
  // Of one pattern nothing need be said: there is no other.
  const { patterns = [] } = release.value ?? {};
  const usual = patterns.length > 1 && patterns[0] === pattern.key;
  return (
    <li class="card" ref={place}>
      <div class="card-picture">{drawn.value && <PatternPicture text={drawn.value} />}</div>
      <div class="card-text">
        <h2>
          <button type="button" class="card-choose" onClick={() => enterAnew(smallest(pattern.key))}>
            {pattern.name}
          </button>
          {usual && <span class="tag">{t("gallery.usual")}</span>}
        </h2>
        <p class="card-counts">{drawn.value ? counts(drawn.value) : pattern.summary}</p>
        <dl class="card-facts">
          <dt>{t("gallery.choose")}</dt>
          <dd>{pattern.choose}</dd>
          <dt>{t("gallery.avoid")}</dt>
          <dd>{pattern.avoid}</dd>
          <dt>{t("gallery.survives")}</dt>
          <dd>{pattern.survives}</dd>
        </dl>
      </div>
    </li>
  );
}
