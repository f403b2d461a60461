import { closeSync, constants, existsSync, fstatSync, openSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  EMPTY_JOURNAL,
  type Journal,
  type JournalEvent,
  lineOf,
  type NewEvent,
  STARRED,
  starIn,
} from "../core/journal.ts";
import { favoriteTips } from "../core/reading.ts";
import { startInBackground } from "./background.ts";
import { makeFolder } from "./files.ts";
import { beforeOf, eventsBefore } from "./journal-handover.ts";
import {
  FEW_BYTES,
  isLong,
  isUnchanged,
  linesFromEnd,
  readTail,
  readWhole,
  type Status,
  statusOf,
  type Whole,
  withFile,
} from "./journal-reading.ts";
import { giveTo } from "./owner.ts";
import { codeOf, messageOf } from "./streams.ts";

const FILE = "journal.jsonl";
const APPENDING = constants.O_APPEND | constants.O_WRONLY;
/** A pipe in the journal's place does not keep anybody waiting. Windows has no such flag. */
const NOT_WAITING = constants.O_NONBLOCK ?? 0;

/** To compact a journal that is no larger takes a few milliseconds. */
const MANY_BYTES = 1024 * 1024;

/** The user's journal on the disk. Nothing here fails: what cannot be read or written is told through `warn`, once. */
export class JournalFile {
  readonly path: string | undefined;
  readonly #warn: (text: string) => void;
  /** What this run has read. */
  #whole: Whole | undefined;
  /** The bytes that it had when this run read or wrote it. */
  #size = 0;

  constructor(folder: string | undefined, warn: (text: string) => void) {
    this.path = folder === undefined ? undefined : join(folder, FILE);
    this.#warn = warn;
  }

  /** All that was written down; nothing where there is no file. */
  read(): Journal {
    return this.#ask(EMPTY_JOURNAL, (descriptor, status) => {
      const known = this.#whole;
      if (!known || !isUnchanged(known, status)) {
        this.#size = status.size;
        this.#whole = readWhole(descriptor, status);
      }
      return this.#withBefore(this.#whole as Whole);
    });
  }

  /** What was written down lately, in lines in which a word stands. */
  tail(word: string): readonly JournalEvent[] {
    if (this.#hasBefore()) return this.read().events;
    return this.#ask([], (descriptor, status) => readTail(descriptor, status, word));
  }

  /** Whether a tip is a favourite, however long it has been one. Looks from the end on, without reading events. */
  isFavorite(tip: string): boolean {
    if (this.#hasBefore()) return favoriteTips(this.read().events).has(tip);
    return this.#ask(false, (descriptor, status) => {
      for (const lines of linesFromEnd(descriptor, status, [STARRED, tip])) {
        const star = starIn(lines, tip);
        if (star !== undefined) return star;
      }
      return false;
    });
  }

  /**
   * Appends one event as one short line in one write, so that writers at the same time do not mix. Answers whether
   * it is written.
   */
  append(event: NewEvent): boolean {
    if (this.path === undefined) return false;
    const line = lineOf({ at: new Date().toISOString(), ...event } as JournalEvent);
    try {
      // Where a compaction has put another file in place since this one was opened, the line goes there too.
      for (let tries = 0; tries < 5; tries++) {
        const { isStillThere, size } = appendOnce(this.path, line);
        this.#size = size;
        if (isStillThere) break;
      }
      return true;
    } catch (error) {
      this.#warn(`the journal ${this.path} cannot be written (${messageOf(error)})`);
      return false;
    }
  }

  /**
   * Compacts the journal where this run has found it long: at once where that takes a few milliseconds, else in the
   * background. For the end of a run; fails silently.
   */
  async tidy(): Promise<void> {
    const size = this.#size;
    if (size === 0 || this.path === undefined) return;
    this.#size = 0;
    try {
      if (!this.#hasBefore() && (size <= FEW_BYTES || !withFile(this.path, isLong))) return;
      if (size <= MANY_BYTES || !startInBackground("tidy")) await this.compact();
    } catch {
      // It cannot be read: the next run will see.
    }
  }

  /** Compacts the journal where it is long; fails silently. */
  async compact(): Promise<void> {
    if (this.path === undefined) return;
    try {
      (await import("./journal-compaction.ts")).compactJournal(this.path, this.#whole);
    } catch {
      // The disk is full, or its folder cannot be written: the next run will see.
    }
  }

  /** Whether a compaction is just being done, or was killed. */
  #hasBefore(): boolean {
    return this.path !== undefined && existsSync(beforeOf(this.path));
  }

  /** With what has not come over from an old file. Where that cannot be read, whoever compacts next will see. */
  #withBefore(whole: Whole): Journal {
    if (!this.#hasBefore()) return whole.journal;
    try {
      const { journal } = whole;
      return { ...journal, events: [...journal.events, ...eventsBefore(this.path as string, whole)] };
    } catch {
      return whole.journal;
    }
  }

  #ask<Answer>(nothing: Answer, action: (descriptor: number, status: Status) => Answer): Answer {
    if (this.path === undefined) return nothing;
    try {
      return withFile(this.path, action);
    } catch (error) {
      if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") {
        this.#warn(`the journal ${this.path} cannot be read (${messageOf(error)})`);
      }
      return nothing;
    }
  }
}

/** Writes a line behind the file's last. Answers whether the file is still the one at this path, and its bytes. */
function appendOnce(path: string, line: string): { readonly isStillThere: boolean; readonly size: number } {
  const descriptor = openForAppending(path);
  try {
    const { size } = statusOf(descriptor);
    const bytes = Buffer.from(line, "utf8");
    const written = writeSync(descriptor, bytes);
    if (written < bytes.length) throw new Error("no space left on device");
    return { isStillThere: isStillAt(path, descriptor), size: size + written };
  } finally {
    closeSync(descriptor);
  }
}

function openForAppending(path: string): number {
  try {
    return openSync(path, APPENDING | NOT_WAITING);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  makeFolder(dirname(path));
  const descriptor = openSync(path, APPENDING | NOT_WAITING | constants.O_CREAT, 0o600);
  giveTo(descriptor, { status: statSync(dirname(path)), isNew: true });
  return descriptor;
}

function isStillAt(path: string, descriptor: number): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now === undefined || now.ino === fstatSync(descriptor).ino;
}
