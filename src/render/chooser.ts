import { type Chooser, markedTip } from "../core/chooser.ts";
import type { Library, Tip } from "../core/tip.ts";
import { toAscii } from "./ascii.ts";
import { type Paint, paintFor } from "./paint.ts";
import { longDate } from "./phrases.ts";
import type { Style } from "./view.ts";
import { widthOf } from "./width.ts";
import { padTo, wrap } from "./wrap.ts";

export interface ChooserView {
  readonly chooser: Chooser;
  readonly library: Library;
  isFavorite(tip: Tip): boolean;
}

/** Query, a blank line under the list, and the keys. */
const OTHER_LINES = 3;
/** What the screen needs so that there is anything to see. */
const LEAST_ROWS = 6;

/** How many tips the list shows at once on a screen of so many rows. */
export function pageOf(rows: number): number {
  return Math.max(2, Math.floor((Math.max(rows, LEAST_ROWS) - OTHER_LINES) / 2));
}

/** The chooser as text of at most `rows` lines, none wider than the style says: the list, the marked tip, the keys. */
export function chooserFrame(view: ChooserView, style: Style, rows: number): string {
  const paint = paintFor(style);
  const { chooser } = view;
  const page = pageOf(rows);
  const list = listLines(view, page, style, paint);
  const left = Math.max(0, rows - OTHER_LINES - page);
  const tip = markedTip(chooser);
  const below = tip ? tipLines(tip, style.width, left, paint) : [];
  const keys =
    chooser.focus === "query"
      ? "Enter reads · arrows move · Ctrl-F favorite · Ctrl-U clears · Esc leaves"
      : "type to filter · arrows move · f favorite · Enter reads · Esc leaves";
  const lines = [queryLine(view, style, paint), ...list, "", ...below, paint.quiet(clip(keys, style.width))];
  const text = lines.slice(0, Math.max(rows, 1)).join("\n");
  return style.unicode ? text : toAscii(text);
}

function queryLine({ chooser, library }: ChooserView, { width }: Style, paint: Paint): string {
  const { query, focus, hits } = chooser;
  const count = `${hits.length} of ${library.tips.length}`;
  const room = Math.max(8, width - 10 - widthOf(count));
  const end = focus === "query" ? "_" : "";
  const shown = clipStart(query, room - 1) + end;
  return clip(`Filter: ${padTo(shown, room)}`, width - widthOf(count) - 1) + paint.quiet(` ${count}`);
}

function listLines(view: ChooserView, page: number, style: Style, paint: Paint): string[] {
  const { hits, at } = view.chooser;
  const first = Math.max(0, Math.min(at - Math.floor(page / 2), hits.length - page));
  const numbers = new Map(view.library.tips.map((tip, index) => [tip.id, index + 1]));
  const lines = hits.slice(first, first + page).map((tip, index) => {
    const marked = first + index === at;
    const star = view.isFavorite(tip) ? "★ " : "  ";
    const label = padTo(`#${numbers.get(tip.id) ?? 0}`, 5);
    const date = longDate(tip.published);
    const room = style.width - 9 - widthOf(date) - 2;
    const dated = room > 20;
    const title = clip(tip.title, dated ? room : style.width - 9);
    const line = dated ? `${padTo(title, room)}  ${date}` : title;
    const whole = clip(`${marked ? "> " : "  "}${star}${label}${line}`, style.width);
    return marked ? paint.heading(paint.accent(whole)) : whole;
  });
  if (lines.length === 0) lines.push(paint.quiet(clip("  nothing has these words", style.width)));
  while (lines.length < page) lines.push("");
  return lines;
}

function tipLines(tip: Tip, width: number, rows: number, paint: Paint): string[] {
  const lines = [
    ...wrap(tip.title, width).map((line) => paint.heading(line)),
    ...wrap(tip.takeaway, width).map((line) => paint.accent(line)),
    "",
    ...tip.body.flatMap((paragraph) => [...wrap(paragraph, width), ""]),
  ];
  return lines.slice(0, rows);
}

/** The start of a text, in at most so many columns. */
function clip(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let shown = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(shown + segment) >= columns) break;
    shown += segment;
  }
  return `${shown}…`;
}

function clipStart(text: string, columns: number): string {
  const segments = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  while (segments.length > 0 && widthOf(segments.join("")) > columns) segments.shift();
  return segments.join("");
}
