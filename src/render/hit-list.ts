import { otherReason, partsOf, reasonLabel } from "./hit-parts.ts";
import { markedLines, textOf } from "./marks.ts";
import { type Paint, paintFor } from "./paint.ts";
import { longDate, RELATED } from "./phrases.ts";
import { starred, tipLines } from "./tip-list.ts";
import type { HitEntry, Style, TipEntry } from "./view.ts";
import { widthOf } from "./width.ts";
import { padTo, wrap } from "./wrap.ts";

/** What a search has found, on a terminal: hits with their excerpts, then a line each for what is like them. */
export function hitCards(hits: readonly HitEntry[], style: Style): string {
  const paint = paintFor(style);
  const margin = marginFor(hits);
  const { direct, related } = partsOf(hits);
  const blocks = direct.map((hit) => `${hitLines(hit, margin, style, paint).join("\n")}\n`);
  if (related.length > 0) {
    const heading = wrap(RELATED, style.width).map((line) => `${paint.quiet(line)}\n`);
    blocks.push(`${heading.join("")}${tipLines(related, style)}`);
  }
  return blocks.join("\n");
}

/** A hit under its title: the excerpt with its words marked, and what was found where that was not in a sentence. */
function hitLines({ matches, ...entry }: HitEntry, margin: number, style: Style, paint: Paint): string[] {
  const width = style.width - margin;
  const texts = [...markedLines(matches[0]?.segments ?? [], width, style.color, paint.mark)];
  const reason = otherReason(matches);
  if (reason) {
    const said = `${reasonLabel(reason)}: ${textOf(reason.segments)}`;
    texts.push(...wrap(said, width).map((line) => paint.quiet(line)));
  }
  return [...headLines(entry, margin, style.width, paint), ...texts.map((line) => " ".repeat(margin) + line)];
}

export function marginFor(entries: readonly TipEntry[]): number {
  return Math.max(...entries.map(({ number }) => `#${number}`.length)) + 2;
}

/** Number, title and date: in one line where they fit. */
export function headLines(
  { number, tip, favorite }: TipEntry,
  margin: number,
  width: number,
  paint: Paint,
): string[] {
  const title = starred(tip.title, favorite);
  const indent = " ".repeat(margin);
  const date = longDate(tip.published);
  const label = padTo(`#${number}`, margin);
  const gap = width - margin - widthOf(title) - widthOf(date);
  const titles = wrap(title, width - margin).map(
    (line, index) => (index === 0 ? paint.quiet(label) : indent) + paint.heading(line),
  );
  if (gap >= 2) return [`${titles[0] ?? ""}${" ".repeat(gap)}${paint.quiet(date)}`];
  return [...titles, ...wrap(date, width - margin).map((line) => indent + paint.quiet(line))];
}
