import type { Context } from "../context.ts";
import type { Day } from "../core/calendar.ts";
import type { JournalEvent, NewEvent } from "../core/journal-event.ts";
import { favoriteTips, missedWeeks } from "../core/reading.ts";
import { counted } from "../core/text.ts";
import type { Library } from "../core/tip.ts";
import { type Choice, tipOfTheWeek } from "../core/tip-of-the-week.ts";
import { weekNumbered, weekOf } from "../core/week.ts";
import type { TipView } from "../render/view.ts";
import { defineCommand } from "./command.ts";
import { readEvent, showsStars, tipView } from "./shared.ts";

/** More than this at once nobody reads. */
const AT_ONCE = 8;

export const catchUp = defineCommand({
  name: "catch-up",
  aliases: ["catchup"],
  summary: "the tips of the weeks you missed",
  description: [
    "The weeks since the last one whose tip you read, oldest first, eight at a time; this week's is among them where you have not read it. What it shows is noted down as read, so that the next time goes on from there; JSON, which is for scripts, is not.",
  ],
  options: {
    all: { kind: "flag", short: "a", summary: "however many weeks they are" },
    since: {
      kind: "start",
      value: "date",
      summary: "the weeks not read from this day on, whatever was read since",
      completion: "date",
    },
  },
  examples: [
    { line: "cstip catch-up", does: "after a holiday" },
    { line: "cstip catch-up --all --markdown", does: "all of it, to read elsewhere" },
    { line: "cstip catch-up --since -8w", does: "what was not read of the last eight weeks" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run({ options, output }, context) {
    const library = context.library();
    const current = weekOf(context.today()).number;
    const { events } = context.journal.read();
    const since = options.since === undefined ? undefined : weekOf(options.since).number;
    const weeks = unreadWeeks(events, current, since);
    const shown = options.all ? weeks : weeks.slice(0, AT_ONCE);
    const favorites = showsStars(output) ? favoriteTips(events) : new Set<string>();
    const views: TipView[] = [];
    const reads: NewEvent[] = [];
    for (const number of shown) {
      const { from } = weekNumbered(number);
      const choice = tipOfTheWeek(library, from);
      if (!choice) continue;
      views.push({
        ...viewOf(choice, from, library),
        ...(favorites.has(choice.tip.id) && { favorite: true }),
      });
      reads.push(readEvent(choice.tip, { number, late: number < current }));
    }
    const view = { kind: "tips", views } as const;
    if (views.length === 0) return { view, nothingFound: nothingMissed(events.some(isOfAWeek), context) };
    const rest = weeks.length - shown.length;
    if (rest > 0)
      context.notice(`${counted(rest, "week")} more: 'cstip catch-up' again goes on, --all shows all`);
    return { view, events: reads };
  },
});

/** Those missed, and the current one where its tip was not read. None for who has never read one. */
function unreadWeeks(events: readonly JournalEvent[], current: number, since?: number): number[] {
  const missed = missedWeeks(events, current, since);
  const begun = since === undefined ? events.some(isOfAWeek) : since <= current;
  const isRead = events.some((event) => event.event === "read" && event.week === current);
  return begun && !isRead ? [...missed, current] : missed;
}

function viewOf({ tip, week, reason }: Choice, date: Day, library: Library): TipView {
  return { ...tipView(tip, library.topics), occasion: { date, week, reason } };
}

function isOfAWeek(event: JournalEvent): boolean {
  return event.event === "read" && event.week !== undefined;
}

/** Where the journal is off, what was read since is not known. */
function nothingMissed(hasRead: boolean, { keepsJournal }: Context): string {
  if (!keepsJournal) {
    return "the journal is off, so what you missed is not known: --since <date> shows the weeks from a day on";
  }
  return hasRead
    ? "you have missed no week: 'cstip today' shows this week's tip again"
    : "no week was read yet, so none is missed: begin with 'cstip today'";
}
