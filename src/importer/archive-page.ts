import {
  afterPosted,
  type Heading,
  headingOf,
  isPaging,
  type PageHeading,
  pageHeadingOf,
  withoutReadMore,
} from "./archive-lines.ts";

/** The lines of a page, and what begins and ends in them. */

/** An opening has some fifty words; what goes on for longer has run into the next. */
const MOST_WORDS = 90;
const MOST_LINES = 200;
/** A heading with less than this before the next one is a link in a list of titles. */
const LEAST_WORDS = 12;

/** What stands under a heading, up to its 'Read more', to a heading that comes too soon, or to no end. */
export interface Opening {
  readonly ends: "read more" | "heading" | "nowhere";
  readonly lines: readonly string[];
  /** Where to read on. */
  readonly next: number;
}

export class PageLines {
  readonly #lines: readonly string[];

  constructor(text: string) {
    this.#lines = text.split("\n");
  }

  get length(): number {
    return this.#lines.length;
  }

  at(line: number): string {
    return this.#lines[line] ?? "";
  }

  /** The first line from here that is neither blank nor a mark of the tip of the week, broken off its heading. */
  nextText(from: number): number {
    let line = from;
    while (line < this.length && /^(?:tow)?$/i.test(this.at(line).trim())) line++;
    return line;
  }

  isPosted(line: number): boolean {
    return afterPosted(this.at(line)) !== undefined;
  }

  endsPage(line: number): boolean {
    return line >= this.length || pageHeadingOf(this.at(line)) !== undefined;
  }

  /** A tip in full ends at the heading of another, at the paging, or at the next page. */
  endOfFull(from: number): number {
    for (let line = from; line < this.length; line++) {
      const text = this.at(line);
      if (isPaging(text) || pageHeadingOf(text)) return line;
      if (headingOf(text) && this.#beginsTip(line)) return line;
    }
    return this.length;
  }

  firstHeading(): Heading | undefined {
    const line = this.#lines.find((each) => headingOf(each));
    return line === undefined ? undefined : headingOf(line);
  }

  pageHeading(): PageHeading | undefined {
    const line = this.#lines.find((each) => pageHeadingOf(each));
    return line === undefined ? undefined : pageHeadingOf(line);
  }

  opening(from: number): Opening {
    const lines: string[] = [];
    let words = 0;
    const limit = Math.min(this.length, from + MOST_LINES);
    for (let line = from; line < limit && words <= MOST_WORDS; line++) {
      const text = this.at(line);
      const last = withoutReadMore(text);
      if (words < LEAST_WORDS && headingOf(text)) return { ends: "heading", lines, next: line };
      if (last === undefined && this.#endsOpening(line)) break;
      lines.push(last ?? text);
      words += wordsIn(last ?? text);
      if (last !== undefined && words <= MOST_WORDS) return { ends: "read more", lines, next: line + 1 };
    }
    return { ends: "nowhere", lines, next: from };
  }

  /**
   * The line of the heading of a page that holds one post and nothing else: no other heading, no sign of an opening
   * or of a page of several, and before it no text but the words of links.
   */
  onlyPost(): number | undefined {
    const at = this.#lines.findLastIndex((line) => headingOf(line) !== undefined);
    const key = (line: string) => JSON.stringify(headingOf(line));
    const isOther = (line: string, index: number) =>
      (headingOf(line) !== undefined && key(line) !== key(this.at(at))) ||
      withoutReadMore(line) !== undefined ||
      isPaging(line) ||
      afterPosted(line) !== undefined ||
      (index > at && pageHeadingOf(line) !== undefined) ||
      (index < at && wordsIn(line) > LEAST_WORDS);
    if (at < 0 || this.nextText(at + 1) >= this.length || this.#lines.some(isOther)) return undefined;
    const last = this.#lines.findLast((line) => line.trim() !== "") ?? "";
    return /(?:…|\.\.\.|\bcontinue reading.{0,9})\]?$/i.test(last.trimEnd().slice(-40)) ? undefined : at;
  }

  #beginsTip(heading: number): boolean {
    const next = this.nextText(heading + 1);
    if (this.isPosted(next)) return true;
    const { ends, lines } = this.opening(next);
    // Another heading before the end has the better claim to it.
    return ends === "read more" && !lines.some((line) => headingOf(line));
  }

  #endsOpening(line: number): boolean {
    const text = this.at(line);
    if (isPaging(text) || pageHeadingOf(text)) return true;
    return headingOf(text) !== undefined && this.isPosted(this.nextText(line + 1));
  }
}

function wordsIn(text: string): number {
  return text.trim() === "" ? 0 : text.slice(0, 20_000).trim().split(/\s+/).length;
}
