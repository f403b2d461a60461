import { wantedBy } from "./learned.ts";
import type { Query } from "./query.ts";
import { relativesGains } from "./related.ts";
import type { Term } from "./terms.ts";
import type { WordIndex } from "./word-index.ts";
import { stemOf } from "./words.ts";

/** What counts for a tip beside the words that it holds: what is like it, and what those want who ask so. */

/** How much it counts that people who ask so want a tip, beside all that its words say. */
const LEARNED = 1.2;
/** A tip that has none of the words, and is like none that has, must be wanted as much. */
const LEAST_WANTED = 0.07;
/** How much those who ask so must want a tip that is found by nothing else, and another beside it, as a share of that. */
const CLEARLY = 0.5;
const NEARLY_AS_MUCH = 0.4;

interface Scored {
  readonly place: number;
  readonly score: number;
}

/** By place, what tips gain, as a share of the best score; less than nothing where those who ask so do not want it. */
export function gainsFor(
  found: readonly Scored[],
  { spoken, parts }: Query,
  terms: readonly Term[],
  index: WordIndex,
): Map<number, number> {
  const gains = relativesGains(found, index.relatives);
  const corrected = new Map(terms.map(({ word, corrected = word }) => [word, corrected]));
  const wanted = wantedBy(stemsIn(spoken, parts, corrected, index), index.learned);
  const most = Math.max(0, ...wanted.values());
  // Nobody has judged tips of one's own: they are wanted as far as they hold what the best does.
  for (const { place, score } of found)
    if (index.isOwn?.(place)) wanted.set(place, (most * score) / (found[0]?.score ?? 1));
  const places = new Set(found.map(({ place }) => place));
  for (const [place, share] of wanted)
    if (gains.has(place) || places.has(place) || share >= LEAST_WANTED)
      gains.set(place, (gains.get(place) ?? 0) + LEARNED * share);
  return gains;
}

/** By place, how much tips are wanted by those who ask so, though each word is a stop word, as in `no can do`. */
export function clearlyWanted({ spoken }: Query, index: WordIndex): Map<number, number> {
  const wanted = wantedBy(spoken.map(stemOf), index.learned);
  const most = Math.max(0, ...wanted.values());
  if (most < CLEARLY) return new Map();
  return new Map([...wanted].filter(([, share]) => share >= NEARLY_AS_MUCH * most));
}

/** The stems of a query as it is meant: of a hyphenated word that nothing was learned of, those of its parts. */
function stemsIn(
  spoken: readonly string[],
  parts: Query["parts"],
  corrected: ReadonlyMap<string, string>,
  { learned }: WordIndex,
): string[] {
  const words = spoken.flatMap((word) => (learned.has(stemOf(word)) ? [word] : (parts.get(word) ?? [word])));
  return words.map((word) => stemOf(corrected.get(word) ?? word));
}
