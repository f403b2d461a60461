import type { Library, Tip } from "../tip.ts";
import { FIELDS, type Field, textsOf, topicWords, weightIn, weightOfQuestion } from "./fields.ts";
import { type Meanings, meaningsOfPhrases } from "./meanings.ts";
import { stemsOf } from "./query.ts";
import { relativesOf } from "./related.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { synonymText, wordsWithSynonyms } from "./synonym-text.ts";
import { synonymsIn } from "./synonyms.ts";
import { stemOf, stemsOfWord, wordsOf } from "./words.ts";

/**
 * Which tips hold which words. It depends on the library alone, and is plain data: it can be made when the program
 * is built, and kept.
 */
export interface WordIndex {
  /** The ids of the tips, in the order in which entries count them. */
  readonly ids: readonly string[];
  /** By stem, of families and of forms: pairs of a tip's place in `ids` and the weight of the word in it. */
  readonly entries: Entries;
  /**
   * The same for the words in which people ask for what a tip answers. Most of them stand in no tip: a tip is found
   * by them, and its texts are not.
   */
  readonly asked: Entries;
  /**
   * By what stands in a query, a stem or two side by side: pairs of a tip's place and what it says for that tip, or
   * against it. See learned.ts.
   */
  readonly learned: Entries;
  /**
   * Whether the tip at a place is one for which nobody has written in what words people ask, as an imported one, beside
   * others for which that was done.
   */
  isOwn?(place: number): boolean;
  /** Topics, and keywords of several words, stop words too: by their stems joined by spaces, the places of their tips. */
  readonly phrases: Entries;
  /** By the place of a tip: pairs of the place of one like it, and how much it is. Empty where nobody worked it out. */
  readonly relatives: Entries;
  /** What phrases of the trade stand for; the same for all libraries. */
  readonly meanings: Meanings;
  /** By stem, those of words that may stand for its own; the same for all libraries. */
  readonly synonyms: Meanings;
  /** Words that may stand for others, as they are written: for the correction of misspelt ones too. */
  readonly standIns: readonly string[];
  /** Whether the stem is of a word that by itself tells of serving people; the same for all libraries. */
  readonly trade: Stems;
  /** Whether the stem is of a word of wholly other matters. */
  readonly elsewhere: Stems;
  /** Words as they are written, for the correction of misspelt ones; those of titles, keywords and topics first. */
  readonly vocabulary: readonly string[];
  /** Words in which people ask, and that stand in no tip: a misspelt one may be one of them where no tip has one as near. */
  readonly askedWords: readonly string[];
  /** How many at the start of `vocabulary` stand in titles, keywords and topics. */
  readonly leading: number;
  /** Says which stems will be asked for, where finding many at once is cheaper than one by one. */
  want?(stems: Iterable<string>): void;
}

export type Stems = Pick<ReadonlySet<string>, "has">;

/** Numbers by stem or phrase. */
export interface Entries {
  get(key: string): readonly number[] | undefined;
  has(key: string): boolean;
}

/** A new index, whose entries can be listed. */
export interface FreshIndex extends WordIndex {
  readonly entries: ReadonlyMap<string, readonly number[]>;
  readonly asked: ReadonlyMap<string, readonly number[]>;
  readonly learned: ReadonlyMap<string, readonly number[]>;
  readonly phrases: ReadonlyMap<string, readonly number[]>;
  readonly relatives: ReadonlyMap<string, readonly number[]>;
  readonly meanings: ReadonlyMap<string, readonly string[]>;
  readonly trade: ReadonlySet<string>;
  readonly elsewhere: ReadonlySet<string>;
  /** What `synonyms` reads. */
  readonly synonymText: string;
}

/** What is known of queries beside the tips, as it stands in `data`. */
export interface Knowledge {
  readonly asked?: Asked;
  readonly judged?: Judged;
  readonly learned?: Learned;
  /** Words that by themselves tell of serving people, or of leading those who do. */
  readonly trade?: readonly string[];
  /** Words that tell that something else was looked for. */
  readonly elsewhere?: readonly string[];
}

/** By the id of a tip, in what words people ask for what it answers. */
export type Asked = Readonly<Record<string, readonly string[]>>;

/** By what people ask: the ids of the tips that answer it, and how well: 3 is wanted, 2 helps, 1 touches it. */
export type Judged = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What was learned from judgements, by feature of a query: ids of tips, and what it says for each. */
export type Learned = ReadonlyMap<string, readonly (readonly [id: string, weight: number])[]>;

