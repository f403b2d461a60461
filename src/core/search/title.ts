import { AnswerFinder } from "./answer-finder.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Term } from "./terms.ts";
import { stemOf, stemsOfWord, wordsOf } from "./words.ts";

const TITLE_BONUS = 0.5;
const NONE: ReadonlySet<string> = new Set();

/** Tells what a tip's score is multiplied by for its title. Only titles that have a word of the query are read whole. */
export function titleFactors(shares: ReadonlyMap<Term, number>): (title: string) => number {
  const finder = new AnswerFinder([...shares.keys()].map((term) => ({ ...term, synonyms: NONE })));
  return (title) => (finder.wordsIn(title).length > 0 ? titleFactor(title, shares) : 1);
}

/**
 * What a tip's score is multiplied by for words of its title: who types them mostly wants that tip, more so the more
 * of the title, and of the query, they are. 1 where there are none.
 */
function titleFactor(title: string, shares: ReadonlyMap<Term, number>): number {
  const words = wordsOf(title).filter(({ text }) => !STOP_WORDS.has(text));
  const families = new Set(words.map(({ text }) => stemOf(text)));
  const inTitle = new Map(words.map(({ text }) => [stemsOfWord(text).form, stemOf(text)]));
  for (const family of families) inTitle.set(family, family);
  const matched = new Set<string>();
  let ofQuery = 0;
  for (const [{ stems }, share] of shares) {
    const stem = [...stems.keys()].find((candidate) => inTitle.has(candidate));
    if (stem === undefined) continue;
    matched.add(inTitle.get(stem) ?? stem);
    ofQuery += share;
  }
  return matched.size === 0 ? 1 : 1 + TITLE_BONUS * ofQuery * Math.sqrt(matched.size / families.size);
}
