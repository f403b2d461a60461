import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserFilesError } from "../errors.ts";
import { giveFolder, giveTo } from "./owner.ts";
import { codeOf, messageOf } from "./streams.ts";

/** Reading and writing the user's files so that nothing is ever half written or lost. */

/** What a user did is nobody else's business. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

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
 * Replaces a file by rename: whoever reads it sees the old one or the new one, never a part, and a full disk or a
 * crash leaves the old. Where the path is a link, the file it leads to is replaced, and its owner stays its owner.
 * Throws a UserFilesError.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  let temporary: string | undefined;
  try {
    const target = linkTarget(path);
    makeFolder(dirname(target));
    temporary = temporaryBeside(target);
    writeDurably(temporary, content, ownerOf(target));
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
  return join(dirname(path), `${prefixOf(path)}${process.pid}.${Date.now().toString(36)}`);
}

/** Removes what processes that were killed have left of such files, and nothing else that is named alike. */
export function removeTemporaries(path: string, but?: string): void {
  const folder = dirname(path);
  const prefix = prefixOf(path);
  for (const name of readdirSync(folder)) {
    const ours = name.startsWith(prefix) && OUR_END.test(name.slice(prefix.length));
    if (ours && join(folder, name) !== but) rmSync(join(folder, name), { force: true });
  }
}

/** A process and a time: no editor ends its own files so. */
const OUR_END = /^\d+\.[0-9a-z]{8,9}$/;

function prefixOf(path: string): string {
  return `.${basename(path).slice(0, LONGEST_NAME)}.`;
}

/** The file at a path, whose owner what takes its place is to have; where there is none, the folder. */
export function ownerOf(path: string): { readonly status: Stats; readonly isNew: boolean } {
  const status = statSync(path, { throwIfNoEntry: false });
  return { status: status ?? statSync(dirname(path)), isNew: status === undefined };
}

/** Characters, of three bytes at most, where a name has 255 bytes. */
const LONGEST_NAME = 60;

/** Creates a folder of the user's, with those above it; one that is there stays as it is. */
export function makeFolder(path: string): void {
  // Not the `recursive` of mkdir: it never comes back from a place such as /proc, where no folder can be made.
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path, { mode: PRIVATE_FOLDER });
    giveFolder(path, above);
  } catch (error) {
    if (codeOf(error) !== "EEXIST" || !isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Writes a new file to the disk, for the owner of another. */
export function writeDurably(
  path: string,
  text: string | Uint8Array,
  owner: ReturnType<typeof ownerOf>,
): void {
  const descriptor = openSync(path, "wx", PRIVATE_FILE);
  try {
    giveTo(descriptor, owner);
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
