import { closeSync, constants, fstatSync, openSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./files.ts";
import { statusOf } from "./journal-reading.ts";
import { giveTo } from "./owner.ts";
import { codeOf } from "./streams.ts";

/** A pipe in the journal's place does not keep anybody waiting. Windows has no such flag. */
const APPENDING = constants.O_APPEND | constants.O_WRONLY | (constants.O_NONBLOCK ?? 0);

/** Writes a line behind the file's last. Answers whether the file is still the one at this path, and its bytes. */
export function appendOnce(
  path: string,
  line: string,
): { readonly isStillThere: boolean; readonly size: number } {
  const descriptor = openForAppending(path);
  try {
    const { size } = statusOf(descriptor);
    const bytes = Buffer.from(line, "utf8");
    const written = writeSync(descriptor, bytes);
    if (written < bytes.length) throw new Error("no space left on device");
    return { isStillThere: isStillAt(path, descriptor), size: size + written };
  } finally {
    closeSync(descriptor);
  }
}

function openForAppending(path: string): number {
  try {
    return openSync(path, APPENDING);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  makeFolder(dirname(path));
  const descriptor = openSync(path, APPENDING | constants.O_CREAT, 0o600);
  giveTo(descriptor, { status: statSync(dirname(path)), isNew: true });
  return descriptor;
}

function isStillAt(path: string, descriptor: number): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now === undefined || now.ino === fstatSync(descriptor).ino;
}
