import type { Journal } from "./journal.ts";
import { type JournalEvent, lettersOf, lineOf } from "./journal-event.ts";

/** Which events of a journal still count: what a later one makes void may go. */

/** The whole journal in as few lines as say the same. Damaged lines stay, for whoever can mend them. */
export function compacted({ events, damage }: Journal): string {
  const kept = lastOfEach(events).filter(({ event }) => event !== "unfavorited");
  return damage.join("") + lettersOf(kept.map(lineOf).join(""));
}

/**
 * The events of an older file of the journal that have not come into the newer one: of each thing the last, unless the
 * newer says something as late of it. For the order in which they were written is that of their times.
 */
export function leftBehind(older: readonly JournalEvent[], newer: readonly JournalEvent[]): JournalEvent[] {
  const times = new Map<string, string>();
  for (const event of newer) {
    const key = keyOf(event);
    if (event.at > (times.get(key) ?? "")) times.set(key, event.at);
  }
  return lastOfEach(older).filter((event) => event.at > (times.get(keyOf(event)) ?? ""));
}

/** Of events about one thing the last. What was done last stands last, where `tail` finds it. */
function lastOfEach(events: readonly JournalEvent[]): JournalEvent[] {
  const last = new Map<string, JournalEvent>();
  for (const event of events) {
    const key = keyOf(event);
    last.delete(key);
    last.set(key, event);
  }
  return [...last.values()].filter(({ event }) => event !== "compacted");
}

function keyOf(event: JournalEvent): string {
  if (event.event === "compacted") return event.event;
  if (event.event === "returned") return `returned ${[...(event.topics ?? [])].sort().join(" ")}`;
  if (event.event === "read") return `read ${event.tip} ${event.week ?? ""} ${event.late ?? ""}`;
  return `${event.event === "drawn" ? "drawn" : "favorite"} ${event.tip}`;
}
