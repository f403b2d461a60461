import type { Meanings } from "./meanings.ts";

/** Values in a text with lines in the order of their keys, `key TAB values`, found by halving the text. */
export class TextLines implements Meanings {
  readonly #text: string;
  /** Where the values begin of what was looked for before, as most is several times. */
  readonly #known = new Map<string, number | undefined>();

  constructor(text: string) {
    this.#text = text;
  }

  has(key: string): boolean {
    return this.#placeOf(key) !== undefined;
  }

  get(key: string): readonly string[] | undefined {
    const start = this.#placeOf(key);
    if (start === undefined) return undefined;
    const end = this.#text.indexOf("\n", start);
    const values = this.#text.slice(start, end < 0 ? undefined : end);
    return values === "" ? [] : values.split(",");
  }

  #placeOf(key: string): number | undefined {
    let place = this.#known.get(key);
    if (place === undefined && !this.#known.has(key)) {
      place = this.#find(key);
      this.#known.set(key, place);
    }
    return place;
  }

  /** Where the values of a key begin. */
  #find(key: string): number | undefined {
    const text = this.#text;
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : text.lastIndexOf("\n", middle - 1) + 1;
      const end = text.indexOf("\t", start);
      const found = text.slice(start, end);
      if (found === key) return end + 1;
      if (found < key) {
        const next = text.indexOf("\n", end);
        low = next < 0 ? high : next + 1;
      } else high = start;
    }
    return undefined;
  }
}
