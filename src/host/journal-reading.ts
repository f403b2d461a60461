import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { eventsWith, type Journal, JournalReader, SHORT } from "../core/journal.ts";
import type { JournalEvent } from "../core/journal-event.ts";
import { readBlocks } from "./journal-blocks.ts";

/** Reading of the journal: all of it, its end, and its lines from the end. */

/**
 * No more than this is read of a journal, from its end: that is half a million events, and no journal of a person's.
 * A larger one is something else, or grows while nobody looks; it would take gigabytes of memory.
 */
export const MOST_BYTES = 64 * 1024 * 1024;
/** What is read of the end in one go: some hundred events, in less than a millisecond. */
const BLOCK_BYTES = 32 * 1024;
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
  const reader = new JournalReader(status.size > SHORT);
  readBlocks(descriptor, status.size, MOST_BYTES, reader);
  return { ...status, journal: reader.journal() };
}

/** The last events, of those lines in which a word stands. */
export function readTail(descriptor: number, { size }: Status, word: string): readonly JournalEvent[] {
  const start = Math.max(0, size - BLOCK_BYTES);
  const bytes = Buffer.allocUnsafe(size - start);
  const block = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
  return eventsWith(block.toString("utf8", start > 0 ? block.indexOf(LINE_BREAK) + 1 : 0), word);
}

/** The lines of a journal, some hundred at once and the last first, where each of these words is among them. */
export function* linesFromEnd(
  descriptor: number,
  { size }: Status,
  words: readonly string[],
): Generator<string> {
  const bytes = Buffer.allocUnsafe(BLOCK_BYTES);
  for (let start = size, end = size; end > 0 && size - end < MOST_BYTES; end = start) {
    start = Math.max(0, end - BLOCK_BYTES);
    const block = bytes.subarray(0, readSync(descriptor, bytes, 0, end - start, start));
    const from = start > 0 ? firstWhole(block) : 0;
    if (words.every((word) => block.includes(word))) yield `${block.toString("utf8", from)}\n`;
    start += from;
  }
}

/** Where the first whole line begins; where none does, at the start: a line longer than a block is gone through in parts. */
function firstWhole(block: Buffer): number {
  const from = block.indexOf(LINE_BREAK) + 1;
  return from < block.length ? from : 0;
}
