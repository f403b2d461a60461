import { cleanLine, cleanText, folded, inOneLine, startOf } from "./text.ts";
import {
  type Coverage,
  type IsoDate,
  isId,
  type Origin,
  type Season,
  type Source,
  type Tip,
  type Topic,
} from "./tip.ts";
import { hashOf } from "./tip-of-the-week.ts";

/** A tip as a file tells it: without what only the library can decide, such as an id that nobody has yet. */
export interface Draft {
  readonly title: string;
  readonly published: IsoDate;
  /** `full` where nothing is said. */
  readonly coverage?: Coverage;
  /** Paragraphs, at least one. */
  readonly body: readonly string[];
  /** Ids of topics; none where the file does not say. */
  readonly topics: readonly string[];
  readonly id?: string;
  readonly takeaway?: string;
  readonly summary?: string;
  readonly actions?: readonly string[];
  readonly keywords?: readonly string[];
  readonly season?: Season;
  readonly source?: Source;
  readonly origin?: Origin;
  /** Set where the file shows a tip and need not say all of it: what it leaves out stays as it was. */
  readonly partial?: boolean;
}

/** What an imported tip has that names no topic. */
export const UNSORTED: Topic = {
  id: "unsorted",
  name: "Not sorted yet",
  description: "Imported tips whose topic is not known",
};

export const MOST_TOPICS = 4;
const TAKEAWAY_LENGTH = 200;
const SUMMARY_WORDS = 35;
const LINE_LENGTH = 1000;
const ID_LENGTH = 100;

/** The tip of a draft under this id, clean of what may not be stored. Without a takeaway the title serves. */
export function tipOf(draft: Draft, id: string): Tip {
  const title = cut(cleanLine(draft.title), LINE_LENGTH);
  const body = draft.body.map(cleanParagraph).filter((paragraph) => paragraph !== "");
  const topics = [...new Set(draft.topics.filter(isId))].slice(0, MOST_TOPICS);
  const { season, source, origin } = draft;
  return {
    id,
    title,
    published: draft.published,
    coverage: draft.coverage ?? "full",
    topics: topics.length > 0 ? topics : [UNSORTED.id],
    takeaway: cut(cleanLine(draft.takeaway ?? "") || title, TAKEAWAY_LENGTH),
    summary: cut(cleanLine(draft.summary ?? "") || beginningOf(body), LINE_LENGTH),
    body,
    actions: cleanLines(draft.actions),
    keywords: [...new Set(cleanLines(draft.keywords))],
    ...(season && { season: { from: season.from, to: season.to } }),
    ...(source && {
      source: {
        archive: cut(cleanLine(source.archive), LINE_LENGTH),
        ...(source.page !== undefined && { page: source.page }),
      },
    }),
    ...(origin && { origin }),
  };
}

/**
 * What tells one tip from another wherever it stands: its title, however it is set, and its date. Narrower than what
 * search takes for the same: marks that are letters in other scripts count here, and so do signs.
 */
export function keyOf({ title, published }: Pick<Tip, "title" | "published">): string {
  const set = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[‘’‚‛`´ʼ]/g, "'")
    .replace(/[“”„‟«»]/g, '"');
  return `${published} ${set.replace(/[‐-―]/g, "-").replaceAll("…", "...").replace(/\s+/g, " ").trim()}`;
}

/** Text in kebab case, for an id; empty where it has no Latin letter or digit. */
export function kebab(text: string): string {
  const words = folded(cleanLine(text.slice(0, LINE_LENGTH)))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return words.slice(0, ID_LENGTH).trim().replaceAll(" ", "-");
}

/** A topic that a file names and nobody has described; one without Latin letters has a hash for an id, as titles have. */
export function topicNamed(name: string): Topic | undefined {
  const read = folded(cleanLine(name.slice(0, LINE_LENGTH)));
  if (read === "") return undefined;
  const id = kebab(name) || `topic-${hashOf(read).toString(36)}`;
  const words = cut(cleanLine(name).replaceAll("-", " "), LINE_LENGTH);
  const shown = `${words[0]?.toUpperCase()}${words.slice(1)}`;
  return { id, name: shown, description: `Imported tips on ${words.toLowerCase()}` };
}

/** Line breaks stay: they are verse, or a list. */
function cleanParagraph(paragraph: string): string {
  return cleanText(paragraph)
    .split("\n")
    .map(inOneLine)
    .filter((line) => line !== "")
    .join("\n");
}

function cleanLines(lines: readonly string[] | undefined): string[] {
  return (lines ?? []).map((line) => cut(cleanLine(line), LINE_LENGTH)).filter((line) => line !== "");
}

function beginningOf([first = ""]: readonly string[]): string {
  const words = startOf(first, LINE_LENGTH).split(/\s/);
  const beginning = words.slice(0, SUMMARY_WORDS).join(" ");
  return beginning.length < first.length ? `${beginning}…` : beginning;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${startOf(text, length - 1)}…`;
}
