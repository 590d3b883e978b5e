// The address bar keeps the design: reload, bookmark, back and forward bring it back. Literal secrets never go there.
import { effect } from "@preact/signals";
import * as core from "../core";
import { t } from "../texts";
import { begin, exchange, text, tree, unsaved } from "./design";
import { asText, notice, says, screen, step } from "./view";

/** Milliseconds without a change before the address follows. */
const PAUSE = 400;
/** The fragment that stands for the text in sight. */
let current = "";

/** Begins at the design of the address, or at the gallery, and keeps both together from then on. */
export function keepAddress() {
  open(location.hash);
  addEventListener("popstate", () => open(location.hash));
  addEventListener("hashchange", () => open(location.hash));
  addEventListener("beforeunload", (event) => {
    if (unsaved.value) event.preventDefault();
  });
  let timer = 0;
  effect(() => {
    const now = text.value;
    clearTimeout(timer);
    if (now !== "" && screen.value !== "gallery") timer = window.setTimeout(() => follow(now), PAUSE);
  });
}

/** Opens what stands behind the `#` of the address. */
export function open(hash: string) {
  const fragment = hash.replace(/^#/, "");
  if (fragment === "") {
    screen.value = "gallery";
    return;
  }
  if (fragment === current) {
    screen.value = "design";
    return;
  }
  const shared = core.unshare(fragment);
  if (shared.text === null) {
    notice.value = shared.fault?.message ?? "";
    return;
  }
  enter(shared.text);
  current = fragment;
  notice.value = shared.leftOut.length > 0 ? t("page.left-out", { settings: shared.leftOut.join(", ") }) : "";
}

/** Goes to a design. One that was not saved is not lost for it. */
function enter(now: string) {
  asText.value = false;
  if (text.value !== "" && unsaved.value) {
    exchange(now, t("page.another"));
    says.value = t("page.kept");
  } else begin(now);
  step.value = "";
  screen.value = "design";
}

/** Puts a design that a person chose into the address, as a step of the browser's history. */
export function enterAnew(now: string) {
  enter(now);
  const { fragment } = core.share(now);
  if (fragment === null) return;
  current = fragment;
  history.pushState(null, "", `#${fragment}`);
}

function follow(now: string) {
  const shared = core.share(now);
  if (shared.fragment === null) {
    // A fault of grammar is shown at its line: to say it at every pause would be too much.
    if (tree.value !== null) says.value = shared.fault?.message ?? "";
    return;
  }
  if (shared.fragment === current) return;
  current = shared.fragment;
  history.replaceState(null, "", `#${shared.fragment}`);
}
