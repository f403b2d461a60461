import type { Query } from "./query.ts";
import { correctedWord, type IsWord, wordWithLetter } from "./spelling.ts";
import { isNearStopWord, STOP_WORDS } from "./stop-words.ts";
import type { WordIndex } from "./word-index.ts";
import { stemOf, stemsOfWord } from "./words.ts";

/** One thing that a query asks for, with all that may stand for it. */
export interface Term {
  /** As it was typed. */
  readonly word: string;
  /** What it was corrected to. */
  readonly corrected?: string;
  /** By stem, how well it stands for the word: 1 is the word itself in any inflection. */
  readonly stems: ReadonlyMap<string, number>;
  /** Stems of other words that mean nearly the same. */
  readonly synonyms: ReadonlySet<string>;
  /** Of a topic or keyword: the places of the tips that have it, and the stems of its words. */
  readonly named?: { readonly places: readonly number[]; readonly stems: readonly string[] };
}

/** What another word of the same family counts. */
const FAMILY = 0.83;
const CORRECTED = 0.95;
/** What the words count that a phrase stands for. */
const MEANING = 0.6;
const LONGEST_PHRASE = 6;
/** Shorter stems that begin alike are mostly of other words. */
const SHORTEST_KIN = 6;
const NONE: ReadonlySet<string> = new Set();

/** Turns the words of a query into terms. `exact` leaves out correction and all that was not typed. */
export function termsOf(typed: Query, index: WordIndex, exact: boolean, isCommon: IsWord): Term[] {
  const isWord: IsWord = (word) => isCommon(word) || index.elsewhere.has(stemOf(word));
  const query = withPartsOfUnknown(typed, index);
  const runs = runsOf(query.spoken);
  const phrases = tradePhrases(runs, index);
  index.want?.(stemsToAsk(query, phrases, index));
  const terms = query.words.map((word) => termOf(word, query.words, index, exact, isWord));
  if (exact) return terms;
  const inPhrases = new Set(phrases.flatMap(({ word }) => word.split(" ")));
  const telling = terms.filter(
    (term) => !saysNothing(term, index, isWord) && (isHeld(term, index) || !inPhrases.has(term.word)),
  );
  return [
    ...joinWords(query.spoken, telling, index),
    ...phrases.map((phrase) => termOfPhrase(phrase, index)),
    ...namedPhrases(runs, index),
  ];
}

/** `wait-time` is `wait time` where no tip writes it in one piece. */
function withPartsOfUnknown(query: Query, index: WordIndex): Query {
  const { words, spoken, parts } = query;
  if (parts.size === 0) return query;
  index.want?.([...parts.keys()].flatMap((word) => stemsToAskOf(word, index)));
  const split = (word: string) => (isKnown(stemOf(word), index) ? [word] : (parts.get(word) ?? [word]));
  const telling = words.flatMap(split).filter((word) => !STOP_WORDS.has(word));
  return { ...query, words: [...new Set(telling)], spoken: spoken.flatMap(split) };
}

/** All stems that a query may bring up before anything is corrected. */
function stemsToAsk({ words, spoken }: Query, phrases: readonly TradePhrase[], index: WordIndex): string[] {
  const joined = spoken.slice(1).map((word, place) => (spoken[place] ?? "") + word);
  const meanings = phrases.flatMap(({ meaning }) =>
    meaning.flatMap((stem) => [stem, ...synonymsOf(stem, index)]),
  );
  return [...meanings, ...[...words, ...joined].flatMap((word) => stemsToAskOf(word, index))];
}

function stemsToAskOf(word: string, index: WordIndex): string[] {
  const { family, form } = stemsOfWord(word);
  return [family, form, ...synonymsOf(family, index)];
}

function termOf(
  word: string,
  all: readonly string[],
  index: WordIndex,
  exact: boolean,
  isWord: IsWord,
): Term {
  const { family, form } = stemsOfWord(word);
  if (exact) return { word, stems: new Map([[form, 1]]), synonyms: NONE };
  if (isKnown(family, index)) return { word, ...widened(word, 1, index) };
  const [isReal, isAsked] = [isWord(word), index.asked.has(family)];
  const kin = isReal && !isAsked ? kinOf(family, index) : undefined;
  if (kin !== undefined) return { word, stems: new Map([[kin, FAMILY]]), synonyms: synonymsOf(kin, index) };
  // A slip may make a word by which people ask: `stay clam`.
  const corrected =
    (isAsked && !isReal ? undefined : correctedWord(word, index, isWord)) ??
    (isReal && !isAsked && isAloneUnknown(word, all, index) ? wordWithLetter(word, index) : undefined);
  if (corrected === undefined) return { word, ...widened(word, 1, index) };
  index.want?.(stemsToAskOf(corrected, index));
  return { word, corrected, ...widened(corrected, CORRECTED, index) };
}

