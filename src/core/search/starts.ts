import { formsOfStem, IRREGULAR_LINES } from "./irregular-forms.ts";

/** So many letters at the start of a word are enough to tell it from most others. */
const LEAST_START = 2;
export const MOST_START = 4;
const PLAIN = /^[a-z0-9]+$/;

/**
 * The letters with which the words of some stems may begin, fewer than `startsOf` knows: they are found sooner, and
 * so are many other words. For a few short texts.
 */
export function roughStartsOf(stems: Iterable<string>): Set<string> {
  const starts = new Set<string>();
  for (const stem of stems) {
    const letters = stem.startsWith("=") ? stem.slice(1) : stem;
    // Of `eyed` the stem is `ei`.
    starts.add(letters.slice(0, letters.length > LEAST_START ? LEAST_START : 1));
  }
  for (const [base = "", ...forms] of IRREGULAR_LINES)
    if (starts.has(base.slice(0, LEAST_START)))
      for (const form of forms) starts.add(form.slice(0, LEAST_START));
  return new Set([...starts].filter((start) => PLAIN.test(start)).sort());
}

/** The letters with which the words of a stem may begin; none where it is of other letters. */
export function startsOf(stem: string): string[] {
  const letters = stem.replace(/^=/, "");
  const least = letters.length > LEAST_START ? LEAST_START : 1;
  const most = Math.min(MOST_START, endOfSpelling(letters));
  const length = Math.min(most, Math.max(least, letters.length - changingEnd(letters)));
  const starts = [letters.slice(0, length), ...formsOfStem(letters).map((form) => form.slice(0, MOST_START))];
  return starts.filter((start) => PLAIN.test(start));
}

/** How many letters stand before an `r` that may be `ur`, as in `odourless`. */
function endOfSpelling(stem: string): number {
  const place = stem.search(/[^aeiou]or/);
  return place < 0 ? stem.length : place + 2;
}

/** How many letters at the end of a stem its words may have otherwise, by their endings or by British spelling. */
function changingEnd(stem: string): number {
  if (/(zer|les)$/.test(stem)) return 3;
  if (/(or|er)$/.test(stem)) return 2;
  return /[eiyzslg]$/.test(stem) ? 1 : 0;
}
