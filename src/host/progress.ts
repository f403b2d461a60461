import { isErrorTerminal } from "./messages.ts";
import { writeError } from "./streams.ts";

/** Shorter work than this says nothing. */
const QUIET_MS = 1000;
const BETWEEN_MS = 100;
const CLEAR_LINE = "\r\x1b[K";

/** One line on stderr that says how far a long work has come, on a terminal alone. */
export class Progress {
  #since: number | undefined;
  #last = 0;
  #shown = false;

  /** An empty text takes the line away. What is `slow` for certain is said at once. */
  say(text: string, slow = false): void {
    if (text === "") {
      if (this.#shown) writeError(CLEAR_LINE);
      this.#shown = false;
      return;
    }
    const now = Date.now();
    this.#since ??= now;
    if (!slow && (now - this.#since < QUIET_MS || now - this.#last < BETWEEN_MS)) return;
    this.#last = now;
    if (!isErrorTerminal()) return;
    this.#shown = true;
    writeError(`${CLEAR_LINE}${text}`);
  }
}
