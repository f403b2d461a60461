import { isBuilt, PROGRAM } from "./program-file.ts";

/**
 * Starts a command of this program, detached and silent, for what a run need not wait for. Answers whether it was
 * tried: from the sources there is nothing to start.
 */
export function startInBackground(command: string): boolean {
  if (!isBuilt) return false;
  const { spawn } = require("node:child_process") as typeof import("node:child_process");
  const child = spawn(process.execPath, [PROGRAM, command], {
    detached: true,
    stdio: "ignore",
    windowsHide: true,
  });
  // No more processes: the next run will try again.
  child.on("error", () => {});
  child.unref();
  return true;
}
