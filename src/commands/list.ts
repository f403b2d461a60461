import { filterTips, SORTS, type Sort, sortTips } from "../core/filter.ts";
import { counted } from "../core/text.ts";
import { defineCommand } from "./command.ts";
import { entriesOf, LIMIT_OPTION, TOPIC_OPTION, YEAR_OPTION } from "./shared.ts";

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
    { line: "cstip list | cut -f3", does: "the ids, for a script" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run({ options }, context) {
    const library = context.library();
    const { topic: topics, year, since, until, limit } = options;
    const found = filterTips(library.tips, { topics, year, since, until });
    const sorted = sortTips(found, (options.sort as Sort | undefined) ?? "date", options.reverse ?? false);
    const view = {
      kind: "tip-list",
      entries: entriesOf(sorted.slice(0, limit), library.tips),
    } as const;
    if (found.length > 0) return { view };
    return {
      view,
      nothingFound: `none of ${counted(library.tips.length, "tip")} matches: loosen a filter, or see 'cstip topics'`,
    };
  },
});
