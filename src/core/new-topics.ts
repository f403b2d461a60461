import { UNSORTED } from "./draft.ts";
import { nearest } from "./edit-distance.ts";
import type { Tip, Topic } from "./tip.ts";

/** A topic that no tip had before. */
export interface NewTopic {
  readonly id: string;
  readonly name: string;
  /** The name of one that is known, of which this may be a slip. */
  readonly near?: string;
}

/** Whoever has more new topics than this brings an order of their own; to compare each with all would take long. */
const MOST_SLIPS = 100;

/** The topics of these tips that are not among the known ones; `described` has their names, the first of each counts. */
export function newTopics(
  tips: readonly Tip[],
  known: readonly Topic[],
  described: readonly Topic[],
): NewTopic[] {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const shown = new Map([...described].reverse().map(({ id, name }) => [id, name]));
  const used = new Set(tips.flatMap(({ topics }) => topics));
  const made = [...used].filter((id) => !names.has(id) && id !== UNSORTED.id);
  const candidates = made.length > MOST_SLIPS ? [] : [...names.keys()];
  return made.map((id) => {
    const [slip = ""] = nearest(id, candidates);
    const near = names.get(slip);
    return { id, name: shown.get(id) ?? id, ...(near !== undefined && { near }) };
  });
}
