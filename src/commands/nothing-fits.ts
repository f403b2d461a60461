import { editDistance } from "../core/edit-distance.ts";
import { type SearchRequest, searchTips } from "../core/search/search.ts";
import { shorterQuery } from "../core/search/shorter.ts";
import { isOneSlip } from "../core/search/spelling.ts";
import { STOP_WORDS } from "../core/search/stop-words.ts";
import type { WordIndex } from "../core/search/word-index.ts";
import { joined, quoted } from "../core/text.ts";
import type { Library } from "../core/tip.ts";

/** What is said of a search that found nothing: what would find something, or what is near. */

/** Where a query is a whole page nobody asks which of its words were misspelt, and to compare all takes long. */
const MOST_SLIPS = 20;
const MOST_NEAR = 3;

/** `filters` are the options that left tips out, such as `--year`; `request` is the query with them. */
export function nothingFits(
  library: Library,
  index: WordIndex,
  request: SearchRequest,
  filters: readonly string[],
): string {
  const typed = quoted(request.text.replaceAll("−", "-"));
  const unfiltered = { ...request, allowed: undefined };
  if (filters.length > 0 && searchTips(library, index, unfiltered).hits.length > 0)
    return `none of the tips that ${joined(filters, "and")} leave${filters.length > 1 ? "" : "s"} fits ${typed}: loosen a filter`;
  return `nothing fits ${typed}: ${adviceOn(library, index, request)}`;
}

function adviceOn(library: Library, index: WordIndex, request: SearchRequest): string {
  const shorter = shorterQuery(library, index, request);
  if (shorter?.without.length === 0)
    return "words in quotation marks must stand side by side; without the marks there is something";
  const near = nearWords(request, library, index);
  if (near.length > 0) return `did you mean ${joined(near, "or")}?`;
  if (shorter) {
    const without = joined(shorter.without.map(quoted), "and");
    return `without ${without} there is something, 'cstip search ${shorter.text}'`;
  }
  const isTooExact =
    request.exact && searchTips(library, index, { ...request, exact: false }).hits.length > 0;
  return isTooExact ? "without --exact there is something" : "try another word, or see 'cstip topics'";
}

function nearWords(
  { text, isWord = () => false }: SearchRequest,
  { topics }: Library,
  { vocabulary, leading }: WordIndex,
): string[] {
  const known = [...new Set([...topics.map(({ id }) => id), ...vocabulary.slice(0, leading)])];
  // One with a minus was to be left out.
  const slips = text
    .toLowerCase()
    .split(/\s+/, MOST_SLIPS)
    .filter((word) => /^[\p{L}’']{4,}$/u.test(word) && !STOP_WORDS.has(word));
  const isMeant = (word: string, other: string) =>
    other !== word && (isWord(word) ? isOneSlip(word, other) : isNear(word, other));
  const near = slips.flatMap((word) => known.filter((other) => isMeant(word, other)));
  return [...new Set(near)].slice(0, MOST_NEAR);
}

/** Whether one begins the other, or is a slip of it: with its first letter, which is seldom wrong. */
function isNear(word: string, other: string): boolean {
  if (other.startsWith(word)) return true;
  const limit = word.length < 8 ? 1 : 2;
  return word[0] === other[0] && editDistance(word, other, limit) <= limit;
}
