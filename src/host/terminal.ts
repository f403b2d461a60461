import { fstatSync } from "node:fs";
import type { Environment } from "../core/choices.ts";
import { toAscii } from "../render/ascii.ts";
import type { Terminal } from "../render/style.ts";

/** What stdout is. The terminal module is loaded only where stdout may be one: it costs a tenth of a start. */
export function stdoutTerminal(environment: Environment): Terminal {
  const utf8 = saysUtf8(environment);
  if (!mayBeTerminal(1)) return { isTerminal: false, columns: undefined, utf8 };
  const tty: typeof import("node:tty") = require("node:tty");
  if (!tty.isatty(1)) return { isTerminal: false, columns: undefined, utf8 };
  return {
    isTerminal: true,
    // Asked each time: a window is made wider or narrower while somebody looks through the tips.
    get columns() {
      return process.stdout.columns;
    },
    get rows() {
      return process.stdout.rows;
    },
    utf8,
  };
}

/** The major number that Linux gives `/dev/null` and its like. */
const MEMORY_DEVICES = 1;

/** Whether it is worth the time to load the terminal module and ask. */
function mayBeTerminal(descriptor: number): boolean {
  if (process.platform === "win32") return true;
  try {
    const stats = fstatSync(descriptor);
    const isMemory = process.platform === "linux" && stats.rdev >> 8 === MEMORY_DEVICES;
    return stats.isCharacterDevice() && !isMemory;
  } catch {
    return false;
  }
}

/** POSIX: the first of LC_ALL, LC_CTYPE and LANG that is set decides. Elsewhere terminals show Unicode. */
function saysUtf8({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  if (process.platform === "win32" || (process.platform === "darwin" && !locale)) return true;
  return /utf-?8/i.test(locale ?? "");
}

/** A sentence as it can be shown in the locale of this process. */
export function inLocale(sentence: string): string {
  return saysUtf8(process.env) ? sentence : toAscii(sentence);
}

/** Whether keys can be read and the cursor moved. Asked where stdout is a terminal. */
export function isInteractive({ TERM }: Environment): boolean {
  const tty: typeof import("node:tty") = require("node:tty");
  return TERM !== "dumb" && tty.isatty(0);
}
