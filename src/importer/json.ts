import { findNodeAtLocation, type ParseError, parseTree } from "jsonc-parser";
import type { Draft } from "../core/draft.ts";
import { cleanLine } from "../core/text.ts";
import type { Topic } from "../core/tip.ts";
import { LISTS, listIn, readFields } from "./fields.ts";
import { FORM_HINT, foreign, type Imported, type Problem, refused } from "./imported.ts";
import { type Fault, faultOfFile, saidOf } from "./schema.ts";

/** Tips as JSON: a file in the form of `data/tips.json`, or what a command prints under `--json`. */

/** The line of a fault is looked for in files up to this length; the parser that knows lines is slow. */
const LINES_UP_TO = 4_000_000;

type Path = Fault["path"];

/** The tips of a file, and where in it each stands. */
interface TipsFile {
  readonly topics: readonly { readonly id: string; readonly name?: string; readonly description?: string }[];
  readonly tips: readonly { readonly tip: unknown; readonly path: Path; readonly name: string }[];
}

export function readJson(text: string): Imported {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("it is not JSON from here on", syntaxLine(text));
  }
  const file = fileOf(value);
  if (!file) return foreign(`it is JSON without tips: ${FORM_HINT}`);
  if ("what" in file) return refused(saidOf("it", file), lineOf(text, file.path));
  return readTips(file, text);
}

/** A file of tips; else a tip or a list of them, as `list`, `show`, `today` or `search` prints them. */
function fileOf(value: unknown): TipsFile | Fault | undefined {
  if (Array.isArray(value)) {
    const entries = entriesOf(value, []);
    return entries.length === 0 || entries.some(({ tip }) => isLikeTip(tip))
      ? { topics: [], tips: entries }
      : undefined;
  }
  const { tips, topics = [] } = Object(value);
  if (Array.isArray(tips)) return faultOfFile(value) ?? { topics, tips: entriesOf(tips, ["tips"]) };
  const { tip, path } = entryOf(value, []);
  return isLikeTip(tip) ? { topics: [], tips: [{ tip, path, name: "it" }] } : undefined;
}

/** Many a file has a title, and is no tip. */
function isLikeTip(value: unknown): boolean {
  const { title, published, body } = Object(value);
  return title !== undefined && (published ?? body) !== undefined;
}

function entriesOf(values: readonly unknown[], path: Path): TipsFile["tips"] {
  return values.map((value, at) => ({ ...entryOf(value, [...path, at]), name: `tip ${at + 1}` }));
}

/** `today` and `search` print a tip with what is to be said of it. */
function entryOf(value: unknown, path: Path): { tip: unknown; path: Path } {
  const inner: unknown = Object(value).tip;
  return typeof inner === "object" && inner !== null
    ? { tip: inner, path: [...path, "tip"] }
    : { tip: value, path };
}

/** All of the tips, or what is wrong with the first that is not sound. */
function readTips({ tips, topics: described }: TipsFile, text: string): Imported {
  const drafts: Draft[] = [];
  const topics: Topic[] = described.map(topicOf);
  const notices: Problem[] = [];
  const names = new Map<string, string>();
  for (const { tip, path, name } of tips) {
    const read = readFields(withLists(tip));
    if ("fault" in read)
      return refused(saidOf(name, read.fault), lineOf(text, [...path, ...read.fault.path]));
    const { draft, notice } = read;
    const other = draft.id && names.get(draft.id);
    if (other)
      return refused(`${name}: ${draft.id} is the id of ${other} too`, lineOf(text, [...path, "id"]));
    if (draft.id) names.set(draft.id, name);
    if (notice) notices.push({ what: `${name}: ${notice}`, ...lineIn(text, path) });
    drafts.push(draft);
    topics.push(...read.topics);
  }
  return { drafts, topics, problems: [], ...(notices.length > 0 && { notices }) };
}

/** What may be written as one text made the list that it stands for. */
function withLists(tip: unknown): Readonly<Record<string, unknown>> {
  if (typeof tip !== "object" || tip === null || Array.isArray(tip)) return tip as never;
  const fields: Readonly<Record<string, unknown>> = { ...tip };
  const lists = LISTS.flatMap((name) => {
    const text = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return typeof text === "string" ? [[name, listIn(text, name)]] : [];
  });
  return lists.length > 0 ? { ...fields, ...Object.fromEntries(lists) } : (tip as typeof fields);
}

function topicOf({ id, name = "", description = "" }: TipsFile["topics"][number]): Topic {
  const shown = cleanLine(name) || id;
  return { id, name: shown, description: cleanLine(description) || shown };
}

function syntaxLine(text: string): number | undefined {
  if (text.length > LINES_UP_TO) return undefined;
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return undefined;
  }
  return errors[0] && lineAt(text, errors[0].offset);
}

function lineIn(text: string, path: Path): { line?: number } {
  const line = lineOf(text, path);
  return line === undefined ? {} : { line };
}

function lineOf(text: string, path: Path): number | undefined {
  if (text.length > LINES_UP_TO) return undefined;
  try {
    const root = parseTree(text);
    const node = root && findNodeAtLocation(root, [...path]);
    return node && lineAt(text, node.offset);
  } catch {
    return undefined;
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
