import { IRREGULAR_WORDS } from "./irregular.ts";
import { stemsOfWord } from "./words.ts";

/** The irregular forms of the words of a stem, of a family or a form without its mark: they begin otherwise. */
export function formsOfStem(stem: string): readonly string[] {
  const start = stem.slice(0, 2);
  for (const [base = "", ...forms] of IRREGULAR_WORDS) {
    if (!base.startsWith(start)) continue;
    const { family, form } = stemsOfWord(base);
    if (family === stem || form === `=${stem}`) return forms;
  }
  return [];
}
