import { EMPTY_JOURNAL } from "../core/journal.ts";
import { favoriteTips } from "../core/reading.ts";
import { counted } from "../core/text.ts";
import { defineCommand } from "./command.ts";
import { FILTER_OPTIONS, pickTips } from "./filters.ts";
import { entriesOf, listView, NO_FAVORITES, SUMMARIES_OPTION, tellsFavorites } from "./shared.ts";

export const list = defineCommand({
  name: "list",
  aliases: ["ls"],
  summary: "all tips, newest first",
  description: [
    "The number before a tip is its place among all tips, newest first, and stays the same whatever the list leaves out.",
  ],
  options: { ...FILTER_OPTIONS, summaries: SUMMARIES_OPTION },
  examples: [
    { line: "cstip list --topic empathy", does: "what there is on empathy" },
    { line: "cstip list --year 2017", does: "one year" },
    {
      line: "cstip list --since 2026-01-01 --reverse",
      does: "from January on, oldest first",
    },
    { line: "cstip list --limit 5 --summaries", does: "the latest, and what each is about" },
    { line: "cstip list --unread --limit 5", does: "the latest you have not read yet" },
    { line: "cstip list | cut -f3", does: "the ids, for a script" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run({ options, output }, context) {
    const library = context.library();
    const asksJournal = options.favorites || options.unread || tellsFavorites(output);
    const { events } = asksJournal ? context.journal.read() : EMPTY_JOURNAL;
    const favorites = favoriteTips(events);
    const picked = pickTips(library.tips, options, events);
    const view = listView(entriesOf(picked, library.tips, favorites), options);
    if (picked.length > 0) return { view };
    if (options.favorites && favorites.size === 0) return { view, nothingFound: NO_FAVORITES };
    const all = counted(library.tips.length, "tip");
    return { view, nothingFound: `none of ${all} matches: loosen a filter, or see 'cstip topics'` };
  },
});
