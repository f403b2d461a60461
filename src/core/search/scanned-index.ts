import type { Library } from "../tip.ts";
import { FIELDS, type Field, textsOf, topicWords, weightIn } from "./fields.ts";
import { formsOfStem } from "./irregular-forms.ts";
import { WordFinder } from "./word-finder.ts";
import { addPhrase, addWords, type Entries, LEADING, roundedWeight, type WordIndex } from "./word-index.ts";
import { stemsOfWord, wordsOf } from "./words.ts";

/** Bodies are read for the vocabulary of so many tips; of more only titles, keywords and topics are. */
const MOST_WITH_BODIES = 1_000;
/** More keywords than this are not looked up as phrases. */
const MOST_KEYWORDS = 5_000;
/** Longer pieces are whole texts, and do not come again. */
const LONGEST_REMEMBERED = 40;

/**
 * The index of a library that nobody has indexed: it reads the texts for the stems that a query asks for, and for
 * no others. One pass over 100,000 tips takes a second or so, where the index of all their words takes a minute and
 * most of a gigabyte.
 */
export function scannedIndex(library: Library): WordIndex {
  const entries = new ScannedEntries(library);
  const vocabulary = once(() => vocabularyOf(library));
  const phrases = once(() => phrasesOf(library));
  return {
    ids: library.tips.map(({ id }) => id),
    entries,
    phrases: { get: (key) => phrases().get(key), has: (key) => phrases().has(key) },
    want: (stems) => entries.want(stems),
    get vocabulary() {
      return vocabulary().words;
    },
    get leading() {
      return vocabulary().leading;
    },
  };
}

class ScannedEntries implements Entries {
  readonly #library: Library;
  readonly #names: ReadonlyMap<string, string>;
  readonly #found = new Map<string, number[]>();

  constructor(library: Library) {
    this.#library = library;
    this.#names = topicWords(library.topics);
  }

  /** Reads all texts once for the stems that were not asked for before. */
  want(stems: Iterable<string>): void {
    const wanted = new Set([...stems].filter((stem) => !this.#found.has(stem)));
    if (wanted.size === 0) return;
    for (const stem of wanted) this.#found.set(stem, []);
    const reader = new TextReader(wanted);
    this.#library.tips.forEach((tip, place) => {
      const weights = new Map<string, number>();
      for (const field of FIELDS) {
        for (const text of textsOf(tip, field, this.#names)) reader.addWeights(text, field, weights);
      }
      for (const [stem, weight] of weights) this.#found.get(stem)?.push(place, roundedWeight(weight));
    });
  }

  has(stem: string): boolean {
    return (this.get(stem)?.length ?? 0) > 0;
  }

  get(stem: string): readonly number[] | undefined {
    this.want([stem]);
    return this.#found.get(stem);
  }
}

/** Reads texts for some stems. */
class TextReader {
  readonly #wanted: ReadonlySet<string>;
  readonly #finder: WordFinder;
  /** The wanted stems of words that were met before. */
  readonly #known = new Map<string, readonly string[]>();

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
    const bare = [...wanted].map((stem) => stem.replace(/^=/, ""));
    this.#finder = new WordFinder(bare.flatMap((stem) => [stem, ...formsOfStem(stem)]));
  }

  /** Adds what the words of a text weigh to the weights of their stems. */
  addWeights(text: string, field: Field, weights: Map<string, number>): void {
    const pieces = this.#finder.find(text) ?? [text];
    if (pieces.length === 0) return;
    const weight = weightIn(field, text);
    for (const stem of pieces.flatMap((piece) => this.#stemsIn(piece))) {
      weights.set(stem, (weights.get(stem) ?? 0) + weight);
    }
  }

  #stemsIn(piece: string): readonly string[] {
    let stems = this.#known.get(piece);
    if (!stems) {
      stems = wordsOf(piece)
        .flatMap(({ text }) => Object.values(stemsOfWord(text)))
        .filter((stem) => this.#wanted.has(stem));
      if (piece.length < LONGEST_REMEMBERED) this.#known.set(piece, stems);
    }
    return stems;
  }
}

function vocabularyOf(library: Library): { readonly words: readonly string[]; readonly leading: number } {
  const names = topicWords(library.topics);
  const leading = new Set<string>();
  const others = new Set<string>();
  const withBodies = library.tips.length <= MOST_WITH_BODIES;
  for (const tip of library.tips) {
    for (const field of FIELDS) {
      const into = LEADING.has(field) ? leading : others;
      if (into === leading || withBodies) for (const text of textsOf(tip, field, names)) addWords(into, text);
    }
  }
  for (const word of leading) others.delete(word);
  return { words: [...leading, ...others], leading: leading.size };
}

function phrasesOf({ tips }: Library): Map<string, number[]> {
  const phrases = new Map<string, number[]>();
  let keywords = 0;
  tips.forEach((tip, place) => {
    for (const id of tip.topics) addPhrase(phrases, id, place, 1);
    for (const keyword of tip.keywords)
      if (++keywords <= MOST_KEYWORDS) addPhrase(phrases, keyword, place, 2);
  });
  return phrases;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
