import type { Context } from "../context.ts";
import { findTip } from "../core/find-tip.ts";
import type { NewEvent } from "../core/journal-event.ts";
import { cleanLine, counted, joined, quoted } from "../core/text.ts";
import { type Library, type Tip, type Topic, topicsOf } from "../core/tip.ts";
import { NothingFoundError } from "../errors.ts";
import type { OutputRequest, TipEntry, TipListView, TipView } from "../render/view.ts";
import type { Option, Outcome } from "./command.ts";

/** Options that several commands have, so that each is the same everywhere. */
export const TOPIC_OPTION = {
  kind: "topics",
  short: "t",
  value: "topic",
  summary: "only tips of this topic; may be given more than once",
  completion: "topic",
} as const satisfies Option;

export const YEAR_OPTION = {
  kind: "years",
  value: "year",
  summary: "only tips published in this year; may be given more than once",
} as const satisfies Option;

export const LIMIT_OPTION = {
  kind: "count",
  short: "n",
  value: "count",
  summary: "at most this many",
} as const satisfies Option;

export const SUMMARIES_OPTION = {
  kind: "flag",
  summary: "with the summary of each, on a terminal",
} as const satisfies Option;

/** A path as a script needs it, byte for byte; clean on a terminal, on which a name of a folder could act. */
export function pathShown(path: string, { terminal }: Context): string {
  return terminal.isTerminal ? cleanLine(path) : path;
}

export const NO_FAVORITES = "there are no favorites yet: 'cstip favorite add <tip>' makes a tip one";

/** A tip with the names of its topics. */
export function tipView(tip: Tip, topics: readonly Topic[]): TipView {
  return { kind: "tip", tip, topics: topicsOf(tip, topics) };
}

/** By id, the number of a tip: its place in the whole library, from 1. */
export function numbersOf(all: readonly Tip[]): ReadonlyMap<string, number> {
  return new Map(all.map((tip, index) => [tip.id, index + 1]));
}

/** The tips as a list, each with its number in the whole library, and a star where it is a favorite. */
export function listView(
  entries: readonly TipEntry[],
  {
    summaries = false,
    topic: topics = [],
  }: { readonly summaries?: boolean | undefined; readonly topic?: readonly string[] | undefined },
): TipListView {
  return { kind: "tip-list", entries, summaries, topics };
}

export function entriesOf(
  tips: readonly Tip[],
  all: readonly Tip[],
  favorites: ReadonlySet<string> = NONE,
): TipEntry[] {
  const numbers = numbersOf(all);
  return tips.map((tip) => ({
    number: numbers.get(tip.id) ?? 0,
    tip,
    ...(favorites.has(tip.id) && { favorite: true }),
  }));
}

const NONE: ReadonlySet<string> = new Set();

/** Whether this output has a place for stars: else the journal need not be read for them. */
export function showsStars({ format }: OutputRequest): boolean {
  return format !== "json" && format !== "markdown";
}

/** The same of lists and of single tips, whose JSON has a field for it. */
export function tellsFavorites({ format }: OutputRequest): boolean {
  return format !== "markdown";
}

/** What shows a tip for its own sake, and notes down that it was read. */
export interface Reading extends Outcome {
  readonly view: TipView;
  readonly events: readonly NewEvent[];
}

/** A tip in full, with its star: one that is shown for its own sake, and so read. */
export function reading(tip: Tip, context: Context, output: OutputRequest): Reading {
  const favorite = tellsFavorites(output) && context.journal.isFavorite(tip.id);
  const view = { ...tipView(tip, context.library().topics), ...(favorite && { favorite }) };
  return { view, events: [readEvent(tip)] };
}

/** That a tip was read; as the tip of a week, where it is shown as that. */
export function readEvent(tip: Tip, week?: { number: number; late: boolean }): NewEvent {
  return {
    event: "read",
    tip: tip.id,
    ...(week && { week: week.number }),
    ...(week?.late && { late: true }),
  };
}

/** The one tip that a reference stands for; else a NothingFoundError that names what was perhaps meant. */
export function requireTip(library: Library, reference: string): Tip {
  const found = findTip(library, reference);
  if (found.kind === "one") return found.tip;
  throw found.kind === "none"
    ? noTip(library, reference, found.near)
    : severalTips(found.tips, reference, library);
}

/** Names some of them by their number in the library and id: either is a shorter answer than the title. */
export function severalTips(tips: readonly Tip[], reference: string, { tips: all }: Library) {
  const numbers = numbersOf(all);
  const named = tips.slice(0, NAMED).map(({ id }) => `${numbers.get(id)} ${id}`);
  const rest = tips.length - named.length;
  return new NothingFoundError(
    `${counted(tips.length, "tip")} match ${quoted(reference)}`,
    "say which, by number or id",
    rest > 0 ? [...named, `and ${rest} more`] : named,
  );
}

/** More ids than this are counted, not named. */
const NAMED = 8;
/** A longer text is not said again. */
const LONGEST_NAMED = 60;

function noTip({ tips }: Library, reference: string, near: readonly Tip[]): NothingFoundError {
  const what = `there is no tip ${quoted(reference)}`;
  if (/^#?\d+$/.test(reference)) return new NothingFoundError(what, `the list has ${tips.length}`);
  const ids = near.map(({ id }) => id);
  if (ids.length > 0) return new NothingFoundError(what, `did you mean ${joined(ids, "or")}?`);
  const words = cleanLine(reference);
  const canSearch = words.length <= LONGEST_NAMED && /^[\p{L}\p{N} ]+$/u.test(words);
  const search = canSearch ? `'cstip search ${words}' looks for it` : "try 'cstip search'";
  return new NothingFoundError(what, `${search}, or see 'cstip list'`);
}
