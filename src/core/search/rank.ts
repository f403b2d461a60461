import { pairsOf, saturated } from "./fields.ts";
import type { Term } from "./terms.ts";
import type { WordIndex } from "./word-index.ts";

/** How well a tip answers the terms of a query. */
export interface Ranked {
  /** The place of the tip in the index. */
  readonly place: number;
  readonly score: number;
  /** The share of what was asked for that the tip holds, 0 to 1. */
  readonly coverage: number;
}

/** What a tip keeps of its score that holds nearly nothing of what was asked for. */
const LEAST_FOR_COVERAGE = 0.24;
/** How much less another word counts than the one that was typed. */
const SYNONYM = 0.36;
/** How much more each word of a tip counts for which nobody has written in what words people ask for it. */
const OWN = 2;
/** How well a tip answers a phrase that stands among its keywords. */
const PHRASE = 0.6;
/** How well a tip answers the name of one of its topics. */
const TOPIC = 0.24;

export interface Ranking {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** The share of each term in what was asked for; together 1. */
  readonly shares: ReadonlyMap<Term, number>;
}

/** Tips that hold any of the terms, best first: BM25's idea over weighted fields, and how much of the query they cover. */
export function rank(terms: readonly Term[], index: WordIndex): Ranking {
  const count = index.ids.length;
  const scores = new Float64Array(count);
  const covered = new Float64Array(count);
  const rarities = new Map<Term, number>();
  for (const term of terms) {
    const found = strengths(term, index);
    const rarity = rarityOf(term, found, index);
    rarities.set(term, rarity);
    found.forEach((strength, place) => {
      scores[place] = (scores[place] ?? 0) + rarity * strength;
      covered[place] = (covered[place] ?? 0) + rarity * Math.min(1, strength * 2);
    });
  }
  const whole = [...rarities.values()].reduce((sum, rarity) => sum + rarity, 0);
  const ranked: Ranked[] = [];
  for (let place = 0; place < count; place++) {
    const score = scores[place] ?? 0;
    if (score <= 0) continue;
    const coverage = (covered[place] ?? 0) / whole;
    ranked.push({
      place,
      coverage,
      score: score * (LEAST_FOR_COVERAGE + (1 - LEAST_FOR_COVERAGE) * coverage),
    });
  }
  ranked.sort((a, b) => b.score - a.score || a.place - b.place);
  return { ranked, shares: new Map([...rarities].map(([term, rarity]) => [term, rarity / whole])) };
}

/** By place, how strongly a tip holds a term, 0 to 1: what was typed, then what means the same as far as there is room. */
function strengths(term: Term, index: WordIndex): Float64Array {
  const typed = new Float64Array(index.ids.length);
  for (const [stem, weight] of term.stems) addStrengths(typed, stem, weight, index);
  const { places = [], stems = [] } = term.named ?? {};
  for (const place of places) typed[place] = stems.length > 1 ? PHRASE : TOPIC;
  const alike = new Float64Array(index.ids.length);
  for (const stem of term.synonyms) addStrengths(alike, stem, 1, index);
  return typed.map((strength, place) => strength + (1 - strength) * SYNONYM * (alike[place] ?? 0));
}

/** Each stem adds to those before it, as far as there is room below 1. What is asked counts as if it stood in the tip. */
function addStrengths(found: Float64Array, stem: string, weight: number, index: WordIndex): void {
  const asked = pairsOf(index.asked.get(stem));
  const add = (place: number, inTip: number) => {
    const before = found[place] ?? 0;
    found[place] = before + (1 - before) * weight * saturated(inTip);
  };
  const entry = index.entries.get(stem) ?? [];
  for (let i = 0; i < entry.length; i += 2) {
    const place = entry[i] ?? 0;
    const inTip = (entry[i + 1] ?? 0) * (index.isOwn?.(place) ? OWN : 1);
    add(place, inTip + (asked.get(place) ?? 0));
    asked.delete(place);
  }
  for (const [place, inQuestions] of asked) add(place, inQuestions);
}

/** A stem that weighs less in the questions for a tip stands in some that it answers too: that makes no word common. */
const LEAST_ASKED = 0.6;

/** How many tips have a stem in their texts, or in what people ask. */
function tipsWith(stem: string, { entries, asked }: WordIndex): number {
  const weights = [...pairsOf(asked.get(stem)).values()];
  return Math.max(
    (entries.get(stem)?.length ?? 0) / 2,
    weights.filter((weight) => weight >= LEAST_ASKED).length,
  );
}

/**
 * The rarer, the more it tells. What no tip holds is rarest: it was asked for, and is missed. A phrase tells what its
 * words do on the whole, though it is rarer than they.
 */
function rarityOf({ stems, named }: Term, found: Float64Array, index: WordIndex): number {
  const own = (named && named.stems.length > 1 ? named.stems : [...stems.keys()].slice(0, 1))
    .map((stem) => tipsWith(stem, index))
    .filter((count) => count > 0);
  const counts = own.length > 0 ? own : [found.filter((strength) => strength > 0).length];
  const rarities = counts.map((count) => Math.log(1 + (index.ids.length + 1) / (count + 0.5)));
  return rarities.reduce((sum, rarity) => sum + rarity, 0) / rarities.length;
}
