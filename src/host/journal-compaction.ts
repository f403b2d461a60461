import { appendFileSync, fstatSync, mkdirSync, readSync, rmdirSync, statSync } from "node:fs";
import { compacted, lineOf } from "../core/journal.ts";
import { replaceFile } from "./files.ts";
import { isLong, isUnchanged, readWhole, statusOf, type Whole, withFile } from "./journal-reading.ts";
import { codeOf } from "./streams.ts";

/** Compaction of the journal: at the end of a run, when it is long. */

/** Nobody takes so long for it: who holds the lock since then has died. */
const STALE_MS = 60_000;
/** Puts what says the same in fewer lines in the place of a journal that is long. `known` is what this run has read. */
export function compactJournal(path: string, known: Whole | undefined): void {
  if (withFile(path, isLong))
    whileNobodyElse(path, () => withFile(path, (file) => compact(path, file, known)));
}

/**
 * Who appends asks for no lock, so what was appended to the old file in the meantime is carried over: most of it
 * before the rename, the rest behind it. Who writes to the old file after that sees that it is not at the path any
 * more, and writes again.
 */
function compact(path: string, descriptor: number, known: Whole | undefined): void {
  const status = statusOf(descriptor);
  if (!isLong(descriptor, status)) return;
  const whole = known && isUnchanged(known, status) ? known : readWhole(descriptor, status);
  // Its last line is just being written.
  if (linesFrom(descriptor, whole.size - 1).length === 0) return;
  if (isForeign(whole)) return;
  const text = compacted(whole.journal);
  const at = new Date().toISOString();
  const head = lineOf({ at, event: "compacted", bytes: Buffer.byteLength(text) });
  let carried = whole.size;
  const carry = () => {
    const lines = linesFrom(descriptor, carried);
    carried += lines.length;
    return lines;
  };
  replaceFile(path, head + text, carry);
  appendFileSync(path, carry());
}

/** What is no journal for the most part is another's file, or to be mended: it stays as it is. */
function isForeign({ journal, size }: Whole): boolean {
  return journal.damagedLines.reduce((sum, { length }) => sum + length, 0) * 2 > size;
}

/** The whole lines that stand in a file from `position` on. */
function linesFrom(descriptor: number, position: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - position));
  const read = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, position));
  return read.subarray(0, read.lastIndexOf("\n") + 1);
}

/**
 * Runs an action unless another process is at it. A lock of the simplest kind, which is in no way of a run that has
 * done its work: it waits for nobody, and one that was left behind is removed for the next run to take.
 */
function whileNobodyElse(path: string, action: () => void): void {
  const lock = `${path}.lock`;
  try {
    mkdirSync(lock);
  } catch (error) {
    if (codeOf(error) === "EEXIST" && isStale(lock)) rmdirSync(lock);
    return;
  }
  try {
    action();
  } finally {
    rmdirSync(lock);
  }
}

/** Also where it is from the future, when the clock was wrong. */
function isStale(lock: string): boolean {
  return Math.abs(Date.now() - statSync(lock).mtimeMs) > STALE_MS;
}
