import { type Chooser, type Extent, markedTip } from "../core/chooser.ts";
import { type Library, type Tip, topicsOf } from "../core/tip.ts";
import { toAscii } from "./ascii.ts";
import { tipBlocks } from "./card.ts";
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
/** A tip that is read has the screen but for a blank line and the keys. */
const UNDER_TIP = 2;
/** Narrower than this says how many tips are found, and not of how many. */
const LEAST_FOR_ALL = 30;

/** What the keys do, from what says most to what fits anywhere. */
const KEYS = {
  all: [
    "type to filter · arrows move · Enter reads · Ctrl-F favorite · Esc leaves",
    "type to filter · Enter reads · Esc leaves",
    "Enter reads, Esc leaves",
    "Esc leaves",
  ],
  list: [
    "type to filter · arrows move · Enter reads · f favorite · Esc leaves",
    "f favorite · Enter reads · Esc leaves",
    "Enter reads, Esc leaves",
    "Esc leaves",
  ],
  query: [
    "arrows move · Enter reads · Ctrl-F favorite · Ctrl-U or Esc clears",
    "arrows move · Enter reads · Esc clears",
    "Enter reads, Esc clears",
    "Esc clears",
  ],
  none: ["nothing has these words: Esc clears them", "Esc clears"],
  tip: [
    "arrows scroll · f favorite · Enter prints it and leaves · Esc goes back",
    "f favorite · Enter prints · Esc back",
    "Enter prints, Esc back",
    "Esc back",
  ],
} as const;

/** What a screen of so many rows holds of the list, and of the marked tip. */
export function extentOf(view: ChooserView, style: Style, rows: number): Extent {
  const lines = view.chooser.focus === "tip" ? readingLines(view, style).length : 0;
  return { page: pageOf(rows), rows: Math.max(1, rows - UNDER_TIP), lines };
}

function pageOf(rows: number): number {
  return Math.max(2, Math.floor((Math.max(rows, LEAST_ROWS) - OTHER_LINES) / 2));
}

/** The chooser as text of at most `rows` lines, none wider than the style says. */
export function chooserFrame(view: ChooserView, style: Style, rows: number): string {
  const paint = paintFor(style);
  const shown = view.chooser.focus === "tip" ? readingFrame(view, style, rows) : listFrame(view, style, rows);
  const lines = [...shown, paint.quiet(keysFor(view.chooser, style.width))];
  const text = lines.slice(0, Math.max(rows, 1)).join("\n");
  return style.unicode ? text : toAscii(text);
}

/** Query and list, and what the marked tip begins with. */
function listFrame(view: ChooserView, style: Style, rows: number): string[] {
  const paint = paintFor(style);
  const page = pageOf(rows);
  const left = Math.max(0, rows - OTHER_LINES - page);
  const tip = markedTip(view.chooser);
  const below = tip ? beginningOf(tip, style.width, left, paint) : [];
  return [queryLine(view, style, paint), ...listLines(view, page, style, paint), "", ...below];
}

/** The part of the marked tip that is on the screen. */
function readingFrame(view: ChooserView, style: Style, rows: number): string[] {
  const lines = readingLines(view, style);
  const room = Math.max(1, rows - UNDER_TIP);
  const from = Math.min(view.chooser.scroll, Math.max(0, lines.length - room));
  return [...lines.slice(from, from + room), ""];
}

function readingLines({ chooser, library, isFavorite }: ChooserView, style: Style): string[] {
  const tip = markedTip(chooser);
  if (!tip) return [];
  const view = {
    kind: "tip",
    tip,
    topics: topicsOf(tip, library.topics),
    favorite: isFavorite(tip),
  } as const;
  return tipBlocks(view, undefined, style.width, style, paintFor(style)).flatMap((block, at) =>
    at === 0 ? block : ["", ...block],
  );
}

function keysFor({ focus, query, hits }: Chooser, width: number): string {
  const state =
    focus === "tip"
      ? "tip"
      : hits.length === 0
        ? "none"
        : query !== ""
          ? "query"
          : focus === "query"
            ? "all"
            : "list";
  return KEYS[state].find((keys) => widthOf(keys) <= width) ?? clip(KEYS[state].at(-1) ?? "", width);
}

function queryLine({ chooser, library }: ChooserView, { width }: Style, paint: Paint): string {
  const { query, focus, hits } = chooser;
  const count = width < LEAST_FOR_ALL ? String(hits.length) : `${hits.length} of ${library.tips.length}`;
  const room = Math.max(4, width - 10 - widthOf(count));
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
  if (lines.length === 0) lines.push(paint.quiet(clip("  nothing found", style.width)));
  while (lines.length < page) lines.push("");
  return lines;
}

/** As much of a tip as there are rows for. */
function beginningOf(tip: Tip, width: number, rows: number, paint: Paint): string[] {
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
