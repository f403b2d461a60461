import { STOP_WORDS } from "./stop-words.ts";
import type { Term } from "./terms.ts";
import type { WordIndex } from "./word-index.ts";
import { stemOf, wordsOf } from "./words.ts";

/** How well a tip answers the terms of a query. */
export interface Ranked {
  /** The place of the tip in the index. */
  readonly place: number;
  readonly score: number;
  /** The share of what was asked for that the tip holds, 0 to 1. */
  readonly coverage: number;
}

/** A word's weight in a tip at which it counts half of all it can. */
const HALF_WEIGHT = 4;
/** What a tip keeps of its score that holds nearly nothing of what was asked for. */
const LEAST_FOR_COVERAGE = 0.2;
const TITLE_BONUS = 1.2;
/** How much less another word counts than the one that was typed. */
const SYNONYM = 0.5;
/** How well a tip answers a phrase that stands among its keywords. */
const PHRASE = 0.95;

/** Tips that hold any of the terms, best first: BM25's idea over weighted fields, coverage, and the title. */
export function rank(terms: readonly Term[], index: WordIndex, titleOf: (place: number) => string): Ranked[] {
  const count = index.ids.length;
  const scores = new Float64Array(count);
  const covered = new Float64Array(count);
  const rarities = new Map<Term, number>();
  let whole = 0;
  for (const term of terms) {
    const found = strengths(term, index);
    const rarity = rarityOf(term, found.size, index);
    rarities.set(term, rarity);
    whole += rarity;
    for (const [place, strength] of found) {
      scores[place] = (scores[place] ?? 0) + rarity * strength;
      covered[place] = (covered[place] ?? 0) + rarity * Math.min(1, strength * 2);
    }
  }
  const ranked: Ranked[] = [];
  for (let place = 0; place < count; place++) {
    const score = scores[place] ?? 0;
    if (score <= 0) continue;
    const coverage = (covered[place] ?? 0) / whole;
    const factor = LEAST_FOR_COVERAGE + (1 - LEAST_FOR_COVERAGE) * coverage;
    ranked.push({
      place,
      coverage,
      score: score * factor * titleFactor(rarities, whole, titleOf(place), index),
    });
  }
  return ranked.sort((a, b) => b.score - a.score || a.place - b.place);
}

/** By place, how strongly a tip holds a term, 0 to 1: what was typed, then what means the same as far as there is room. */
function strengths(term: Term, index: WordIndex): Map<number, number> {
  const typed = new Map<number, number>();
  for (const [stem, weight] of term.stems) addStrengths(typed, stem, weight, index);
  for (const place of term.places ?? []) typed.set(place, PHRASE);
  const alike = new Map<number, number>();
  for (const stem of term.synonyms) addStrengths(alike, stem, 1, index);
  for (const [place, strength] of alike) {
    const before = typed.get(place) ?? 0;
    typed.set(place, before + (1 - before) * SYNONYM * strength);
  }
  return typed;
}

/** Each stem adds to those before it, as far as there is room below 1. */
function addStrengths(found: Map<number, number>, stem: string, weight: number, index: WordIndex): void {
  const entry = index.entries.get(stem) ?? [];
  for (let i = 0; i < entry.length; i += 2) {
    const place = entry[i] ?? 0;
    const inTip = entry[i + 1] ?? 0;
    const before = found.get(place) ?? 0;
    found.set(place, before + ((1 - before) * weight * inTip) / (inTip + HALF_WEIGHT));
  }
}

/** The rarer, the more it tells. What no tip holds is rarest: it was asked for, and is missed. */
function rarityOf(term: Term, tips: number, index: WordIndex): number {
  const own = (index.entries.get(term.stems.keys().next().value ?? "")?.length ?? 0) / 2;
  return rarityAmong(index, own > 0 ? own : tips);
}

function rarityAmong(index: WordIndex, holders: number): number {
  return Math.log(1 + (index.ids.length + 1) / (holders + 0.5));
}

/** Who types words of a title mostly wants that tip: more so the more of the title, and of the query, they are. */
function titleFactor(
  rarities: ReadonlyMap<Term, number>,
  whole: number,
  title: string,
  index: WordIndex,
): number {
  const inTitle = new Map<string, number>();
  for (const { text } of wordsOf(title)) {
    const stem = stemOf(text);
    if (!STOP_WORDS.has(text))
      inTitle.set(stem, rarityAmong(index, (index.entries.get(stem)?.length ?? 0) / 2));
  }
  let ofQuery = 0;
  const matched = new Set<string>();
  for (const [{ stems }, rarity] of rarities) {
    for (const [stem, weight] of stems) {
      if (weight < 0.9 || !inTitle.has(stem)) continue;
      matched.add(stem);
      ofQuery += rarity / whole;
      break;
    }
  }
  if (matched.size === 0) return 1;
  const sum = (stems: Iterable<string>) =>
    [...stems].reduce((total, stem) => total + (inTitle.get(stem) ?? 0), 0);
  return 1 + TITLE_BONUS * ofQuery * Math.sqrt(sum(matched) / sum(inTitle.keys()));
}
