import { toAscii } from "./ascii.ts";
import type { BannerView } from "./view.ts";
import { widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

/** A line of the banner: the takeaway is the message, the rest stands back. */
export interface BannerLine {
  readonly text: string;
  readonly quiet: boolean;
}

const MOST_LINES = 4;
const READ_ON = "cstip today";
/** Less of a title than this tells nothing. */
const LEAST_TITLE = 12;

/**
 * The takeaway, the title and how to read on, in at most four lines of at most `width` columns. The takeaway is cut
 * where it takes more, the title where it does not fit one line.
 */
export function bannerLines({ tip }: BannerView, width: number, unicode: boolean): BannerLine[] {
  const shown = unicode ? (text: string) => text : toAscii;
  const title = shown(tip.title);
  const takeaway = wrap(shown(tip.takeaway), width);
  const readOn = shown(` · ${READ_ON}`);
  const besideIt = width - widthOf(readOn);
  const tail =
    widthOf(title) <= besideIt || (takeaway.length >= MOST_LINES - 1 && besideIt >= LEAST_TITLE)
      ? [cut([title], besideIt, shown("…")) + readOn]
      : [cut([title], width, shown("…")), READ_ON];
  const room = MOST_LINES - tail.length;
  const head =
    takeaway.length <= room
      ? takeaway
      : [...takeaway.slice(0, room - 1), cut(takeaway.slice(room - 1), width, shown("…"))];
  return [...head.map((text) => ({ text, quiet: false })), ...tail.map((text) => ({ text, quiet: true }))];
}

/** The first of the lines with a mark that more would follow, within the width. */
function cut(lines: readonly string[], width: number, mark: string): string {
  const [first = "", ...rest] = lines;
  if (rest.length === 0 && widthOf(first) <= width) return first;
  return `${wrap(first, width - widthOf(mark))[0] ?? ""}${mark}`;
}
