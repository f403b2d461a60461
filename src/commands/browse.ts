import type { Context } from "../context.ts";
import type { NewEvent } from "../core/journal-event.ts";
import { favoriteTips } from "../core/reading.ts";
import { cleanLine } from "../core/text.ts";
import type { Library, Tip } from "../core/tip.ts";
import { UsageError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { readEvent, reading } from "./shared.ts";

export const browse = defineCommand({
  name: "browse",
  summary: "look through the tips: type to filter, move, read",
  description: [
    "Type to filter, best first: from the first letters of a word on, narrower with each word, or by number, such as #12. Words behind the command are typed already. The arrows, Page Up and Down, Home and End move. Enter opens the tip to read, and from there prints it and leaves. Ctrl-F makes a tip a favorite or takes that back, and so does f once you have moved. Escape goes one step back: from the tip to the list, from a filter to all tips, and out.",
    "In a tip the keys are those of less: j and k, Space and b, g and G scroll, and q goes back. n and p, or Right and Left, go to the next tip of the list and the one before.",
  ],
  arguments: [
    { name: "words", summary: "the filter to begin with", optional: true, variadic: true, minus: true },
  ],
  examples: [
    { line: "cstip browse", does: "all tips, on a terminal" },
    { line: "cstip browse angry", does: "filtered already, as if you had typed it" },
  ],
  formats: ["card", "plain"],
  async run({ arguments: words, output }, context) {
    if (!context.interactive) {
      throw new UsageError("browse needs a terminal", "elsewhere 'cstip list' and 'cstip search' serve");
    }
    const library = context.library();
    const tip = await context.browse({
      library,
      // As it was typed: a word to leave out has a typographic minus here.
      query: cleanLine(words.map((word) => word.replace(/^−/, "-")).join(" ")),
      search: await finder(library, context),
      ...notesOf(context),
      output,
    });
    // It was noted down when it was opened.
    return { view: tip ? reading(tip, context, output).view : { kind: "text", text: "" } };
  },
});

/** What is typed as a filter, with the ranking of `search`; all tips where nothing is asked for. */
async function finder(library: Library, context: Context): Promise<(query: string) => readonly Tip[]> {
  const { searchTips } = await import("../core/search/search.ts");
  const { narrowing } = await import("../core/narrowing.ts");
  const { index, isWord } = await context.searchData(library);
  const today = context.today();
  const rank = (text: string) => {
    const { hits, corrections } = searchTips(library, index, { text, today, isWord });
    return { tips: hits.filter(({ related }) => !related).map(({ tip }) => tip), corrections };
  };
  return narrowing(library, rank, today);
}

/** What is noted down while one looks through the tips. Each answers in words why it was not. */
function notesOf(context: Context) {
  const favorites = favoriteTips(context.journal.read().events);
  const append = (event: NewEvent) =>
    context.journal.append(event) ? undefined : "not noted down: the journal cannot be written";
  return {
    isFavorite: (tip: Tip) => favorites.has(tip.id),
    toggleFavorite: (tip: Tip) => {
      if (!context.keepsJournal) return "favorites are off: they are kept in the journal, which is off";
      const event = favorites.has(tip.id) ? "unfavorited" : "favorited";
      const problem = append({ event, tip: tip.id });
      if (problem === undefined && !favorites.delete(tip.id)) favorites.add(tip.id);
      return problem;
    },
    noteRead: (tip: Tip) => (context.keepsJournal ? append(readEvent(tip)) : undefined),
  };
}
