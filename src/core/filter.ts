import { type Day, isoOf } from "./calendar.ts";
import { nearest } from "./edit-distance.ts";
import { folded } from "./text.ts";
import { compare, type Library, type Tip, type Topic } from "./tip.ts";

/** What to leave in a list; every field that is given must hold. */
export interface Filter {
  /** Ids; a tip with any of them stays. */
  readonly topics?: readonly string[] | undefined;
  /** A tip published in any of them stays. */
  readonly year?: readonly number[] | undefined;
  /** First and last day of publication. */
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
  /** Ids of tips; those and no others stay. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Ids of tips; those go. */
  readonly without?: ReadonlySet<string> | undefined;
}

export const SORTS = ["date", "title", "topic"] as const;
export type Sort = (typeof SORTS)[number];

/** The tips that pass, in the order they came in. */
export function filterTips(tips: readonly Tip[], filter: Filter): Tip[] {
  const since = filter.since === undefined ? undefined : isoOf(filter.since);
  const until = filter.until === undefined ? undefined : isoOf(filter.until);
  const years = filter.year?.map((year) => `${String(year).padStart(4, "0")}-`);
  return tips.filter(
    (tip) =>
      (!filter.topics?.length || tip.topics.some((topic) => filter.topics?.includes(topic))) &&
      (!years?.length || years.some((year) => tip.published.startsWith(year))) &&
      (since === undefined || tip.published >= since) &&
      (until === undefined || tip.published <= until) &&
      (!filter.only || filter.only.has(tip.id)) &&
      !filter.without?.has(tip.id),
  );
}

/** By date newest first, by title or by first topic from A to Z; `reverse` turns the whole order round. */
export function sortTips(tips: readonly Tip[], sort: Sort, reverse: boolean): Tip[] {
  const newest = (a: Tip, b: Tip) => compare(b.published, a.published) || compare(a.id, b.id);
  const orders: Record<Sort, (a: Tip, b: Tip) => number> = {
    date: newest,
    title: (a, b) => compare(folded(a.title), folded(b.title)) || newest(a, b),
    topic: (a, b) => compare(a.topics[0] ?? "", b.topics[0] ?? "") || newest(a, b),
  };
  const sorted = [...tips].sort(orders[sort]);
  return reverse ? sorted.reverse() : sorted;
}

/** A topic by its id or name, whatever their case; else those that were perhaps meant. */
export function findTopic(
  library: Library,
  reference: string,
): { readonly topic: Topic } | { readonly near: readonly string[] } {
  const wanted = folded(reference).replaceAll(" ", "-");
  const topic = library.topics.find(
    ({ id, name }) => id === wanted || folded(name).replaceAll(" ", "-") === wanted,
  );
  return topic
    ? { topic }
    : {
        near: nearest(
          wanted,
          library.topics.map(({ id }) => id),
        ),
      };
}
