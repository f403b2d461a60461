import { civilOf, type Day, dayOfIso, MONTHS } from "../core/calendar.ts";
import { ONLY_OPENING, OPENING_NOTE, ORIGINAL_NOTE } from "../core/notes.ts";
import { counted } from "../core/text.ts";
import type { IsoDate, Season, Tip, Topic } from "../core/tip.ts";
import type { Reason } from "../core/tip-of-the-week.ts";
import type { Week } from "../core/week.ts";

/** The sentences that formats share, so that each says the same. */

/** `January 20, 2026`; a text that is no date stays as it is. */
export function longDate(date: Day | IsoDate): string {
  const day = typeof date === "number" ? date : dayOfIso(date);
  if (day === undefined) return String(date);
  const { year } = civilOf(day);
  return `${monthAndDay(day)}, ${year}`;
}

/** `January 20 – 26, 2026`, with the month, or month and year, repeated only where they change. */
export function weekSpan(week: Week): string {
  const from = civilOf(week.from);
  const to = civilOf(week.to);
  if (from.year !== to.year) return `${longDate(week.from)} – ${longDate(week.to)}`;
  const end = from.month === to.month ? String(to.day) : monthAndDay(week.to);
  return `${monthAndDay(week.from)} – ${end}, ${to.year}`;
}

/** Over tips that hold nothing of what was looked for. */
export const RELATED = "Related, without your words:";

/** Why this tip in this week, as a sentence. */
export function reasonSentence(reason: Reason, season: Season | undefined): string {
  switch (reason) {
    case "published":
      return "Published for this week.";
    case "season":
      return season
        ? `A tip for the season, ${seasonDay(season.from)} to ${seasonDay(season.to)}.`
        : "A tip for the season.";
    case "rotation":
      return "This week has no tip of its own, so this one comes round again.";
  }
}

/** What stands under the tip of the week of a reader who was away. */
export function missedSentence(weeks: number): string {
  return `You missed ${counted(weeks, "week")}: 'cstip catch-up' shows what they brought.`;
}

/** What a reader is to know of the text of a tip. */
export function textNotes(tip: Tip): string[] {
  const { coverage, origin, actions } = tip;
  if (origin === undefined) return coverage === "opening" ? [OPENING_NOTE] : [];
  const ours = [
    ...(ownTakeaway(tip) === undefined ? [] : ["takeaway"]),
    ...(actions.length > 0 ? ["actions"] : []),
  ].join(" and the ");
  const part = coverage === "opening" ? ` ${ONLY_OPENING}` : "";
  const said = ours === "" ? "" : ` The ${ours} ${ours === "takeaway" ? "is" : "are"} ours.`;
  return [`${ORIGINAL_NOTE}${part}${said}`];
}

/** A paragraph where text is plain: a bullet is read aloud as one, a dash as the pause that it is, as before actions. */
export function dashed(paragraph: string): string {
  return paragraph.replace(/^• /gm, "- ");
}

/**
 * The takeaway, where it says more than the title: an import takes the title for a tip without one, and of a long title
 * its beginning.
 */
export function ownTakeaway({ takeaway, title }: Tip): string | undefined {
  return takeaway === title || isCutOf(title, takeaway) ? undefined : takeaway;
}

/** Whether a text is the beginning of a longer one with an ellipsis, also in ASCII. */
function isCutOf(whole: string, text: string): boolean {
  const beginning = text.replace(/(?:…|\.{3})$/, "");
  return beginning.length >= LEAST_CUT && beginning.length < text.length && whole.startsWith(beginning);
}

/** A shorter text with an ellipsis was not cut by us: somebody chose to end so. */
const LEAST_CUT = 60;

export function topicNames(topics: readonly Topic[]): string {
  return topics.map(({ name }) => name).join(", ");
}

function monthAndDay(day: Day): string {
  const { month, day: dayOfMonth } = civilOf(day);
  return `${MONTHS[month - 1]} ${dayOfMonth}`;
}

function seasonDay(monthDay: string): string {
  const [month, day] = monthDay.split("-").map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}`;
}
