import type { Context } from "../context.ts";
import { favoriteTips } from "../core/reading.ts";
import { folded } from "../core/text.ts";
import type { Library, Tip } from "../core/tip.ts";
import { UsageError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { readingView } from "./shared.ts";

export const browse = defineCommand({
  name: "browse",
  summary: "look through the tips: type to filter, move, read",
  description: [
    "Type to filter, best first. The arrows, Page Up and Down, Home and End move; f makes a tip a favourite or takes that back (Ctrl-F while you type); Enter shows the tip in full, Escape leaves.",
  ],
  examples: [{ line: "cstip browse", does: "on a terminal" }],
  formats: ["card", "plain"],
  async run({ output }, context) {
    if (!context.interactive) {
      throw new UsageError("browse needs a terminal", "elsewhere 'cstip list' and 'cstip search' serve");
    }
    const library = context.library();
    const tip = await context.browse({
      library,
      search: (query) => searchSimply(library, query),
      ...favoritesOf(context),
      output,
    });
    return { view: tip ? readingView(tip, context, output) : ({ kind: "text", text: "" } as const) };
  },
});

/** All words somewhere in title, takeaway, summary, keywords or text. */
function searchSimply(library: Library, query: string): readonly Tip[] {
  const words = folded(query).split(" ").filter(Boolean);
  if (words.length === 0) return library.tips;
  return library.tips.filter((tip) => {
    const text = folded([tip.title, tip.takeaway, tip.summary, ...tip.keywords, ...tip.body].join(" "));
    return words.every((word) => text.includes(word));
  });
}

function favoritesOf(context: Context) {
  const favorites = favoriteTips(context.journal.read().events);
  return {
    isFavorite: (tip: Tip) => favorites.has(tip.id),
    toggleFavorite: (tip: Tip) => {
      const event = favorites.has(tip.id) ? "unfavorited" : "favorited";
      if (!context.journal.append({ event, tip: tip.id })) return;
      if (!favorites.delete(tip.id)) favorites.add(tip.id);
    },
  };
}
