import type { Context } from "../context.ts";
import type { Tip, Topic } from "../core/tip.ts";
import type { TipEntry, TipView } from "../render/view.ts";
import type { Option } from "./command.ts";

/** Options that several commands have, so that each is the same everywhere. */
export const TOPIC_OPTION = {
  kind: "topics",
  short: "t",
  value: "topic",
  summary: "only tips of this topic; may be given more than once",
  completion: "topic",
} as const satisfies Option;

export const YEAR_OPTION = {
  kind: "year",
  value: "year",
  summary: "only tips published in this year",
} as const satisfies Option;

export const LIMIT_OPTION = {
  kind: "count",
  short: "n",
  value: "count",
  summary: "at most this many",
} as const satisfies Option;

/** A tip with the names of its topics. */
export function tipView(tip: Tip, topics: readonly Topic[]): TipView {
  return {
    kind: "tip",
    tip,
    topics: tip.topics.flatMap((id) => topics.find((topic) => topic.id === id) ?? []),
  };
}

/** By id, the number of a tip: its place in the whole library, from 1. */
export function numbersOf(all: readonly Tip[]): ReadonlyMap<string, number> {
  return new Map(all.map((tip, index) => [tip.id, index + 1]));
}

/** The tips as a list, each with its number in the whole library. */
export function entriesOf(tips: readonly Tip[], all: readonly Tip[]): TipEntry[] {
  const numbers = numbersOf(all);
  return tips.map((tip) => ({ number: numbers.get(tip.id) ?? 0, tip }));
}

/** Writes down that a tip was read. */
export function markRead(context: Context, tip: Tip): void {
  context.journal.append({ event: "read", tip: tip.id });
}
