import type { Tip } from "../tip.ts";
import { AnswerFinder, type AnsweringWord } from "./answer-finder.ts";
import { type Field, textsOf } from "./fields.ts";
import type { Term } from "./terms.ts";

/** A stretch of text: `start` up to `end`, in code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a tip was found: a text of it, and the words in it that answer the query. */
export interface Match {
  readonly field: Field;
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Where a match is best read: sentences before single words. */
const READABLE: readonly Field[] = ["takeaway", "summary", "actions", "body"];
const OTHERS: readonly Field[] = ["title", "keywords", "topics"];
const NO_NAMES: ReadonlyMap<string, string> = new Map();
/** A sentence longer than this is cut around its words. */
const LONGEST = 200;
const SENTENCE_END = /[.?!…]["”’)]?\s+/g;

/**
 * What tells why tips were found: the sentence of a tip that answers most of the terms, and the title, keywords and
 * topics that answer any. Where no sentence does, the takeaway stands for the tip, unmarked.
 */
export function explainer(terms: readonly Term[], names: ReadonlyMap<string, string>): (tip: Tip) => Match[] {
  const finder = new AnswerFinder(terms);
  return (tip) => [
    bestSentence(tip, finder) ?? unmarked(tip),
    ...OTHERS.flatMap((field) =>
      textsOf(tip, field, names).flatMap((text, place) => {
        // A topic may have been asked for by its id.
        const texts = field === "topics" ? [text, tip.topics[place] ?? text] : [text];
        return texts.flatMap((said) => matchIn(said, field, finder)).slice(0, 1);
      }),
    ),
  ];
}

/** What stands for a tip in which nothing is to be marked. */
export function unmarked(tip: Tip): Match {
  const field = repeatsTitle(tip) ? "summary" : "takeaway";
  return { field, text: tip[field], spans: [] };
}

/** Whether a tip without a takeaway of its own has its title for one, which stands over the match already. */
function repeatsTitle({ title, takeaway }: Tip): boolean {
  return takeaway === title;
}

function matchIn(text: string, field: Field, finder: AnswerFinder): Match[] {
  const words = finder.wordsIn(text);
  return words.length > 0 ? [{ field, text, spans: spansOf(words) }] : [];
}

function bestSentence(tip: Tip, finder: AnswerFinder): Match | undefined {
  let best: { readonly field: Field; readonly sentence: Sentence } | undefined;
  let most = 0;
  for (const field of READABLE) {
    if (field === "takeaway" && repeatsTitle(tip)) continue;
    for (const text of textsOf(tip, field, NO_NAMES)) {
      for (const sentence of sentencesOf(text, finder.wordsIn(text))) {
        const worth = worthOf(sentence.words);
        if (worth <= most) continue;
        most = worth;
        best = { field, sentence };
      }
    }
  }
  return best && { field: best.field, ...cut(best.sentence) };
}

/** A sentence that has words which answer; their places are those in its text. */
interface Sentence {
  readonly text: string;
  readonly words: readonly AnsweringWord[];
}

/** The sentences of a text in which the words stand. */
function sentencesOf(text: string, words: readonly AnsweringWord[]): Sentence[] {
  if (words.length === 0) return [];
  const sentences: Sentence[] = [];
  let from = 0;
  let next = 0;
  const add = (to: number, after: number) => {
    const first = next;
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < to) next++;
    if (next > first) sentences.push(sentenceOf(text, from, to, words.slice(first, next)));
    from = after;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    if (next === words.length) break;
    add(match.index + match[0].trimEnd().length, match.index + match[0].length);
  }
  add(text.length, text.length);
  return sentences;
}

function sentenceOf(text: string, from: number, to: number, words: readonly AnsweringWord[]): Sentence {
  return {
    text: text.slice(from, to),
    words: words.map((word) => ({ ...word, start: word.start - from, end: word.end - from })),
  };
}

/** Each term counts once, at the best weight that a word has for it. */
function worthOf(words: readonly AnsweringWord[]): number {
  const best: number[] = [];
  for (const { weights } of words)
    weights.forEach((weight, term) => {
      best[term] = Math.max(best[term] ?? 0, weight);
    });
  return best.reduce((sum, weight) => sum + weight, 0);
}

/** Where the words stand, without overlaps. */
function spansOf(words: readonly AnsweringWord[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of words) if (start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end });
  return spans;
}

/** At most `LONGEST` characters around the first marked word, cut at spaces. */
function cut({ text, words }: Sentence): Pick<Match, "text" | "spans"> {
  const spans = spansOf(words);
  if (text.length <= LONGEST) return { text, spans };
  const first = spans[0]?.start ?? 0;
  const space = text.indexOf(" ", first - LONGEST / 2);
  const from = first < LONGEST / 2 ? 0 : Math.min(first, space + 1 || first);
  const to = from + LONGEST >= text.length ? text.length : text.lastIndexOf(" ", from + LONGEST);
  const end = to > from ? to : from + LONGEST;
  const lead = from > 0 ? "… " : "";
  const shift = lead.length - from;
  return {
    text: `${lead}${text.slice(from, end)}${end < text.length ? " …" : ""}`,
    spans: spans
      .filter((span) => span.start >= from && span.end <= end)
      .map((span) => ({ start: span.start + shift, end: span.end + shift })),
  };
}
