import { statSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UserFilesError } from "../errors.ts";
import { makeFolder } from "./files.ts";
import { codeOf, messageOf } from "./streams.ts";

/** Changes to a file of the user's, one after the other. */

/** A lock whose holder has not touched it for so long belongs to a process that died. */
const STALE_MS = 5_000;
/** So long a run waits for its turn, asking again after up to so long. */
const PATIENCE_MS = 40_000;
const LONGEST_WAIT_MS = 80;

/**
 * Runs an action while no other cstip runs one on the same file: for what is read, changed and written back. Waits
 * for its turn, unless told not to be patient; the lock of a process that died is taken over after some seconds.
 * Throws a UserFilesError.
 */
export async function whileLocked<Result>(
  path: string,
  action: () => Result | Promise<Result>,
  { patient = true }: { readonly patient?: boolean } = {},
): Promise<Result> {
  const release = await acquire(path, patient);
  try {
    return await action();
  } finally {
    await release().catch(() => {});
  }
}

async function acquire(path: string, patient: boolean): Promise<() => Promise<void>> {
  // By its default: what a CommonJS module exports has no names of its own in a bundle that is split.
  const { lock } = (await import("proper-lockfile")).default;
  const deadline = Date.now() + (patient ? PATIENCE_MS : 0);
  for (;;) {
    try {
      makeFolder(dirname(path));
      checkLock(`${path}.lock`);
      const update = STALE_MS / 5;
      return await lock(path, { realpath: false, stale: STALE_MS, update, onCompromised: () => {} });
    } catch (error) {
      // Its own retries would also wait for what does not pass, such as a folder that cannot be written.
      if (codeOf(error) !== "ELOCKED" || Date.now() >= deadline) throw lockFailure(path, error);
      await wait(10 + Math.random() * LONGEST_WAIT_MS);
    }
  }
}

function lockFailure(path: string, error: unknown): UserFilesError {
  const busy = codeOf(error) === "ELOCKED";
  return new UserFilesError(
    `${path} cannot be locked (${busy ? "another cstip is at work on it" : messageOf(error)})`,
    busy ? "try again in a moment" : "nothing was changed",
    error,
  );
}

/**
 * A lock left behind under a clock that was ahead would not count as old until that time comes, and block all until
 * then. It is given the present time: a holder that lives touches it again, one that died does not. What is no folder
 * is no lock of ours, and never goes away by itself.
 */
function checkLock(lockPath: string): void {
  const status = statSync(lockPath, { throwIfNoEntry: false });
  if (status === undefined) return;
  if (!status.isDirectory()) throw new Error(`${lockPath} is in the way`);
  const now = Date.now();
  if (status.mtimeMs > now + STALE_MS) utimesSync(lockPath, now / 1000, now / 1000);
}
