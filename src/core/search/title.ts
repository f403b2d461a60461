import { STOP_WORDS } from "./stop-words.ts";
import type { Term } from "./terms.ts";
import { stemOf, wordsOf } from "./words.ts";

const TITLE_BONUS = 1.4;

/**
 * What a tip's score is multiplied by for words of its title: who types them mostly wants that tip, more so the more
 * of the title, and of the query, they are. 1 where there are none.
 */
export function titleFactor(title: string, shares: ReadonlyMap<Term, number>): number {
  const words = wordsOf(title).filter(({ text }) => !STOP_WORDS.has(text));
  const inTitle = new Set(words.map(({ text }) => stemOf(text)));
  const matched = new Set<string>();
  let ofQuery = 0;
  for (const [{ stems }, share] of shares) {
    const stem = [...stems.keys()].find((candidate) => inTitle.has(candidate));
    if (stem === undefined) continue;
    matched.add(stem);
    ofQuery += share;
  }
  return matched.size === 0 ? 1 : 1 + TITLE_BONUS * ofQuery * Math.sqrt(matched.size / inTitle.size);
}
