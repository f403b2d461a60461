import {
  appendFileSync,
  existsSync,
  fstatSync,
  linkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { parseJournal } from "../core/journal.ts";
import { lineOf } from "../core/journal-event.ts";
import { compacted } from "../core/journal-folding.ts";
import { whileNobodyElse } from "./background-lock.ts";
import { removeTemporaries, temporaryBeside, writeDurably } from "./files.ts";
import { beforeOf, carryOver, takeOver } from "./journal-handover.ts";
import { isUnchanged, readWhole, type Status, statusOf, type Whole, withFile } from "./journal-reading.ts";
import { isLong } from "./journal-tidying.ts";

/** Compaction of the journal: at the end of a run, when it is long. */

/**
 * Puts what says the same in fewer lines in the place of a journal that is long, and ends a compaction that was
 * killed. `known` is what this run has read; `hasLock` where who started this process took the lock for it.
 */
export function compactJournal(path: string, known: Whole | undefined, hasLock: boolean): void {
  whileNobodyElse(path, hasLock, () => {
    // First of all: now nobody who slept through the end of his lock can put his file in place any more.
    removeTemporaries(realpathSync(path));
    takeOver(path);
    withFile(path, (file) => compact(path, file, known));
  });
}

function compact(path: string, descriptor: number, known: Whole | undefined): void {
  const status = statusOf(descriptor);
  if (!isLong(descriptor, status)) return;
  const whole = known && isUnchanged(known, status) ? known : readWhole(descriptor, status);
  if (!endsInLineBreak(descriptor, whole.size)) return;
  replace(path, descriptor, whole, shorter(whole));
}

/**
 * Who appends asks for no lock, so what was appended to the old file in the meantime is carried over: most of it
 * before the rename, the rest behind it. Who writes to the old file after that sees that it is not at the path any
 * more, and writes again. The old file goes when all of it has come over.
 */
function replace(path: string, descriptor: number, { size }: Whole, content: Uint8Array): void {
  const target = realpathSync(path);
  const temporary = temporaryBeside(target);
  let carried = size;
  const carry = () => {
    const lines = linesFrom(descriptor, carried);
    carried += lines.length;
    return lines;
  };
  try {
    writeDurably(temporary, content, { status: fstatSync(descriptor), isNew: false });
    appendFileSync(temporary, carry());
    putInPlace(temporary, target, beforeOf(path), statusOf(descriptor));
  } finally {
    rmSync(temporary, { force: true });
  }
  carryOver(path, parseJournal(carry().toString("latin1")).events);
  // Whoever took the lock from us while we slept may have another there by now.
  if (isAt(beforeOf(path), statusOf(descriptor))) rmSync(beforeOf(path));
}

/**
 * The new file in the place of the old one, which gets another name: where there are no such links nothing is done.
 * The rename is done once at most for each file, also by two that both believe to have the lock: each takes away the
 * other's file before it looks whether the old one is still there.
 */
function putInPlace(temporary: string, target: string, before: string, old: Status): void {
  linkSync(target, before);
  try {
    removeTemporaries(target, temporary);
    if (!isAt(target, old)) throw new Error("another was faster");
    renameSync(temporary, target);
  } catch (error) {
    // Where our file is gone, another has the lock, and the old file is his to keep.
    if (existsSync(temporary)) rmSync(before, { force: true });
    throw error;
  }
}

function isAt(path: string, { ino }: Status): boolean {
  return statSync(path, { throwIfNoEntry: false })?.ino === ino;
}

function shorter({ journal }: Whole): Buffer {
  const kept = Buffer.from(compacted(journal), "latin1");
  const head = lineOf({ at: new Date().toISOString(), event: "compacted", bytes: kept.length });
  return Buffer.concat([Buffer.from(head), kept]);
}

/** Whether so much of a file is whole lines: else the last of them was just being written, and may be ended by now. */
function endsInLineBreak(descriptor: number, size: number): boolean {
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last.toString("latin1") === "\n";
}

/** The whole lines that stand in a file from `position` on. */
function linesFrom(descriptor: number, position: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - position));
  const read = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, position));
  return read.subarray(0, read.lastIndexOf("\n") + 1);
}
