import { type Chooser, type Extent, markedTip } from "../core/chooser.ts";
import { type Library, type Tip, topicsOf } from "../core/tip.ts";
import { toAscii } from "./ascii.ts";
import { tipBlocks } from "./card.ts";
import { clip, clipStart } from "./clip.ts";
import { mapStrings } from "./index.ts";
import { type Paint, paintFor } from "./paint.ts";
import { longDate, ownTakeaway } from "./phrases.ts";
import type { Style } from "./view.ts";
import { widthOf } from "./width.ts";
import { padTo, wrap } from "./wrap.ts";

export interface ChooserView {
  readonly chooser: Chooser;
  readonly library: Library;
  isFavorite(tip: Tip): boolean;
  /** Said in place of what the keys do. */
  readonly notice?: string | undefined;
}

/** Fewer rows have no blank line, and nothing of the marked tip. */
const LEAST_ROWS = 8;
/** Narrower than this says how many tips are found, and not of how many; and then not that it is a filter. */
const LEAST_FOR_ALL = 30;
const LEAST_FOR_NAME = 16;
/** Before its number a tip has its mark and its star. */
const MARKS = 4;

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
  none: ["Ctrl-U or Esc clears", "Esc clears"],
  tip: [
    "j/k scroll · n/p turn · f favorite · Enter prints it and leaves · Esc goes back",
    "n/p turn · f favorite · Enter prints · Esc back",
    "f favorite · Enter prints · Esc back",
    "Enter prints, Esc back",
    "Esc back",
  ],
} as const;

/** What a screen of so many rows holds of the list, and of the marked tip. */
export function extentOf(view: ChooserView, style: Style, rows: number): Extent {
  const lines = view.chooser.focus === "tip" ? readingLines(view, style).length : 0;
  return { page: pageOf(rows), rows: readingRows(rows), lines };
}

/** Tips at once: half of what query, blank line and keys leave; all of it on a small screen. */
function pageOf(rows: number): number {
  return rows < LEAST_ROWS ? Math.max(1, rows - 2) : Math.max(2, Math.floor((rows - 3) / 2));
}

function readingRows(rows: number): number {
  return Math.max(1, rows < LEAST_ROWS ? rows - 1 : rows - 2);
}

/** The chooser as text of at most `rows` lines, none wider than the style says. */
export function chooserFrame(view: ChooserView, style: Style, rows: number): string {
  const paint = paintFor(style);
  const shown = view.chooser.focus === "tip" ? readingFrame(view, style, rows) : listFrame(view, style, rows);
  const status = showable(view.notice, style) ?? keysFor(view.chooser, style);
  // The last line of the screen, wherever the others end.
  while (shown.length < rows - 1) shown.push("");
  const lines = [...shown, paint.quiet(clip(status, style))].slice(0, Math.max(rows, 1));
  return style.unicode ? lines.join("\n") : toAscii(lines.join("\n"));
}

/** Texts as the terminal can show them: made so before they are measured, since `…` is three columns as `...`. */
function showable<Value>(value: Value, { unicode }: Style): Value {
  return unicode ? value : mapStrings(value, toAscii);
}

/** Query and list, and what the marked tip begins with. Where there is one line, it is the one that keys change. */
function listFrame(view: ChooserView, style: Style, rows: number): string[] {
  const paint = paintFor(style);
  const page = pageOf(rows);
  const list = listLines(view, page, style, paint);
  if (rows < 2 && view.chooser.focus === "list") return list;
  const above = [queryLine(view, style, paint), ...list];
  if (rows < LEAST_ROWS) return above;
  const tip = markedTip(view.chooser);
  return [...above, "", ...(tip ? beginningOf(tip, style, rows - 3 - page, paint) : [])];
}

/** The part of the marked tip that is on the screen, and its place in the list. */
function readingFrame(view: ChooserView, style: Style, rows: number): string[] {
  const lines = readingLines(view, style);
  const room = readingRows(rows);
  const from = Math.min(view.chooser.scroll, Math.max(0, lines.length - room));
  const shown = lines.slice(from, from + room);
  if (rows < LEAST_ROWS) return shown;
  while (shown.length < room) shown.push("");
  const { hits, at } = view.chooser;
  const more = from + room < lines.length ? " · more below" : "";
  return [...shown, paintFor(style).quiet(clip(`${at + 1} of ${hits.length}${more}`, style))];
}

