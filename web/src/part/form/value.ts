// Values as a person reads and types them.
import type { Choice, JsonValue, Kind } from "../../core";
import { t } from "../../texts";

/** A value in words; empty for none. */
export function plain(value: JsonValue | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return t(value ? "form.yes" : "form.no");
  if (Array.isArray(value)) return value.map(plain).join(", ");
  if (typeof value === "object") return Object.keys(value).join(", ");
  return String(value);
}

/** The word of a choice: a text, or the one key of a table. */
export function word(value: JsonValue | null | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.keys(value)[0];
  return undefined;
}

export function choices(kind: Kind): Choice[] | undefined {
  if (kind === "switch")
    return [true, false].map((value) => ({ value, label: t(value ? "form.yes" : "form.no"), help: "" }));
  return typeof kind === "object" && "choice" in kind ? kind.choice : undefined;
}

/** Which of the choices a value is. */
export function placeOf(all: Choice[], value: JsonValue | null | undefined): number {
  if (value === null || value === undefined) return -1;
  return all.findIndex((it) => it.value === value || (word(value) !== undefined && word(it.value) === word(value)));
}

/** What the core writes in place of a secret. */
const MASK = "••••••";

/** Whether what was said is not shown. */
export function isHidden(value: JsonValue | null): boolean {
  return typeof value === "string" && value.includes(MASK);
}
