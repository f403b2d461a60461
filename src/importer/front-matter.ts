import { LineCounter, parseDocument } from "yaml";
import { nearest } from "../core/edit-distance.ts";
import { quoted } from "../core/text.ts";
import { isoDateOf } from "./date-text.ts";
import { LISTS, listIn, readFields } from "./fields.ts";
import { partsOf } from "./front-matters.ts";
import { foreign, type Imported, movedBy, refused } from "./imported.ts";
import { readText } from "./markdown-text.ts";
import { saidOf } from "./schema.ts";

/** Tips one behind the other, each YAML between two lines of `---`, and the text under it. */

/** What stands before a text is short; reading YAML is slow. */
const LONGEST_MATTER = 64 * 1024;
const FIELDS = [
  ...["title", "published", "date", "id", "coverage", "topics", "tags", "takeaway", "summary"],
  ...["actions", "keywords", "season", "source", "origin"],
];
/** Other names of a field. */
const ALIASES: Readonly<Record<string, string>> = { published: "date", topics: "tags" };

interface Matter {
  readonly fields: Readonly<Record<string, unknown>>;
  lineOf(name: string): number;
}

export function readFrontMatter(text: string): Imported {
  const parts = partsOf(text);
  if (parts.length === 1) return readTip(text);
  const read = parts.map((part) => movedBy(part.before, withLines(readTip(part.text))));
  const notices = read.flatMap((tip) => tip.notices ?? []);
  return {
    drafts: read.flatMap(({ drafts }) => drafts),
    topics: read.flatMap(({ topics }) => topics),
    problems: read.flatMap(({ problems }) => problems),
    ...(notices.length > 0 && { notices }),
  };
}

/** Of several tips in a file a problem says by its line which it is of. */
function withLines(read: Imported): Imported {
  return { ...read, problems: read.problems.map((problem) => ({ line: 1, ...problem })) };
}

function readTip(text: string): Imported {
  const end = endOfMatter(text);
  if (end === undefined)
    return foreign(`its front matter has no end: a line '---' within the first ${LONGEST_MATTER / 1024} KiB`);
  const matter = readMatter(text.slice(4, end.from));
  if ("problems" in matter) return matter;
  const { fields, lineOf } = matter;
  if (!("title" in fields)) return foreign("its front matter has no title");
  const misspelt = misspeltField(fields);
  if (misspelt) return refused(misspelt.what, lineOf(misspelt.name));
  const { body, actions } = readText(text.slice(end.to).split("\n"));
  if (body.length === 0) return refused("it has no text under its front matter", lineOf("title"));
  const read = readFields({ ...(actions && { actions }), ...ownFields(fields), body });
  if ("fault" in read) {
    const { fault } = read;
    return refused(saidOf("it", fault), lineOf(String(fault.path[0] ?? "title")));
  }
  const { draft, topics, notice } = read;
  const notices = notice ? [{ what: notice, line: lineOf("topics") }] : [];
  return { drafts: [draft], topics, problems: [], ...(notice && { notices }) };
}

function endOfMatter(text: string): { from: number; to: number } | undefined {
  const head = text.slice(0, LONGEST_MATTER);
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(head.slice(3));
  return end ? { from: end.index + 4, to: end.index + 3 + end[0].length } : undefined;
}

function readMatter(yaml: string): Matter | Imported {
  const counter = new LineCounter();
  try {
    const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
    const [error] = document.errors;
    if (error) {
      const line = counter.linePos(error.pos[0]).line + 1;
      return refused(`its front matter is not YAML (${error.message})`, line);
    }
    const fields: unknown = document.toJS({ maxAliasCount: 10 });
    if (typeof fields !== "object" || fields === null || Array.isArray(fields))
      return refused("its front matter has no fields", 2);
    return { fields: fields as Matter["fields"], lineOf: (name) => lineIn(yaml, name) };
  } catch {
    return refused("its front matter is nested too deep, or refers to itself", 2);
  }
}

/** The line of a field in the file. */
function lineIn(yaml: string, name: string): number {
  const names = [name, ALIASES[name] ?? name];
  const at = yaml.split("\n").findIndex((line) => names.some((each) => line.startsWith(`${each}:`)));
  return Math.max(0, at) + 2;
}

/** Fields of other programs are passed over; one that is nearly ours is a mistake. */
function misspeltField(fields: Matter["fields"]): { name: string; what: string } | undefined {
  for (const name of Object.keys(fields)) {
    const [near] = FIELDS.includes(name) ? [] : nearest(name, FIELDS);
    if (near !== undefined) return { name, what: `there is no field ${quoted(name)}: did you mean ${near}?` };
  }
  return undefined;
}

/** The fields of a tip, each in the form that JSON has it in. */
function ownFields(fields: Matter["fields"]): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  for (const name of FIELDS) {
    const [value] = [name, ALIASES[name] ?? name].flatMap((each) =>
      Object.hasOwn(fields, each) ? [fields[each]] : [],
    );
    if (value === undefined || value === null || Object.values(ALIASES).includes(name)) continue;
    own[name] = LISTS.some((list) => list === name) ? listOf(value, name) : value;
  }
  if (typeof own.title === "number") own.title = String(own.title);
  if (own.published !== undefined) own.published = isoDateOf(String(own.published)) ?? String(own.published);
  return own;
}

/** A YAML list, or one text for it. */
function listOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.map((item) => (typeof item === "number" ? String(item) : item));
  return listIn(String(value), name);
}
