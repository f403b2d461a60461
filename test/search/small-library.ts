import { scannedIndex } from "../../src/core/search/scanned-index.ts";
import { type Search, type SearchRequest, searchTips } from "../../src/core/search/search.ts";
import { indexWords } from "../../src/core/search/word-index.ts";
import type { Library, Tip, Topic } from "../../src/core/tip.ts";
import { day } from "../support/context.ts";

/** Libraries of a few words, in which one can say what must be found. */

const EMPTY: Omit<Tip, "id" | "title"> = {
  published: "2026-01-20",
  coverage: "full",
  topics: [],
  takeaway: "",
  summary: "",
  body: [],
  actions: [],
  keywords: [],
};

/** A library of these tips, by id; what is a text is their title. */
export function smallLibrary(
  tips: Readonly<Record<string, string | Partial<Tip>>>,
  topics: readonly Topic[] = [],
): Library {
  return {
    topics,
    tips: Object.entries(tips).map(([id, fields]) => ({
      ...EMPTY,
      id,
      title: "",
      ...(typeof fields === "string" ? { title: fields } : fields),
    })),
  };
}

export function searchIn(of: Library, text: string, request: Partial<SearchRequest> = {}): Search {
  return searchTips(of, indexWords(of), { text, today: day("2026-11-23"), ...request });
}

/** The ids of what is found, best first: the same by the index of all words and by reading on the spot. */
export function idsIn(of: Library, text: string, request: Partial<SearchRequest> = {}): string[] {
  const ids = searchIn(of, text, request).hits.map(({ tip }) => tip.id);
  const read = searchTips(of, scannedIndex(of), { text, today: day("2026-11-23"), ...request });
  const other = read.hits.map(({ tip }) => tip.id);
  if (other.join() !== ids.join()) throw new Error(`${text}: the indexes find ${ids} and ${other}`);
  return ids;
}
