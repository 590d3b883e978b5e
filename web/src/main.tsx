// The layers of the style come first: what is fetched later goes into them.
import "./style/index.css";
import { render } from "preact";
import { listen } from "./actions/keys";
import { load } from "./core";
import { keepPage } from "./io/offline";
import { Page } from "./part/page";
import { fetchWorkshop } from "./part/room";
import { afterPaint } from "./state/paint";
import { keepAddress } from "./state/open";
import { keepTaste } from "./state/taste";
import { t } from "./texts";

keepTaste();
const place = document.getElementById("page");
try {
  // A link leads to a design at once; otherwise the gallery goes first.
  if (location.hash.length > 1) void fetchWorkshop();
  await load();
  keepAddress();
  listen();
  if (place) render(<Page />, place);
  // One can work from here on.
  afterPaint(() => performance.mark("interactive"));
  requestAnimationFrame(() => setTimeout(() => void fetchWorkshop()));
  void keepPage();
} catch (fault) {
  place?.querySelector(".lead")?.replaceChildren(t("page.broken"));
  throw fault;
}
