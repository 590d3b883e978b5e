import { join } from "../actions";
import { files } from "../actions/files";
import { name } from "../state/design";
import { type Side, shareOf } from "../state/room";
import { pane, screen } from "../state/view";
import { t } from "../texts";
import { ActionButton } from "./button";
import { Drift } from "./drift";
import { Files } from "./files";
import { useArrival } from "./frame/arrival";
import { Bar } from "./frame/bar";
import { Divider } from "./frame/divider";
import { Guide } from "./guide";
import { Picture } from "./picture";
import { Problems } from "./problems";
import { Sentence } from "./sentence";
import { Answers } from "./text";
import "../style/form.css";
import "../style/table.css";

join(files);

/** Where a design is worked on. */
export function Workshop() {
  useArrival();
  const guide = screen.value === "guide";
  return (
    <>
      <div class="result">
        <Sentence />
        <ActionButton id="guide" tone={guide ? "pressed" : ""} />
      </div>
      <main
        id="main"
        class={guide ? "panes with-guide" : "panes"}
        style={{ "--form-share": percent("form"), "--files-share": percent("files") }}
        data-pane={pane.value}
        tabIndex={-1}
      >
        <h1 class="hidden">{t("page.design", { name: name.value })}</h1>
        {guide ? (
          <section class="pane pane-form" aria-label={t("pane.guide")}>
            <Guide />
          </section>
        ) : (
          <>
            <section class="pane pane-form" aria-label={t("pane.form")}>
              <Answers />
            </section>
            <Divider side="form" />
            <section class="pane pane-picture" aria-label={t("pane.picture")}>
              <Picture />
            </section>
            <section class="pane pane-problems" aria-label={t("pane.problems")}>
              <Problems />
            </section>
            <Divider side="files" />
          </>
        )}
        <section class="pane pane-files" aria-label={t("pane.files")}>
          <Files />
        </section>
      </main>
      <Bar />
      <Drift />
    </>
  );
}

const percent = (side: Side) => (shareOf(side) === undefined ? undefined : `${shareOf(side)}%`);
