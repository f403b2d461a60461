/** The shapes of the corpus. Field names are those of `data/tips.json`, and so of every JSON output. */

/** A civil date as `YYYY-MM-DD`. */
export type IsoDate = string;

/** How much of the published tip this text rests on: all of it, or its opening alone. */
export type Coverage = "full" | "opening";

/** A time of the year, both days included, each as `MM-DD`. `from` may lie after `to`: then it spans the new year. */
export interface Season {
  readonly from: string;
  readonly to: string;
}

/** Where a tip stands in full: the topic of the archive, and the page in it. */
export interface Source {
  readonly archive: string;
  readonly page?: number;
}

/** Whose words the text is: `archive` for the publisher's own; without one it was written for cstip, or by its owner. */
export type Origin = "archive";

export interface Tip {
  readonly id: string;
  readonly title: string;
  readonly published: IsoDate;
  readonly coverage: Coverage;
  /** Ids of topics, the most fitting first. */
  readonly topics: readonly string[];
  /** One sentence that works on its own. */
  readonly takeaway: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly body: readonly string[];
  readonly actions: readonly string[];
  readonly keywords: readonly string[];
  readonly season?: Season;
  readonly source?: Source;
  readonly origin?: Origin;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** What `data/tips.json` holds. */
export interface Corpus {
  readonly version: number;
  readonly publisher: { readonly name: string; readonly site: string };
  readonly topics: readonly Topic[];
  readonly tips: readonly Tip[];
}

/** The tips that a command works on, newest first; a tip's position in it is its number. */
export interface Library {
  readonly topics: readonly Topic[];
  readonly tips: readonly Tip[];
}

/** Whether a text has the form of an id: of a tip, or of a topic. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** The topics of a tip with their names, in its own order. */
export function topicsOf(tip: Tip, topics: readonly Topic[]): Topic[] {
  return tip.topics.flatMap((id) => topics.find((topic) => topic.id === id) ?? []);
}

/** What a library holds at most. */
export const MOST_TIPS = 1_000_000;

/** Newest first; tips of one day stand in the order of their ids. */
export function byNewest(a: Tip, b: Tip): number {
  return compare(b.published, a.published) || compare(a.id, b.id);
}

/** Order of two strings by code unit: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
