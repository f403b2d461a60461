import { readSync } from "node:fs";
import type { JournalReader } from "../core/journal.ts";
import { LINE_BREAK, linesIn } from "../core/journal-block.ts";

/** Read at once: a processor has it at hand when its lines are looked at. */
const BLOCK_BYTES = 128 * 1024;

/** Has the lines read that lie whole in the last `most` bytes of a file of this size, some thousand at once and the last first. */
export function readBlocks(descriptor: number, size: number, most: number, reader: JournalReader): void {
  const least = Math.max(0, size - most);
  let length = Math.min(size, BLOCK_BYTES);
  let { bytes, from } = reader.place(length);
  for (let end = size; end > least; ) {
    const start = Math.max(least, end - length);
    const to = from + readSync(descriptor, bytes, from, end - start, start);
    const first = start > 0 ? firstWhole(bytes, from, to) : from;
    if (first < to) {
      reader.take(linesIn(bytes, first, to));
      end = start + (first - from);
    } else if (start > least) {
      // That was the end of one long line.
      length *= 4;
      ({ bytes, from } = reader.place(length));
    } else return;
  }
}

/** Where the first whole line begins. */
function firstWhole(bytes: Uint8Array, from: number, to: number): number {
  const found = bytes.indexOf(LINE_BREAK, from);
  return found < 0 ? to : Math.min(to, found + 1);
}
