import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { arrive, arriveText, reading } from "../io/arrive";
import { chosen, dropped } from "../io/folder";
import { t } from "../texts";

/** Whether something that could be taken is held over the page. */
const over = signal(false);

/** Takes what is dropped anywhere on the page, and says what is being read. */
export function Drop() {
  useEffect(() => {
    const stop = new AbortController();
    const on = (name: "dragover" | "dragleave" | "drop", does: (event: DragEvent) => void) =>
      addEventListener(name, does, { signal: stop.signal });
    on("dragover", (event) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      over.value = true;
    });
    on("dragleave", (event) => {
      // Between two elements of the page there is a next one.
      if (event.relatedTarget === null) over.value = false;
    });
    on("drop", (event) => {
      over.value = false;
      if (!isOurs(event) || !event.dataTransfer) return;
      event.preventDefault();
      const { items, files } = event.dataTransfer;
      // What is dropped is gone once the event is over: it is taken now, and read later.
      const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((it) => it !== null);
      const text = event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain");
      if (entries.length > 0) void arrive(dropped(entries));
      // Files that are in no file system of this machine, such as those of another program.
      else if (files.length > 0) void arrive(chosen(files));
      else if (text !== "") arriveText(text);
    });
    return () => stop.abort();
  }, []);
  const says = reading.value !== "" ? t("io.reading", { name: reading.value }) : over.value ? t("io.drop") : "";
  return (
    <div class={says === "" ? "drop" : "drop on"} role="status">
      {says !== "" && <p>{says}</p>}
    </div>
  );
}

/** Not what is dragged into a field, and nothing that is no file and no text. */
function isOurs(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes("Files")) return true;
  const target = event.target;
  const field = target instanceof HTMLElement && target.matches("input, textarea");
  return !field && (types.includes("text/uri-list") || types.includes("text/plain"));
}
