import { chmodSync, existsSync, lstatSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { type Day, dayOfIso, FIRST_DAY, isoOf, LAST_DAY } from "../core/calendar.ts";
import { cleanLine } from "../core/text.ts";
import type { Tip } from "../core/tip.ts";
import type { Choice } from "../core/tip-of-the-week.ts";
import type { BannerLook } from "../login-files.ts";
import { bannerLines } from "../render/banner.ts";
import { makeFolder, replaceFile } from "./files.ts";
import { isOurs } from "./own.ts";

/**
 * The banners of the coming weeks as files that a shell reads with its builtins alone. `utf8-80` holds those for 80
 * columns and a UTF-8 locale, a line a week: the week's last day, such as `20261130`, and its lines as one text for
 * `printf %b`. That day is compared with today's as a string, so that no shell reckons with zones. Before the first
 * week, in the same line, which a shell so reads in one go, stand `cstip-banner-3` (the last is the version of this
 * form), which of settings and library there were, the program's own file, by which a shell sees that one changed or
 * went, and the first day of that week. Tabs set them apart.
 */
const FOLDER = "banner";
/** For `printf %b`, to which it means to print no more: the week is known, and nothing is to be printed. */
const SILENT = "\\c";
export const WIDTHS_AHEAD = [80, 60, 40, 20] as const;
const FORM = "cstip-banner-3";

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
  weeks: readonly Choice[],
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
  weeks: readonly Choice[],
  look: BannerLook,
  { program, settings, library }: Inputs,
): void {
  makeFolder(folder);
  // What others may write is not shown; so this mends what a loose umask or a copy has left.
  if (!lstatSync(folder).isDirectory()) return;
  chmodSync(folder, 0o700);
  const present = `[${existsSync(settings) ? "settings" : ""}${existsSync(library) ? ",library" : ""}]`;
  const [first] = weeks;
  const header = [FORM, present, program, dateOf(first?.week.from ?? FIRST_DAY)].join("\t");
  const seconds = timeOf([program, settings, library], Date.now() - performance.now());
  for (const width of WIDTHS_AHEAD) {
    for (const unicode of [true, false]) {
      const lines = weeks.map(
        ({ week, tip }) => `${dateOf(week.to)}\t${look.banner ? textOf(tip, width, unicode, look) : SILENT}`,
      );
      if (lines.length === 0) lines.push(`${dateOf(LAST_DAY)}\t${SILENT}`);
      const path = join(folder, `${unicode ? "utf8" : "ascii"}-${width}`);
      replaceFile(path, `${header}\t${lines.join("\n")}\n`);
      utimesSync(path, seconds, seconds);
    }
  }
}

/** A setting of the width makes the lines narrower than the terminal, never wider; without color none stands back. */
function textOf(tip: Tip, columns: number, unicode: boolean, look: BannerLook): string {
  const width = look.width === "auto" ? columns : Math.min(look.width, columns);
  return bannerLines({ kind: "banner", tip }, width, unicode)
    .map(({ text, quiet }) => {
      const escaped = cleanLine(text).replaceAll("\\", "\\0134");
      return quiet && look.color !== "never" ? `\\033[2m${escaped}\\033[0m\\n` : `${escaped}\\n`;
    })
    .join("");
}

/** `YYYYMMDD`, as `date +%Y%m%d` prints it. */
function dateOf(day: Day): string {
  return isoOf(day).replaceAll("-", "");
}

/** The last days of the weeks in the text of such a file, from the first on; none where it is of another form. */
export function lastDaysIn(text: string): Day[] {
  if (!text.startsWith(`${FORM}\t`)) return [];
  return [...text.matchAll(/(\d{4})(\d\d)(\d\d)\t[^\t\n]+\n/g)].map(
    ([, year, month, day]) => dayOfIso(`${year}-${month}-${day}`) ?? Number.NaN,
  );
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
