import { pairsOf } from "./fields.ts";
import type { Entries } from "./word-index.ts";

/**
 * What was learned from people who read the tips and judged which of them answer what is asked: a linear model. Each
 * feature of a query speaks for some tips and against others, and what they say is added up.
 */

/** What two words side by side count beside each of them. */
const PAIR = 0.7;
/** Weights are stored as whole numbers of these. */
export const UNIT = 0.01;

/** The features of a text, of which the stems of all words are given, and how much each counts there. */
export function featuresOf(stems: readonly string[]): Map<string, number> {
  const features = new Map(stems.map((stem) => [stem, 1]));
  for (let i = 1; i < stems.length; i++) features.set(`${stems[i - 1]} ${stems[i]}`, PAIR);
  return features;
}

/** By the place of a tip, how much those who ask so want it: about 1 where it is what they look for, or more, down below 0. */
export function wantedBy(stems: readonly string[], learned: Entries): Map<number, number> {
  const wanted = new Map<number, number>();
  let squares = 0;
  for (const [feature, count] of featuresOf(stems)) {
    const entry = learned.get(feature);
    if (!entry || entry.length === 0) continue;
    squares += count * count;
    for (const [place, weight] of pairsOf(entry))
      wanted.set(place, (wanted.get(place) ?? 0) + count * weight);
  }
  const length = Math.sqrt(squares);
  for (const [place, weight] of wanted) wanted.set(place, (weight * UNIT) / length);
  return wanted;
}
