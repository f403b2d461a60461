import type { Tip, Topic } from "../tip.ts";

/** Where a word may stand in a tip, and how much it says there about what the tip is for. */
export const FIELDS = ["title", "keywords", "takeaway", "topics", "summary", "actions", "body"] as const;
export type Field = (typeof FIELDS)[number];

const WEIGHTS: Readonly<Record<Field, number>> = {
  title: 2.5,
  keywords: 2.8,
  takeaway: 3.3,
  topics: 1,
  summary: 3.2,
  actions: 1,
  body: 1.5,
};

/** What a word of this text weighs. A keyword of one word is what the tip is for; a word of a long one is less. */
export function weightIn(field: Field, text: string): number {
  return field === "keywords" ? WEIGHTS[field] / Math.sqrt(text.split(/[\s-]+/).length) : WEIGHTS[field];
}

/** What each word weighs of a question with so many, in which people ask for what a tip answers. */
export function weightOfQuestion(words: number): number {
  return QUESTION / words ** QUESTION_LENGTH;
}

const QUESTION = 1.6;
const QUESTION_LENGTH = 0.9;

/** A word's weight in a tip at which it counts half of all it can. */
const HALF_WEIGHT = 4.4;

/** How much of all it can a word of this weight counts, 0 to 1: each further occurrence adds less. */
export function saturated(weight: number): number {
  return weight / (weight + HALF_WEIGHT);
}

/** The pairs of an entry: from a tip's place to a weight. */
export function pairsOf(entry: readonly number[] = []): Map<number, number> {
  const pairs = new Map<number, number>();
  for (let i = 0; i < entry.length; i += 2) pairs.set(entry[i] ?? 0, entry[i + 1] ?? 0);
  return pairs;
}

/** The texts of a field of a tip. `names` gives the words of its topics. */
export function textsOf(tip: Tip, field: Field, names: ReadonlyMap<string, string>): readonly string[] {
  switch (field) {
    case "title":
    case "takeaway":
    case "summary":
      return [tip[field]];
    case "topics":
      return tip.topics.map((id) => names.get(id) ?? id);
    default:
      return tip[field];
  }
}

/** From the id of a topic to the words it is found by. */
export function topicWords(topics: readonly Topic[]): Map<string, string> {
  return new Map(topics.map(({ id, name }) => [id, `${name} ${id}`]));
}
