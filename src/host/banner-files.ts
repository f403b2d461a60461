import { chmodSync, existsSync, lstatSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { BannerWeek } from "../core/banner.ts";
import { cleanLine } from "../core/text.ts";
import type { BannerLook } from "../login-files.ts";
import { bannerLines } from "../render/banner.ts";
import { makeFolder, replaceFile } from "./files.ts";
import { isOurs } from "./own.ts";

/**
 * The banners of the coming weeks as files that a shell reads with its builtins alone. `utf8-80` holds those for 80
 * columns and a UTF-8 locale, a line a week: its number and up to four lines of text, set apart by tabs. Each text
 * begins with `=`, or with `~` where it is to stand back; a lone `-` prints nothing. Before the first week, in the same
 * line, which a shell so reads in one go, stand `cstip-banner`, the version of this form, which of settings and library
 * there were, and the program's own file, by which a shell sees that one changed or went.
 */
const FOLDER = "banner";
/** In the place of a text: the week is known, and nothing is to be printed. */
const SILENT = "-";
export const WIDTHS_AHEAD = [80, 60, 40, 20] as const;
const HEADER = ["cstip-banner", "2"];
const HEADER_FIELDS = HEADER.length + 2;

/** What the text of the banners comes from; a shell compares the times of these files with theirs. */
export interface Inputs {
  /** The program's own file. */
  readonly program: string;
  readonly settings: string;
  readonly library: string;
}

/** Made by the shell that started the refresh: while it is there and fresh, no other shell starts one. */
const LOCK = "lock";

/** Writes all of them. Does nothing in a folder that is another's, as a home is under sudo. */
export function writeBannerFiles(
  cacheFolder: string | undefined,
  weeks: readonly BannerWeek[],
  look: BannerLook,
  inputs: Inputs,
): void {
  if (cacheFolder === undefined || !isOurs(cacheFolder)) return;
  const folder = join(cacheFolder, FOLDER);
  try {
    writeInto(folder, weeks, look, inputs);
  } finally {
    removeLock(join(folder, LOCK));
  }
}

/** Whatever has failed, else no shell would try again for ten minutes. What is not empty is no lock of ours. */
function removeLock(lock: string): void {
  const status = lstatSync(lock, { throwIfNoEntry: false });
  if (status?.isFile() && status.size === 0) rmSync(lock, { force: true });
}

function writeInto(
  folder: string,
  weeks: readonly BannerWeek[],
  look: BannerLook,
  { program, settings, library }: Inputs,
): void {
  makeFolder(folder);
  // What others may write is not shown; so this mends what a loose umask or a copy has left.
  if (!lstatSync(folder).isDirectory()) return;
  chmodSync(folder, 0o700);
  const present = `[${existsSync(settings) ? "settings" : ""}${existsSync(library) ? ",library" : ""}]`;
  const header = [...HEADER, present, program].join("\t");
  const seconds = timeOf([program, settings, library], Date.now() - performance.now());
  for (const width of WIDTHS_AHEAD) {
    for (const unicode of [true, false]) {
      const lines = weeks.map((week) =>
        look.banner ? lineOf(week, width, unicode, look) : `${week.number}\t${SILENT}`,
      );
      const path = join(folder, `${unicode ? "utf8" : "ascii"}-${width}`);
      replaceFile(path, `${header}\t${lines.join("\n")}\n`);
      utimesSync(path, seconds, seconds);
    }
  }
}

/** A setting of the width makes the lines narrower than the terminal, never wider; without color none stands back. */
function lineOf({ number, tip }: BannerWeek, columns: number, unicode: boolean, look: BannerLook): string {
  const width = look.width === "auto" ? columns : Math.min(look.width, columns);
  const lines = bannerLines({ kind: "banner", tip }, width, unicode);
  const mark = (quiet: boolean) => (quiet && look.color !== "never" ? "~" : "=");
  return [number, ...lines.map(({ text, quiet }) => mark(quiet) + cleanLine(text))].join("\t");
}

/** The numbers of the weeks in the text of such a file. */
export function weeksIn(text: string): number[] {
  const [first = "", ...rows] = text.split("\n").slice(0, -1);
  return [first.split("\t")[HEADER_FIELDS] ?? "", ...rows].map((row) => Number.parseInt(row, 10));
}

/** The clock of files lags behind that of processes by so much. */
const FILE_CLOCK_LAG_MS = 10;

/**
 * The time for the files, in seconds: just before the inputs were read, so that what changed since is newer. An
 * input from the future would else look newer for ever.
 */
function timeOf(inputs: readonly string[], startMs: number): number {
  const future = inputs
    .map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .filter((time) => time > Date.now());
  return Math.max(startMs - FILE_CLOCK_LAG_MS, ...future.map((time) => time + 1)) / 1000;
}