function readingLines({ chooser, library, isFavorite }: ChooserView, style: Style): string[] {
  const tip = markedTip(chooser);
  if (!tip) return [];
  const favorite = isFavorite(tip);
  const view = { kind: "tip", tip, topics: topicsOf(tip, library.topics), favorite } as const;
  const blocks = tipBlocks(showable(view, style), undefined, style.width, style, paintFor(style));
  return blocks.flatMap((block, at) => (at === 0 ? block : ["", ...block]));
}

function keysFor({ focus, query, hits }: Chooser, { width }: Style): string {
  const list = query !== "" ? "query" : focus === "query" ? "all" : "list";
  const state = focus === "tip" ? "tip" : hits.length === 0 ? "none" : list;
  const all: readonly string[] = KEYS[state];
  return all.find((keys) => widthOf(keys) <= width) ?? all.at(-1) ?? "";
}

function queryLine({ chooser, library }: ChooserView, style: Style, paint: Paint): string {
  const { query, focus, hits } = chooser;
  const { width } = style;
  const count = width < LEAST_FOR_ALL ? ` ${hits.length}` : ` ${hits.length} of ${library.tips.length}`;
  const name = width < LEAST_FOR_NAME ? "" : "Filter: ";
  const room = Math.max(1, width - widthOf(name) - widthOf(count));
  const end = focus === "query" ? "_" : "";
  const shown = clipStart(showable(query, style), room - 1) + end;
  const whole = name + padTo(shown, room);
  return widthOf(whole + count) <= width ? whole + paint.quiet(count) : clip(shown, style);
}

function listLines(view: ChooserView, page: number, style: Style, paint: Paint): string[] {
  const { hits, at } = view.chooser;
  const first = Math.max(0, Math.min(at - Math.floor(page / 2), hits.length - page));
  const numbers = new Map(view.library.tips.map((tip, index) => [tip.id, index + 1]));
  const columns = `#${view.library.tips.length}`.length + 1;
  const lines = hits.slice(first, first + page).map((tip, index) => {
    const isMarked = first + index === at;
    const marks = `${isMarked ? "> " : "  "}${view.isFavorite(tip) ? "★ " : "  "}`;
    const label = padTo(`#${numbers.get(tip.id) ?? 0}`, columns);
    const text = titleAndDate(tip, { ...style, width: style.width - MARKS - columns });
    const whole = clip(`${marks}${label}${text}`, style);
    return isMarked ? paint.heading(paint.accent(whole)) : whole;
  });
  if (lines.length === 0) lines.push(paint.quiet(clip(`  ${nothingHas(view)}`, style)));
  while (lines.length < page) lines.push("");
  return lines;
}

/** Why there is no tip, by what is typed. */
function nothingHas({ chooser: { query }, library: { tips } }: ChooserView): string {
  if (/^\s*#?\d+\s*$/.test(query)) return `no tip has this number: there are ${tips.length}`;
  return `nothing has ${/\S\s+\S/.test(query) ? "these words" : "this word"}`;
}

/** The date at the end, where there is room for it. */
function titleAndDate(tip: Tip, style: Style): string {
  const title = showable(tip.title, style);
  const date = longDate(tip.published);
  const room = style.width - widthOf(date) - 2;
  if (room <= 20) return clip(title, style);
  return `${padTo(clip(title, { ...style, width: room }), room)}  ${date}`;
}

/** As much of a tip as there are rows for. */
function beginningOf(marked: Tip, style: Style, rows: number, paint: Paint): string[] {
  const tip = showable(marked, style);
  const { title, body } = tip;
  const { width } = style;
  const takeaway = ownTakeaway(tip);
  const lines = [
    ...wrap(title, width).map((line) => paint.heading(line)),
    ...(takeaway === undefined ? [] : wrap(takeaway, width).map((line) => paint.accent(line))),
    "",
    ...body.flatMap((paragraph) => [...wrap(paragraph, width), ""]),
  ];
  return lines.slice(0, rows);
}
