/**
 * Postings: in which tips a stem stands, and what it weighs in each. Packed, each pair takes two or three bytes: how
 * many places further than the one before, and hundredths of a weight, both as numbers with seven bits to a byte.
 */

const BITS = 7;
const MORE = 1 << BITS;
const HUNDREDTHS = 100;
/** A number of 32 bits takes so many bytes. */
const LONGEST_NUMBER = 5;
const FIRST_BYTES = 8;

/** The postings of one stem while they are gathered. */
export class PostingList {
  #bytes = new Uint8Array(FIRST_BYTES);
  #length = 0;
  #last = 0;

  /** Places come in order. */
  add(place: number, weight: number): void {
    if (this.#length + 2 * LONGEST_NUMBER > this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#bytes.length + LONGEST_NUMBER);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#put(place - this.#last);
    this.#put(Math.round(weight * HUNDREDTHS));
    this.#last = place;
  }

  #put(number: number): void {
    let rest = number;
    for (; rest >= MORE; rest >>>= BITS) this.#bytes[this.#length++] = (rest & (MORE - 1)) | MORE;
    this.#bytes[this.#length++] = rest;
  }

  packed(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Pairs of place and weight, in the order of places. */
export function unpackPostings(bytes: Uint8Array): number[] {
  const pairs: number[] = [];
  let place = 0;
  let isPlace = true;
  let number = 0;
  let bit = 0;
  for (const byte of bytes) {
    number |= (byte & (MORE - 1)) << bit;
    bit += BITS;
    if (byte >= MORE) continue;
    if (isPlace) place += number;
    pairs.push(isPlace ? place : number / HUNDREDTHS);
    isPlace = !isPlace;
    number = 0;
    bit = 0;
  }
  return pairs;
}
