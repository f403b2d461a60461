import type { Style } from "./view.ts";
import { widthOf } from "./width.ts";

/** The start of a text in the style's width, with an ellipsis where it goes on. */
export function clip(text: string, { width, unicode }: Pick<Style, "width" | "unicode">): string {
  if (widthOf(text) <= width) return text;
  const ellipsis = unicode ? "…" : "...";
  const end = widthOf(ellipsis) <= width ? ellipsis : "";
  let shown = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(shown + segment + end) > width) break;
    shown += segment;
  }
  return shown + end;
}

/** The end of a text, in at most so many columns. */
export function clipStart(text: string, columns: number): string {
  const segments = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  while (segments.length > 0 && widthOf(segments.join("")) > columns) segments.shift();
  return segments.join("");
}
