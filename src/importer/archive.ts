import { type Draft, kebab, topicNamed } from "../core/draft.ts";
import { quoted } from "../core/text.ts";
import type { Coverage, Topic } from "../core/tip.ts";
import {
  afterCategory,
  afterPosted,
  type Heading,
  headingOf,
  isFurniture,
  isPageNumbers,
  isPaging,
  type PageHeading,
  pageHeadingOf,
  withoutReadMore,
} from "./archive-lines.ts";
import { FORM_HINT, foreign, type Imported, type Problem } from "./imported.ts";
import { paragraphsOf } from "./paragraphs.ts";

/** Saved pages of the tip archive, as text: openings first, then tips in full; several pages may follow each other. */

/** An opening has some fifty words; what goes on for longer has run into the next. */
const MOST_WORDS = 90;
const MOST_LINES = 200;
/** A heading with less than this before the next one is a link in a list of titles. */
const LEAST_WORDS = 12;
const NOTHING = `no tip is found in it: one as Markdown has title and published between two lines of '---' on top: ${FORM_HINT}`;

/** Reads the text of one or more saved pages. */
export function readArchive(text: string): Imported {
  const reader = new ArchiveReader(text.split("\n"));
  reader.read();
  if (reader.drafts.length === 0 && reader.problems.length === 0) return foreign(NOTHING);
  return { drafts: reader.drafts, topics: [...reader.topics.values()], problems: reader.problems };
}

class ArchiveReader {
  readonly drafts: Draft[] = [];
  readonly topics = new Map<string, Topic>();
  readonly problems: Problem[] = [];
  readonly #lines: readonly string[];
  #page: PageHeading | undefined;
  /** What stands behind the paging belongs to the site, but for tips in full. */
  #pastPaging = false;
  /** Tips in full on this page so far. */
  #fullSince = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(): void {
    let at = 0;
    while (at < this.#lines.length) {
      const line = this.#line(at);
      const page = pageHeadingOf(line);
      if (page) {
        this.#page = page;
        this.#fullSince = 0;
      }
      if (page || isPaging(line)) this.#pastPaging = page === undefined && this.#fullSince > 0;
      const heading = page ? undefined : headingOf(line);
      at = heading ? this.#tip(heading, at) : at + 1;
    }
  }

  /** Reads what a heading begins, and answers the line after it. */
  #tip(heading: Heading, at: number): number {
    const next = this.#nextText(at + 1);
    if (this.#isPosted(next)) return this.#full(heading, at, next);
    // A heading with nothing under it is a link in a list of titles.
    if (this.#pastPaging || next >= this.#lines.length || headingOf(this.#line(next))) return next;
    return this.#opening(heading, at, next);
  }

  #full(heading: Heading, at: number, posted: number): number {
    const from = posted + 1;
    const end = this.#endOfFull(from);
    this.#fullSince++;
    const kept = [afterPosted(this.#line(posted)) ?? ""];
    const next = this.#nextText(from);
    for (let line = from; line < end; line++) {
      const text = (line === next ? afterCategory(this.#line(line)) : undefined) ?? this.#line(line);
      kept.push(isFurniture(text) || isPaging(text) ? "" : text);
    }
    const last = kept.findLastIndex((text) => text.trim() !== "");
    if (this.#endsPage(end) && isPageNumbers(kept[last] ?? "")) kept.length = last;
    const archive = this.#page && { archive: this.#page.archive, page: this.#page.page ?? 1 };
    this.#add(heading, at, "full", paragraphsOf(kept), archive);
    return end;
  }

  /** A tip ends at the next one's heading, at the paging, or at the next page. */
  #endOfFull(from: number): number {
    for (let line = from; line < this.#lines.length; line++) {
      const text = this.#line(line);
      if (isPaging(text) || pageHeadingOf(text)) return line;
      if (headingOf(text) && this.#isPosted(this.#nextText(line + 1))) return line;
    }
    return this.#lines.length;
  }

  #endsPage(line: number): boolean {
    return line >= this.#lines.length || pageHeadingOf(this.#line(line)) !== undefined;
  }

  #opening(heading: Heading, at: number, from: number): number {
    const kept: string[] = [];
    let words = 0;
    const limit = Math.min(this.#lines.length, from + MOST_LINES);
    for (let line = from; line < limit && words <= MOST_WORDS; line++) {
      const text = this.#line(line);
      const last = withoutReadMore(text);
      if (words < LEAST_WORDS && headingOf(text)) return line;
      if (last === undefined && this.#endsOpening(line)) break;
      kept.push(last ?? text);
      words += wordsIn(last ?? text);
      if (last === undefined) continue;
      if (words > MOST_WORDS) break;
      this.#add(heading, at, "opening", paragraphsOf(kept.filter((entry) => !isFurniture(entry))), undefined);
      return line + 1;
    }
    this.#problem(at, `the opening ${quoted(heading.title)} does not end in 'Read more'`);
    return from;
  }

  #endsOpening(line: number): boolean {
    const text = this.#line(line);
    if (isPaging(text) || pageHeadingOf(text)) return true;
    return headingOf(text) !== undefined && this.#isPosted(this.#nextText(line + 1));
  }

  #add(
    { title, published, date }: Heading,
    at: number,
    coverage: Coverage,
    body: readonly string[],
    source: Draft["source"],
  ): void {
    if (published === undefined) {
      this.#problem(at, `${quoted(title)} has the date ${date}, which does not exist`);
    } else if (body.length === 0) {
      this.#problem(at, `${quoted(title)} has no text`);
    } else {
      const topics = source ? this.#topics(source.archive) : [];
      this.drafts.push({
        title,
        published,
        coverage,
        body,
        topics,
        ...(source && { source }),
        origin: "archive",
      });
    }
  }

  /** The archive of a tip in full is one of its topics. */
  #topics(archive: string): string[] {
    const topic = topicNamed(archive);
    if (topic) this.topics.set(topic.id, topic);
    const id = kebab(archive);
    return id === "" ? [] : [id];
  }

  #problem(at: number, what: string): void {
    this.problems.push({ line: at + 1, what });
  }

  #line(at: number): string {
    return this.#lines[at] ?? "";
  }

  #isPosted(at: number): boolean {
    return afterPosted(this.#line(at)) !== undefined;
  }

  /** The first line from here that is neither blank nor a mark of the tip of the week, broken off its heading. */
  #nextText(from: number): number {
    let line = from;
    while (line < this.#lines.length && /^(?:tow)?$/i.test(this.#line(line).trim())) line++;
    return line;
  }
}

function wordsIn(text: string): number {
  return text.trim() === "" ? 0 : text.slice(0, 20_000).trim().split(/\s+/).length;
}
