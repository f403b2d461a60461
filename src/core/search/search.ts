import type { Day } from "../calendar.ts";
import { editDistance } from "../edit-distance.ts";
import { folded } from "../text.ts";
import type { Library, Tip } from "../tip.ts";
import { leastCoverage } from "./bar.ts";
import { explainer, type Match, unmarked } from "./excerpt.ts";
import { FIELDS, textsOf } from "./fields.ts";
import { clearlyWanted, gainsFor } from "./gains.ts";
import { parseQuery, type Query, stemsOf } from "./query.ts";
import { type Ranked, rank } from "./rank.ts";
import type { IsWord } from "./spelling.ts";
import { isHeld, type Term, termsOf } from "./terms.ts";
import { titleFactors } from "./title.ts";
import type { WordIndex } from "./word-index.ts";
import { stemOf } from "./words.ts";

export interface SearchRequest {
  readonly text: string;
  /** The day from which dates in the text are reckoned. */
  readonly today: Day;
  /** Only the words as they were typed: no correction, no synonyms. */
  readonly exact?: boolean | undefined;
  /** Tells words of the language; where it is not given, none is known. */
  readonly isWord?: IsWord | undefined;
  /** Which tips may be found; all where it is not given. */
  readonly allowed?: ((tip: Tip) => boolean) | undefined;
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What was typed and what was looked for instead, where that is not the same. */
  readonly corrections: readonly Correction[];
  /** Words that no tip has, nor one that stands for them, and by which nobody asks for a tip. */
  readonly unknown: readonly string[];
}

export interface Hit {
  readonly tip: Tip;
  /** 1 for the best, down to 0. */
  readonly score: number;
  /** Whether it stands beside what was found: it holds nothing of what was asked for, but is like the best, or wanted too. */
  readonly related: boolean;
}

export interface Correction {
  readonly typed: string;
  readonly corrected: string;
}

/** A search that was made, and can explain its hits. */
export interface Search extends SearchResult {
  /** Why a tip was found: the best excerpt first. */
  readonly explain: (tip: Tip) => Match[];
}

/** How many of the best are looked at more closely. */
const RERANKED = 60;
/** Folding a title leaves out a few characters: its punctuation. */
const MOST_FOLDED = 10;
const NO_SHARES: ReadonlyMap<Term, number> = new Map();

/**
 * The tips that answer a query, best first; none where nothing fits, or nothing was asked for. `known` is the index
 * of the same library.
 */
export function searchTips(library: Library, known: WordIndex, request: SearchRequest): Search {
  const index = request.exact ? withoutQuestions(known) : known;
  const typed = parseQuery(request.text, request.today);
  const { query, terms } = understand(typed, index, request);
  const found = rankedTips(library, index, query, terms, request);
  const wanted = found.length > 0 || tellsAnything(typed) ? [] : wantedTips(library, index, typed, request);
  const ranked = [...found, ...wanted];
  const best = ranked[0]?.score ?? 1;
  const explained = explainer(terms, new Map(library.topics.map(({ id, name }) => [id, name])));
  // What holds nothing of what was asked for has nothing to explain, and is not read for it.
  const unexplained = new Set(
    [...ranked.filter(({ coverage }) => coverage === 0), ...wanted].map(({ tip }) => tip),
  );
  return {
    hits: ranked.map(({ tip, score, coverage }) => ({ tip, score: score / best, related: coverage === 0 })),
    corrections: terms.flatMap(({ word, corrected }) =>
      corrected === undefined ? [] : [{ typed: word, corrected }],
    ),
    unknown: terms.flatMap((term) => (isAnyKnown(term, index) ? [] : [term.word])),
    explain: (tip) => (unexplained.has(tip) ? [unmarked(tip)] : explained(tip)),
  };
}

function isAnyKnown(term: Term, index: WordIndex): boolean {
  return isHeld(term, index) || [...term.stems.keys()].some((stem) => index.asked.has(stem));
}

/** The same index, which knows nothing but what stands in the tips. Not a copy, which would ask for all of it. */
function withoutQuestions(index: WordIndex): WordIndex {
  return Object.create(index, {
    asked: { value: new Map() },
    learned: { value: new Map() },
    isOwn: { value: undefined },
  });
}

/** The terms of a query. Where it has nothing but stop words they must stand side by side, as in a title. */
function understand(
  query: Query,
  index: WordIndex,
  { exact = false, isWord = () => false }: SearchRequest,
): { readonly query: Query; readonly terms: readonly Term[] } {
  const terms = termsOf(query, index, exact, isWord);
  const { spoken, time, phrases } = query;
  if (terms.length > 0 || spoken.length < 2 || time) return { query, terms };
  const sideBySide = { ...query, words: [...new Set(spoken)], phrases: [...phrases, spoken.map(stemOf)] };
  return { query: sideBySide, terms: termsOf(sideBySide, index, true, isWord) };
}

interface RankedTip extends Ranked {
  readonly tip: Tip;
}

