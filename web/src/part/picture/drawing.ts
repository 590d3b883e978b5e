// From the core's text of a picture to elements of the page.
import { t } from "../../texts";

/** The picture as elements, without a style of its own: the page's colours hold. Nothing where it is no picture. */
export function drawn(svg: string): SVGSVGElement | undefined {
  const root = parsed(svg);
  if (!(root instanceof SVGSVGElement)) return undefined;
  // Arrow heads are looked up by name, and several pictures may be on the page.
  const heads = root.querySelector("marker");
  const own = `arrow-${(count += 1)}`;
  heads?.setAttribute("id", own);
  for (const end of ["marker-start", "marker-end"]) {
    for (const it of root.querySelectorAll(`[${end}]`)) it.setAttribute(end, `url(#${own})`);
  }
  root.removeAttribute("width");
  root.removeAttribute("height");
  root.setAttribute("role", "group");
  for (const box of root.querySelectorAll<SVGGElement>("g[data-at]")) {
    const at = box.dataset.at?.split(" ")[0] ?? "";
    box.setAttribute("role", "button");
    box.setAttribute("tabindex", "0");
    box.setAttribute("aria-label", t("picture.go", { name: nameOf(box), path: at }));
  }
  return document.importNode(root, true);
}

let count = 0;

/** The core's own style is left out before anything reads it: the page's policy refuses styles in elements. */
function parsed(svg: string): Element {
  return new DOMParser().parseFromString(svg.replace(/<style>[^<]*<\/style>/, ""), "image/svg+xml").documentElement;
}

/** What is written in a box, in full. */
function nameOf(box: Element): string {
  const lines = [...box.querySelectorAll("text")].map((it) => it.querySelector("title")?.textContent ?? it.textContent);
  return lines.filter((it) => it).join(", ");
}

/** Everything that the boxes say, for those who do not see the picture. */
export function wordsOf(svg: string): string[] {
  const root = parsed(svg);
  return [...root.querySelectorAll("g[data-at]")].map(nameOf);
}
