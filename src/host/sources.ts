import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../context.ts";
import { compare } from "../core/tip.ts";
import { codeOf, messageOf, pause } from "./streams.ts";

/** The files that an import is to read. */

const MOST_BYTES = 64 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** Folders within folders; more is a mistake, such as a link that leads back. */
const DEEPEST = 20;

const STANDARD_INPUT = 0;
/** Between one look for input and the next. */
const WAIT_MS = 20;

type Read = ReturnType<SourceFile["read"]>;

/** The files named, and those in folders named, by name; hidden ones, and links to folders within folders, are left out. */
export function* sourcesOf(names: readonly string[]): Generator<SourceFile> {
  for (const name of names) {
    if (name === "-") yield { name: "standard input", found: false, read: () => readAll(STANDARD_INPUT) };
    else if (isFolder(name)) yield* filesIn(name, 0);
    else yield { name, found: false, read: () => readFile(name) };
  }
}

function* filesIn(folder: string, depth: number): Generator<SourceFile> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory() && depth < DEEPEST) yield* filesIn(path, depth + 1);
      if (entry.isFile() || (entry.isSymbolicLink() && !isFolder(path))) {
        yield { name: path, found: true, read: () => readFile(path) };
      }
    }
  } catch (error) {
    yield {
      name: folder,
      found: false,
      read: () => ({ problem: `it cannot be read (${messageOf(error)})` }),
    };
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Opens without waiting for the other end of a pipe, and looks at what it has opened. */
function readFile(path: string): Read {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { problem: `it cannot be read (${messageOf(error)})` };
  }
  try {
    if (!fstatSync(descriptor).isFile()) {
      return { problem: "it is no regular file: what comes through a pipe is read by 'cstip import -'" };
    }
    return readAll(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** All bytes up to the limit. */
function readAll(descriptor: number): Read {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = readOrWait(descriptor, chunk);
      if (read === 0) return { bytes: Buffer.concat(chunks) };
      size += read;
      if (size > MOST_BYTES) return { problem: "it is larger than 64 MiB: import it in parts" };
      chunks.push(chunk.subarray(0, read));
    }
  } catch (error) {
    return { problem: `it cannot be read (${messageOf(error)})` };
  }
}

/**
 * A terminal or pipe that does not block says EAGAIN while nothing has come. Standard input is waited for; a file that
 * was opened here, such as the kernel's log, may never have more.
 */
function readOrWait(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN" || descriptor !== STANDARD_INPUT) throw error;
      pause(WAIT_MS);
    }
  }
}
