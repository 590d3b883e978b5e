import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { notice } from "../state/view";
import { t } from "../texts";

const workshop = signal<ComponentType | undefined>(undefined);

/** Fetches what a design is worked on with: the gallery is in sight before. */
export async function fetchWorkshop() {
  if (workshop.value) return;
  try {
    const { Workshop } = await import("./workshop");
    workshop.value = Workshop;
  } catch {
    notice.value = t("page.broken");
  }
}

/** Where a design is worked on, once it is there. */
export function Room() {
  const Workshop = workshop.value;
  return Workshop ? <Workshop /> : <main id="main" class="panes" aria-busy="true" tabIndex={-1} />;
}
