import { IRREGULAR_WORDS } from "./irregular.ts";
import { stemOf } from "./words.ts";

/** The irregular forms of the words of a stem: they begin otherwise. */
export function formsOfStem(stem: string): readonly string[] {
  const start = stem.slice(0, 2);
  for (const [base = "", ...forms] of IRREGULAR_WORDS)
    if (base.startsWith(start) && stemOf(base) === stem) return forms;
  return [];
}
