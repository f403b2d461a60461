import { existsSync } from "node:fs";
import { join } from "node:path";
import { EMPTY_JOURNAL, type Journal } from "../core/journal.ts";
import { type JournalEvent, lineOf, type NewEvent } from "../core/journal-event.ts";
import { STARRED, starIn } from "../core/journal-lines.ts";
import { favoriteTips } from "../core/reading.ts";
import { noHomeFor, UserFilesError } from "../errors.ts";
import { appendOnce } from "./journal-appending.ts";
import { beforeOf, eventsBefore } from "./journal-handover.ts";
import {
  isUnchanged,
  linesFromEnd,
  readTail,
  readWhole,
  type Status,
  type Whole,
  withFile,
} from "./journal-reading.ts";
import { FEW_BYTES, isLong, isSoonDone, startTidying } from "./journal-tidying.ts";
import { codeOf, messageOf } from "./streams.ts";

const FILE = "journal.jsonl";

/** The user's journal on the disk. Nothing here fails: what cannot be read or written is told through `warn`, once. */
export class JournalFile {
  readonly path: string | undefined;
  readonly #warn: (text: string) => void;
  /** What this run has read. */
  #whole: Whole | undefined;
  /** The file of which this run has seen that no old one is beside it. */
  #alone: number | undefined;
  /** The bytes that it had when this run wrote to it; 0 where it has not. */
  #size = 0;

  constructor(folder: string | undefined, warn: (text: string) => void) {
    this.path = folder === undefined ? undefined : join(folder, FILE);
    this.#warn = warn;
  }

  /** All that was written down; nothing where there is no file. */
  read(): Journal {
    return this.#ask(EMPTY_JOURNAL, (descriptor, status) => this.#readFrom(descriptor, status));
  }

  #readFrom(descriptor: number, status: Status): Journal {
    if (!this.#whole || !isUnchanged(this.#whole, status)) this.#whole = readWhole(descriptor, status);
    return this.#withBefore(this.#whole);
  }

  /** What was written down lately, in lines in which a word stands. */
  tail(word: string): readonly JournalEvent[] {
    return this.#ask([], (descriptor, status) =>
      this.#isAlone(status) ? readTail(descriptor, status, word) : this.#readFrom(descriptor, status).events,
    );
  }

  /** Whether a tip is a favourite, however long it has been one. Looks from the end on, without reading events. */
  isFavorite(tip: string): boolean {
    return this.#ask(false, (descriptor, status) => {
      if (!this.#isAlone(status)) return favoriteTips(this.#readFrom(descriptor, status).events).has(tip);
      for (const lines of linesFromEnd(descriptor, status, [STARRED, tip])) {
        const star = starIn(lines, tip);
        if (star !== undefined) return star;
      }
      return false;
    });
  }

  /** Appends one event. Answers whether it is written. */
  append(event: NewEvent): boolean {
    if (this.path === undefined) return false;
    try {
      this.#appendTo(this.path, event);
      return true;
    } catch (error) {
      this.#warn(whatFailed(this.path, "written", error));
      return false;
    }
  }

  readonly strict = {
    read: (): Journal => {
      let problem: string | undefined;
      const journal = this.#ask(
        EMPTY_JOURNAL,
        (file, status) => this.#readFrom(file, status),
        (text) => {
          problem = text;
        },
      );
      if (problem !== undefined) throw new UserFilesError(problem, "see 'cstip doctor'");
      return journal;
    },
    append: (event: NewEvent): void => {
      if (this.path === undefined) throw noHomeFor("the journal");
      try {
        this.#appendTo(this.path, event);
      } catch (error) {
        throw new UserFilesError(whatFailed(this.path, "written", error), "see 'cstip doctor'", error);
      }
    },
  };

  /** One short line in one write, so that writers at the same time do not mix. */
  #appendTo(path: string, event: NewEvent): void {
    const line = lineOf({ at: new Date().toISOString(), ...event } as JournalEvent);
    // Where a compaction has put another file in place since this one was opened, the line goes there too.
    for (let tries = 0; tries < 5; tries++) {
      const { isStillThere, size } = appendOnce(path, line);
      this.#size = size;
      if (isStillThere) break;
    }
  }

  /**
   * Compacts the journal where this run has made it longer and it is long: at once where that takes a few milliseconds,
   * else in the background. A run that only reads leaves it as it is. For the end of a run; fails silently.
   */
  async tidy(): Promise<void> {
    const size = this.#size;
    if (size === 0 || this.path === undefined) return;
    this.#size = 0;
    const isAlone = this.#alone !== undefined || !this.#hasBefore();
    if (isAlone && (size <= FEW_BYTES || !this.#isLong())) return;
    const isDone = () => !this.#isToCompact();
    if (isSoonDone(size, this.#whole) || !(await startTidying(this.path, isDone))) await this.#compact(false);
  }

  /** Compacts the journal where it is long; fails silently. */
  async compact(hasLock = false): Promise<void> {
    if (hasLock || this.#isToCompact()) await this.#compact(hasLock);
  }

  async #compact(hasLock: boolean): Promise<void> {
    if (this.path === undefined) return;
    try {
      (await import("./journal-compaction.ts")).compactJournal(this.path, this.#whole, hasLock);
    } catch {
      // The disk is full, or its folder cannot be written: the next run will see.
    }
  }

  #isToCompact(): boolean {
    return this.#hasBefore() || this.#isLong();
  }

  #isLong(): boolean {
    return this.#ask(false, isLong, () => {});
  }

  /** Whether a compaction is just being done, or was killed. */
  #hasBefore(): boolean {
    return this.path !== undefined && existsSync(beforeOf(this.path));
  }

  /**
   * Whether all that was written is in this file, which is open: no old one stands beside it. That is looked for once:
   * while it is the one at the path no compaction since then has taken anything out of it.
   */
  #isAlone({ ino }: Status): boolean {
    if (this.#alone === ino) return true;
    this.#alone = this.#hasBefore() ? undefined : ino;
    return this.#alone === ino;
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

  #ask<Answer>(
    nothing: Answer,
    action: (descriptor: number, status: Status) => Answer,
    tell = this.#warn,
  ): Answer {
    if (this.path === undefined) return nothing;
    try {
      return withFile(this.path, action);
    } catch (error) {
      if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") {
        tell(whatFailed(this.path, "read", error));
      }
      return nothing;
    }
  }
}

function whatFailed(path: string, done: string, error: unknown): string {
  return `the journal ${path} cannot be ${done} (${messageOf(error)})`;
}
