import { clip } from "../render/clip.ts";
import { isErrorTerminal } from "./messages.ts";
import { writeError } from "./streams.ts";

/** Shorter work than this says nothing. */
const QUIET_MS = 1000;
const BETWEEN_MS = 100;
const USUAL_COLUMNS = 80;
const IS_ASCII = /^[ -~]*$/;
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
    // A line that is broken by the terminal is not taken away again; one short of its end, it stays one.
    const width = (process.stderr.columns || USUAL_COLUMNS) - 1;
    writeError(`${CLEAR_LINE}${clip(text, { width, unicode: !IS_ASCII.test(text) })}`);
  }
}
