import { formsOfStem } from "./irregular-forms.ts";
import { hasOtherLetters } from "./letters.ts";
import type { Term } from "./terms.ts";
import { stemsOfWord, type Word, wordsOf } from "./words.ts";

/** A word of a text that answers terms of a query. */
export interface AnsweringWord {
  readonly start: number;
  readonly end: number;
  /** By the place of each term, how well the word answers it; 0 for not at all. */
  readonly weights: readonly number[];
}

/** What a word of the same meaning is worth beside the one that was asked for. */
const SYNONYM = 0.4;
/** A regular word begins as its stem does, but for the last letters of the stem; so many letters are enough to tell. */
const LEAST_START = 2;
const MOST_START = 4;
const CHANGING_END = 3;
const NONE: readonly number[] = [];

/**
 * Finds the words of texts that answer a query. Most words do not even begin as one that would: only the others are
 * looked at closely, each once.
 */
export class AnswerFinder {
  readonly #terms: readonly Term[];
  /** Finds where a word may begin that answers; undefined where any may. */
  readonly #start: RegExp | undefined;
  readonly #known = new Map<string, readonly number[]>();

  constructor(terms: readonly Term[]) {
    this.#terms = terms;
    this.#start = anyOf(startsOf(terms));
  }

  /** The words that answer, in order; parts of a hyphenated word may stand in one place. */
  wordsIn(text: string): AnsweringWord[] {
    if (this.#terms.length === 0) return [];
    const words = this.#start && !hasOtherLetters(text) ? likelyWords(text, this.#start) : wordsOf(text);
    return words.flatMap(({ text: word, start, end }) => {
      const weights = this.#weightsOf(word);
      return weights === NONE ? [] : [{ start, end, weights }];
    });
  }

  #weightsOf(word: string): readonly number[] {
    let weights = this.#known.get(word);
    if (weights === undefined) {
      const { family, form } = stemsOfWord(word);
      weights = this.#terms.map(
        ({ stems, synonyms }) => stems.get(form) ?? stems.get(family) ?? (synonyms.has(family) ? SYNONYM : 0),
      );
      if (weights.every((weight) => weight === 0)) weights = NONE;
      this.#known.set(word, weights);
    }
    return weights;
  }
}

/** The words that begin as one which could answer, or have a part behind a hyphen that does; in plain letters only. */
function likelyWords(text: string, start: RegExp): Word[] {
  return [...text.matchAll(start)].flatMap(({ 0: likely, index }) =>
    wordsOf(likely).map((word) => ({ ...word, start: index + word.start, end: index + word.end })),
  );
}

/** Finds whole words with one of the starts; undefined for no starts, with which any word may answer. */
function anyOf(starts: ReadonlySet<string>): RegExp | undefined {
  if (starts.has("")) return undefined;
  // `e-mail` and `don't` are found as they are folded.
  const letters = [...starts].map((start) => [...start].join("['’‘-]?"));
  return new RegExp(
    `(?<![a-z0-9]|[a-z0-9]['’‘-])(?:[a-z0-9'’‘]+-)*?(?:${letters.join("|")})[a-z0-9'’‘-]*`,
    "gi",
  );
}

/** The first letters of all words that could answer, the empty text for any. */
function startsOf(terms: readonly Term[]): Set<string> {
  const starts = new Set<string>();
  for (const { stems, synonyms } of terms) {
    for (const stem of [...stems.keys(), ...synonyms]) {
      const letters = stem.replace(/^=/, "");
      const length = Math.min(MOST_START, Math.max(LEAST_START, letters.length - CHANGING_END));
      const start = letters.slice(0, length);
      starts.add(/^[a-z]+$/.test(start) ? start : "");
      for (const form of formsOfStem(letters)) starts.add(form.slice(0, MOST_START));
    }
  }
  return starts;
}
