import { closeSync, constants, existsSync, openSync, rmSync, writeSync } from "node:fs";
import { type JournalEvent, lineOf } from "../core/journal-event.ts";
import { leftBehind } from "../core/journal-folding.ts";
import { readWhole, type Whole, withFile } from "./journal-reading.ts";

/**
 * From one file of the journal to its successor. Until all of the old file has come into the new one it stands beside
 * it under another name. Where a compaction was killed it stays there, for readers, and for whoever compacts next.
 */

/** The name of the old file. */
export function beforeOf(path: string): string {
  return `${path}.before`;
}

/** What an old file that stands there holds and the journal does not know. */
export function eventsBefore(path: string, now: Whole): JournalEvent[] {
  if (!existsSync(beforeOf(path))) return [];
  const old = withFile(beforeOf(path), (descriptor, status) =>
    status.ino === now.ino ? undefined : readWhole(descriptor, status),
  );
  return old ? leftBehind(old.journal.events, now.journal.events) : [];
}

/** Ends a compaction that was killed. For who has the lock. */
export function takeOver(path: string): void {
  if (!existsSync(beforeOf(path))) return;
  appendAll(path, eventsBefore(path, withFile(path, readWhole)));
  rmSync(beforeOf(path));
}

/** Appends those of an old file's events that the journal does not know. */
export function carryOver(path: string, events: readonly JournalEvent[]): void {
  if (events.length === 0) return;
  appendAll(path, leftBehind(events, withFile(path, readWhole).journal.events));
}

/** In one write, as everything that is appended. Throws where it is not done. */
function appendAll(path: string, events: readonly JournalEvent[]): void {
  if (events.length === 0) return;
  const descriptor = openSync(path, constants.O_APPEND | constants.O_WRONLY);
  try {
    const bytes = Buffer.from(events.map(lineOf).join(""), "utf8");
    if (writeSync(descriptor, bytes) < bytes.length) throw new Error("no space left on device");
  } finally {
    closeSync(descriptor);
  }
}
