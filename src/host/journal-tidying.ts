import { readSync } from "node:fs";
import { bytesKept, parseEvent } from "../core/journal-event.ts";
import { MOST_BYTES, type Status, type Whole } from "./journal-reading.ts";

/**
 * When a journal is compacted, and by whom. Whether it has grown so long is told without reading it, so that every run
 * can ask; then this run does it, or a process that nobody waits for.
 */

/** A journal that is no larger is never compacted. */
export const FEW_BYTES = 64 * 1024;
/** In which the first line says to what the journal was compacted. */
const HEAD_BYTES = 128;
/** So many places are looked at, and so much at each. */
const PLACES = 16;
const PLACE_BYTES = 512;

/** Whether a file has grown to much more than the last compaction has left, and is a journal for the most part. */
export function isLong(descriptor: number, { size }: Status): boolean {
  if (size <= FEW_BYTES || size > MOST_BYTES) return false;
  const grown = size > FEW_BYTES + 2 * bytesKept(textAt(descriptor, 0, HEAD_BYTES));
  return grown && !isForeign(descriptor, size);
}

/**
 * What is no journal for the most part is another's file, or to be mended: it stays as it is. The same file gets the
 * same answer each time, or else a process would be started for it that leaves it as it is, at every run.
 */
function isForeign(descriptor: number, size: number): boolean {
  let foreign = 0;
  for (let place = 0; place < PLACES; place++) {
    const at = Math.floor(((size - PLACE_BYTES) * place) / (PLACES - 1));
    foreign += foreignShare(textAt(descriptor, at, PLACE_BYTES));
  }
  return foreign * 2 > PLACES;
}

/** How much of the whole lines in a text are no events, from 0 to 1; 1 where no line is whole. */
function foreignShare(text: string): number {
  const lines = text.split("\n").slice(1, -1);
  const length = (some: readonly string[]) => some.reduce((sum, line) => sum + line.length, 0);
  const foreign = lines.filter((line) => parseEvent(line) === undefined);
  return lines.length === 0 ? 1 : length(foreign) / Math.max(1, length(lines));
}

function textAt(descriptor: number, at: number, length: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.toString("latin1", 0, readSync(descriptor, bytes, 0, length, at));
}

/** To compact a journal that is no larger takes a few milliseconds. */
const MANY_BYTES = 1024 * 1024;
/** So does it where a run has read it already, and no more events than this are left of it, and no more damage. */
const FEW_EVENTS = 500;

/** Whether this run is soon through with it. `known` is what it has read. */
export function isSoonDone(size: number, known: Whole | undefined): boolean {
  if (size <= MANY_BYTES) return true;
  if (known === undefined || known.journal.events.length > FEW_EVENTS) return false;
  return known.journal.damage.reduce((sum, { length }) => sum + length, 0) <= MANY_BYTES;
}

/** Has the journal compacted by a process that nobody waits for. Answers false where none can be started. */
export async function startTidying(path: string, isDone: () => boolean): Promise<boolean> {
  const { startWithLock } = await import("./background.ts");
  try {
    return startWithLock(path, ["tidy", "--locked"], isDone);
  } catch {
    // Its folder cannot be written: no process could do more.
    return true;
  }
}
