import { screen } from "../state/view";
import { t } from "../texts";
import { Differences } from "./differences";
import { Drop } from "./drop";
import { Header } from "./frame/header";
import { Says } from "./frame/says";
import { Gallery } from "./gallery";
import { Help } from "./help";
import { OpenDialog } from "./open";
import { Save } from "./save";
import { Share } from "./share";
import { Room } from "./room";
import { Update } from "./update";

/** The whole page. */
export function Page() {
  return (
    <>
      <a class="skip" href="#main" onClick={toMain}>
        {t("page.skip")}
      </a>
      <Header />
      <Says />
      {screen.value === "gallery" ? <Gallery /> : <Room />}
      <Share />
      <OpenDialog />
      <Save />
      <Differences />
      <Help />
      <Drop />
      <Update />
    </>
  );
}

function toMain(event: Event) {
  // The address holds the design: a fragment of its own would take it away.
  event.preventDefault();
  document.getElementById("main")?.focus();
}
