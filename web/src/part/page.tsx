import { pane, screen } from "../state/view";
import { t } from "../texts";
import { ActionButton } from "./button";
import { Differences } from "./differences";
import { Drop } from "./drop";
import { Files } from "./files";
import { Form } from "./form";
import { Bar } from "./frame/bar";
import { Header } from "./frame/header";
import { Says } from "./frame/says";
import { Gallery } from "./gallery";
import { Guide } from "./guide";
import { Help } from "./help";
import { OpenDialog } from "./open";
import { Picture } from "./picture";
import { Problems } from "./problems";
import { Save } from "./save";
import { Sentence } from "./sentence";
import { Share } from "./share";

/** The whole page. */
export function Page() {
  return (
    <>
      <a class="skip" href="#main" onClick={toMain}>
        {t("page.skip")}
      </a>
      <Header />
      <Says />
      {screen.value === "gallery" ? <Gallery /> : <Workshop />}
      <Share />
      <OpenDialog />
      <Save />
      <Differences />
      <Help />
      <Drop />
    </>
  );
}

/** Where a design is worked on. */
function Workshop() {
  const guide = screen.value === "guide";
  return (
    <>
      <div class="result">
        <Sentence />
        <ActionButton id="guide" tone={guide ? "pressed" : ""} />
      </div>
      <main id="main" class={guide ? "panes with-guide" : "panes"} data-pane={pane.value} tabIndex={-1}>
        {guide ? (
          <section class="pane pane-form" aria-label={t("pane.guide")}>
            <Guide />
          </section>
        ) : (
          <>
            <section class="pane pane-form" aria-label={t("pane.form")}>
              <Form />
            </section>
            <section class="pane pane-picture" aria-label={t("pane.picture")}>
              <Picture />
            </section>
            <section class="pane pane-problems" aria-label={t("pane.problems")}>
              <Problems />
            </section>
          </>
        )}
        <section class="pane pane-files" aria-label={t("pane.files")}>
          <Files />
        </section>
      </main>
      <Bar />
    </>
  );
}

function toMain(event: Event) {
  // The address holds the design: a fragment of its own would take it away.
  event.preventDefault();
  document.getElementById("main")?.focus();
}
