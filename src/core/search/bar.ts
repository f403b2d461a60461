import { isHeld, type Term } from "./terms.ts";
import type { WordIndex } from "./word-index.ts";
import { stemOf } from "./words.ts";

/** Below this share of what was asked for, what was found is chance. */
const USUAL = 0.46;
/** Where the tips know every word of it, seldom. */
const OF_KNOWN = 0.15;
/** `angry gamers` are angry in the first place. */
const OF_TRADE = 0.2;
/** Of `mortgage interest rates` a tip may well have a word. */
const ELSEWHERE = 0.84;

/** The share of what was asked for that the best tip must hold to be an answer at all. */
export function leastCoverage(terms: readonly Term[], index: WordIndex): number {
  const words = terms.map(({ word, corrected = word }) => stemOf(corrected));
  if (words.some((stem) => index.trade.has(stem))) return OF_TRADE;
  if (words.some((stem) => index.elsewhere.has(stem))) return ELSEWHERE;
  return terms.every((term) => isHeld(term, index)) ? OF_KNOWN : USUAL;
}
