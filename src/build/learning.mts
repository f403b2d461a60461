import { featuresOf, UNIT } from "../core/search/learned.ts";
import { stemsOf } from "../core/search/query.ts";
import type { Judged, Learned } from "../core/search/word-index.ts";
import { type Row, Rows } from "./ridge.mts";

/**
 * Learns from judgements which tips those want who use a word: a ridge regression of the grades on the features of
 * what was asked.
 */

/** Two words must have stood side by side so often: what is learned from less is one text by heart. */
const LEAST_PAIRS = 3;
/** How much large weights are held down. */
const RIDGE = 0.5;
/** How much a text of one word tells, beside which one of more tells the less, the more it has. */
const ONE_WORD = 3;
/** Weights of less, and all but so many of a feature, tell hardly anything and would take room. */
const LEAST_WEIGHT = 0.08;
const MOST_WEIGHTS = 8;

/** What the words of those who ask tell of the tips that they want; in the unit of learned.ts. */
export function learn(judged: Judged): Learned {
  const stems = Object.keys(judged).map(stemsOf);
  const texts = stems.map(featuresOf);
  const features = keptFeatures(texts);
  const scales = stems.map(({ length }) => Math.sqrt(ONE_WORD / Math.max(1, length)));
  const rows = new Rows(
    texts.map((text, i) => rowOf(text, features, scales[i] as number)),
    features.size,
  );
  const judgements = Object.values(judged);
  const ids = [...new Set(judgements.flatMap((grades) => Object.keys(grades)))].sort();
  const weights = ids.map((id) =>
    rows.weightsFor(
      judgements.map((grades, i) => (scales[i] as number) * gainOf(grades[id] ?? 0)),
      RIDGE,
    ),
  );
  const learned = [...features].map(
    ([feature, number]) =>
      [feature, heaviest(ids.map((id, tip) => [id, weights[tip]?.[number] ?? 0] as const))] as const,
  );
  return new Map(learned.filter(([, of]) => of.length > 0));
}

/** 3 is worth more than twice 2: as in the measure by which searches are judged. */
function gainOf(grade: number): number {
  return (2 ** grade - 1) / 7;
}

/** All words, and pairs of them that stood side by side often enough, numbered. */
function keptFeatures(texts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const feature of text.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([feature, count]) => !feature.includes(" ") || count >= LEAST_PAIRS);
  return new Map(kept.map(([feature], number) => [feature, number]));
}

/** A text as a row whose length is `scale`. */
function rowOf(text: ReadonlyMap<string, number>, features: ReadonlyMap<string, number>, scale: number): Row {
  const known = [...text].flatMap(([feature, count]) => {
    const number = features.get(feature);
    return number === undefined ? [] : [[number, count] as const];
  });
  const length = Math.hypot(...known.map(([, count]) => count));
  return known.map(([number, count]) => [number, (scale * count) / length]);
}

function heaviest(weights: readonly (readonly [id: string, weight: number])[]): [string, number][] {
  return weights
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_WEIGHTS)
    .map(([id, weight]) => [id, Math.round(weight / UNIT)]);
}
