import { appendFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Journal, type JournalEvent, lineOf, type NewEvent, parseJournal } from "../core/journal.ts";
import { makeFolder } from "./files.ts";
import { codeOf, messageOf } from "./streams.ts";

const FILE = "journal.jsonl";
const EMPTY: Journal = { events: [], damaged: 0 };

/** The user's journal on the disk. Nothing here fails: what cannot be read or written is told through `warn`, once. */
export class JournalFile {
  readonly path: string | undefined;
  readonly #warn: (text: string) => void;
  #warned = false;

  constructor(folder: string | undefined, warn: (text: string) => void) {
    this.path = folder === undefined ? undefined : join(folder, FILE);
    this.#warn = warn;
  }

  /** All that was written down; nothing where there is no file. */
  read(): Journal {
    if (this.path === undefined) return EMPTY;
    try {
      return parseJournal(readFileSync(this.path, "utf8"));
    } catch (error) {
      if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") {
        this.#warnOnce(`the journal ${this.path} cannot be read (${messageOf(error)})`);
      }
      return EMPTY;
    }
  }

  /** Appends one event as one short line in one write, so that writers at the same time do not mix. */
  append(event: NewEvent): void {
    if (this.path === undefined) return;
    const line = lineOf({
      at: new Date().toISOString(),
      ...event,
    } as JournalEvent);
    try {
      this.#write(this.path, line);
    } catch (error) {
      this.#warnOnce(`the journal ${this.path} cannot be written (${messageOf(error)})`);
    }
  }

  #warnOnce(text: string): void {
    if (!this.#warned) this.#warn(text);
    this.#warned = true;
  }

  #write(path: string, line: string): void {
    try {
      appendFileSync(path, line, { mode: 0o600 });
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
      makeFolder(dirname(path));
      appendFileSync(path, line, { mode: 0o600 });
    }
  }
}