/** Indexes all words of all tips; time and memory grow with the text. */
export function indexWords(library: Library, knowledge: Knowledge = {}): FreshIndex {
  const { trade = [], elsewhere = [] } = knowledge;
  const questions = questionsOf(knowledge);
  const names = topicWords(library.topics);
  const entries = new Map<string, number[]>();
  const asked = new Map<string, number[]>();
  const phrases = new Map<string, number[]>();
  const leading = new Set<string>();
  const others = new Set<string>();
  const synonyms = synonymText();
  library.tips.forEach((tip, place) => {
    const weights = new Map<string, number>();
    for (const field of FIELDS) {
      addField(tip, field, names, weights, LEADING.has(field) ? leading : others);
    }
    addWeights(entries, place, weights);
    for (const [stem, weight] of weightsOfQuestions(questions.get(tip.id) ?? new Map()))
      append(asked, stem, place, Math.round(weight * 10) / 10);
    for (const keyword of tip.keywords) addPhrase(phrases, keyword, place, 2);
    for (const id of tip.topics) addPhrase(phrases, id, place, 1);
  });
  for (const word of leading) others.delete(word);
  const inQuestions = new Set<string>();
  for (const text of Object.values(knowledge.asked ?? {}).flat()) addWords(inQuestions, text);
  return {
    ids: library.tips.map(({ id }) => id),
    entries,
    asked,
    learned: placedWeights(library.tips, knowledge.learned ?? new Map()),
    phrases,
    relatives: relativesOf(library.tips.length, entries, asked),
    meanings: meaningsOfPhrases(),
    synonyms: synonymsIn(synonyms),
    synonymText: synonyms,
    standIns: wordsWithSynonyms(),
    trade: new Set(trade.map(stemOf)),
    elsewhere: new Set(elsewhere.map(stemOf)),
    vocabulary: [...leading, ...others],
    askedWords: [...inQuestions].filter((word) => !leading.has(word) && !others.has(word)),
    leading: leading.size,
  };
}

/** The fields whose words lead the vocabulary. */
export const LEADING: ReadonlySet<Field> = new Set(["title", "keywords", "topics"]);

function addField(
  tip: Tip,
  field: Field,
  names: ReadonlyMap<string, string>,
  weights: Map<string, number>,
  vocabulary: Set<string>,
): void {
  for (const text of textsOf(tip, field, names)) {
    addWords(vocabulary, text);
    const weight = weightIn(field, text);
    for (const { text: word } of wordsOf(text)) addWord(weights, word, weight);
  }
}

/** What a question counts for a tip that answers it so well, though it was asked for another. */
const SHARES: Readonly<Record<number, number>> = { 3: 1, 2: 0.5, 1: 0.2 };

/** By the id of a tip, the questions that ask for it, and how much each counts. */
function questionsOf({ asked = {}, judged = {} }: Knowledge): Map<string, Map<string, number>> {
  const questions = new Map(Object.keys(asked).map((id) => [id, new Map<string, number>()]));
  for (const text of Object.values(asked).flat()) {
    for (const [id, grade] of Object.entries(judged[text] ?? {}))
      questions.get(id)?.set(text, SHARES[grade] ?? 0);
  }
  for (const [id, texts] of Object.entries(asked)) for (const text of texts) questions.get(id)?.set(text, 1);
  return questions;
}

/** What the words of questions weigh for their tip. A question of one word is all about it; of a long one each is less. */
function weightsOfQuestions(questions: ReadonlyMap<string, number>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [question, share] of questions) {
    const words = wordsOf(question).filter(({ text }) => !STOP_WORDS.has(text));
    for (const { text } of words) addWord(weights, text, share * weightOfQuestion(words.length));
  }
  return weights;
}

/** What was learned, by the places of these tips. */
function placedWeights(tips: readonly Tip[], learned: Learned): Map<string, number[]> {
  const places = new Map(tips.map(({ id }, place) => [id, place]));
  return new Map(
    [...learned].map(([feature, weights]) => [
      feature,
      weights.flatMap(([id, weight]) => {
        const place = places.get(id);
        return place === undefined ? [] : [place, weight];
      }),
    ]),
  );
}

function addWord(weights: Map<string, number>, word: string, weight: number): void {
  const { family, form } = stemsOfWord(word);
  weights.set(family, (weights.get(family) ?? 0) + weight);
  weights.set(form, (weights.get(form) ?? 0) + weight);
}

function addWeights(
  entries: Map<string, number[]>,
  place: number,
  weights: ReadonlyMap<string, number>,
): void {
  for (const [stem, weight] of weights) append(entries, stem, place, roundedWeight(weight));
}

/** Two places are enough to rank by, and short to store. */
export function roundedWeight(weight: number): number {
  return Math.round(weight * 100) / 100;
}

/** Adds the words of a text that a misspelt one may be corrected to. */
export function addWords(vocabulary: Set<string>, text: string): void {
  for (const { text: word } of wordsOf(text))
    if (word.length > 2 && !STOP_WORDS.has(word)) vocabulary.add(word);
}

/** Adds a phrase of a tip, if it has at least so many words. */
export function addPhrase(
  phrases: Map<string, number[]>,
  phrase: string,
  place: number,
  least: number,
): void {
  const stems = stemsOf(phrase);
  if (stems.length >= least) append(phrases, stems.join(" "), place);
}

function append(lists: Map<string, number[]>, key: string, ...values: readonly number[]): void {
  const list = lists.get(key);
  if (list) list.push(...values);
  else lists.set(key, [...values]);
}
