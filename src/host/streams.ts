import { writeSync } from "node:fs";
import { FailedError } from "../errors.ts";

/** The reader of the output has gone, as `head` does: nothing more is to be said, and nothing has failed. */
export class ClosedPipe extends Error {}

const FIRST_WAIT_MS = 1;
const LONGEST_WAIT_MS = 50;

/**
 * Writes all of a text to stdout before it answers. Throws ClosedPipe where nobody reads any more, and a
 * FailedError where the text cannot be written, as on a full disk. `process.stdout` is not used: it costs more
 * than all the rest of a short run.
 */
export function writeOut(text: string): void {
  try {
    writeWhole(1, text);
  } catch (error) {
    if (codeOf(error) === "EPIPE") throw new ClosedPipe();
    throw new FailedError(
      `the output cannot be written (${messageOf(error)})`,
      "free some space or write elsewhere",
      error,
    );
  }
}

/** Writes to stderr; where that cannot be done there is nobody to tell. */
export function writeError(text: string): void {
  try {
    writeWhole(2, text);
  } catch {
    // Nobody is listening.
  }
}

/** What went wrong, in the system's words: `no space left on device`. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z0-9_]+: ([^,]+)/.exec(message)?.[1] ?? message;
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

/** Stands still: for what does not block, and is not ready. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** A pipe that does not block says EAGAIN while its reader is slow; then this waits, longer each time. */
function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  let written = 0;
  let wait = FIRST_WAIT_MS;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
      wait = FIRST_WAIT_MS;
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      pause(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }
}
