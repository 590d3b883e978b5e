// Keeps the page for when there is no network, and tells when there is a newer one.
import { signal } from "@preact/signals";

/** A newer version that waits; undefined where there is none. */
export const waiting = signal<ServiceWorker | undefined>(undefined);

/** Lets the browser keep the page. Pages that came unencrypted from another machine cannot be kept. */
export async function keepPage() {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("./worker.js", { scope: "./" });
    const look = () => {
      // At the first visit the worker is not a newer version of anything.
      if (registration.waiting && navigator.serviceWorker.controller) waiting.value = registration.waiting;
    };
    look();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  } catch {
    // The page works without, as long as there is a network.
  }
}

/** Goes over to the newer version. The design stays: it is in the address. */
export function takeOver() {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.value?.postMessage("take over");
}
