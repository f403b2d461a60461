import { missedWeeks } from "../core/reading.ts";
import { weekOf } from "../core/week.ts";
import { NothingFoundError, UsageError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { readEvent, showsStars, tipView } from "./shared.ts";
import { readDate } from "./values.ts";

export const today = defineCommand({
  name: "today",
  aliases: ["week"],
  summary: "the tip of the week, for today or any date",
  description: [
    "A week runs from Tuesday to Monday. Its tip is one published in that week, else one for the season, else the next in a fixed rotation: the same for everybody who has the same tips.",
    "What is shown is noted down as read, unless it is JSON: that is for scripts.",
  ],
  arguments: [
    {
      name: "date",
      summary: "a day of the week you want",
      optional: true,
      words: true,
      minus: true,
      completion: "date",
    },
  ],
  options: {
    date: {
      kind: "date",
      short: "d",
      value: "date",
      summary: "the same, as an option",
      completion: "date",
    },
  },
  examples: [
    { line: "cstip today", does: "this week's tip" },
    { line: "cstip today 2026-01-20", does: "that of another week" },
    { line: "cstip today next week", does: "next week's; +1w is the same" },
    { line: "cstip today 1/20/26 --json", does: "for a script" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run({ arguments: words, options, output }, context) {
    const date = words.length > 0 ? words.join(" ") : undefined;
    if (date !== undefined && options.date !== undefined) {
      throw new UsageError("the date is given twice", "give it once, as an argument or with --date");
    }
    const now = context.today();
    const day = date === undefined ? (options.date ?? now) : readDate(date, "date", now);
    const weekly = context.weekly(day);
    if (!weekly) throw new NothingFoundError("there are no tips");
    const { tip, week, reason, topics } = weekly;
    const current = weekOf(now).number;
    // The end of the journal is enough for the weeks missed, and costs the same however long it is.
    const events = showsStars(output) ? context.journal.tail("week") : [];
    const favorite = showsStars(output) && context.journal.isFavorite(tip.id);
    const missed = week.number === current && context.keepsJournal ? missedWeeks(events, current).length : 0;
    const isOver = week.number < current;
    const read = readEvent(tip, week.number > current ? undefined : { number: week.number, late: isOver });
    return {
      view: {
        ...tipView(tip, topics),
        occasion: { date: day, week, reason, ...(missed > 0 && { missed }) },
        ...(favorite && { favorite }),
      },
      events: [read],
    };
  },
});
