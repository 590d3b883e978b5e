// The page's signs, drawn in strokes of the text's colour on a field of 24.
const STROKES = {
  undo: "M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11",
  redo: "m15 14 5-5-5-5M20 9H9.5a5.5 5.5 0 0 0 0 11H13",
  open: "M3 19V6a1 1 0 0 1 1-1h5l2 3h8a1 1 0 0 1 1 1v2M3 19l3-8h16l-3 8z",
  save: "M5 3h11l4 4v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM8 3v5h7V3M8 21v-7h8v7",
  share: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
  download: "M12 3v12m-5-5 5 5 5-5M4 20h16",
  keys: "M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8",
  gallery: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  guide: "M9 6h11M9 12h11M9 18h11M4 6l1 1 2-2M4 12l1 1 2-2M4 18l1 1 2-2",
  add: "M12 5v14M5 12h14",
  many: "M4 6h10M4 12h10M4 18h6M18 13v8M14 17h8",
  remove: "M5 7h14M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3",
  duplicate: "M9 9h11v11H9zM5 15H4V4h11v1",
  up: "m6 14 6-6 6 6",
  down: "m6 10 6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  path: "M4 20 14 4M14 20h6",
  wrap: "M3 6h18M3 12h15a3 3 0 0 1 0 6h-5m3-3-3 3 3 3M3 18h5",
  tree: "M4 4v14h6M4 9h6M13 6h8v5h-8zM13 15h8v5h-8z",
  difference: "M12 4v8M8 8h8M8 18h8",
  differences: "M12 4v8M8 8h8M8 18h8",
  drift: "M3 5h12v9H3zM7 18h4M9 14v4M16 9h5v11h-8v-4M16 13l2 2 3-4",
} as const;

export type Sign = keyof typeof STROKES;

export function isSign(key: string): key is Sign {
  return Object.hasOwn(STROKES, key);
}

export function Icon({ sign }: { sign: Sign }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={STROKES[sign]} />
    </svg>
  );
}
