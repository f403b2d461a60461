import { isoOf } from "../core/calendar.ts";
import { textOf } from "./marks.ts";
import type { Renderer } from "./view.ts";

/** The public format: field names are those of the corpus; fields are added, never renamed. */
export const json: Renderer = {
  tip: ({ tip, occasion }) => {
    if (!occasion) return printed(tip);
    const { number, from, to } = occasion.week;
    const week = { from: isoOf(from), to: isoOf(to), number };
    return printed({
      date: isoOf(occasion.date),
      week,
      reason: occasion.reason,
      tip,
    });
  },
  "tip-list": ({ entries }) => printed(entries.map(({ tip }) => tip)),
  hits: ({ hits }) =>
    printed(
      hits.map(({ score, tip, matches }) => ({
        score: Number(score.toFixed(4)),
        tip,
        matches: matches.map(({ field, segments }) => ({
          field,
          text: textOf(segments),
          words: segments.filter(({ marked }) => marked).map(({ text }) => text),
        })),
      })),
    ),
  "topic-list": ({ topics }) => printed(topics),
  collection: ({ topics, tips }) => printed({ version: 1, topics, tips }),
  text: ({ text }) => text,
};

function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
