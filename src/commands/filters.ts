import type { Context } from "../context.ts";
import { isoOf } from "../core/calendar.ts";
import { filterTips, SORTS, type Sort, sortTips } from "../core/filter.ts";
import type { JournalEvent } from "../core/journal-event.ts";
import { favoriteTips, readTips } from "../core/reading.ts";
import type { Tip } from "../core/tip.ts";
import { UsageError } from "../errors.ts";
import type { Options, OptionValues } from "./command.ts";
import { LIMIT_OPTION, TOPIC_OPTION, YEAR_OPTION } from "./shared.ts";

/** The options by which lists and `export` pick tips. */
export const FILTER_OPTIONS = {
  topic: TOPIC_OPTION,
  year: YEAR_OPTION,
  since: {
    kind: "start",
    value: "date",
    summary: "only tips published on this day or later; also a month or a year",
    completion: "date",
  },
  until: {
    kind: "end",
    value: "date",
    summary: "only tips published on this day or earlier; also a month or a year",
    completion: "date",
  },
  favorites: { kind: "flag", aliases: ["favourites"], summary: "only your favorites" },
  unread: { kind: "flag", short: "u", summary: "only tips you have not read yet" },
  sort: {
    kind: "text",
    short: "s",
    value: "order",
    summary: "order of the list",
    choices: SORTS,
  },
  reverse: { kind: "flag", short: "r", summary: "turn the order round" },
  limit: LIMIT_OPTION,
} as const satisfies Options;

/** The tips that the options pick, in the order they ask for; `events` say what was read and favorited. */
export function pickTips(
  tips: readonly Tip[],
  options: OptionValues<typeof FILTER_OPTIONS>,
  events: readonly JournalEvent[],
): Tip[] {
  const { topic: topics, year, since, until, limit } = options;
  // No filter is too narrow here: the two were exchanged.
  if (since !== undefined && until !== undefined && since > until) {
    const span = `--since is ${isoOf(since)} and --until is ${isoOf(until)}, which is earlier`;
    throw new UsageError(span, "exchange the two");
  }
  const only = options.favorites ? favoriteTips(events) : undefined;
  const without = options.unread ? readTips(events) : undefined;
  const found = filterTips(tips, { topics, year, since, until, only, without });
  const sorted = sortTips(found, (options.sort as Sort | undefined) ?? "date", options.reverse ?? false);
  return sorted.slice(0, limit);
}

/** What the options need of the journal: nothing where none of them asks for it. */
export function eventsFor(
  { favorites, unread }: OptionValues<typeof FILTER_OPTIONS>,
  context: Context,
): readonly JournalEvent[] {
  return favorites || unread ? context.journal.read().events : [];
}
