import type { Entries, FreshIndex, WordIndex } from "./word-index.ts";

/**
 * A word index as text, in six parts: ids, vocabulary, the count of leading words, entries, phrases and
 * relatives. Entries are
 * never taken apart as a whole: a search needs a few of them, and finds those in the text.
 */
export function packIndex({ ids, vocabulary, leading, entries, phrases, relatives }: FreshIndex): string {
  return [
    ids.join("\n"),
    vocabulary.join("\n"),
    String(leading),
    packEntries(entries),
    packEntries(phrases),
    packEntries(relatives),
  ].join(PARTS);
}

/** The index of a text that `packIndex` made; undefined for any other. */
export function unpackIndex(text: string): WordIndex | undefined {
  const [ids, vocabulary, leading, entries, phrases, relatives, ...more] = text.split(PARTS);
  if (ids === undefined || vocabulary === undefined || entries === undefined) return undefined;
  if (phrases === undefined || relatives === undefined || more.length > 0) return undefined;
  return {
    ids: ids.split("\n"),
    entries: new TextEntries(entries),
    phrases: new TextEntries(phrases),
    relatives: new TextEntries(relatives),
    vocabulary: vocabulary.split("\n"),
    leading: Number(leading),
  };
}

const PARTS = "\n\n";

function packEntries(entries: ReadonlyMap<string, readonly number[]>): string {
  return [...entries].map(([key, numbers]) => `\t${key}\t${numbers.join(",")}`).join("\n");
}

/** Entries in a text of lines `TAB key TAB numbers`. */
class TextEntries implements Entries {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  has(key: string): boolean {
    return this.#text.includes(`\t${key}\t`);
  }

  get(key: string): readonly number[] | undefined {
    const start = this.#text.indexOf(`\t${key}\t`);
    if (start < 0) return undefined;
    const from = start + key.length + 2;
    const end = this.#text.indexOf("\n", from);
    return this.#text
      .slice(from, end < 0 ? undefined : end)
      .split(",")
      .map(Number);
  }
}
