import type { Tip } from "../tip.ts";
import { pairsOf, saturated } from "./fields.ts";
import type { Entries, WordIndex } from "./word-index.ts";

/** So many of each tip are kept. */
const MOST_RELATIVES = 8;

/**
 * By the place of each tip, pairs of the place of one that is like it, by the words that they share, written or asked,
 * and how much more than tips are like each other anyway, 0 to 1. Work grows with the square of the number of tips.
 */
export function relativesOf(
  count: number,
  entries: ReadonlyMap<string, readonly number[]>,
  asked: ReadonlyMap<string, readonly number[]> = new Map(),
): Map<string, number[]> {
  const vectors = vectorsOf(count, entries, asked);
  return new Map(
    vectors.map((vector, place) => {
      const likeness = vectors.map((other, index) => (index === place ? 0 : cosine(vector, other)));
      const usual = likeness.reduce((sum, value) => sum + value, 0) / Math.max(1, count - 1);
      const relatives = likeness
        .map((value, index) => ({ index, excess: Math.round((value - usual) * 1000) / 1000 }))
        .filter(({ index, excess }) => excess > 0 && index !== place)
        .sort((a, b) => b.excess - a.excess || a.index - b.index)
        .slice(0, MOST_RELATIVES);
      return [String(place), relatives.flatMap(({ index, excess }) => [index, excess])];
    }),
  );
}

/** What another index knows of these tips: entries with their places in place of those that it has. */
export function placedIn(
  tips: readonly Tip[],
  { ids }: Pick<WordIndex, "ids">,
): (entry: readonly number[]) => number[] {
  const known = new Set(ids);
  const places = new Map<string, number>();
  tips.forEach(({ id }, place) => {
    if (known.has(id)) places.set(id, place);
  });
  return (entry) =>
    entry.flatMap((value, i) => {
      const place = i % 2 === 0 ? places.get(ids[value] ?? "") : undefined;
      return place === undefined ? [] : [place, entry[i + 1] ?? 0];
    });
}

/** The relatives that another index knows, by the places of these tips. */
export function relativesFrom(known: Pick<WordIndex, "ids" | "relatives">, tips: readonly Tip[]): Entries {
  const placed = placedIn(tips, known);
  const get = (key: string) =>
    placed(known.relatives.get(String(known.ids.indexOf(tips[Number(key)]?.id ?? ""))) ?? []);
  return { get, has: (key) => get(key).length > 0 };
}

/** What entries of another index say of those of these tips that it knows: words that are asked, or what was learned. */
export function entriesFrom(known: Pick<WordIndex, "ids">, entries: Entries, tips: readonly Tip[]): Entries {
  const placed = placedIn(tips, known);
  const get = (key: string) => placed(entries.get(key) ?? []);
  return { get, has: (key) => get(key).length > 0 };
}

/** By tip, what each of its word families weighs, asked or written: the rarer, the more. */
function vectorsOf(
  count: number,
  entries: ReadonlyMap<string, readonly number[]>,
  asked: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, number>[] {
  const vectors = Array.from({ length: count }, () => new Map<string, number>());
  for (const stem of new Set([...entries.keys(), ...asked.keys()])) {
    if (stem.startsWith("=")) continue;
    const weights = pairsOf(entries.get(stem));
    for (const [place, weight] of pairsOf(asked.get(stem)))
      weights.set(place, (weights.get(place) ?? 0) + weight);
    const rarity = Math.log(1 + count / (weights.size + 0.5));
    for (const [place, weight] of weights) vectors[place]?.set(stem, rarity * saturated(weight));
  }
  return vectors;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [stem, weight] of a) product += weight * (b.get(stem) ?? 0);
  return product / (lengthOf(a) * lengthOf(b) || 1);
}

function lengthOf(vector: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** How many of the best lend something to their relatives. */
const LENDERS = 3;

/**
 * What relatives of the best tips gain by that, as a share of the best score: who looks for one mostly wants the
 * others too. By place.
 */
export function relativesGains(
  best: readonly { readonly place: number; readonly score: number }[],
  relatives: Pick<Entries, "get">,
): Map<number, number> {
  const lenders = best.slice(0, LENDERS);
  const highest = lenders[0]?.score ?? 1;
  const weights = lenders.map(({ score }) => (score / highest) ** 2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const gains = new Map<number, number>();
  lenders.forEach(({ place }, lender) => {
    const entry = relatives.get(String(place)) ?? [];
    for (let i = 0; i < entry.length; i += 2) {
      const relative = entry[i] ?? 0;
      const gain = ((weights[lender] ?? 0) * (entry[i + 1] ?? 0)) / whole;
      gains.set(relative, (gains.get(relative) ?? 0) + gain);
    }
  });
  return gains;
}
