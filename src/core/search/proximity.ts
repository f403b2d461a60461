import type { Tip } from "../tip.ts";
import { type Field, textsOf } from "./fields.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Term } from "./terms.ts";
import { stemOf, wordsOf } from "./words.ts";

/** How much it says that words of the query stand side by side there. */
const FIELD_BONUS: Readonly<Partial<Record<Field, number>>> = {
  title: 0.42,
  keywords: 0.42,
  takeaway: 0.28,
  summary: 0.21,
  body: 0.14,
};

/** The least weight of a stem that counts as the term. */
const SURE = 0.9;

/** What a tip's score is multiplied by where neighbours in the query are neighbours in it: 1 where none are. */
export function proximityFactor(tip: Tip, terms: readonly Term[]): number {
  // To look through the texts takes most of a search, and few terms can be found side by side.
  if (!terms.some((term, at) => at > 0 && hasStem(term) && hasStem(terms[at - 1]))) return 1;
  const pairs = new Float64Array(terms.length - 1);
  for (const [field, bonus] of Object.entries(FIELD_BONUS) as [Field, number][]) {
    for (const text of textsOf(tip, field, new Map())) {
      for (const pair of neighbours(text, terms)) pairs[pair] = Math.max(pairs[pair] ?? 0, bonus);
    }
  }
  return 1 + pairs.reduce((sum, bonus) => sum + bonus, 0) / pairs.length;
}

/** The places in the query of terms whose next term follows them in the text, stop words left out. */
function neighbours(text: string, terms: readonly Term[]): number[] {
  const stems = wordsOf(text)
    .filter(({ text: word }) => !STOP_WORDS.has(word))
    .map(({ text: word }) => stemOf(word));
  const found: number[] = [];
  for (let at = 1; at < stems.length; at++) {
    for (let pair = 0; pair + 1 < terms.length; pair++) {
      if (isTerm(terms[pair], stems[at - 1]) && isTerm(terms[pair + 1], stems[at])) found.push(pair);
    }
  }
  return found;
}

/** Whether `isTerm` can be true of a term: a stem with `=` is that of a form, and never one of a family. */
function hasStem(term: Term | undefined): boolean {
  return [...(term?.stems ?? [])].some(([stem, weight]) => weight >= SURE && !stem.startsWith("="));
}

function isTerm(term: Term | undefined, stem: string | undefined): boolean {
  return stem !== undefined && (term?.stems.get(stem) ?? 0) >= SURE;
}
