import type { Library, Tip } from "../tip.ts";
import { FIELDS, type Field, textsOf, topicWords, weightIn } from "./fields.ts";
import { PostingList } from "./postings.ts";
import { addWords, LEADING, roundedWeight } from "./word-index.ts";
import { stemsOfWord, wordsOf } from "./words.ts";

/**
 * All words of a library, packed to be kept: to read the texts of ten thousand tips for each query takes too long.
 * It is made in one pass, some seconds for 100,000 tips.
 */
export interface PackedWords {
  /** How many tips were read. */
  readonly tips: number;
  /** Words as they are written, a line each; those of titles, keywords and topics first. */
  readonly vocabulary: string;
  /** How many of them those are. */
  readonly leading: number;
  /** In the order of stems, a line each: `stem TAB from,to`, bytes of `postings`. */
  readonly stems: string;
  readonly postings: Uint8Array;
}

export function packWords(library: Library): PackedWords {
  const names = topicWords(library.topics);
  const words = new WordPacker();
  library.tips.forEach((tip, place) => {
    words.add(tip, place, names);
  });
  return { tips: library.tips.length, ...words.vocabulary(), ...words.stems() };
}

/** What lies between words in any script. A piece between may be several words, or one in parts. */
export const BETWEEN_WORDS = /[\s,.;:!?/()“”"]+/;
/** Texts repeat their pieces; most of what comes after so many is numbers and names. */
const MOST_KNOWN = 500_000;

/** A piece of text that was met before. */
interface Piece {
  /** The numbers of the stems of its words, each as often as it is in it. */
  readonly stems: readonly number[];
  isLeading: boolean;
}

class WordPacker {
  readonly #pieces = new Map<string, Piece>();
  readonly #numbers = new Map<string, number>();
  readonly #lists: PostingList[] = [];
  readonly #leading = new Set<string>();
  readonly #others = new Set<string>();
  /** By the number of a stem, what it weighs in the tip that is just being read; and the numbers of those it has. */
  readonly #weights: number[] = [];
  #met: number[] = [];

  add(tip: Tip, place: number, names: ReadonlyMap<string, string>): void {
    for (const field of FIELDS) for (const text of textsOf(tip, field, names)) this.#read(text, field);
    for (const number of this.#met) {
      this.#lists[number]?.add(place, roundedWeight(this.#weights[number] ?? 0));
      this.#weights[number] = 0;
    }
    this.#met = [];
  }

  #read(text: string, field: Field): void {
    const weight = weightIn(field, text);
    const leads = LEADING.has(field);
    for (const part of text.split(BETWEEN_WORDS)) {
      const piece = this.#pieceOf(part);
      if (leads && !piece.isLeading) {
        piece.isLeading = true;
        addWords(this.#leading, part);
      }
      for (const number of piece.stems) {
        const before = this.#weights[number] ?? 0;
        if (before === 0) this.#met.push(number);
        this.#weights[number] = before + weight;
      }
    }
  }

  #pieceOf(text: string): Piece {
    const known = this.#pieces.get(text);
    if (known) return known;
    const stems = wordsOf(text).flatMap(({ text: word }) => {
      const { family, form } = stemsOfWord(word);
      return [this.#numberOf(family), this.#numberOf(form)];
    });
    const piece = { stems, isLeading: false };
    addWords(this.#others, text);
    if (this.#pieces.size < MOST_KNOWN) this.#pieces.set(text, piece);
    return piece;
  }

  #numberOf(stem: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.#lists.length;
      this.#numbers.set(stem, number);
      this.#lists.push(new PostingList());
      this.#weights.push(0);
    }
    return number;
  }

  vocabulary(): Pick<PackedWords, "vocabulary" | "leading"> {
    for (const word of this.#leading) this.#others.delete(word);
    return { vocabulary: [...this.#leading, ...this.#others].join("\n"), leading: this.#leading.size };
  }

  /** Most words have one form, whose postings are those of its family: they are kept once. */
  stems(): Pick<PackedWords, "stems" | "postings"> {
    const places = new Map<string, string>();
    const kept: Uint8Array[] = [];
    let end = 0;
    for (const [stem, number] of this.#numbers) {
      const bytes = this.#postings(number);
      const family = stem.startsWith("=") ? this.#numbers.get(stem.slice(1)) : undefined;
      if (family !== undefined && isSame(bytes, this.#postings(family))) continue;
      places.set(stem, `${end},${end + bytes.length}`);
      kept.push(bytes);
      end += bytes.length;
    }
    for (const stem of this.#numbers.keys())
      if (!places.has(stem)) places.set(stem, places.get(stem.slice(1)) ?? "");
    const stems = [...places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([stem, place]) => `${stem}\t${place}`);
    return { stems: stems.join("\n"), postings: joined(kept, end) };
  }

  #postings(number: number): Uint8Array {
    return this.#lists[number]?.packed() ?? new Uint8Array();
  }
}

function isSame(bytes: Uint8Array, others: Uint8Array): boolean {
  return bytes.length === others.length && bytes.every((byte, at) => byte === others[at]);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
