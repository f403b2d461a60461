import { once } from "../once.ts";
import type { Library } from "../tip.ts";
import { lentTo } from "./lent.ts";
import { phrasesOf } from "./library-phrases.ts";
import type { PackedWords } from "./packed-words.ts";
import { unpackPostings } from "./postings.ts";
import { TextLines } from "./text-lines.ts";
import type { Entries, WordIndex } from "./word-index.ts";

/** The index of a library whose words were packed. `known` is that of some of its tips. */
export function packedIndex(library: Library, words: PackedWords, known?: WordIndex): WordIndex {
  const vocabulary = once(() => (words.vocabulary === "" ? [] : words.vocabulary.split("\n")));
  const entries = new PackedEntries(words);
  return {
    ...lentTo(library, known, { entries }),
    ids: library.tips.map(({ id }) => id),
    entries,
    phrases: phrasesOf(library),
    get vocabulary() {
      return vocabulary();
    },
    leading: words.leading,
  };
}

class PackedEntries implements Entries {
  readonly #places: TextLines;
  readonly #postings: Uint8Array;
  /** What was asked for before, as most is several times. */
  readonly #known = new Map<string, readonly number[]>();

  constructor({ stems, postings }: PackedWords) {
    this.#places = new TextLines(stems);
    this.#postings = postings;
  }

  has(stem: string): boolean {
    return this.#places.has(stem);
  }

  get(stem: string): readonly number[] | undefined {
    const known = this.#known.get(stem);
    if (known) return known;
    const [from, to] = this.#places.get(stem) ?? [];
    if (from === undefined) return undefined;
    const pairs = unpackPostings(this.#postings.subarray(Number(from), Number(to)));
    this.#known.set(stem, pairs);
    return pairs;
  }
}
