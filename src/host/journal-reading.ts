import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { type Journal, JournalReader } from "../core/journal.ts";
import type { JournalEvent } from "../core/journal-event.ts";
import { eventsWith } from "../core/journal-lines.ts";

/** Reading of the journal, from its end to its start: all of it, its last events, or lines until one says enough. */

/**
 * No more than this is read of a journal, from its end: that is half a million events, and no journal of a person's.
 * A larger one is something else, or grows while nobody looks; it would take gigabytes of memory.
 */
export const MOST_BYTES = 64 * 1024 * 1024;
/** What is read in one go: some hundred events, in less than a millisecond. */
const BLOCK_BYTES = 64 * 1024;
const LINE_BREAK = 10;
/** A pipe in the journal's place does not keep anybody waiting. Windows has no such flag. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Which file it is, and in what state. */
export interface Status {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Whole extends Status {
  readonly journal: Journal;
}

/** Opens a journal to read it. */
export function withFile<Result>(
  path: string,
  action: (descriptor: number, status: Status) => Result,
): Result {
  const descriptor = openSync(path, READING);
  try {
    return action(descriptor, statusOf(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

/** A device or a pipe could be read for ever. */
export function statusOf(descriptor: number): Status {
  const status = fstatSync(descriptor);
  if (!status.isFile()) throw new Error("it is not a file");
  const { ino, size, mtimeMs } = status;
  return { ino, size, mtimeMs };
}

/** Whether a file still holds the same: it is only ever appended to, and another may have got its number. */
export function isUnchanged(before: Status, now: Status): boolean {
  return before.ino === now.ino && before.size === now.size && before.mtimeMs === now.mtimeMs;
}

export function readWhole(descriptor: number, status: Status): Whole {
  const reader = new JournalReader();
  for (const block of blocksFromEnd(descriptor, status)) reader.take(block.toString("latin1"));
  return { ...status, journal: reader.journal() };
}

/** The last events, of those lines in which a word stands. */
export function readTail(descriptor: number, status: Status, word: string): readonly JournalEvent[] {
  for (const block of blocksFromEnd(descriptor, status)) return eventsWith(block.toString("latin1"), word);
  return [];
}

/** The lines of a journal, some hundred at once and the last first, where each of these words is among them. */
export function* linesFromEnd(
  descriptor: number,
  status: Status,
  words: readonly string[],
): Generator<string> {
  for (const block of blocksFromEnd(descriptor, status)) {
    if (words.every((word) => block.includes(word))) yield block.toString("latin1");
  }
}

/** The lines that are whole in what is read of a journal, some hundred at once and the last first. */
function* blocksFromEnd(descriptor: number, { size }: Status): Generator<Buffer> {
  const least = Math.max(0, size - MOST_BYTES);
  let bytes = Buffer.allocUnsafe(Math.min(size, BLOCK_BYTES));
  for (let end = size; end > least; ) {
    const start = Math.max(least, end - bytes.length);
    const block = bytes.subarray(0, readSync(descriptor, bytes, 0, end - start, start));
    const first = start > 0 ? block.indexOf(LINE_BREAK) + 1 : 0;
    if (start === 0 || (first > 0 && first < block.length)) {
      yield block.subarray(first);
      end = start + first;
    } else if (start > least) {
      // That was the end of one long line.
      bytes = Buffer.allocUnsafe(bytes.length * 4);
    } else return;
  }
}
