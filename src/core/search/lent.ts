import type { Library } from "../tip.ts";
import { meaningsOfPhrases } from "./meanings.ts";
import { askedFrom, relativesFrom } from "./related.ts";
import { synonymText } from "./synonym-text.ts";
import { synonymsIn } from "./synonyms.ts";
import type { WordIndex } from "./word-index.ts";

/**
 * What the index of another library is to know beside its words. `known` is that of some of its tips, for what takes
 * all words, or other texts, to find.
 */
export function lentTo(
  { tips }: Library,
  known: WordIndex | undefined,
): Pick<WordIndex, "asked" | "relatives" | "meanings" | "synonyms"> {
  return {
    asked: known ? askedFrom(known, tips) : new Map(),
    relatives: known ? relativesFrom(known, tips) : new Map(),
    meanings: known?.meanings ?? meaningsOfPhrases(),
    synonyms: known?.synonyms ?? synonymsIn(synonymText()),
  };
}
