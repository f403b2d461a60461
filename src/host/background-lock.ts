import { mkdirSync, rmdirSync, statSync, utimesSync } from "node:fs";
import { codeOf } from "./streams.ts";

/**
 * Keeps what is done in the background from being done by two: the compaction of the journal, the packing of a
 * library's words. A lock of the simplest kind, which is in no way of a run that has
 * done its work: it waits for nobody, and one that was left behind is removed for the next run to take.
 */

/** Nobody takes so long for it: who holds the lock since then has died, or sleeps. */
const STALE_MS = 60_000;

const lockOf = (path: string) => `${path}.lock`;

/** Takes the lock, unless another has it. */
export function takeLock(path: string): boolean {
  const lock = lockOf(path);
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST" && isStale(lock)) rmdirSync(lock);
    return false;
  }
}

export function leaveLock(path: string): void {
  rmdirSync(lockOf(path));
}

/** Runs an action with the lock, unless another has it. `hasLock` where it was taken for this process. */
export function whileNobodyElse(path: string, hasLock: boolean, action: () => void): void {
  const lock = lockOf(path);
  if (!takeLock(path)) {
    if (!hasLock || statSync(lock, { throwIfNoEntry: false }) === undefined) return;
    utimesSync(lock, Date.now() / 1000, Date.now() / 1000);
  }
  const ours = stateOf(lock);
  try {
    action();
  } finally {
    if (stateOf(lock) === ours) rmdirSync(lock);
  }
}

/** Which one it is: it may have been taken from who has slept. */
function stateOf(lock: string): string {
  const status = statSync(lock, { throwIfNoEntry: false });
  return `${status?.ino} ${status?.mtimeMs}`;
}

/** Also where it is from the future, when the clock was wrong. */
function isStale(lock: string): boolean {
  return Math.abs(Date.now() - statSync(lock).mtimeMs) > STALE_MS;
}
