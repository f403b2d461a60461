import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UserFilesError } from "../errors.ts";
import { codeOf, messageOf } from "./streams.ts";

/** Reading and writing the user's files so that nothing is ever half written or lost. */

/** What a user did is nobody else's business. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** A lock whose holder has not touched it for so long belongs to a process that died. */
const STALE_MS = 5_000;
/** So long a run waits for its turn, asking again after up to so long. */
const PATIENCE_MS = 40_000;
const LONGEST_WAIT_MS = 80;

/** The text of a file, without a byte order mark; undefined where there is no such file. Throws what the system throws. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/** More than this no file holds that a person wrote by hand. */
const MOST_BYTES = 1024 * 1024;

/**
 * The same for a small file that every run reads. Throws too where it is too large or no file at all: a device or a
 * pipe could be read for ever.
 */
export function readSmallText(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  if (!status.isFile()) throw new Error("it is not a file");
  if (status.size > MOST_BYTES) throw new Error("it is too large");
  return readText(path);
}

/**
 * Replaces a file by rename: whoever reads it sees the old text or the new one, never a part, and a full disk or a
 * crash leaves the old. Where the path is a link, the file it leads to is replaced; `lastly` says what is to be added
 * at the last moment. Throws a UserFilesError.
 */
export function replaceFile(path: string, text: string, lastly?: () => Uint8Array): void {
  let temporary: string | undefined;
  try {
    const target = linkTarget(path);
    // A device or a pipe is nothing to put a file in the place of, least of all for root.
    if (statSync(target, { throwIfNoEntry: false })?.isFile() === false) throw new Error("it is not a file");
    makeFolder(dirname(target));
    temporary = temporaryBeside(target);
    writeDurably(temporary, text);
    if (lastly) appendFileSync(temporary, lastly());
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new UserFilesError(
      `${path} cannot be written (${messageOf(error)})`,
      "what it held before is unchanged",
      error,
    );
  }
}

/** A hidden name beside a file, for what is to take its place. A long name would be longer than names can be. */
export function temporaryBeside(path: string): string {
  const name = basename(path).slice(0, LONGEST_NAME);
  return join(dirname(path), `.${name}.${process.pid}.${Date.now().toString(36)}`);
}

/** Characters, of three bytes at most, where a name has 255 bytes. */
const LONGEST_NAME = 60;

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

/** Creates a folder of the user's, with those above it; one that is there stays as it is. */
export function makeFolder(path: string): void {
  // Not the `recursive` of mkdir: it never comes back from a place such as /proc, where no folder can be made.
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path, { mode: PRIVATE_FOLDER });
  } catch (error) {
    if (codeOf(error) !== "EEXIST" || !isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
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

function writeDurably(path: string, text: string): void {
  const descriptor = openSync(path, "wx", PRIVATE_FILE);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The file that a path leads to, where it is a link. Throws where something else than a file is there: by rename root
 * could put a file in the place of a device.
 */
export function linkTarget(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return path;
  if (!status.isFile()) throw new Error("it is not a file");
  return realpathSync(path);
}
