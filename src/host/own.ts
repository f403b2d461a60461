import { type Stats, statSync } from "node:fs";
import { dirname } from "node:path";

/** Whether a folder, or the nearest one above it that is there, belongs to the user. Under sudo a home may not. */
export function isOurs(folder: string): boolean {
  const user = process.getuid?.();
  if (user === undefined) return true;
  for (let path = folder; ; path = dirname(path)) {
    try {
      return statSync(path).uid === user;
    } catch {
      if (path === dirname(path)) return false;
    }
  }
}

/** Whether nobody but the user can have written it. Windows does not tell, and so it is never true there. */
export function isOursAlone({ uid, mode }: Stats): boolean {
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}
