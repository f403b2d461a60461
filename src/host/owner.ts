import { closeSync, constants, fchownSync, fstatSync, openSync, type Stats, statSync } from "node:fs";

/**
 * Whose a file is. Root in the home of somebody else, as under a sudo that keeps HOME, must leave the user's files the
 * user's. All by open files and never by names: who owns the folder could put a link in the place of one.
 */

/** Gives an open file to whom the file it takes the place of belongs; a new one to whom the folder does. */
export function giveTo(
  descriptor: number,
  { status, isNew }: { readonly status: Stats; readonly isNew: boolean },
): void {
  const { uid, gid } = status;
  const own = fstatSync(descriptor);
  if (own.uid === uid && (isNew || own.gid === gid)) return;
  if (isNew && process.geteuid?.() !== 0) return;
  try {
    fchownSync(descriptor, uid, gid);
  } catch (error) {
    // A group that the user has left, or a disk that knows no owners: the file is nobody else's at least.
    if (own.uid !== uid && !isNew) throw error;
  }
}

/** The same for a folder that has just been made, after the one above it. */
export function giveFolder(path: string, above: string): void {
  if (process.geteuid?.() !== 0) return;
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    giveTo(descriptor, { status: statSync(above), isNew: true });
  } finally {
    closeSync(descriptor);
  }
}

/** The same for a file that a library has just made, as far as it is that file. */
export function giveFile(path: string, folder: string): void {
  if (process.geteuid?.() !== 0) return;
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const own = fstatSync(descriptor);
    if (own.isFile() && own.nlink === 1) giveTo(descriptor, { status: statSync(folder), isNew: true });
  } finally {
    closeSync(descriptor);
  }
}
