// The form pane: the questions, or the design's text.
import { useSignalEffect } from "@preact/signals";
import { text, tree } from "../../state/design";
import { asText } from "../../state/view";
import { t } from "../../texts";
import { Form } from "../form";
import { Editor } from "./editor";

export function Answers() {
  useSignalEffect(() => {
    // A fault of grammar leaves nothing to ask: it is mended in the text.
    if (tree.value === null && text.value !== "") asText.value = true;
  });
  const ways = [
    { title: t("text.questions"), chosen: !asText.value, able: tree.value !== null, run: () => (asText.value = false) },
    { title: t("text.title"), chosen: asText.value, able: true, run: () => (asText.value = true) },
  ];
  return (
    <div class="answers">
      <div class="answers-ways" role="group" aria-label={t("text.ways")}>
        {ways.map(({ title, chosen, able, run }) => (
          <button
            key={title}
            type="button"
            class="button bare small"
            aria-pressed={chosen}
            disabled={!able}
            onClick={run}
          >
            {title}
          </button>
        ))}
      </div>
      {asText.value ? <Editor /> : <Form />}
    </div>
  );
}
