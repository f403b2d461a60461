import { dirname } from "node:path";
import { leaveLock, takeLock } from "./background-lock.ts";
import { isBuilt, PROGRAM } from "./program-file.ts";

/**
 * Has a command of this program run on a file that no other may work on meanwhile. Of many runs at once the one that
 * gets the lock starts it, and hands the lock over; unless it is done by then. Answers false where none can be started.
 * Throws where the folder of the file cannot be written.
 */
export function startWithLock(path: string, words: readonly string[], isDone = () => false): boolean {
  if (!isBuilt) return false;
  if (!takeLock(path)) return true;
  try {
    if (isDone()) leaveLock(path);
    else startInBackground(words, () => leaveLock(path));
  } catch {
    leaveLock(path);
  }
  return true;
}

/**
 * Starts a command of this program, detached and silent, for what a run need not wait for; the system takes it over
 * when this run ends. `fail` is called where there are no more processes.
 */
function startInBackground(words: readonly string[], fail: () => void): void {
  const { spawn } = require("node:child_process") as typeof import("node:child_process");
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    // Not the folder of the user's shell, which could not be taken away meanwhile.
    cwd: dirname(PROGRAM),
    detached: true,
    stdio: "ignore",
    windowsHide: true,
  });
  child.on("error", () => {
    try {
      fail();
    } catch {
      // Nobody is there to be told.
    }
  });
  child.unref();
}

/** For a process that nobody waits for and that has much to do: all others come first. */
export function standBack(): void {
  const { constants, setPriority } = require("node:os") as typeof import("node:os");
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // It goes on as it is.
  }
}
