import { filterTips, SORTS, type Sort, sortTips } from "../core/filter.ts";
import { EMPTY_JOURNAL } from "../core/journal.ts";
import { favoriteTips, readTips } from "../core/reading.ts";
import { counted } from "../core/text.ts";
import { defineCommand } from "./command.ts";
import { entriesOf, LIMIT_OPTION, NO_FAVORITES, showsStars, TOPIC_OPTION, YEAR_OPTION } from "./shared.ts";

export const list = defineCommand({
  name: "list",
  aliases: ["ls"],
  summary: "all tips, newest first",
  description: [
    "The number before a tip is its place among all tips, newest first, and stays the same whatever the list leaves out.",
  ],
  options: {
    topic: TOPIC_OPTION,
    year: YEAR_OPTION,
    since: {
      kind: "date",
      value: "date",
      summary: "only tips published on this day or later",
      completion: "date",
    },
    until: {
      kind: "date",
      value: "date",
      summary: "only tips published on this day or earlier",
      completion: "date",
    },
    favorites: { kind: "flag", summary: "only your favourites" },
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
  },
  examples: [
    { line: "cstip list --topic empathy", does: "what there is on empathy" },
    { line: "cstip list --year 2017", does: "one year" },
    {
      line: "cstip list --since 2026-01-01 --reverse",
      does: "from January on, oldest first",
    },
    { line: "cstip list --unread --limit 5", does: "the latest you have not read yet" },
    { line: "cstip list | cut -f3", does: "the ids, for a script" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run({ options, output }, context) {
    const library = context.library();
    const { topic: topics, year, since, until, limit } = options;
    const asksJournal = options.favorites || options.unread || showsStars(output);
    const { events } = asksJournal ? context.journal.read() : EMPTY_JOURNAL;
    const favorites = favoriteTips(events);
    const found = filterTips(library.tips, {
      topics,
      year,
      since,
      until,
      only: options.favorites ? favorites : undefined,
      without: options.unread ? readTips(events) : undefined,
    });
    const sorted = sortTips(found, (options.sort as Sort | undefined) ?? "date", options.reverse ?? false);
    const view = {
      kind: "tip-list",
      entries: entriesOf(sorted.slice(0, limit), library.tips, favorites),
    } as const;
    if (found.length > 0) return { view };
    if (options.favorites && favorites.size === 0) return { view, nothingFound: NO_FAVORITES };
    const all = counted(library.tips.length, "tip");
    return { view, nothingFound: `none of ${all} matches: loosen a filter, or see 'cstip topics'` };
  },
});
