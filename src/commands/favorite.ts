import type { Context } from "../context.ts";
import { filterTips } from "../core/filter.ts";
import { referencesIn } from "../core/find-tip.ts";
import { favoriteTips, lastRead } from "../core/reading.ts";
import { counted } from "../core/text.ts";
import type { Tip } from "../core/tip.ts";
import { tipOfTheWeek } from "../core/tip-of-the-week.ts";
import { FailedError, NothingFoundError } from "../errors.ts";
import { type Argument, defineCommand, type Group } from "./command.ts";
import { entriesOf, listView, NO_FAVORITES, requireTip, SUMMARIES_OPTION } from "./shared.ts";

const TIP: Argument = {
  name: "tip",
  summary: "as for 'show', or several by number or id; without one, the tip that you read last",
  variadic: true,
  optional: true,
  completion: "tip",
};

const add = defineCommand({
  name: "add",
  summary: "make a tip a favorite",
  arguments: [TIP],
  examples: [
    { line: "cstip favorite add 3", does: "the third of the list; 'add 3 5' two of them" },
    { line: "cstip fav add lift it up", does: "by title" },
    { line: "cstip fav add", does: "the one you have just read" },
  ],
  formats: [],
  needsJournal: true,
  run({ arguments: words }, context) {
    const favorites = favoriteTips(context.journal.strict.read().events);
    return text(
      tipsMeant(words, context).map((tip) => {
        if (favorites.has(tip.id)) return `★ ${tip.title} is a favorite already.`;
        noteDown("favorited", tip, context);
        return `★ ${tip.title} is a favorite now.`;
      }),
    );
  },
});

const remove = defineCommand({
  name: "remove",
  aliases: ["rm"],
  summary: "make it one no longer",
  arguments: [{ ...TIP, completion: "favorite" }],
  examples: [{ line: "cstip favorite remove lift-it-up", does: "by id" }],
  formats: [],
  needsJournal: true,
  run({ arguments: words }, context) {
    const favorites = favoriteTips(context.journal.strict.read().events);
    const tips = tipsMeant(words, context);
    const other = tips.find(({ id }) => !favorites.has(id));
    if (other) throw new NothingFoundError(`'${other.title}' is no favorite`, "see 'cstip favorite list'");
    for (const tip of tips) noteDown("unfavorited", tip, context);
    return text(tips.map(({ title }) => `${title} is no favorite any more.`));
  },
});

const list = defineCommand({
  name: "list",
  aliases: ["ls"],
  summary: "your favorites, newest first",
  examples: [
    { line: "cstip favorite list", does: "all of them" },
    { line: "cstip list --favorites --topic empathy", does: "those on a topic" },
  ],
  options: { summaries: SUMMARIES_OPTION },
  formats: ["card", "plain", "json", "markdown"],
  run({ options }, context) {
    const { tips } = context.library();
    const favorites = favoriteTips(context.journal.read().events);
    const found = filterTips(tips, { only: favorites });
    const gone = favorites.size - found.length;
    if (gone > 0)
      context.notice(`${counted(gone, "favorite")} not in the library any more, so not in this list`);
    const view = listView(entriesOf(found, tips, favorites), options);
    if (found.length > 0) return { view };
    return { view, nothingFound: NO_FAVORITES };
  },
});

export const favorite: Group = {
  name: "favorite",
  aliases: ["fav", "favorites", "favourite"],
  summary: "the tips that you want to find again",
  commands: [add, remove, list],
};

/** Without words: the tip read last, else that of this week. */
function tipsMeant(words: readonly string[], context: Context): Tip[] {
  const library = context.library();
  if (words.length > 0)
    return [...new Set(referencesIn(library, words).map((reference) => requireTip(library, reference)))];
  const last = lastRead(context.journal.read().events);
  const tip = library.tips.find(({ id }) => id === last) ?? tipOfTheWeek(library, context.today())?.tip;
  if (!tip) throw new NothingFoundError("there are no tips");
  return [tip];
}

/** Favorites are what the journal says: where it cannot say it, that is no success. */
function noteDown(event: "favorited" | "unfavorited", tip: Tip, context: Context): void {
  if (!context.keepsJournal) {
    throw new FailedError(
      "favorites are kept in the journal, which is off",
      "'cstip config set journal true' turns it on, unless CSTIP_JOURNAL or --no-journal says no",
    );
  }
  context.journal.strict.append({ event, tip: tip.id });
}

function text(lines: readonly string[]) {
  return { view: { kind: "text", text: `${lines.join("\n")}\n`, sentences: true } } as const;
}
