import { LineCounter, parseDocument } from "yaml";
import { dayOf, dayOfIso, exists, isoOf } from "../core/calendar.ts";
import { type Draft, kebab, tipOf, topicNamed } from "../core/draft.ts";
import { nearest } from "../core/edit-distance.ts";
import { quoted } from "../core/text.ts";
import type { Topic } from "../core/tip.ts";
import { foreign, type Imported, type Problem, refused } from "./imported.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { faultOfTip } from "./schema.ts";

/** One tip a file: YAML between two lines of `---`, and the text under it. */

/** What stands before a text is short; reading YAML is slow. */
const LONGEST_MATTER = 64 * 1024;
const FIELDS = [
  ...["title", "published", "date", "id", "coverage", "topics", "tags", "takeaway", "summary"],
  ...["actions", "keywords", "season", "source", "origin"],
];

type Matter = Readonly<Record<string, unknown>>;

export function readMarkdown(text: string): Imported {
  const end = endOfMatter(text);
  if (end === undefined)
    return foreign(`its front matter has no end: a line '---' within the first ${LONGEST_MATTER / 1024} KiB`);
  const read = readMatter(text.slice(4, end.from));
  if ("what" in read) return refused(read.what, read.line);
  const { matter, lineOf } = read;
  if (!("title" in matter)) return foreign("its front matter has no title");
  const misspelt = misspeltField(matter);
  if (misspelt) return refused(misspelt.what, lineOf(misspelt.name));
  const topics = topicsOf(matter);
  const draft = draftOf(matter, text.slice(end.to), topics);
  const fault =
    typeof draft === "string" ? { path: [draft.split(" ")[0] ?? ""], what: draft } : faultOf(draft);
  if (typeof draft === "string" || fault) {
    return refused(fault?.what ?? "", lineOf(String(fault?.path[0] ?? "title")));
  }
  return { drafts: [draft], topics, problems: [] };
}

function endOfMatter(text: string): { from: number; to: number } | undefined {
  const head = text.slice(0, LONGEST_MATTER);
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(head.slice(3));
  return end ? { from: end.index + 4, to: end.index + 3 + end[0].length } : undefined;
}

function readMatter(
  yaml: string,
): { matter: Matter; lineOf: (name: string) => number } | (Problem & { what: string }) {
  const counter = new LineCounter();
  try {
    const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
    const [error] = document.errors;
    if (error)
      return {
        what: `its front matter is not YAML (${error.message})`,
        line: counter.linePos(error.pos[0]).line + 1,
      };
    const matter: unknown = document.toJS({ maxAliasCount: 10 });
    if (typeof matter !== "object" || matter === null || Array.isArray(matter))
      return { what: "its front matter has no fields", line: 2 };
    const lines = yaml.split("\n");
    const lineOf = (name: string) =>
      Math.max(
        0,
        lines.findIndex((line) => line.startsWith(`${name}:`)),
      ) + 2;
    return { matter: matter as Matter, lineOf };
  } catch {
    return { what: "its front matter is nested too deep, or refers to itself", line: 2 };
  }
}

/** Fields of other programs are passed over; one that is nearly ours is a mistake. */
function misspeltField(matter: Matter): { name: string; what: string } | undefined {
  for (const name of Object.keys(matter)) {
    const [near] = FIELDS.includes(name) ? [] : nearest(name, FIELDS);
    if (near !== undefined) return { name, what: `there is no field ${quoted(name)}: did you mean ${near}?` };
  }
  return undefined;
}

/** A draft, or what is wrong, beginning with the name of the field. */
function draftOf(matter: Matter, text: string, topics: readonly Topic[]): Draft | string {
  const published = isoDateOf(own(matter, "published") ?? own(matter, "date"));
  if (published === undefined) return "published must be a date such as 2026-01-20";
  const body = paragraphsOf(text.split("\n").map(plainLine));
  if (body.length === 0) return "title stands over no text";
  const optional: Record<string, unknown> = {};
  for (const name of ["id", "takeaway", "summary", "actions", "keywords", "season", "source", "origin"]) {
    const value = own(matter, name);
    if (value !== undefined && value !== null) optional[name] = LISTS.has(name) ? listOf(value) : value;
  }
  const title = own(matter, "title");
  if (typeof title !== "string" && typeof title !== "number") return "title must be a line of text";
  const coverage = own(matter, "coverage") === "opening" ? "opening" : "full";
  return { title: String(title), published, coverage, body, topics: topics.map(({ id }) => id), ...optional };
}

const LISTS: ReadonlySet<string> = new Set(["actions", "keywords"]);

/** The draft as a tip, by the same schema as JSON. */
function faultOf(draft: Draft): { path: readonly (string | number)[]; what: string } | undefined {
  const { season, source, origin, id, takeaway, summary, actions = [], keywords = [] } = draft;
  const sound = tipOf(
    {
      title: draft.title,
      published: draft.published,
      coverage: draft.coverage,
      body: draft.body,
      topics: draft.topics,
    },
    "tip",
  );
  const given = {
    ...(id !== undefined && { id }),
    ...(takeaway !== undefined && { takeaway }),
    ...(summary !== undefined && { summary }),
  };
  const fault = faultOfTip({
    ...sound,
    ...given,
    actions,
    keywords,
    ...(season && { season }),
    ...(source && { source }),
    ...(origin && { origin }),
  });
  return fault && { path: fault.path, what: `${fault.path.join("/")} ${fault.what}` };
}

function topicsOf(matter: Matter): Topic[] {
  return listOf(own(matter, "topics") ?? own(matter, "tags") ?? []).flatMap((name) =>
    typeof name === "string" && kebab(name) !== "" ? (topicNamed(name) ?? []) : [],
  );
}

/** A YAML list, or words with commas between them. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return String(value)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function own(matter: Matter, name: string): unknown {
  return Object.hasOwn(matter, name) ? matter[name] : undefined;
}

function isoDateOf(value: unknown): string | undefined {
  const text = String(value ?? "").trim();
  const day = dayOfIso(text.slice(0, 10));
  if (day !== undefined && /^$|^[T ]/.test(text.slice(10))) return isoOf(day);
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const date = { year: Number(parts[3]), month: Number(parts[1]), day: Number(parts[2]) };
  return exists(date) ? isoOf(dayOf(date)) : undefined;
}

/** A line without the marks that a terminal would show: headings, quotations, strong and emphasized words. */
function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)/, "")
    .replace(/\*\*([^*\n]{1,500})\*\*|__([^_\n]{1,500})__/g, "$1$2")
    .replace(/\[([^\][\n]{1,300})\]\([^()\s]{1,500}\)/g, "$1")
    .replace(/\\([\\`*_[\]<>#+.()-])/g, "$1");
}
