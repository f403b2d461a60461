import type { Meanings } from "./meanings.ts";
import { synonymsIn } from "./synonyms.ts";
import type { Entries, FreshIndex, WordIndex } from "./word-index.ts";

/**
 * A word index as text, in nine parts: ids, vocabulary, the count of leading words, entries, words that are asked,
 * phrases, relatives, meanings and synonyms. Entries are
 * never taken apart as a whole: a search needs a few of them, and finds those in the text.
 */
export function packIndex(index: FreshIndex): string {
  const { ids, vocabulary, leading, entries, asked, phrases, relatives, meanings, synonymText } = index;
  return [
    ids.join("\n"),
    vocabulary.join("\n"),
    String(leading),
    packEntries(entries),
    packEntries(asked),
    packEntries(phrases),
    packEntries(relatives),
    packEntries(meanings),
    synonymText,
  ].join(PARTS);
}

/** The index of a text that `packIndex` made; undefined for any other. */
export function unpackIndex(text: string): WordIndex | undefined {
  const [ids, vocabulary, leading, entries, asked, phrases, relatives, meanings, synonyms, ...more] =
    text.split(PARTS);
  if (ids === undefined || vocabulary === undefined || entries === undefined || asked === undefined)
    return undefined;
  if (phrases === undefined || relatives === undefined || meanings === undefined) return undefined;
  if (synonyms === undefined || more.length > 0) return undefined;
  return {
    ids: ids.split("\n"),
    entries: new TextEntries(entries),
    asked: new TextEntries(asked),
    phrases: new TextEntries(phrases),
    relatives: new TextEntries(relatives),
    meanings: new TextLines(meanings),
    synonyms: synonymsIn(synonyms),
    vocabulary: vocabulary.split("\n"),
    leading: Number(leading),
  };
}

const PARTS = "\n\n";

/**
 * In the order of their keys, a line each: `key TAB values`. Most words have one form, whose values are those of its
 * family: they are said once, and referred to by `@` and the key.
 */
function packEntries(entries: ReadonlyMap<string, readonly (number | string)[]>): string {
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, values]) => {
      const text = values.join(",");
      const other = key.startsWith("=") ? key.slice(1) : undefined;
      return `${key}\t${other !== undefined && entries.get(other)?.join(",") === text ? `@${other}` : text}`;
    })
    .join("\n");
}

/** Values in such lines, found by halving the text. */
class TextLines implements Meanings {
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
    return this.#text.slice(start, end < 0 ? undefined : end).split(",");
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

/** The same, where the values are numbers. */
class TextEntries implements Entries {
  readonly #lines: TextLines;

  constructor(text: string) {
    this.#lines = new TextLines(text);
  }

  has(key: string): boolean {
    return this.#lines.has(key);
  }

  get(key: string): readonly number[] | undefined {
    const values = this.#lines.get(key);
    const [first] = values ?? [];
    return first?.startsWith("@") ? this.get(first.slice(1)) : values?.map(Number);
  }
}
