import { once } from "../once.ts";
import { synonymsIn } from "./synonyms.ts";
import { TextLines } from "./text-lines.ts";
import type { Entries, FreshIndex, Stems, WordIndex } from "./word-index.ts";

/**
 * A word index as text, in fourteen parts: ids, vocabulary, the count of leading words, entries, words that are asked,
 * what was learned, phrases, relatives, meanings, synonyms, their words, words of the trade and of other matters, words
 * that only people who ask have. Most are never taken apart as a whole: a search needs a little of them, and finds that
 * in the text.
 */
export function packIndex(index: FreshIndex): string {
  const { ids, vocabulary, leading, entries, asked, learned, phrases, relatives, meanings } = index;
  const { synonymText, trade, elsewhere } = index;
  return [
    ids.join("\n"),
    vocabulary.join("\n"),
    String(leading),
    packEntries(entries),
    packEntries(asked),
    packEntries(learned),
    packEntries(phrases),
    packEntries(relatives),
    packEntries(meanings),
    synonymText,
    index.standIns.join(" "),
    packStems(trade),
    packStems(elsewhere),
    index.askedWords.join(" "),
  ].join(PARTS);
}

/** The index of a text that `packIndex` made; undefined for any other. */
export function unpackIndex(text: string): WordIndex | undefined {
  const parts = text.split(PARTS);
  if (parts.length !== COUNT) return undefined;
  const [ids = "", vocabulary = "", leading, ...more] = parts;
  const [entries = "", asked = "", learned = "", phrases = "", relatives = "", meanings = "", ...lists] =
    more;
  const [synonyms = "", standIns = "", trade = "", elsewhere = "", askedWords = ""] = lists;
  const words = once(() => vocabulary.split("\n"));
  const inQuestions = once(() => askedWords.split(" ").filter(Boolean));
  return {
    ids: ids.split("\n"),
    entries: new TextEntries(entries),
    asked: new TextEntries(asked),
    learned: new TextEntries(learned),
    phrases: new TextEntries(phrases),
    relatives: new TextEntries(relatives),
    meanings: new TextLines(meanings),
    synonyms: synonymsIn(synonyms),
    get standIns() {
      return standIns.split(" ");
    },
    trade: stemsIn(trade),
    elsewhere: stemsIn(elsewhere),
    get vocabulary() {
      return words();
    },
    leading: Number(leading),
    get askedWords() {
      return inQuestions();
    },
  };
}

const COUNT = 14;
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

/** Values in such lines, where they are numbers. */
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

function packStems(stems: ReadonlySet<string>): string {
  return ` ${[...stems].join(" ")} `;
}

function stemsIn(text: string): Stems {
  return { has: (stem) => text.includes(` ${stem} `) };
}
