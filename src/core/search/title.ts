import { AnswerFinder } from "./answer-finder.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Term } from "./terms.ts";
import { stemsOfWord, wordsOf } from "./words.ts";

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
  // By each stem of its words, their family.
  const inTitle = new Map<string, string>();
  for (const { text } of wordsOf(title)) {
    if (STOP_WORDS.has(text)) continue;
    const { family, form } = stemsOfWord(text);
    inTitle.set(family, family).set(form, family);
  }
  const families = new Set(inTitle.values());
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
