import { byStart } from "./by-start.ts";
import { IRREGULAR_WORDS } from "./irregular.ts";
import { WORD_FAMILIES } from "./word-families.ts";
import { stemsOfWord } from "./words.ts";

/** Words with others that belong to them and may begin otherwise than their stem. */
export const IRREGULAR_LINES = [...IRREGULAR_WORDS, ...WORD_FAMILIES];

/** What belongs to the words of a stem, of a family or a form without its mark, by no rule. */
export function formsOfStem(stem: string): readonly string[] {
  return linesLike(stem).flatMap(([base = "", ...forms]) => {
    const { family, form } = stemsOfWord(base);
    return family === stem || form === `=${stem}` ? forms : [];
  });
}

const linesLike = byStart(2, () => IRREGULAR_LINES.map((line) => [line[0] ?? "", line] as const));
