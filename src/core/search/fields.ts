import type { Tip, Topic } from "../tip.ts";

/** Where a word may stand in a tip, and how much it says there about what the tip is for. */
export const FIELDS = ["title", "keywords", "takeaway", "topics", "summary", "actions", "body"] as const;
export type Field = (typeof FIELDS)[number];

const WEIGHTS: Readonly<Record<Field, number>> = {
  title: 4.2,
  keywords: 2.8,
  takeaway: 3.3,
  topics: 1,
  summary: 3.2,
  actions: 0.8,
  body: 1.5,
};

/** What a word of this text weighs. A keyword of one word is what the tip is for; a word of a long one is less. */
export function weightIn(field: Field, text: string): number {
  return field === "keywords" ? WEIGHTS[field] / Math.sqrt(text.split(/[\s-]+/).length) : WEIGHTS[field];
}

/** A word's weight in a tip at which it counts half of all it can. */
const HALF_WEIGHT = 4.4;

/** How much of all it can a word of this weight counts, 0 to 1: each further occurrence adds less. */
export function saturated(weight: number): number {
  return weight / (weight + HALF_WEIGHT);
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
