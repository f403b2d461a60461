import { roughStartsOf, startsOf } from "./starts.ts";
import type { Term } from "./terms.ts";
import { WordFinder } from "./word-finder.ts";
import { stemsOfWord, wordsOf } from "./words.ts";

/** A word of a text that answers terms of a query. */
export interface AnsweringWord {
  readonly start: number;
  readonly end: number;
  /** By the place of each term, how well the word answers it; 0 for not at all. */
  readonly weights: readonly number[];
}

/** What a word of the same meaning is worth beside the one that was asked for. */
const SYNONYM = 0.4;
const NONE: readonly number[] = [];
/** Of more stems it takes longer to tell how their words begin than to look at more words. */
const MANY = 40;

/** Finds the words of texts that answer a query, each looked at once. */
export class AnswerFinder {
  readonly #terms: readonly Term[];
  readonly #finder: WordFinder;
  readonly #known = new Map<string, readonly number[]>();

  constructor(terms: readonly Term[]) {
    this.#terms = terms;
    const stems = terms.flatMap(({ stems: own, synonyms }) => [...own.keys(), ...synonyms]);
    this.#finder = new WordFinder(stems.length > MANY ? roughStartsOf(stems) : stems.flatMap(startsOf));
  }

  /** The words that answer, in order; parts of a hyphenated word may stand in one place. */
  wordsIn(text: string): AnsweringWord[] {
    if (this.#terms.length === 0) return [];
    return this.#finder.find(text).flatMap((found) =>
      wordsOf(found.text).flatMap(({ text: word, start, end }) => {
        const weights = this.#weightsOf(word);
        return weights === NONE ? [] : [{ start: found.start + start, end: found.start + end, weights }];
      }),
    );
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
