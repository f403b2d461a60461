import type { Tip } from "../tip.ts";
import { type Field, textsOf } from "./fields.ts";
import { formsOfStem } from "./irregular-forms.ts";
import type { Term } from "./terms.ts";
import { stemsOfWord, type Word, wordsOf } from "./words.ts";

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
/** A sentence longer than this is cut around its words. */
const LONGEST = 200;
/** A regular word begins as its stem does, but for the last letters of the stem; so many letters are enough to tell. */
const LEAST_START = 2;
const MOST_START = 4;
const CHANGING_END = 3;

/**
 * The sentence of a tip that answers most of the terms, and the title, keywords and topics that answer any. Where
 * no sentence does, the takeaway stands for the tip, unmarked.
 */
export function explain(tip: Tip, terms: readonly Term[], names: ReadonlyMap<string, string>): Match[] {
  const starts = startsOf(terms);
  const mayAnswer = anyOf(starts);
  const best = bestSentence(tip, terms, starts, mayAnswer) ?? {
    field: "takeaway",
    text: tip.takeaway,
    spans: [],
  };
  const others = OTHERS.flatMap((field) =>
    textsOf(tip, field, names)
      .filter((text) => mayAnswer.test(text))
      .map((text): Match => ({ field, text, spans: spansIn(text, terms, starts) })),
  );
  return [best, ...others.filter(({ spans }) => spans.length > 0)];
}

/** Finds texts with a word that begins as it should: most have none, and need no closer look. */
function anyOf(starts: ReadonlySet<string>): RegExp {
  // Two letters and no more: `in-house` is the word `inhouse`.
  const letters = new Set([...starts].map((start) => start.slice(0, LEAST_START)));
  return new RegExp(`(?<![a-z])(?:${[...letters].join("|")})`, "i");
}

function bestSentence(
  tip: Tip,
  terms: readonly Term[],
  starts: ReadonlySet<string>,
  mayAnswer: RegExp,
): Match | undefined {
  let best: Match | undefined;
  let most = 0;
  for (const field of READABLE) {
    for (const text of textsOf(tip, field, new Map()).flatMap(sentencesOf)) {
      if (!mayAnswer.test(text)) continue;
      const value = worthOf(text, terms, starts);
      if (value <= most) continue;
      most = value;
      best = { field, ...cut(text, spansIn(text, terms, starts)) };
    }
  }
  return best;
}

/** The first letters of all words that could answer, the empty text for any: most words need no closer look. */
function startsOf(terms: readonly Term[]): Set<string> {
  const starts = new Set<string>();
  for (const { stems, synonyms } of terms) {
    for (const stem of [...stems.keys(), ...synonyms]) {
      const letters = stem.replace(/^=/, "");
      const length = Math.min(MOST_START, Math.max(LEAST_START, letters.length - CHANGING_END));
      const start = letters.slice(0, length);
      starts.add(/^[a-z]+$/.test(start) ? start : "");
      for (const form of formsOfStem(letters)) starts.add(form.slice(0, MOST_START));
    }
  }
  return starts;
}

/** The words of a text that could answer, by their starts. */
function likelyWords(text: string, starts: ReadonlySet<string>): Word[] {
  const words = wordsOf(text);
  return starts.has("") ? words : words.filter(({ text: word }) => beginsWithAny(word, starts));
}

function beginsWithAny(word: string, starts: ReadonlySet<string>): boolean {
  for (let length = 1; length <= MOST_START; length++) if (starts.has(word.slice(0, length))) return true;
  return false;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!…]["”’)]?)\s+/);
}

/** Each term counts once, at the best weight that a word of the text has for it. */
function worthOf(text: string, terms: readonly Term[], starts: ReadonlySet<string>): number {
  const words = likelyWords(text, starts);
  return terms.reduce((sum, term) => sum + Math.max(0, ...words.map((word) => weightOf(word, term))), 0);
}

/** The words of a text that answer any term, without overlaps. */
function spansIn(text: string, terms: readonly Term[], starts: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (const word of likelyWords(text, starts)) {
    const { start, end } = word;
    if (start < (spans.at(-1)?.end ?? 0)) continue;
    if (terms.some((term) => weightOf(word, term) > 0)) spans.push({ start, end });
  }
  return spans;
}

function weightOf({ text }: Word, term: Term): number {
  const { family, form } = stemsOfWord(text);
  const typed = term.stems.get(form) ?? term.stems.get(family);
  return typed ?? (term.synonyms.has(family) ? 0.4 : 0);
}

/** At most `LONGEST` characters around the first marked word, cut at spaces. */
function cut(text: string, spans: readonly Span[]): Pick<Match, "text" | "spans"> {
  if (text.length <= LONGEST) return { text, spans };
  const first = spans[0]?.start ?? 0;
  const from = first < LONGEST / 2 ? 0 : text.indexOf(" ", first - LONGEST / 2) + 1;
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
