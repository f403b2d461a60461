import { dirname } from "node:path";
import { PROGRAM } from "./program-file.ts";

/**
 * Starts a command of this program, detached and silent, for what a run need not wait for; the system takes it over
 * when this run ends. `fail` is called where there are no more processes.
 */
export function startInBackground(words: readonly string[], fail: () => void): void {
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
