import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

/** Characters of one column each, whatever stands beside them: those of English text and of boxes. */
const SINGLE =
  /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2013\u2014\u2018-\u201d\u2022\u2026\u2192\u2212\u2500-\u257f\u2605]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of styles begin so
const STYLES = /\x1b\[\d+m/g;

/** Columns that a text takes on a terminal; the codes of its styles take none. */
export function widthOf(text: string): number {
  // Most text is plain, and to look for emoji in it takes most of a card's time.
  const bare = text.includes("\x1b") ? text.replace(STYLES, "") : text;
  return isSingle(bare) ? bare.length : stringWidth(text);
}

/** Whether every character of a text is known to take one column: then its columns need not be measured. */
export function isSingle(text: string): boolean {
  return SINGLE.test(text);
}

/**
 * What boxen wraps text with, by the hand of the bundler. What fits is left as it is.
 * @public
 */
export function wrapStyled(text: string, columns: number, options?: Parameters<typeof wrapAnsi>[2]): string {
  const fits = options?.trim === false && text.split("\n").every((line) => widthOf(line) <= columns);
  return fits ? text : wrapAnsi(text, columns, options);
}
