import type { Context } from "../context.ts";
import { favoriteTips } from "../core/reading.ts";
import type { Library, Tip } from "../core/tip.ts";
import { UsageError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { readEvent, reading } from "./shared.ts";

export const browse = defineCommand({
  name: "browse",
  summary: "look through the tips: type to filter, move, read",
  description: [
    "Type to filter, best first. The arrows, Page Up and Down, Home and End move. Enter opens the tip to read, and from there prints it and leaves. Ctrl-F makes a tip a favorite or takes that back, and so does f once you have moved. Escape goes one step back: from the tip to the list, from a filter to all tips, and out.",
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
      search: await finder(library, context),
      ...favoritesOf(context),
      noteRead: (marked) => context.journal.append(readEvent(marked)),
      output,
    });
    // It was noted down when it was opened.
    return { view: tip ? reading(tip, context, output).view : { kind: "text", text: "" } };
  },
});

/** The search of `search`, ready for one query after another; all tips where nothing is asked for. */
async function finder(library: Library, context: Context): Promise<(query: string) => readonly Tip[]> {
  const { searchTips } = await import("../core/search/search.ts");
  const { index, isWord } = await context.searchData(library);
  return (text) => {
    if (text.trim() === "") return library.tips;
    const { hits } = searchTips(library, index, { text, today: context.today(), isWord });
    return hits.filter(({ related }) => !related).map(({ tip }) => tip);
  };
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
