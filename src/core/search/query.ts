import type { Day } from "../calendar.ts";
import { type NamedTime, takeTime } from "./dates.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { stemOf, wordsOf } from "./words.ts";

/** What a person typed, taken apart. Nothing here knows the tips. */
export interface Query {
  /** Words to look for, in order, as they were typed but folded; no stop words. */
  readonly words: readonly string[];
  /** All words in order, stop words too: for phrases and for words written apart. */
  readonly spoken: readonly string[];
  /** Of hyphenated words, written in one piece as in the lists above, their parts. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Quoted phrases, each as the stems that must stand side by side. */
  readonly phrases: readonly (readonly string[])[];
  /** Stems that must not occur. */
  readonly excluded: readonly string[];
  readonly time: NamedTime | undefined;
}

/** More words than this say no more; a longer query is cut. */
const MOST_WORDS = 60;
const MOST_CHARACTERS = 2_000;

const QUOTED = /["“”]([^"“”]+)["“”]/g;
const MINUS = /[-−]/;

/** Takes a query apart: quoted phrases, words left out by a minus, a date, and the words. */
export function parseQuery(text: string, today: Day): Query {
  const phrases: string[][] = [];
  const { kept, excluded } = withoutExcluded(shortened(text));
  const bare = kept.replace(QUOTED, (_, phrase: string) => {
    phrases.push(stemsOf(phrase));
    return ` ${phrase} `;
  });
  const { time, rest } = takeTime(bare, today);
  const { words: all, parts } = wordsAndParts(rest);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return {
    words: [...new Set(telling)],
    spoken: all,
    parts,
    phrases: phrases.filter((phrase) => phrase.length > 0),
    excluded,
    time,
  };
}

/** Takes out the words that have a minus before them. */
function withoutExcluded(text: string): { readonly kept: string; readonly excluded: string[] } {
  if (!MINUS.test(text)) return { kept: text, excluded: [] };
  const excluded: string[] = [];
  const kept = text.replace(/(?<=^|\s)[-−]([\p{L}\p{N}][\p{L}\p{N}'’-]*)/gu, (_, word: string) => {
    const [first] = wordsOf(word);
    if (first) excluded.push(stemOf(first.text));
    return " ";
  });
  return { kept, excluded };
}

/** The start of a text that is too long, up to a space: a part of a word would be another word. */
function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const end = text.lastIndexOf(" ", MOST_CHARACTERS);
  return text.slice(0, end > 0 ? end : MOST_CHARACTERS);
}

/** The stems of a text, one for each place. */
export function stemsOf(text: string): string[] {
  return wholeWords(text).map(stemOf);
}

/** Without the parts of hyphenated words, which stand in the same place. */
function wholeWords(text: string): string[] {
  return wordsAndParts(text).words;
}

/** The words of a text, and by a hyphenated one its parts, which stand in the same place. */
function wordsAndParts(text: string): { readonly words: string[]; readonly parts: Map<string, string[]> } {
  const words: string[] = [];
  const parts = new Map<string, string[]>();
  let whole = "";
  let end = 0;
  for (const word of wordsOf(text)) {
    if (word.start < end) parts.set(whole, [...(parts.get(whole) ?? []), word.text]);
    else {
      if (words.length === MOST_WORDS) break;
      whole = word.text;
      words.push(whole);
    }
    end = Math.max(end, word.end);
  }
  return { words, parts };
}
