import { once } from "../once.ts";
import type { Library, Tip } from "../tip.ts";
import { pairsOf } from "./fields.ts";
import { meaningsOfPhrases } from "./meanings.ts";
import { entriesFrom, relativesFrom } from "./related.ts";
import { synonymText, wordsWithSynonyms } from "./synonym-text.ts";
import { synonymsIn } from "./synonyms.ts";
import type { WordIndex } from "./word-index.ts";

const NONE: ReadonlySet<string> = new Set();
const NEVER = () => false;

/**
 * What the index of another library is to know beside its words. `known` is that of some of its tips, for what takes
 * all words, or other texts, to find; `own` the words themselves.
 */
export function lentTo(
  { tips }: Library,
  known: WordIndex | undefined,
  own: Pick<WordIndex, "entries">,
): Omit<WordIndex, "ids" | "entries" | "phrases" | "vocabulary" | "leading"> {
  return {
    asked: known ? entriesFrom(known, known.asked, tips) : new Map(),
    learned: known ? entriesFrom(known, known.learned, tips) : new Map(),
    isOwn: known ? isBeside(known, tips) : NEVER,
    relatives: known ? relativesFrom(known, tips) : new Map(),
    meanings: known?.meanings ?? meaningsOfPhrases(),
    synonyms: known?.synonyms ?? synonymsIn(synonymText()),
    standIns: known?.standIns ?? wordsWithSynonyms(),
    askedWords: known?.askedWords ?? [],
    trade: known?.trade ?? NONE,
    elsewhere: known
      ? { has: (stem) => known.elsewhere.has(stem) && !isInOthers(stem, tips, known, own) }
      : NONE,
  };
}

/** Tells by its place whether a tip is none of those of the other index. */
function isBeside({ ids }: WordIndex, tips: readonly Tip[]): (place: number) => boolean {
  const places = once(() => {
    const known = new Set(ids);
    return new Set(tips.flatMap(({ id }, place) => (known.has(id) ? [place] : [])));
  });
  return (place) => !places().has(place);
}

/** Whether tips hold a word that the other index's do not: who imports some on baking may look for bread. */
function isInOthers(
  stem: string,
  tips: readonly Tip[],
  { ids, entries: known }: WordIndex,
  { entries }: Pick<WordIndex, "entries">,
): boolean {
  if (!known.has(stem)) return entries.has(stem);
  return [...pairsOf(entries.get(stem)).keys()].some((place) => !ids.includes(tips[place]?.id ?? ""));
}
