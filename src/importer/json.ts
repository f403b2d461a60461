import { findNodeAtLocation, type ParseError, parseTree } from "jsonc-parser";
import type { Draft } from "../core/draft.ts";
import { cleanLine } from "../core/text.ts";
import type { Corpus, Tip } from "../core/tip.ts";
import { foreign, type Imported, refused } from "./imported.ts";
import { type Fault, faultOfCorpus } from "./schema.ts";

/** Tips as JSON: a file in the form of `data/tips.json`, or the array of tips that `list --json` prints. */

/** The line of a fault is looked for in files up to this length; the parser that knows lines is slow. */
const LINES_UP_TO = 4_000_000;

export function readJson(text: string): Imported {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("it is not JSON from here on", syntaxLine(text));
  }
  const bare = Array.isArray(value);
  const corpus = bare ? { version: 1, topics: [], tips: value } : value;
  if (!bare && !Array.isArray(Object(value).tips)) {
    return foreign("it is JSON without tips: it takes the form of 'cstip export --format json'");
  }
  const fault = faultOfCorpus(corpus) ?? twice(corpus as Corpus);
  if (fault) return refused(`${pointer(fault, bare)} ${fault.what}`, lineOf(text, fault, bare));
  const { topics, tips } = corpus as Corpus;
  return {
    drafts: tips.map(draftOf),
    topics: topics.map(({ id, name, description }) => ({
      id,
      name: cleanLine(name) || id,
      description: cleanLine(description) || id,
    })),
    problems: [],
  };
}

/** Two tips of one id: one of them would be lost. */
function twice({ tips }: Corpus): Fault | undefined {
  const ids = new Set<string>();
  for (const [index, { id }] of tips.entries()) {
    if (ids.has(id)) return { path: ["tips", index, "id"], what: `${id} is the id of another tip too` };
    ids.add(id);
  }
  return undefined;
}

/** The fields that are known, and no others. */
function draftOf(tip: Tip): Draft {
  const { id, title, published, coverage, topics, takeaway, summary, body, actions, keywords } = tip;
  const { season, source, origin } = tip;
  return {
    ...{ id, title, published, coverage, topics, takeaway, summary, body, actions, keywords },
    ...(season && { season }),
    ...(source && { source }),
    ...(origin && { origin }),
  };
}

/** A JSON pointer, such as `/tips/3/title`. */
function pointer({ path }: Fault, bare: boolean): string {
  const shown = bare && path[0] === "tips" ? path.slice(1) : path;
  return shown.length === 0 ? "the file" : `/${shown.join("/")}`;
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

function lineOf(text: string, { path }: Fault, bare: boolean): number | undefined {
  if (text.length > LINES_UP_TO) return undefined;
  try {
    const root = parseTree(text);
    const node = root && findNodeAtLocation(root, bare ? path.slice(1) : [...path]);
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