/** Whether tips know all other words of a query, of which there are some: then they tell what was meant by this one. */
function isAloneUnknown(word: string, all: readonly string[], index: WordIndex): boolean {
  return all.length > 1 && all.every((other) => other === word || isKnown(stemOf(other), index));
}

/** The stem of a word such as `dishonest` for that of one that nobody knows, such as `dishonesty`. */
function kinOf(family: string, index: WordIndex): string | undefined {
  return [1, 2, 3]
    .map((letters) => family.slice(0, -letters))
    .find((stem) => stem.length >= SHORTEST_KIN && (index.asked.has(stem) || isKnown(stem, index)));
}

function synonymsOf(stem: string, { synonyms }: WordIndex): ReadonlySet<string> {
  const found = synonyms.get(stem);
  return found ? new Set(found) : NONE;
}

/** Whether tips have it, or another word of the same meaning. */
function isKnown(stem: string, index: WordIndex): boolean {
  if (index.entries.has(stem)) return true;
  for (const synonym of synonymsOf(stem, index)) if (index.entries.has(synonym)) return true;
  return false;
}

function widened(word: string, weight: number, index: WordIndex): Pick<Term, "stems" | "synonyms"> {
  const { family, form } = stemsOfWord(word);
  return {
    stems: new Map([
      [form, weight],
      [family, weight * FAMILY],
    ]),
    synonyms: synonymsOf(family, index),
  };
}

/** Whether a word that no tip holds is too short to mean anything, or a slip of a stop word: `whn`, `teh`. */
function saysNothing(term: Term, index: WordIndex, isWord: IsWord): boolean {
  const { word, corrected } = term;
  if (corrected === undefined && isHeld(term, index)) return false;
  return word.length < 3 || (!isWord(word) && isNearStopWord(word));
}

/** Whether any tip has the word of a term, or one that stands for it. */
export function isHeld({ stems, synonyms, named }: Term, index: WordIndex): boolean {
  return named !== undefined || [...stems.keys(), ...synonyms].some((stem) => index.entries.has(stem));
}

/** `co worker` is `coworker` where tips write it so: both terms then ask for it too. */
function joinWords(spoken: readonly string[], terms: readonly Term[], index: WordIndex): Term[] {
  const joined = new Map<string, string>();
  for (let i = 1; i < spoken.length; i++) {
    const [first = "", second = ""] = [spoken[i - 1], spoken[i]];
    if (!isKnown(stemOf(first + second), index)) continue;
    joined.set(first, first + second);
    joined.set(second, first + second);
  }
  if (joined.size === 0) return [...terms];
  return terms.map((term) => {
    const whole = joined.get(term.word);
    if (whole === undefined) return term;
    const { stems, synonyms } = widened(whole, CORRECTED, index);
    return {
      word: term.word,
      stems: new Map([...term.stems, ...stems]),
      synonyms: new Set([...term.synonyms, ...synonyms]),
    };
  });
}

/** A phrase of the trade, such as `say sorry`, and what it stands for, as stems. */
interface TradePhrase {
  readonly word: string;
  readonly meaning: readonly string[];
}

function tradePhrases(runs: readonly Run[], { meanings }: WordIndex): TradePhrase[] {
  return runs.flatMap(({ word, phrase }) => {
    const meaning = meanings.get(phrase);
    return meaning ? [{ word, meaning }] : [];
  });
}

function termOfPhrase({ word, meaning }: TradePhrase, index: WordIndex): Term {
  return {
    word,
    stems: new Map(meaning.map((stem) => [stem, MEANING])),
    synonyms: new Set(meaning.flatMap((stem) => [...synonymsOf(stem, index)])),
  };
}

/** Topics, and keywords of several words, wherever they stand in the query. */
function namedPhrases(runs: readonly Run[], index: WordIndex): Term[] {
  return runs.flatMap(({ word, phrase }) => {
    const places = index.phrases.get(phrase);
    const named = places && { places, stems: phrase.split(" ") };
    return named ? [{ word, stems: new Map(), synonyms: NONE, named }] : [];
  });
}

/** A few words side by side, as they were typed and as stems. */
interface Run {
  readonly word: string;
  readonly phrase: string;
}

function runsOf(spoken: readonly string[]): Run[] {
  const stems = spoken.map(stemOf);
  const runs: Run[] = [];
  for (let start = 0; start < stems.length; start++) {
    for (let end = start + 1; end <= Math.min(stems.length, start + LONGEST_PHRASE); end++) {
      runs.push({ word: spoken.slice(start, end).join(" "), phrase: stems.slice(start, end).join(" ") });
    }
  }
  return runs;
}
