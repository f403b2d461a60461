import { once } from "../once.ts";
import type { Library, Tip } from "../tip.ts";
import { FIELDS, type Field, textsOf, topicWords, weightIn } from "./fields.ts";
import { lentTo } from "./lent.ts";
import { phrasesOf } from "./library-phrases.ts";
import { BETWEEN_WORDS } from "./packed-words.ts";
import { startsOf } from "./starts.ts";
import { WordFinder } from "./word-finder.ts";
import { addWords, type Entries, LEADING, roundedWeight, type WordIndex } from "./word-index.ts";
import { stemsOfWord, wordsOf } from "./words.ts";

/** Bodies are read for the vocabulary of so many tips; of more only titles, keywords and topics are. */
const MOST_WITH_BODIES = 1_000;
const MOST_KNOWN = 100_000;

/**
 * The index of a library that nobody has indexed: it reads the texts for the stems that a query asks for, and for
 * no others. One pass over 100,000 tips takes a second or so, where the index of all their words takes a minute and
 * most of a gigabyte. `known` is the index of some of these tips, for what takes all words to find.
 */
export function scannedIndex(library: Library, known?: WordIndex): WordIndex {
  const entries = new ScannedEntries(library);
  const vocabulary = once(() => vocabularyOf(library));
  return {
    ...lentTo(library, known, { entries }),
    ids: library.tips.map(({ id }) => id),
    entries,
    phrases: phrasesOf(library),
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
    const wanted = [...new Set(stems)].filter((stem) => !this.#found.has(stem));
    if (wanted.length === 0) return;
    const found = wanted.map((): number[] => []);
    const reader = new TipReader(wanted, this.#names);
    this.#library.tips.forEach((tip, place) => {
      reader.weightsIn(tip).forEach((weight, number) => {
        if (weight > 0) found[number]?.push(place, roundedWeight(weight));
      });
    });
    wanted.forEach((stem, number) => {
      this.#found.set(stem, found[number] ?? []);
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

/** Reads tips for some stems. */
class TipReader {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #finder: WordFinder;
  /** The numbers of the wanted stems of words that were met before. */
  readonly #known = new Map<string, readonly number[]>();
  readonly #weights: Float64Array;

  constructor(wanted: readonly string[], names: ReadonlyMap<string, string>) {
    this.#numbers = new Map(wanted.map((stem, number) => [stem, number]));
    this.#names = names;
    this.#finder = new WordFinder(wanted.flatMap(startsOf));
    this.#weights = new Float64Array(wanted.length);
  }

  /** What the wanted stems weigh in a tip, in the order in which they were wanted; good until the next call. */
  weightsIn(tip: Tip): Float64Array {
    this.#weights.fill(0);
    for (const field of FIELDS) this.#read(textsOf(tip, field, this.#names), field);
    return this.#weights;
  }

  /** All texts of a field are read in one, a line each: much faster than one by one. */
  #read(texts: readonly string[], field: Field): void {
    const whole = texts.length === 1 ? (texts[0] ?? "") : texts.join("\n");
    const weight = field === "keywords" ? undefined : weightIn(field, whole);
    for (const { text: word, start } of this.#finder.find(whole)) {
      for (const number of this.#numbersOf(word))
        this.#weights[number] =
          (this.#weights[number] ?? 0) + (weight ?? weightIn(field, lineAt(whole, start)));
    }
  }

  #numbersOf(word: string): readonly number[] {
    let numbers = this.#known.get(word);
    if (!numbers) {
      numbers = wordsOf(word)
        .flatMap(({ text }) => Object.values(stemsOfWord(text)))
        .flatMap((stem) => this.#numbers.get(stem) ?? []);
      if (this.#known.size < MOST_KNOWN) this.#known.set(word, numbers);
    }
    return numbers;
  }
}

function lineAt(text: string, place: number): string {
  const end = text.indexOf("\n", place);
  return text.slice(text.lastIndexOf("\n", place) + 1, end < 0 ? text.length : end);
}

function vocabularyOf({ tips, topics }: Library): {
  readonly words: readonly string[];
  readonly leading: number;
} {
  const names = topicWords(topics);
  const withBodies = tips.length <= MOST_WITH_BODIES;
  const leading = wordsIn(tips, (field) => LEADING.has(field), names);
  const others = wordsIn(tips, (field) => withBodies && !LEADING.has(field), names);
  for (const word of leading) others.delete(word);
  return { words: [...leading, ...others], leading: leading.size };
}

/** The words of some fields. A tip repeats the words of others: each is taken apart once. */
function wordsIn(
  tips: readonly Tip[],
  isRead: (field: Field) => boolean,
  names: ReadonlyMap<string, string>,
): Set<string> {
  const fields = FIELDS.filter(isRead);
  const pieces = new Set<string>();
  for (const tip of tips) {
    for (const field of fields)
      for (const piece of textsOf(tip, field, names).join(" ").split(BETWEEN_WORDS)) pieces.add(piece);
  }
  const words = new Set<string>();
  for (const piece of pieces) addWords(words, piece);
  return words;
}
