import type { Context } from "../context.ts";
import { filterTips } from "../core/filter.ts";
import { favoriteTips } from "../core/reading.ts";
import type { Match } from "../core/search/excerpt.ts";
import type { Correction, Hit, Search } from "../core/search/search.ts";
import { cleanLine, joined, quoted } from "../core/text.ts";
import type { Library, Tip } from "../core/tip.ts";
import { UsageError } from "../errors.ts";
import type { HitEntry, Segment } from "../render/view.ts";
import { defineCommand } from "./command.ts";
import { LIMIT_OPTION, numbersOf, showsStars, TOPIC_OPTION, YEAR_OPTION } from "./shared.ts";

const DEFAULT_LIMIT = 10;

export const search = defineCommand({
  name: "search",
  summary: "the tips that fit a word, a phrase or a question, best first",
  description: [
    'Misspelt words are corrected, and words that mean the same and tips much like the best are found too. "Quoted words" must stand side by side, -word leaves tips with that word out, and a year, month or date finds what was published then.',
  ],
  arguments: [
    { name: "words", summary: "what you are looking for, in your own words", variadic: true, minus: true },
  ],
  options: {
    topic: TOPIC_OPTION,
    year: YEAR_OPTION,
    limit: { ...LIMIT_OPTION, summary: `at most this many (${DEFAULT_LIMIT} where not given)` },
    exact: {
      kind: "flag",
      short: "e",
      summary: "only the words as typed: no correction, no synonyms, no related tips",
    },
  },
  examples: [
    { line: "cstip search empthy", does: "finds empathy" },
    { line: "cstip search customer wants my boss", does: "as you would say it" },
    { line: "cstip search 'how do I calm an upset customer?'", does: "a whole question" },
    { line: "cstip search refund -email --limit 3", does: "without tips on e-mail" },
    { line: "cstip search january 2026", does: "by the time of publication" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  async run({ arguments: words, options, output }, context) {
    const text = cleanLine(words.join(" "));
    if (text === "")
      throw new UsageError("there is nothing to look for", "name a word, a phrase or a question");
    const library = context.library();
    const { searchTips } = await import("../core/search/search.ts");
    const { index, isWord } = await context.searchData(library);
    const { topic: topics, year, exact } = options;
    const passing = new Set(filterTips(library.tips, { topics, year }));
    const allowed = (tip: Tip) => passing.has(tip);
    const request = { text, today: context.today(), exact, isWord, allowed };
    const result = searchTips(library, index, request);
    const hits = result.hits.slice(0, options.limit ?? DEFAULT_LIMIT);
    const favorites = showsStars(output) ? favoriteTips(context.journal.read().events) : undefined;
    const view = { kind: "hits", hits: hitEntries(hits, library, result, favorites) } as const;
    if (hits.length === 0) {
      const { nothingFits } = await import("./nothing-fits.ts");
      const filters = (["topic", "year"] as const).filter((name) => options[name] !== undefined);
      const given = filters.map((name) => `--${name}`);
      return { view, nothingFound: nothingFits(library, index, request, given) };
    }
    sayCorrections(result.corrections, context);
    sayUnknown(result, text, context);
    return { view };
  },
});

function hitEntries(
  hits: readonly Hit[],
  library: Library,
  { explain }: Search,
  favorites: ReadonlySet<string> | undefined,
): HitEntry[] {
  const numbers = numbersOf(library.tips);
  const entries = hits.map(({ tip, score, related }) => ({
    tip,
    score,
    ...(related && { related }),
    number: numbers.get(tip.id) ?? 0,
    ...(favorites?.has(tip.id) && { favorite: true }),
    matches: explain(tip).map((match) => ({ field: match.field, segments: segmentsOf(match) })),
  }));
  // Those at the end that people ask for in these words, and that do not have them, stand with what is merely alike.
  const last = entries.findLastIndex(({ matches }) =>
    matches.some(({ segments }) => segments.some(({ marked }) => marked)),
  );
  return entries.map((entry, place) => (last >= 0 && place > last ? { ...entry, related: true } : entry));
}

function segmentsOf({ text, spans }: Match): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) segments.push({ text: text.slice(at, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false });
  return segments;
}

/** In a question of many words most are not looked for; in a few words each is meant. */
const FEW_WORDS = 3;

function sayUnknown({ unknown }: Search, text: string, context: Context): void {
  if (unknown.length === 0 || text.split(" ").length > FEW_WORDS) return;
  context.notice(`no tip has ${joined(unknown.map(quoted), "or")}: showing what fits the rest`);
}

function sayCorrections(corrections: readonly Correction[], context: Context): void {
  if (corrections.length === 0) return;
  const typed = joined(
    corrections.map((correction) => quoted(correction.typed)),
    "and",
  );
  const corrected = joined(
    corrections.map((correction) => correction.corrected),
    "and",
  );
  context.notice(`showing results for ${corrected}, not ${typed}: --exact looks for what you typed`);
}
