import * as core from "../../core";

/** A pattern's smallest cluster, as a picture that only looks. */
export function PatternPicture({ text }: { text: string }) {
  const svg = core.picture(text) ?? "";
  return <img alt="" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}
