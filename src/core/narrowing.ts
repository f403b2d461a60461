import type { Day } from "./calendar.ts";
import type { Search } from "./chooser.ts";
import { type Field, textsOf, topicWords } from "./search/fields.ts";
import { parseQuery } from "./search/query.ts";
import type { Correction } from "./search/search.ts";
import { wordsOf } from "./search/words.ts";
import type { Library, Tip } from "./tip.ts";

/** What the ranked search makes of a text. */
export interface Ranked {
  /** What it finds, best first, without what is merely like that. */
  readonly tips: readonly Tip[];
  readonly corrections: readonly Correction[];
}

/** What is typed, from the view of somebody who is still typing. */
interface Typed {
  /** The words that are finished. */
  readonly words: readonly string[];
  /** The word behind which there is no space yet. */
  readonly last: string | undefined;
  /** The text that asks for a time or a phrase, which words alone do not say. */
  readonly bound: string | undefined;
  /** Whether tips with some word are to be left out, which the ranked search alone does. */
  readonly excludes: boolean;
}

/** Where a word may begin with what is typed; a tip comes the earlier, the earlier its field. */
const FIELDS: readonly Field[] = ["title", "keywords", "takeaway", "topics"];
/** So many texts are ranked before what was found is forgotten. */
const MOST_REMEMBERED = 200;

/**
 * The filter of `browse`. It narrows with each letter, since a word that is not finished finds what begins with it,
 * and with each word, since it shows the tips that hold them all where there are any. `rank` is the search, which
 * orders them, and knows other forms, synonyms and slips.
 */
export function narrowing(library: Library, rank: (text: string) => Ranked, today: Day): Search {
  const { tips } = library;
  const narrow = new Narrowing(library, rank);
  return (query) => {
    if (query.trim() === "") return tips;
    const numbered = tipsNumbered(tips, query.trim());
    if (query.startsWith("#") && numbered.length > 0) return numbered;
    return [...new Set([...numbered, ...narrow.by(query, takeApart(query, today))])];
  };
}

class Narrowing {
  readonly #tips: readonly Tip[];
  readonly #rank: (text: string) => Ranked;
  readonly #begun: (start: string) => readonly Tip[];

  constructor(library: Library, rank: (text: string) => Ranked) {
    this.#tips = library.tips;
    this.#rank = remembering(rank);
    this.#begun = remembering(beginnings(library));
  }

  by(query: string, typed: Typed): readonly Tip[] {
    const best = this.#best(query, typed);
    const asked = this.#asked(typed);
    if (asked.length === 0) return isFull(best) ? best : this.#tips;
    const nearby = typed.last === undefined || typed.excludes ? [] : this.#begun(typed.last);
    const all = heldByAll(typed.excludes ? best : [...best, ...nearby, ...this.#tips], asked);
    return [all, best, nearby].find(isFull) ?? [];
  }

  /** What search finds; without the last word where it would take that for another. */
  #best(query: string, { last, excludes }: Typed): readonly Tip[] {
    const ranked = this.#rank(query);
    const guessed = last !== undefined && !excludes && this.#isGuess(last, ranked);
    return guessed ? this.#rank(query.slice(0, query.lastIndexOf(" ") + 1)).tips : ranked.tips;
  }

  /** For each thing that is asked for, the tips that have it. */
  #asked({ words, last, bound }: Typed): (readonly Tip[])[] {
    const asked = words.map((word) => [this.#rank(word).tips, this.#begun(word)].find(isFull) ?? []);
    if (last !== undefined) asked.push(this.#holdBeginning(last));
    if (bound !== undefined) asked.push(this.#rank(bound).tips);
    return asked;
  }

  /** The tips that hold the word which is being typed. */
  #holdBeginning(word: string): readonly Tip[] {
    const ranked = this.#rank(word);
    const begun = this.#begun(word);
    return this.#isGuess(word, ranked) ? begun : [...ranked.tips, ...begun];
  }

  /** Whether search takes a word that is not finished for another, while tips have words that it may become. */
  #isGuess(word: string, { corrections }: Ranked): boolean {
    const corrected = corrections.find(({ typed }) => typed === word)?.corrected;
    return corrected !== undefined && isFull(this.#begun(word));
  }
}

function isFull({ length }: readonly Tip[]): boolean {
  return length > 0;
}

/** `#12` or `12` is the number that the list shows; `#1` may become `#12` yet. */
function tipsNumbered(tips: readonly Tip[], typed: string): readonly Tip[] {
  const digits = /^#?(\d*)$/.exec(typed)?.[1];
  if (digits === undefined) return [];
  const one = tips[Number(digits || 0) - 1];
  if (!typed.startsWith("#")) return one ? [one] : [];
  const others = tips.filter((tip, place) => tip !== one && String(place + 1).startsWith(digits));
  return one ? [one, ...others] : others;
}

function heldByAll(tips: readonly Tip[], asked: readonly (readonly Tip[])[]): readonly Tip[] {
  const sets = asked.map((found) => new Set(found));
  return [...new Set(tips)].filter((tip) => sets.every((set) => set.has(tip)));
}

function takeApart(query: string, today: Day): Typed {
  const whole = parseQuery(query, today);
  const place = placeOfLast(query);
  const [last] = place === undefined ? [] : wordsOf(query.slice(place)).map(({ text }) => text);
  const excludes = whole.excluded.length > 0;
  const finished = query.slice(0, place);
  // A word that search reads as part of a date may be the start of another where it stands alone.
  const isDate = whole.time !== undefined && last !== undefined && !whole.spoken.includes(last);
  if (last === undefined || (isDate && finished.trim() !== "")) {
    return { words: whole.words, last: undefined, bound: boundOf(whole, query), excludes };
  }
  const before = parseQuery(finished, today);
  return { words: before.words, last, bound: boundOf(before, finished), excludes };
}

function boundOf({ time, phrases }: ReturnType<typeof parseQuery>, text: string): string | undefined {
  return time !== undefined || phrases.length > 0 ? text : undefined;
}

/** Where the word begins that is not finished: one that ends the text, and is not to be left out. */
function placeOfLast(query: string): number | undefined {
  const token = /(?<=^|\s)[^\s−-]\S*$/u.exec(query);
  if (token === null || !/[\p{L}\p{N}\p{M}]$/u.test(query)) return undefined;
  const words = wordsOf(token[0]);
  const end = Math.max(...words.map((word) => word.end));
  const word = words.find((found) => found.end === end);
  return word && token.index + word.start;
}

/** Finds the tips in which a word begins with a text, those first that have it in their title. */
function beginnings({ tips, topics }: Library): (start: string) => readonly Tip[] {
  const names = topicWords(topics);
  const wordsIn = (tip: Tip, field: Field) =>
    textsOf(tip, field, names).flatMap((text) => wordsOf(text).map((word) => word.text));
  let texts: readonly (readonly (readonly string[])[])[] | undefined;
  return (start) => {
    texts ??= tips.map((tip) => FIELDS.map((field) => wordsIn(tip, field)));
    const places = texts.map((fields) =>
      fields.findIndex((words) => words.some((word) => word.startsWith(start))),
    );
    return FIELDS.flatMap((_, field) => tips.filter((_tip, index) => places[index] === field));
  };
}

function remembering<Value>(action: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = action(text);
    known.set(text, value);
    return value;
  };
}
