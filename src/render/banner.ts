import { toAscii } from "./ascii.ts";
import { ownTakeaway } from "./phrases.ts";
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
 * where it takes more, the title where it does not fit one line. Where there is no takeaway the title is the message.
 */
export function bannerLines({ tip }: BannerView, width: number, unicode: boolean): BannerLine[] {
  const shown = unicode ? (text: string) => text : toAscii;
  const takeaway = ownTakeaway(tip);
  const message = wrap(shown(takeaway ?? tip.title), width);
  const tail = takeaway === undefined ? [READ_ON] : tailFor(message, shown(tip.title), width, shown);
  const room = MOST_LINES - tail.length;
  const head =
    message.length <= room
      ? message
      : [...message.slice(0, room - 1), cut(message.slice(room - 1), width, shown("…"))];
  return [...head.map((text) => ({ text, quiet: false })), ...tail.map((text) => ({ text, quiet: true }))];
}

/** The title and how to read on: in one line where they fit, or the takeaway leaves no more. */
function tailFor(
  takeaway: readonly string[],
  title: string,
  width: number,
  shown: (text: string) => string,
): string[] {
  const readOn = shown(` · ${READ_ON}`);
  const besideIt = width - widthOf(readOn);
  const together =
    widthOf(title) <= besideIt || (takeaway.length >= MOST_LINES - 1 && besideIt >= LEAST_TITLE);
  return together
    ? [cut([title], besideIt, shown("…")) + readOn]
    : [cut([title], width, shown("…")), READ_ON];
}

/** The first of the lines with a mark that more would follow, within the width. */
function cut(lines: readonly string[], width: number, mark: string): string {
  const [first = "", ...rest] = lines;
  if (rest.length === 0 && widthOf(first) <= width) return first;
  return `${wrap(first, width - widthOf(mark))[0] ?? ""}${mark}`;
}
