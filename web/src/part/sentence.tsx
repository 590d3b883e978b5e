import { computed } from "@preact/signals";
import { checked } from "../state/design";

/** What was said last: it stays while a design cannot be decided, so that nothing jumps. */
const said = computed(() => (last = checked.value.sentence ?? last));
let last = "";

/** What the design comes to, in a line. */
export function Sentence() {
  return (
    <p class={checked.value.sentence === null ? "sentence late" : "sentence"} role="status">
      {said.value}
    </p>
  );
}
