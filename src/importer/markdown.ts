import { type Draft, topicNamed } from "../core/draft.ts";
import { ONLY_OPENING, OPENING_NOTE, ORIGINAL_NOTE } from "../core/notes.ts";
import type { Topic } from "../core/tip.ts";
import { readArchive } from "./archive.ts";
import { isoDateOf } from "./date-text.ts";
import { readFields } from "./fields.ts";
import { FORM_HINT, foreign, type Imported, type Problem, refused } from "./imported.ts";
import { plainOf } from "./markdown-inline.ts";
import { type Page, pagesOf } from "./markdown-pages.ts";
import { readText } from "./markdown-text.ts";
import { type Fault, saidOf } from "./schema.ts";

/** Tips as `export` and `show` print them as Markdown: a title, under it date and topics, then the text. */

/** What `export` knows beyond what it shows, out of sight. */
const DATA = /^<!-- cstip (\{.*\}) -->$/;

type NamedTopic = Pick<Topic, "id" | "name">;

/** Of the fields of a tip those that are not shown, and the ids of the topics that are. */
interface Data {
  readonly topics?: readonly NamedTopic[];
}

type ReadPage = { readonly draft: Draft; readonly topics: readonly Topic[]; readonly notice?: string };

export function readMarkdown(text: string): Imported {
  const { pages, problems } = pagesOf(text.split("\n"));
  if (pages.length === 0) return withoutDates(text);
  const drafts: Draft[] = [];
  const topics: Topic[] = [];
  const notices: Problem[] = [];
  for (const page of pages) {
    const read = readPage(page);
    const line = page.at + 1;
    if ("path" in read) return refused(saidOf("it", read), line);
    drafts.push(read.draft);
    topics.push(...read.topics);
    if (read.notice) notices.push({ what: read.notice, line });
  }
  return { drafts, topics, problems, ...(notices.length > 0 && { notices }) };
}

/** A page of the archive, saved as Markdown; or a tip of which too little is said. */
function withoutDates(text: string): Imported {
  const archive = readArchive(text);
  if (!archive.foreign) return archive;
  return foreign(
    `it has a title and no date: it needs title and published between two lines of '---' on top: ${FORM_HINT}`,
  );
}

function readPage({ title, date, topics: names, lines }: Page): ReadPage | Fault {
  const data = dataIn(lines);
  if (data === undefined) return { path: [], what: "its comment 'cstip' cannot be read: take it out" };
  const { topics: known = [], ...hidden } = data;
  const { takeaway, rest } = takeawayIn(lines.filter((line) => !DATA.test(line)));
  const { notes, text } = withoutNotes(rest);
  const { body, actions = [] } = readText(text);
  const topics = topicsNamed(plainOf(names), known);
  const read = readFields({
    title,
    published: isoDateOf(date) ?? date,
    topics: topics.map(({ id }) => id),
    ...(takeaway !== undefined && { takeaway }),
    body,
    actions,
    ...notes,
    ...hidden,
  });
  if ("fault" in read) return read.fault;
  const partial = Object.keys(data).length === 0;
  return { ...read, draft: partial ? { ...read.draft, partial } : read.draft, topics };
}

/** The topics of the names under a title. What `export` wrote has their ids; a name that was written anew is its own. */
function topicsNamed(names: string, known: readonly NamedTopic[]): Topic[] {
  const all = known.map(({ name }) => name).join(", ");
  const shown = names === all ? known.map(({ name }) => name) : names.split(",").map((name) => name.trim());
  return shown.flatMap((name) => {
    const topic = topicNamed(name);
    const id = known.find((each) => each.name === name)?.id ?? topic?.id;
    return id === undefined ? [] : [{ description: name, ...topic, id, name }];
  });
}

/** Undefined where it cannot be read; nothing where there is none. */
function dataIn(lines: readonly string[]): Data | undefined {
  const found = lines.map((line) => DATA.exec(line)?.[1]).find((json) => json !== undefined);
  if (found === undefined) return {};
  try {
    const data: Data = JSON.parse(found);
    const sound = data.topics?.every?.(({ id, name }) => typeof id === "string" && typeof name === "string");
    return sound === false ? undefined : data;
  } catch {
    return undefined;
  }
}

/** A quotation before the text is the takeaway. */
function takeawayIn(lines: readonly string[]): { takeaway?: string; rest: readonly string[] } {
  const first = lines.findIndex((line) => line.trim() !== "");
  let end = Math.max(first, 0);
  while (lines[end]?.startsWith(">")) end++;
  if (end <= first || first < 0) return { rest: lines };
  const quoted = lines.slice(first, end).map((line) => line.replace(/^>\s*/, "").trim());
  return { takeaway: plainOf(quoted.join(" ").trim()), rest: lines.slice(end) };
}

/** What is said of a text, in lines of their own behind it, is no part of it. */
function withoutNotes(lines: readonly string[]): { notes: Partial<Draft>; text: readonly string[] } {
  const isNote = (line: string) =>
    line.startsWith(`*${ORIGINAL_NOTE}`) ||
    line === `*${OPENING_NOTE}*` ||
    /^\*Tip of the week, .*\*$/.test(line);
  const text = lines.filter((line) => !isNote(line));
  const said = lines.filter(isNote).join("\n");
  return {
    text,
    notes: {
      ...(said.includes(ORIGINAL_NOTE) && { origin: "archive" }),
      ...((said.includes(ONLY_OPENING) || said.includes(OPENING_NOTE)) && { coverage: "opening" }),
    },
  };
}
