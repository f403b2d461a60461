import boxen from "boxen";
import { topicsOf } from "../core/tip.ts";
import { bannerLines } from "./banner.ts";
import { headLines, hitCards, marginFor } from "./hit-list.ts";
import { type Paint, paintFor } from "./paint.ts";
import {
  longDate,
  missedSentence,
  ownTakeaway,
  reasonSentence,
  textNotes,
  topicNames,
  weekSpan,
} from "./phrases.ts";
import { hasBox } from "./style.ts";
import { tableCard } from "./table.ts";
import { starred, tipLines } from "./tip-list.ts";
import type { Renderer, Style, TipEntry, TipView } from "./view.ts";
import { widthOf } from "./width.ts";
import { padTo, setText, wrap, wrapBalanced, wrapParagraph, wrapWith } from "./wrap.ts";

/** For a terminal: a tip in a box, lists set in columns. */
export const card: Renderer = {
  tip: (view, style) => {
    const paint = paintFor(style);
    const boxed = hasBox(style);
    const gutter = style.width < 60 ? 1 : 3;
    const width = boxed ? style.width - 2 - 2 * gutter : style.width;
    const title = titleFor(view, width);
    const text = tipBlocks(view, title, width, style, paint)
      .map((block) => block.join("\n"))
      .join("\n\n");
    const missed = view.occasion?.missed;
    const under = missed
      ? `${wrap(missedSentence(missed), style.width)
          .map((line) => paint.quiet(line))
          .join("\n")}\n`
      : "";
    if (!boxed) return under ? `${text}\n\n${under}` : `${text}\n`;
    const margin = fits(`${text}\n${under}`, style) ? 1 : 0;
    const box = boxen(text, {
      width: style.width,
      padding: { top: margin, bottom: margin, left: gutter, right: gutter },
      borderStyle: style.unicode ? "round" : "classic",
      dimBorder: true,
      ...(title !== undefined && { title }),
    });
    return `${box}\n${under}`;
  },
  tips: ({ views }, style) => views.map((view) => card.tip(view, { ...style, rows: undefined })).join("\n"),
  "tip-list": ({ entries, summaries, topics }, style) => {
    if (!summaries) return tipLines(entries, style, topics);
    const paint = paintFor(style);
    const margin = marginFor(entries);
    return `${entries.map((entry) => entryLines(entry, margin, style.width, paint).join("\n")).join("\n\n")}\n`;
  },
  hits: ({ hits }, style) => hitCards(hits, style),
  "topic-list": ({ topics }, style) => {
    const paint = paintFor(style);
    const idColumns = Math.max(...topics.map(({ id }) => widthOf(id))) + 2;
    return `${topics
      .flatMap(({ id, tips, description }) => {
        const count = String(tips).padStart(4);
        if (style.width < idColumns + 30) {
          const head = wrap(`${id} ${count.trim()}`, style.width).map((line) => paint.heading(line));
          return [...head, ...wrapWith("  ", description, style.width)];
        }
        const [first = "", ...rest] = wrap(description, style.width - idColumns - 6);
        const indent = " ".repeat(idColumns + 6);
        return [
          `${paint.heading(padTo(id, idColumns))}${paint.quiet(count)}  ${first}`,
          ...rest.map((line) => indent + line),
        ];
      })
      .join("\n")}\n`;
  },
  table: tableCard,
  banner: (view, style) => {
    const paint = paintFor(style);
    return bannerLines(view, style.width, style.unicode)
      .map(({ text, quiet }) => `${quiet ? paint.quiet(text) : text}\n`)
      .join("");
  },
  collection: (view, style) =>
    card.tips(
      {
        kind: "tips",
        views: view.tips.map((tip) => ({ kind: "tip", tip, topics: topicsOf(tip, view.topics) })),
      },
      style,
    ),
  text: (view, { width }) => setText(view, width),
};

/** What a card has beside its text, and the prompt below it. */
const ROWS_AROUND = 5;

/** Whether a card can stand whole on the screen with a blank line above and below its text. */
function fits(text: string, { rows }: Style): boolean {
  return !rows || text.split("\n").length - 1 + ROWS_AROUND <= rows;
}

/** What stands in the border: the week, where it fits. */
function titleFor({ occasion }: TipView, width: number): string | undefined {
  if (!occasion) return undefined;
  const whole = `Tip of the week · ${weekSpan(occasion.week)}`;
  return widthOf(whole) + 2 <= width ? whole : "Tip of the week";
}

/** What a tip says, in blocks of lines with a blank one between them. */
export function tipBlocks(
  view: TipView,
  title: string | undefined,
  width: number,
  style: Style,
  paint: Paint,
): string[][] {
  const { tip, topics } = view;
  const arrow = style.unicode ? "→ " : "- ";
  const painted = (painter: (text: string) => string, text: string) =>
    wrap(text, width).map((line) => painter(line));
  const blocks = [
    [
      ...painted(paint.heading, starred(tip.title, view.favorite)),
      ...painted(paint.quiet, [longDate(tip.published), topicNames(topics)].filter(Boolean).join(" · ")),
    ],
    wrapBalanced(ownTakeaway(tip) ?? "", width).map((line) => paint.accent(line)),
    ...tip.body.map((paragraph) => wrapParagraph(paragraph, width)),
  ];
  if (tip.actions.length > 0) {
    const items = tip.actions.flatMap((action) =>
      wrapWith(arrow, action, width).map((line, index) =>
        index === 0 ? paint.marker(arrow) + line.slice(arrow.length) : line,
      ),
    );
    blocks.push([paint.heading("What to do"), ...items]);
  }
  const notes = notesFor(view, title).flatMap((note) => painted(paint.quiet, note));
  if (notes.length > 0) blocks.push(notes);
  if (title !== undefined && !hasBox(style)) blocks.unshift([paint.quiet(title)]);
  return blocks.filter(([first]) => first !== "");
}

function notesFor({ tip, occasion }: TipView, title: string | undefined): string[] {
  const notes: string[] = [];
  if (occasion) {
    const span = weekSpan(occasion.week);
    const reason = reasonSentence(occasion.reason, tip.season);
    notes.push(title?.includes(span) ? reason : `${span}. ${reason}`);
  }
  notes.push(...textNotes(tip));
  return notes;
}

function entryLines(entry: TipEntry, margin: number, width: number, paint: Paint): string[] {
  const summary = wrap(entry.tip.summary, width - margin).map((line) => " ".repeat(margin) + line);
  return [...headLines(entry, margin, width, paint), ...summary];
}
