import { stemmer } from "stemmer";
import { inPlainLatin } from "../latin.ts";
import { byStart } from "./by-start.ts";
import { IRREGULAR } from "./irregular.ts";
import { endOfLetters, endOfWord, OTHER_LETTER, symbolOf } from "./letters.ts";
import { WORD_FAMILIES } from "./word-families.ts";

/** Text as words, and words as what they have in common with their other forms. */

export interface Word {
  /** Lower case, no accents, no apostrophes; American spelling stays apart from British until the stem. */
  readonly text: string;
  /** Where it stands in the text it was taken from: code units from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
}

const APOSTROPHES = /['’‘]/g;
const NOT_ASCII = /[^\x20-\x7e]/;

/** The words of a text in order. A hyphenated one is one word, and after it come its parts, in the same place. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let place = 0;
  while (place < text.length) {
    const symbol = symbolOf(text.charCodeAt(place));
    if (symbol === OTHER_LETTER) return wordsOfAnyScript(text);
    if (symbol === 0) {
      place++;
      continue;
    }
    const letters = endOfLetters(text, place);
    const end = endOfWord(text, letters);
    if (symbolOf(text.charCodeAt(end)) === OTHER_LETTER) return wordsOfAnyScript(text);
    if (end === letters) words.push({ text: text.slice(place, end).toLowerCase(), start: place, end });
    else addWord(words, text.slice(place, end), place);
    place = end;
  }
  return words;
}

function wordsOfAnyScript(text: string): Word[] {
  const words: Word[] = [];
  // Letters or digits, with apostrophes and hyphens inside. Every class excludes what follows it: no backtracking.
  // Made where it is needed, as all expressions with `\p`: the first of them costs a run two milliseconds.
  const anyWord = /[\p{L}\p{N}\p{M}]+(?:['’‘-][\p{L}\p{N}\p{M}]+)*/gu;
  for (const match of text.matchAll(anyWord)) addWord(words, match[0], match.index);
  return words;
}

function addWord(words: Word[], word: string, start: number): void {
  const end = start + word.length;
  const whole = foldedWord(word);
  words.push({ text: whole.replaceAll("-", ""), start, end });
  if (!whole.includes("-")) return;
  for (const part of whole.split("-")) if (part.length > 2) words.push({ text: part, start, end });
}

function foldedWord(word: string): string {
  const bare = word.replace(APOSTROPHES, "");
  if (!NOT_ASCII.test(bare)) return bare.toLowerCase();
  return inPlainLatin(bare.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
}

/** What words share: `family` with all of theirs (Porter's stem), `form` only with the inflections of one word. */
export interface Stems {
  readonly family: string;
  readonly form: string;
}

const known = new Map<string, Stems>();
const MOST_KNOWN = 200_000;
const LONGEST_STEMMED = 40;

/** The stems of a folded word; neither is itself a word. Remembered, since texts repeat themselves. */
export function stemsOfWord(word: string): Stems {
  let stems = known.get(word);
  if (stems === undefined) {
    const spelled = word.length > LONGEST_STEMMED ? word : american(IRREGULAR.get(word) ?? word);
    const family = word.length > LONGEST_STEMMED ? word : familyOf(porterOf(spelled));
    stems = { family, form: `=${uninflected(spelled)}` };
    if (known.size < MOST_KNOWN) known.set(word, stems);
  }
  return stems;
}

function porterOf(word: string): string {
  // `quickly`, which Porter keeps apart from `quick`.
  return endOf(stemmer(word).replace(/(?<=.{4})li$/, ""));
}

/** The stem of the word to which one with this stem belongs by no rule of endings; mostly the stem itself. */
function familyOf(stem: string): string {
  const [, base] = membersLike(stem).find(([word]) => porterOf(american(word)) === stem) ?? [];
  return base === undefined ? stem : porterOf(american(base));
}

/** Words that belong to others, and those. To stem all of them takes milliseconds, of which a search has few. */
const membersLike = byStart(3, () =>
  WORD_FAMILIES.flatMap(([base = "", ...others]) => others.map((word) => [word, [word, base]] as const)),
);

/** The stem of a word's family. */
export function stemOf(word: string): string {
  return stemsOfWord(word).family;
}

/** Without plural, `-ed` and `-ing`, and without the `e` that comes and goes with them. */
function uninflected(word: string): string {
  const singular = word.length < 4 ? word : withoutPlural(word);
  const bare = singular.replace(/(?<=[aeiouy].*[^e])(ed|ing)$/, "");
  // `caring` is of `care` and not of `car`, of which there would be `carring`.
  if (SHORT.test(bare)) return bare === singular ? bare : `${bare}e`;
  const plain = endOf(bare.length > 2 ? bare : singular);
  return SHORT.test(plain.slice(0, -1)) ? plain : plain.replace(/(?<=..)e$/, "");
}

/** One vowel and one consonant behind it: with an `e` at its end it is another word. */
const SHORT = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/;

function withoutPlural(word: string): string {
  if (/...ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, SHORT.test(word.slice(0, -2)) ? -1 : -2);
  return word.replace(/(?<=[^siu])s$/, "");
}

/**
 * One spelling for both: what matters is that British and American forms meet, not that the result is a word.
 * It is done to texts and to queries alike, so that a word without another spelling loses nothing.
 */
function american(word: string): string {
  if (word.length < 5) return word;
  return (
    word
      // Porter's rules make one family of responsible and responsive, and of customer and customize.
      .replace(/^responsib/, "responzib")
      .replace(/^customi[sz]/, "custumiz")
      .replace(/(?<=...)(?<!^prec|^conc)is(e|ed|es|er|ers|ing|ation|ations)$/, "iz$1")
      .replace(/ys(e|ed|es|er|ers|ing)$/, "yz$1")
      .replace(/([a-z][^aeiou])our(s|ed|ing|ite|ites|able|al|ful|less|hood|hoods)?$/, "$1or$2")
      .replace(/(?<=.)viour/, "vior")
      .replace(/tre(s?)$/, "ter$1")
      .replace(/tred$/, "tered")
      .replace(/ogue(s)?$/, "og$1")
      .replace(/mme(s?)$/, "m$1")
      .replace(/ence(s|d)?$/, "ense$1")
  );
}

/** `cancelled` and `canceled`: a double consonant at the end of a stem is one. */
function endOf(stem: string): string {
  return stem.length > 3 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}
