import { type Draft, topicNamed } from "../core/draft.ts";
import { quoted } from "../core/text.ts";
import type { Coverage, Topic } from "../core/tip.ts";
import { withoutFurniture } from "./archive-furniture.ts";
import {
  afterCategory,
  afterPosted,
  type Heading,
  headingOf,
  isPageNumbers,
  isPaging,
  type PageHeading,
  pageHeadingOf,
} from "./archive-lines.ts";
import { PageLines } from "./archive-page.ts";
import { FORM_HINT, foreign, type Imported, type Problem } from "./imported.ts";
import { paragraphsOf } from "./paragraphs.ts";

/** Saved pages of the tip archive, as text: openings first, then tips in full; several pages may follow each other. */

/** What was a page of HTML is told of as one. */
type Kind = "text" | "page";

/** Reads the text of one or more saved pages. */
export function readArchive(text: string, kind: Kind = "text"): Imported {
  const lines = new PageLines(text);
  const reader = new ArchiveReader(lines);
  reader.read();
  if (reader.drafts.length === 0 && reader.problems.length === 0) return foreign(nothingIn(lines, kind));
  return { drafts: reader.drafts, topics: [...reader.topics.values()], problems: reader.problems };
}

/** What of a saved page is not there, and what to do. */
function nothingIn(lines: PageLines, kind: Kind): string {
  const none = `no tip is found in this ${kind}`;
  // The first line of a page is its title.
  if (kind === "page" && lines.nextText(1) >= lines.length)
    return `${none}, for it has no text: copy what the browser shows of it into a text file`;
  const own = `a tip of your own is Markdown with title and published: ${FORM_HINT}`;
  const title = lines.firstHeading()?.title;
  return title === undefined
    ? `${none}: no line is the heading of an archive page, such as 'Lift It Up – 9/12/23'; ${own}`
    : `${none}: under the heading ${quoted(title)} stands no text: save the page that it leads to; ${own}`;
}

class ArchiveReader {
  readonly drafts: Draft[] = [];
  readonly topics = new Map<string, Topic>();
  readonly problems: Problem[] = [];
  readonly #lines: PageLines;
  #page: PageHeading | undefined;
  /** What stands behind the paging belongs to the site, but for tips in full. */
  #pastPaging = false;
  /** Tips in full on this page so far. */
  #fullSince = 0;

  constructor(lines: PageLines) {
    this.#lines = lines;
  }

  read(): void {
    const post = this.#lines.onlyPost();
    const heading = post === undefined ? undefined : headingOf(this.#lines.at(post));
    if (post === undefined || !heading) {
      this.#readAll();
    } else {
      this.#page = this.#lines.pageHeading();
      this.#full(heading, post, post + 1, "");
    }
  }

  #readAll(): void {
    let at = 0;
    while (at < this.#lines.length) {
      const line = this.#lines.at(at);
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
    const next = this.#lines.nextText(at + 1);
    const posted = afterPosted(this.#lines.at(next));
    if (posted !== undefined) return this.#full(heading, at, next + 1, posted);
    // A heading with nothing under it is a link in a list of titles.
    if (this.#pastPaging || next >= this.#lines.length || headingOf(this.#lines.at(next))) return next;
    return this.#opening(heading, at, next);
  }

  /** A tip in full of which the text goes on from a line, behind what stood in the one before. */
  #full(heading: Heading, at: number, from: number, first: string): number {
    const end = this.#lines.endOfFull(from);
    this.#fullSince++;
    const kept = [first];
    const next = this.#lines.nextText(from);
    for (let line = from; line < end; line++) {
      const text = (line === next ? afterCategory(this.#lines.at(line)) : undefined) ?? this.#lines.at(line);
      kept.push(isPaging(text) ? "" : text);
    }
    const text = withoutFurniture(kept);
    const last = text.findLastIndex((line) => line.trim() !== "");
    if (this.#lines.endsPage(end) && isPageNumbers(text[last] ?? "")) text.length = last;
    const { archive, page = 1 } = this.#page ?? {};
    this.#add(heading, at, "full", paragraphsOf(text), archive === undefined ? undefined : { archive, page });
    return end;
  }

  #opening(heading: Heading, at: number, from: number): number {
    const { ends, lines, next } = this.#lines.opening(from);
    if (ends === "read more") {
      this.#add(heading, at, "opening", paragraphsOf(withoutFurniture(lines)), undefined);
    } else if (ends === "nowhere") {
      this.#problem(at, `the opening ${quoted(heading.title)} does not end in 'Read more'`);
    }
    return next;
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
    return topic ? [topic.id] : [];
  }

  #problem(at: number, what: string): void {
    this.problems.push({ line: at + 1, what });
  }
}
