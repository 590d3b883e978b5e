import { checked } from "../state/design";

/** What the design comes to, in a line. */
export function Sentence() {
  const said = checked.value.sentence;
  return (
    <p class="sentence" role="status">
      {said}
    </p>
  );
}
