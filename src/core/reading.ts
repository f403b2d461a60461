import type { JournalEvent } from "./journal-event.ts";

/** What is known of a reader, folded from the journal. */

/** Ids of the tips that were read. */
export function readTips(events: readonly JournalEvent[]): Set<string> {
  const read = new Set<string>();
  for (const event of events) if (event.event === "read") read.add(event.tip);
  return read;
}

/** Ids of the favorites, in the order in which they last became one. */
export function favoriteTips(events: readonly JournalEvent[]): Set<string> {
  const favorites = new Set<string>();
  for (const event of events) {
    if (event.event !== "favorited" && event.event !== "unfavorited") continue;
    favorites.delete(event.tip);
    if (event.event === "favorited") favorites.add(event.tip);
  }
  return favorites;
}

/** The id of the tip read last. */
export function lastRead(events: readonly JournalEvent[]): string | undefined {
  return events.findLast((event) => event.event === "read")?.tip;
}

/**
 * The numbers of the weeks before `current` whose tip was missed, oldest first: those after the last week whose tip
 * was read in its time, or from the week `since` on where it is given, without those read late. A week from after
 * `current`, written down while the clock was wrong, counts for nothing. None where no week was ever read.
 */
export function missedWeeks(events: readonly JournalEvent[], current: number, since?: number): number[] {
  const read = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.event !== "read" || event.week === undefined || event.week >= current) continue;
    read.add(event.week);
    if (!event.late && event.week > last) last = event.week;
  }
  const first = since ?? last + 1;
  const missed: number[] = [];
  if (first === Number.NEGATIVE_INFINITY) return missed;
  for (let week = first; week < current; week++) if (!read.has(week)) missed.push(week);
  return missed;
}
