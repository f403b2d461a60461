import { startInBackground } from "./background.ts";
import type { Whole } from "./journal-reading.ts";
import { isBuilt } from "./program-file.ts";

/** Who is to compact a journal that is long: this run, or a process that nobody waits for. */

/** To compact a journal that is no larger takes a few milliseconds. */
const MANY_BYTES = 1024 * 1024;
/** So does it where a run has read it already, and no more events than this are left of it, and no more damage. */
const FEW_EVENTS = 500;

/** Whether this run is soon through with it. `known` is what it has read. */
export function isSoonDone(size: number, known: Whole | undefined): boolean {
  if (size <= MANY_BYTES) return true;
  if (known === undefined || known.journal.events.length > FEW_EVENTS) return false;
  return known.journal.damage.reduce((sum, { length }) => sum + length, 0) <= MANY_BYTES;
}

/**
 * Has the journal compacted by a process that nobody waits for. Of many runs at once the one that gets the lock starts
 * one, and hands the lock over. Answers false where none can be started.
 */
export async function startTidying(path: string): Promise<boolean> {
  if (!isBuilt) return false;
  const { leaveLock, takeLock } = await import("./journal-lock.ts");
  try {
    if (!takeLock(path)) return true;
  } catch {
    // Its folder cannot be written: no process could do more.
    return true;
  }
  try {
    startInBackground(["tidy", "--locked"], () => leaveLock(path));
  } catch {
    leaveLock(path);
  }
  return true;
}
