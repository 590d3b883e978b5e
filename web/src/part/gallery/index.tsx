import { text } from "../../state/design";
import { dialog, screen } from "../../state/view";
import { t } from "../../texts";
import { useArrival } from "../frame/arrival";
import { Card } from "./card";
import { choice, chosen, matching, products, release } from "./choice";

/** The first screen: every pattern of clustering, to begin a design with. */
export function Gallery() {
  useArrival();
  const found = matching.value;
  return (
    <main id="main" class="gallery" tabIndex={-1}>
      <h1>{t("gallery.title")}</h1>
      <p class="lead">{t("gallery.lead")}</p>
      <div class="gallery-tools">
        <label class="labelled">
          <span>{t("gallery.product")}</span>
          <select
            value={chosen.value?.id ?? ""}
            onChange={(event) => (choice.value = { ...choice.value, product: event.currentTarget.value, release: "" })}
          >
            {products.value.map((it) => (
              <option key={it.id} value={it.id}>
                {it.name}
              </option>
            ))}
          </select>
        </label>
        <label class="labelled">
          <span>{t("gallery.release")}</span>
          <select
            value={release.value?.version ?? ""}
            onChange={(event) => (choice.value = { ...choice.value, release: event.currentTarget.value })}
          >
            {chosen.value?.releases.toReversed().map((it) => (
              <option key={it.version} value={it.version}>
                {t("gallery.release-line", { version: it.version, kernel: it.kernel, by: it.configuredBy })}
              </option>
            ))}
          </select>
        </label>
        <label class="labelled search">
          <span>{t("gallery.search")}</span>
          <input
            type="search"
            value={choice.value.search}
            placeholder={t("gallery.search-hint")}
            onInput={(event) => (choice.value = { ...choice.value, search: event.currentTarget.value })}
          />
        </label>
        <div class="gallery-else">
          {text.value !== "" && (
            <button type="button" class="button strong" onClick={() => (screen.value = "design")}>
              {t("gallery.continue")}
            </button>
          )}
          <button type="button" class="button" onClick={() => (dialog.value = "open")}>
            {t("gallery.open")}
          </button>
        </div>
      </div>
      <p class="hidden" role="status">
        {t("gallery.found", { number: found.length })}
      </p>
      {found.length === 0 && (
        <p>
          {t("gallery.none")}{" "}
          <button type="button" class="link" onClick={() => (choice.value = { ...choice.value, search: "" })}>
            {t("gallery.all")}
          </button>
        </p>
      )}
      <ul class="cards" onKeyDown={walk}>
        {found.map((it) => (
          <Card key={it.key} pattern={it} />
        ))}
      </ul>
    </main>
  );
}

/** Arrows go from card to card: as they lie on the screen. */
function walk(event: KeyboardEvent) {
  const target = event.target;
  if (!(event.currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>(".card-choose")];
  const here = cards.indexOf(target);
  if (here < 0) return;
  const top = (card: HTMLElement | undefined) => card?.closest("li")?.offsetTop;
  const columns = cards.filter((card) => top(card) === top(cards[0])).length;
  const forward = document.documentElement.dir === "rtl" ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -here,
    End: cards.length - 1 - here,
  };
  const by = steps[event.key];
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  cards[here + by]?.focus();
}
