import { type Draft, MOST_TOPICS, topicNamed } from "../core/draft.ts";
import { joined } from "../core/text.ts";
import type { Topic } from "../core/tip.ts";
import { type Fault, faultOfDraft } from "./schema.ts";

/** The fields of one tip as a file gives them, whatever its form, made a draft. */

type Fields = Readonly<Record<string, unknown>>;

export type ReadFields =
  | { readonly fault: Fault }
  | {
      readonly draft: Draft;
      /** The topics that it names, and does not describe. */
      readonly topics: readonly Topic[];
      /** What of it is left out. */
      readonly notice?: string;
    };

/** Title, published and body must be there, and what is there must be sound. */
export function readFields(fields: Fields): ReadFields {
  const fault = faultOfDraft(fields);
  if (fault) return { fault };
  const draft = fields as unknown as Draft;
  const topics = (draft.topics ?? []).flatMap((name) => topicNamed(name) ?? []);
  const ids = [...new Set(topics.map(({ id }) => id))];
  const known: Record<string, unknown> = { topics: ids.slice(0, MOST_TOPICS) };
  for (const name of KNOWN) if (draft[name] !== undefined) known[name] = draft[name];
  const left = ids.slice(MOST_TOPICS);
  return {
    draft: known as unknown as Draft,
    topics,
    ...(left.length > 0 && {
      notice: `a tip has ${MOST_TOPICS} topics at most: without ${joined(left, "and")}`,
    }),
  };
}

/** The fields that are taken as they are, and no others. */
const KNOWN = [
  ...(["id", "title", "published", "coverage", "takeaway", "summary", "body", "actions"] as const),
  ...(["keywords", "season", "source", "origin"] as const),
];

/** The fields that are lists. */
export const LISTS = ["topics", "keywords", "actions", "body"] as const;

/** One text in place of a list: paragraphs stand between blank lines, topics and keywords between commas. */
export function listIn(text: string, field: string): string[] {
  if (field === "body") return text.split(/\n\s*\n/);
  // An action is a sentence, which may have commas of its own.
  const parts = field === "actions" ? [text] : text.split(",");
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
