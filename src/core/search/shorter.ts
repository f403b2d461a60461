import type { Library } from "../tip.ts";
import { parseQuery } from "./query.ts";
import { type SearchRequest, searchTips } from "./search.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { isHeld, termsOf } from "./terms.ts";
import type { WordIndex } from "./word-index.ts";
import { stemOf, wordsOf } from "./words.ts";

/** What would find something where a query found nothing. */
export interface ShorterQuery {
  readonly text: string;
  /** The words that were left out, and the time; none where it is the quotation marks alone. */
  readonly without: readonly string[];
}

/** More words that no tip knows are a query about something else. */
const MOST_WITHOUT = 3;

/**
 * A query that finds something where this one, of the same library and index, finds nothing: without quotation marks,
 * or without the words that no tip knows or that are of other matters, and without its time where nothing of it is
 * there. Undefined where too little would be left of it.
 */
export function shorterQuery(
  library: Library,
  index: WordIndex,
  request: SearchRequest,
): ShorterQuery | undefined {
  const finds = (text: string) => {
    const { hits, corrections } = searchTips(library, index, { ...request, text });
    return hits.length > 0 && corrections.length === 0;
  };
  const unquoted = request.text.replace(/["“”]/g, "");
  if (unquoted !== request.text && finds(unquoted)) return { text: unquoted, without: [] };
  const { spoken, words, without, excluded, time } = takenApart(unquoted, index, request);
  const left = words.filter((word) => !without.includes(word));
  const isMuch = left.length * 2 >= words.length || left.some((word) => index.trade.has(stemOf(word)));
  if (without.length === 0 || without.length > MOST_WITHOUT || left.length === 0 || !isMuch) return undefined;
  const text = [...trimmed(spoken.filter((word) => !without.includes(word))), ...excluded].join(" ");
  if (!time) return finds(text) ? { text, without } : undefined;
  const timed = `${time.label} ${text}`;
  if (finds(timed)) return { text: timed, without };
  return finds(text) ? { text, without: [...without, time.label] } : undefined;
}

/** Without the stop words at both ends, which say nothing there: `my boss is an`. */
function trimmed(words: readonly string[]): readonly string[] {
  const tells = (word: string) => !STOP_WORDS.has(word);
  return words.slice(words.findIndex(tells), words.findLastIndex(tells) + 1);
}

/** The words of a query: all, those to look for, and of these the ones that may be left out. What must not be, and when. */
function takenApart(text: string, index: WordIndex, { today, exact = false, isWord }: SearchRequest) {
  const query = parseQuery(text, today);
  const unknown = termsOf(query, index, exact, isWord ?? (() => false)).filter(
    (term) => !isHeld(term, index) || index.elsewhere.has(stemOf(term.word)),
  );
  const without = query.words.filter((word) => unknown.some((term) => term.word === word));
  const minus = text.split(/\s+/).filter((piece) => /^[-−][\p{L}\p{N}]/u.test(piece));
  const excluded = minus
    .slice(0, query.excluded.length)
    .flatMap((piece) => wordsOf(piece).slice(0, 1))
    .map((word) => `-${word.text}`);
  return { spoken: query.spoken, words: query.words, without, excluded, time: query.time };
}