function rankedTips(
  { tips }: Library,
  index: WordIndex,
  query: Query,
  terms: readonly Term[],
  { allowed, exact }: SearchRequest,
): RankedTip[] {
  const passes = (tip: Tip) =>
    (allowed?.(tip) ?? true) && (query.time?.matches(tip.published) ?? true) && holdsPhrases(tip, query);
  const { ranked, shares } =
    terms.length > 0 ? rank(terms, index) : { ranked: everyPlace(tips, query), shares: NO_SHARES };
  const passing = ranked.flatMap((entry) => {
    const tip = tips[entry.place];
    return tip && passes(tip) ? [{ ...entry, tip }] : [];
  });
  const most = passing.reduce((highest, { coverage }) => Math.max(highest, coverage), 0);
  const direct = most >= leastCoverage(terms, index) ? reranked(passing, shares) : [];
  if (exact) return direct;
  const found =
    terms.length > 0 && direct.length > 0
      ? withGains(direct, tips, passes, gainsFor(direct, query, terms, index))
      : direct;
  const near = nearTitles(tips, query).filter(({ tip }) => passes(tip));
  const titles = new Set(near.map(({ place }) => place));
  return [
    ...near.map((entry) => ({ ...entry, score: found[0]?.score ?? 1 })),
    ...found.filter(({ place }) => !titles.has(place)),
  ];
}

/** Tips whose whole title is what was typed, or nearly: a slip may have made another word of one. */
function nearTitles(tips: readonly Tip[], { spoken }: Query): RankedTip[] {
  const typed = spoken.join(" ");
  const limit = Math.min(2, Math.floor(typed.length / 8));
  if (limit === 0) return [];
  const near = tips.flatMap((tip, place) => {
    if (Math.abs(tip.title.length - typed.length) > limit + MOST_FOLDED) return [];
    const distance = editDistance(typed, folded(tip.title), limit);
    return distance <= limit ? [{ tip, place, score: 1, coverage: 1, distance }] : [];
  });
  return near.sort((a, b) => a.distance - b.distance);
}

/** Where only a time was asked for, all tips are as good; where nothing was, none is. */
function everyPlace(tips: readonly Tip[], query: Query): Ranked[] {
  return query.time ? tips.map((_, place) => ({ place, score: 1, coverage: 1 })) : [];
}

/** Looks at the best again, in their titles. */
function reranked(ranked: readonly RankedTip[], shares: ReadonlyMap<Term, number>): RankedTip[] {
  const factorOf = titleFactors(shares);
  const best = ranked
    .slice(0, RERANKED)
    .map((entry) => ({ ...entry, score: entry.score * factorOf(entry.tip.title) }));
  best.sort((a, b) => b.score - a.score || a.place - b.place);
  return [...best, ...ranked.slice(RERANKED)];
}

/** Whether a query has anything but stop words. */
function tellsAnything({ words, phrases, time }: Query): boolean {
  return words.length > 0 || phrases.length > 0 || time !== undefined;
}

/** Tips that those want who ask so in stop words alone. */
function wantedTips(
  { tips }: Library,
  index: WordIndex,
  typed: Query,
  { allowed }: SearchRequest,
): RankedTip[] {
  if (typed.excluded.length > 0) return [];
  const wanted = [...clearlyWanted(typed, index)].flatMap(([place, score]) => {
    const tip = tips[place];
    return tip && (allowed?.(tip) ?? true) ? [{ tip, place, score, coverage: 1 }] : [];
  });
  return wanted.sort((a, b) => b.score - a.score || a.place - b.place);
}

/** However little a tip is wanted, it keeps so much of its score. */
const LEAST_KEPT = 0.01;

/** Lifts tips by what they gain, and brings in those which hold nothing of what was asked for. */
function withGains(
  found: readonly RankedTip[],
  tips: readonly Tip[],
  passes: (tip: Tip) => boolean,
  gains: ReadonlyMap<number, number>,
): RankedTip[] {
  const best = found[0]?.score ?? 0;
  const places = new Set(found.map(({ place }) => place));
  const lifted = found.map((entry) => ({
    ...entry,
    score: Math.max(LEAST_KEPT * entry.score, entry.score + best * (gains.get(entry.place) ?? 0)),
  }));
  const brought = [...gains].flatMap(([place, gain]) => {
    const tip = places.has(place) || gain <= 0 ? undefined : tips[place];
    return tip && passes(tip) ? [{ tip, place, score: best * gain, coverage: 0 }] : [];
  });
  return [...lifted, ...brought].sort((a, b) => b.score - a.score || a.place - b.place);
}

/** Whether a tip has every quoted phrase side by side, and none of the words that were left out. */
function holdsPhrases(tip: Tip, { phrases, excluded }: Query): boolean {
  if (phrases.length === 0 && excluded.length === 0) return true;
  const texts = FIELDS.flatMap((field) => textsOf(tip, field, new Map())).map(
    (text) => ` ${stemsOf(text).join(" ")} `,
  );
  const has = (stems: string) => texts.some((text) => text.includes(` ${stems} `));
  return phrases.every((phrase) => has(phrase.join(" "))) && !excluded.some(has);
}
