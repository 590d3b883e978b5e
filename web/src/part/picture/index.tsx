// The cluster as the core draws it. Every box leads to its question and its files.
import { computed, signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { checked, picture, sound } from "../../state/design";
import { goTo, isInside } from "../../state/jump";
import { setting } from "../../state/view";
import { t } from "../../texts";
import "../../style/picture.css";
import { showFolder } from "../files/bundle";
import { drawn, wordsOf } from "./drawing";

export { PatternPicture } from "./pattern";

/** What was drawn last: it stays in sight while a design cannot be decided. */
const shown = computed<string | undefined>((): string | undefined => {
  if (sound.value === "") last = undefined;
  return (last = picture.value ?? last);
});
let last: string | undefined;

/** How large it is: 0 fits the room, 1 is its own size. */
const zoom = signal(0);

/** Whether its words are unfolded. */
const told = signal(false);

const ZOOMS = [0, 0.5, 0.75, 1, 1.5, 2] as const;

const closer = computed(() => ZOOMS.find((it) => it > zoom.value));
const farther = computed(() => ZOOMS.findLast((it) => it < zoom.value && it > 0) ?? (zoom.value > 0 ? 0 : undefined));

export function Picture() {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef("");

  useSignalEffect(() => {
    const svg = shown.value ?? "";
    if (!place.current || svg === last.current) return;
    last.current = svg;
    const focused = document.activeElement?.closest<SVGGElement>("g[data-at]")?.dataset;
    const made = drawn(svg);
    place.current.replaceChildren(...(made ? [made] : []));
    if (!made || !focused?.at) return;
    const same = [...made.querySelectorAll<SVGGElement>("g[data-at]")];
    same.find((it) => it.dataset.at === focused.at && it.dataset.folder === focused.folder)?.focus();
  });

  useSignalEffect(() => {
    void shown.value;
    for (const box of place.current?.querySelectorAll<SVGGElement>("g[data-at]") ?? []) {
      const at = box.dataset.at?.split(" ") ?? [];
      box.classList.toggle("here", setting.value !== "" && at.some((it) => isInside(setting.value, it)));
    }
  });

  useSignalEffect(() => {
    const size = zoom.value;
    const svg = place.current?.querySelector("svg");
    void shown.value;
    if (!svg) return;
    const width = svg.viewBox.baseVal.width;
    svg.style.setProperty("inline-size", size === 0 ? "100%" : `${width * size}px`);
  });

  const choose = (event: Event) => {
    const box = event.target instanceof Element ? event.target.closest<SVGGElement>("g[data-at]") : null;
    const at = box?.dataset.at?.split(" ")[0];
    if (!box || !at) return;
    if (box.dataset.folder) showFolder(box.dataset.folder);
    goTo(at);
  };

  if (shown.value === undefined) return <p class="picture-none">{t("picture.none")}</p>;
  return (
    <div class="picture">
      <div class="picture-tools" role="group" aria-label={t("picture.tools")}>
        <button
          type="button"
          class="button bare small"
          aria-pressed={zoom.value === 0}
          onClick={() => (zoom.value = 0)}
        >
          {t("picture.fit")}
        </button>
        <button
          type="button"
          class="button bare small"
          aria-pressed={zoom.value === 1}
          onClick={() => (zoom.value = 1)}
        >
          {t("picture.full")}
        </button>
        <button
          type="button"
          class="button bare small"
          aria-label={t("picture.farther")}
          title={t("picture.farther")}
          disabled={farther.value === undefined}
          onClick={() => (zoom.value = farther.value ?? 0)}
        >
          −
        </button>
        <button
          type="button"
          class="button bare small"
          aria-label={t("picture.closer")}
          title={t("picture.closer")}
          disabled={closer.value === undefined}
          onClick={() => (zoom.value = closer.value ?? 0)}
        >
          +
        </button>
      </div>
      <div
        ref={place}
        class={zoom.value === 0 ? "picture-place fit" : "picture-place"}
        dir="ltr"
        tabIndex={0}
        role="region"
        aria-label={checked.value.sentence ?? t("picture.words")}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          if (event.target === event.currentTarget) return;
          event.preventDefault();
          choose(event);
        }}
      />
      <details class="picture-words" onToggle={(event) => (told.value = event.currentTarget.open)}>
        <summary>{t("picture.words")}</summary>
        <p>{checked.value.sentence}</p>
        <ul>{told.value && wordsOf(shown.value).map((it, at) => <li key={at}>{it}</li>)}</ul>
      </details>
    </div>
  );
}
