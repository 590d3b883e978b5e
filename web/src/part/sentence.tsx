import { computed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { checked, sound } from "../state/design";
import { t } from "../texts";

/** What was said last of a design without errors: it stays while one is mended, so that nothing jumps. */
const said = computed((): string => {
  const now = checked.value.sentence ?? "";
  if (checked.value.ok || sound.value === "") last = now;
  return last || now;
});
let last = "";

/** What the design comes to: two lines of it, and all of it for those who ask. */
export function Sentence() {
  const place = useRef<HTMLParagraphElement>(null);
  const long = useSignal(false);
  const whole = useSignal(false);
  useEffect(() => {
    const line = place.current;
    if (!line) return undefined;
    const seen = new ResizeObserver(() => {
      if (!whole.peek()) long.value = line.scrollHeight > line.clientHeight + 1;
    });
    seen.observe(line);
    return () => seen.disconnect();
  }, []);
  useEffect(() => {
    const line = place.current;
    if (line && !whole.value) long.value = line.scrollHeight > line.clientHeight + 1;
  }, [said.value]);
  const late = !checked.value.ok;
  return (
    <div class={late ? "sentence late" : "sentence"}>
      <p
        ref={place}
        class={whole.value ? "sentence-words" : "sentence-words short"}
        role="status"
        title={late ? t("page.late") : undefined}
      >
        {said.value}
      </p>
      {long.value && (
        <button type="button" class="link" aria-expanded={whole.value} onClick={() => (whole.value = !whole.value)}>
          {t(whole.value ? "page.less" : "page.all")}
        </button>
      )}
    </div>
  );
}
