import {
  appendFileSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import {
  compacted,
  EMPTY_JOURNAL,
  type Journal,
  type JournalEvent,
  lineOf,
  type NewEvent,
  parseJournal,
} from "../core/journal.ts";
import { makeFolder, replaceFile, whileLocked } from "./files.ts";
import { codeOf, messageOf } from "./streams.ts";

const FILE = "journal.jsonl";
/** What `tail` reads: some hundred events, which is most of what a compaction leaves, in less than a millisecond. */
const TAIL_BYTES = 32 * 1024;
/**
 * No more than this is read of a journal, from its end: that is half a million events, and no journal of a person's.
 * A larger one is something else, or grows while nobody looks; it would take gigabytes of memory.
 */
const MOST_BYTES = 64 * 1024 * 1024;
/** More lines than this are compacted, where that leaves at most half of them. */
const MANY_LINES = 4_000;
/** Each time that it has grown by so much, some thousand lines, who appends looks whether to compact. */
const GROWTH_BYTES = 256 * 1024;
const APPENDING = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY;
/** A pipe in the journal's place does not keep anybody waiting. Windows has no such flag. */
const NOT_WAITING = constants.O_NONBLOCK ?? 0;

/** Which file it is, and its bytes. */
interface Status {
  readonly ino: number;
  readonly size: number;
}

/** A file that is only ever appended to holds the same as long as it is as large. */
interface Whole extends Status {
  readonly journal: Journal;
}

/** The user's journal on the disk. Nothing here fails: what cannot be read or written is told through `warn`, once. */
export class JournalFile {
  readonly path: string | undefined;
  readonly #warn: (text: string) => void;
  #grown = false;
  /** What this run has read. */
  #whole: Whole | undefined;

  constructor(folder: string | undefined, warn: (text: string) => void) {
    this.path = folder === undefined ? undefined : join(folder, FILE);
    this.#warn = warn;
  }

  /** All that was written down; nothing where there is no file. */
  read(): Journal {
    const journal = this.#read(MOST_BYTES);
    this.#grown ||= isWorthCompacting(journal);
    return journal;
  }

  /** What was written down lately: never much to read, however long the journal is. */
  tail(): Journal {
    return this.#read(TAIL_BYTES);
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
        const { isStillThere, before, after } = appendOnce(this.path, line);
        this.#grown ||= Math.floor(after / GROWTH_BYTES) > Math.floor(before / GROWTH_BYTES);
        if (isStillThere) break;
      }
      return true;
    } catch (error) {
      this.#warn(`the journal ${this.path} cannot be written (${messageOf(error)})`);
      return false;
    }
  }

  /** Compacts the journal where this run has found it long. For the end of a run; fails silently. */
  async tidy(): Promise<void> {
    if (!this.#grown || this.path === undefined) return;
    this.#grown = false;
    const path = this.path;
    try {
      await whileLocked(path, () => compactFile(path, this.#whole), { patient: false });
    } catch {
      // Another is at it, or the disk is full: the next run will see.
    }
  }

  #read(bytes: number): Journal {
    if (this.path === undefined) return EMPTY_JOURNAL;
    try {
      const { text, status } = readEnd(this.path, bytes);
      const journal = text === "" ? EMPTY_JOURNAL : parseJournal(text);
      if (status.size <= bytes) this.#whole = { journal, ...status };
      return journal;
    } catch (error) {
      if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") {
        this.#warn(`the journal ${this.path} cannot be read (${messageOf(error)})`);
      }
      return EMPTY_JOURNAL;
    }
  }
}

function isWorthCompacting(journal: Journal): boolean {
  return journal.lines > MANY_LINES && (journal.events.length + journal.damaged) * 2 < journal.lines;
}

/**
 * Puts what says the same in fewer lines in the journal's place. Who appends asks for no lock, so what was appended
 * to the old file in the meantime is carried over behind the rename; who opened the old file before the rename and
 * writes after it sees that for himself (`appendOnce`).
 */
function compactFile(path: string, known: Whole | undefined): void {
  const descriptor = openSync(path, constants.O_RDONLY | NOT_WAITING);
  try {
    const status = assertFile(descriptor);
    if (status.size > MOST_BYTES) return;
    const isKnown = known?.ino === status.ino && known.size === status.size;
    const { journal, size } = isKnown ? known : parseWhole(readFileSync(descriptor));
    if (!isWorthCompacting(journal)) return;
    replaceFile(path, compacted(journal));
    const meantime = readFrom(descriptor, size);
    if (meantime.length > 0) appendFileSync(path, meantime);
  } finally {
    closeSync(descriptor);
  }
}

function parseWhole(bytes: Buffer): Pick<Whole, "journal" | "size"> {
  return { journal: parseJournal(bytes.toString("utf8")), size: bytes.length };
}

/** What stands in a file from `position` on. */
function readFrom(descriptor: number, position: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - position));
  return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, position));
}

/** Writes a line behind the file's last. Answers whether the file is still the one at this path, and its sizes. */
function appendOnce(
  path: string,
  line: string,
): { readonly isStillThere: boolean; readonly before: number; readonly after: number } {
  const descriptor = openForAppending(path);
  try {
    const { size } = assertFile(descriptor);
    const bytes = Buffer.from(line, "utf8");
    const written = writeSync(descriptor, bytes);
    if (written < bytes.length) throw new Error("no space left on device");
    return { isStillThere: isStillAt(path, descriptor), before: size, after: size + written };
  } finally {
    closeSync(descriptor);
  }
}

function openForAppending(path: string): number {
  const open = () => openSync(path, APPENDING | NOT_WAITING, 0o600);
  try {
    return open();
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    makeFolder(dirname(path));
    return open();
  }
}

function isStillAt(path: string, descriptor: number): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now === undefined || now.ino === fstatSync(descriptor).ino;
}

/** The text of a file from the first line that lies whole in its last `bytes`. */
function readEnd(path: string, bytes: number): { readonly text: string; readonly status: Status } {
  const descriptor = openSync(path, constants.O_RDONLY | NOT_WAITING);
  try {
    const status = assertFile(descriptor);
    const { size } = status;
    if (size <= bytes) return { text: readFileSync(descriptor, "utf8").replace(/^\uFEFF/, ""), status };
    const end = Buffer.allocUnsafe(bytes);
    const read = readSync(descriptor, end, 0, bytes, size - bytes);
    return { text: end.toString("utf8", end.indexOf("\n") + 1, read), status };
  } finally {
    closeSync(descriptor);
  }
}

/** A device or a pipe could be read for ever. */
function assertFile(descriptor: number): Status {
  const status = fstatSync(descriptor);
  if (!status.isFile()) throw new Error("it is not a file");
  const { ino, size } = status;
  return { ino, size };
}
