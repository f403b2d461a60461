import { isoOf } from "../core/calendar.ts";
import { textOf } from "./marks.ts";
import type { Renderer, TipEntry, TipView } from "./view.ts";

/** The public format: field names are those of the corpus; fields are added, never renamed. */
export const json: Renderer = {
  tip: (view) => printed(tipData(view)),
  tips: ({ views }) => printed(views.map(tipData)),
  "tip-list": ({ entries }) => printed(entries.map(entryData)),
  hits: ({ hits }) =>
    printed(
      hits.map(({ score, related, number, tip, favorite, matches }) => ({
        score: Number(score.toFixed(4)),
        ...(related && { related }),
        number,
        ...(favorite && { favorite }),
        tip,
        matches: matches.map(({ field, segments }) => ({
          field,
          text: textOf(segments),
          words: segments.filter(({ marked }) => marked).map(({ text }) => text),
        })),
      })),
    ),
  "topic-list": ({ topics }) => printed(topics),
  table: ({ data }) => printed(data),
  banner: ({ tip }) => printed(tip),
  collection: ({ topics, tips }) => printed({ version: 1, topics, tips }),
  text: ({ text, data }) => (data === undefined ? text : printed(data)),
};

/** The tip itself, so that a list can be imported again: what else is known of it stands among its fields. */
function entryData({ number, tip, favorite }: TipEntry): unknown {
  return { number, ...tip, ...(favorite && { favorite }) };
}

function tipData({ tip, occasion, favorite }: TipView): unknown {
  if (!occasion) return { ...tip, ...(favorite && { favorite }) };
  const { number, from, to } = occasion.week;
  const week = { from: isoOf(from), to: isoOf(to), number };
  return { date: isoOf(occasion.date), week, reason: occasion.reason, tip };
}

function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
