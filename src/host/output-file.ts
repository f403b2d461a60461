import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { FailedError } from "../errors.ts";
import { linkTarget, temporaryBeside } from "./files.ts";
import { giveTo } from "./owner.ts";
import { ClosedPipe, codeOf, messageOf, writeOut } from "./streams.ts";

const PERMISSIONS = 0o777;

/**
 * Writes a file that the user asked for, by rename: nobody sees a part of it, and what fails leaves nothing. `-` is
 * standard output; where the path is a link, the file it leads to is replaced; one that is replaced keeps its permissions.
 * Throws a FailedError: also where the file is there already and `force` was not given.
 */
export function writeOutputFile(path: string, text: string, force: boolean): void {
  if (path === "-") writeOut(text);
  else if (isFolder(path)) throw new FailedError(`${path} is a folder`, "name a file in it");
  else if (isDevice(path)) writeInto(path, text);
  else writeByRename(path, text, force);
}

function writeByRename(path: string, text: string, force: boolean): void {
  let temporary: string | undefined;
  try {
    const target = force ? linkTarget(path) : path;
    temporary = temporaryBeside(target);
    const old = force ? statSync(target, { throwIfNoEntry: false }) : undefined;
    writeNew(temporary, text, old);
    if (force) renameSync(temporary, target);
    else renameToNew(temporary, target);
  } catch (error) {
    throw failure(path, error);
  } finally {
    if (temporary !== undefined) takeAway(temporary);
  }
}

function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made, as where a folder on its way is a file.
  }
}

/** A file that is for whom the old one was for, where there is one. */
function writeNew(path: string, text: string, old: Stats | undefined): void {
  const descriptor = openSync(path, "wx", old ? old.mode & PERMISSIONS : undefined);
  try {
    writeFileSync(descriptor, text);
    if (old) makeLike(old, descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function makeLike(old: Stats, descriptor: number): void {
  try {
    giveTo(descriptor, { status: old, isNew: false });
  } catch {
    // Only root gives files away; it is the user's own then.
  }
  // What a umask has taken off is given back.
  fchmodSync(descriptor, old.mode & PERMISSIONS);
}

/** A link fails where there is something; not all file systems have links. */
function renameToNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST" || existsSync(path)) throw error;
    renameSync(temporary, path);
  }
}

function failure(path: string, error: unknown): FailedError {
  if (codeOf(error) === "EEXIST")
    return new FailedError(`${path} is there already`, "--force replaces it", error);
  return new FailedError(`${path} cannot be written (${messageOf(error)})`, "nothing was written", error);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Such as `/dev/stdout`, or a pipe with a name. */
function isDevice(path: string): boolean {
  try {
    const stats = lstatSync(path);
    if (!stats.isSymbolicLink()) return !stats.isFile() && !stats.isDirectory();
    return path.startsWith("/dev/");
  } catch {
    return false;
  }
}

function writeInto(path: string, text: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "w");
    if (fstatSync(descriptor).isDirectory()) throw new Error("it is a folder");
    writeFileSync(descriptor, text);
  } catch (error) {
    if (codeOf(error) === "EPIPE") throw new ClosedPipe();
    throw failure(path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
