import { counted } from "../core/text.ts";
import { defineCommand } from "./command.ts";
import { FILTER_OPTIONS, pickTips } from "./filters.ts";
import { entriesOf } from "./shared.ts";

export const list = defineCommand({
  name: "list",
  aliases: ["ls"],
  summary: "all tips, newest first",
  description: [
    "The number before a tip is its place among all tips, newest first, and stays the same whatever the list leaves out.",
  ],
  options: FILTER_OPTIONS,
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
    const picked = pickTips(library.tips, options);
    const view = { kind: "tip-list", entries: entriesOf(picked, library.tips) } as const;
    if (picked.length > 0) return { view };
    return {
      view,
      nothingFound: `none of ${counted(library.tips.length, "tip")} matches: loosen a filter, or see 'cstip topics'`,
    };
  },
});
