import Fuse from "fuse.js/basic";
import { editDistance, haveSameLetters } from "../edit-distance.ts";
import type { WordIndex } from "./word-index.ts";

/** Shorter words have too many neighbours to be corrected; those of three letters only towards words of titles. */
const SHORTEST = 3;
/** Fewer letters may begin anything. */
const SHORTEST_START = 4;
/** A word that no tip has is meant only by one of so many letters. */
const SHORTEST_ASKED = 5;
const MOST_CANDIDATES = 40;

/** Whether something is a word of the language, known to the tips or not. */
export type IsWord = (word: string) => boolean;

/**
 * The word that was perhaps meant by one that no tip holds; undefined where none is near. Fuse offers what looks
 * alike, loosely, for it does not know exchanged letters; the edit distance, which does, decides. What begins a word
 * was meant as that word. What is a word was mostly meant as it is: only exchanged letters, such as `clam` for `calm`, are put right there.
 */
export function correctedWord(word: string, index: WordIndex, isWord: IsWord): string | undefined {
  if (word.length < SHORTEST || word.length > 30 || /\d/.test(word)) return undefined;
  const onlyExchanged = isWord(word);
  const begun = onlyExchanged ? undefined : begunWord(word, index);
  if (begun !== undefined) return begun;
  const known = nearestOf(knownWords(word, index), word, onlyExchanged);
  if (word.length < SHORTEST_ASKED || onlyExchanged || (known && known.cost <= 1)) return known?.word;
  // The tips' own words go first, unless they are further by a whole edit.
  const asked = nearestOf(index.askedWords, word, false);
  return asked && (!known || asked.cost + 1 <= known.cost) ? asked.word : known?.word;
}

/** The word of a title, keyword or topic that a real word is when one letter inside it was left out: `manger`. */
export function wordWithLetter(word: string, { vocabulary, leading }: WordIndex): string | undefined {
  return vocabulary.slice(0, leading).find((known) => known.length > word.length && isOneSlip(word, known));
}

/** Whether a word that is one may be a slip of another all the same: `manger` of `manager`. */
export function isOneSlip(word: string, other: string): boolean {
  return (
    other !== word &&
    word.length > 4 &&
    word[0] === other[0] &&
    word.at(-1) === other.at(-1) &&
    editDistance(word, other, 1) <= 1
  );
}

interface Near {
  readonly word: string;
  /** Edits, and what they count more or less. */
  readonly cost: number;
}

function nearestOf(words: readonly string[], word: string, onlyExchanged: boolean): Near | undefined {
  const limit = word.length >= 7 && !onlyExchanged ? 2 : 1;
  // An edit changes two of the letters that a word has at most: this leaves Fuse few words to look at.
  const letters = lettersOf(word);
  const candidates = words.filter(
    (known) =>
      known !== word &&
      Math.abs(known.length - word.length) <= limit &&
      differing(letters, lettersOf(known)) <= 2 * limit &&
      (!onlyExchanged || haveSameLetters(word, known)),
  );
  const fuse = new Fuse(candidates, { threshold: 0.6, ignoreLocation: true });
  let nearest: Near | undefined;
  for (const { item } of fuse.search(word, { limit: MOST_CANDIDATES })) {
    const cost = costOf(word, item, limit);
    if (cost < (nearest?.cost ?? Number.POSITIVE_INFINITY)) nearest = { word: item, cost };
  }
  return nearest;
}

/** The shortest word of a title, keyword or topic that begins with what was typed, if that is much of it. */
function begunWord(typed: string, { vocabulary, leading }: WordIndex): string | undefined {
  if (typed.length < SHORTEST_START) return undefined;
  let best: string | undefined;
  for (const word of vocabulary.slice(0, leading))
    if (word.startsWith(typed) && word.length < (best?.length ?? typed.length * 2 + 1)) best = word;
  return best;
}

/** The words of the tips, and those that stand for one of them. */
function knownWords(word: string, { vocabulary, leading, standIns }: WordIndex): readonly string[] {
  if (word.length === SHORTEST) return vocabulary.slice(0, leading);
  return [...new Set([...vocabulary, ...standIns])];
}

const LETTERS = 26;
const FIRST_LETTER = "a".charCodeAt(0);

/** Which letters a word has, a bit each; all that are not plain have one in common. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place++) {
    const letter = word.charCodeAt(place) - FIRST_LETTER;
    letters |= 1 << (letter >= 0 && letter < LETTERS ? letter : LETTERS);
  }
  return letters;
}

function differing(letters: number, others: number): number {
  let count = 0;
  for (let rest = letters ^ others; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Infinite beyond the limit. The first letter is seldom wrong: there another counts half an edit more. */
function costOf(word: string, candidate: string, limit: number): number {
  const distance = editDistance(word, candidate, limit);
  if (distance > limit) return Number.POSITIVE_INFINITY;
  const sameStart = word[0] === candidate[0];
  if (!sameStart && (distance > 1 || word.length < 5) && !exchangedStart(word, candidate))
    return Number.POSITIVE_INFINITY;
  // Fingers are out of order more often than they miss.
  return distance + (sameStart ? 0 : 0.5) - (haveSameLetters(word, candidate) ? 0.25 : 0);
}

function exchangedStart(word: string, candidate: string): boolean {
  return word[0] === candidate[1] && word[1] === candidate[0];
}
