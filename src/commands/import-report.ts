import type { Fate } from "../core/merge.ts";
import type { NewTopic } from "../core/new-topics.ts";
import { cleanLine, counted, joined, quoted } from "../core/text.ts";
import type { Tip } from "../core/tip.ts";
import type { Imported } from "../importer/index.ts";
import type { TextView } from "../render/view.ts";
import { type OtherWeeks, weeksRemark } from "./other-weeks.ts";

/** What `import` says of what it did, to a person and to a script. */

export interface ReadFile {
  readonly name: string;
  readonly read: Imported;
}

export type Fates = Record<Fate, number>;

export interface Taken {
  /** Of each file, what became of its tips. */
  readonly fates: readonly Fates[];
  /** All tips that were stored, each once. */
  readonly changed: readonly Tip[];
  /** How many of them were imported before. */
  readonly old: number;
  /** Ids of those that stand in place of a tip that ships with cstip, and did not before. */
  readonly overOurs: readonly string[];
  readonly newTopics: readonly NewTopic[];
  readonly weeks: OtherWeeks;
}

export interface Report extends Taken {
  /** The files that tips were taken from, in the order of the fates. */
  readonly sound: readonly ReadFile[];
  readonly files: readonly ReadFile[];
  readonly passedOver: readonly ReadFile[];
  readonly dry: boolean;
}

/** More ids or files than this are counted, not named. */
const NAMED = 3;
const NAMED_TOPICS = 6;

export function reportView(report: Report): TextView {
  const { sound, fates, passedOver } = report;
  const lines = sound.map(({ name }, at) => `${cleanLine(name)}: ${fatesText(fates[at])}`);
  const passed =
    passedOver.length > 0
      ? `; ${counted(passedOver.length, "file")} without tips passed over: ${namesOf(passedOver)}`
      : "";
  const text = [...lines, `${totalText(report)}${passed}`, ...remarks(report)].join("\n");
  return { kind: "text", text: `${text}\n`, data: dataOf(report), sentences: true };
}

/** A few names of files; what is more is counted. */
export function namesOf(files: readonly ReadFile[]): string {
  const names = files.slice(0, NAMED).map(({ name }) => cleanLine(name));
  const more = files.length - names.length;
  return joined([...names, ...(more > 0 ? [`${more} more`] : [])], "and");
}

function fatesText(fates: Fates | undefined): string {
  const said = [
    [fates?.new, "new"],
    [fates?.["over ours"], "in place of ours"],
    [fates?.updated, "updated"],
    [fates?.unchanged, "unchanged"],
  ].flatMap(([count, what]) => (count ? `${count} ${what}` : []));
  return said.join(", ") || "nothing";
}

/** All files together, each tip once, and how much of the tips is known. */
function totalText({ changed, old, dry }: Report): string {
  if (changed.length === 0) return "nothing has changed";
  const full = changed.filter(({ coverage }) => coverage === "full").length;
  const openings = changed.length - full;
  const parts = [`${full} in full`, ...(openings > 0 ? [counted(openings, "opening")] : [])];
  const again = old > 0 ? `, ${old} of them updated` : "";
  return `${dry ? "would take" : "took"} ${counted(changed.length, "tip")}: ${joined(parts, "and")}${again}`;
}

/** What one would not expect of an import. */
function remarks({ overOurs, newTopics, weeks, dry }: Report): string[] {
  const remarks: string[] = [];
  const count = overOurs.length;
  if (count > 0) {
    const stand = dry ? "would stand" : count === 1 ? "stands" : "stand";
    const names = count > NAMED ? "<tip>" : overOurs.join(" ");
    remarks.push(`${count} ${stand} in place of ours: 'cstip library remove ${names}' gives ours back`);
  }
  return [...remarks, ...topicsRemark(newTopics), ...weeksRemark(weeks, dry)];
}

/** A topic may be new, or a known one that was mistyped: the latter go first, for there is something to do. */
function topicsRemark(topics: readonly NewTopic[]): string[] {
  if (topics.length === 0) return [];
  const slips = topics.filter(({ near }) => near !== undefined);
  const named = [...slips, ...topics.filter(({ near }) => near === undefined)].slice(0, NAMED_TOPICS);
  const names = named.map(({ name, near }) =>
    near === undefined ? cutName(name) : `${cutName(name)} (did you mean ${cutName(near)}?)`,
  );
  const more = topics.length > named.length ? `, and ${topics.length - named.length} more` : "";
  return [`new ${topics.length === 1 ? "topic" : "topics"}: ${names.join(", ")}${more}`];
}

function cutName(name: string): string {
  return quoted(name).slice(1, -1);
}

function dataOf(report: Report): unknown {
  const { sound, fates, files, passedOver, changed, old, overOurs, newTopics, weeks, dry } = report;
  return {
    dryRun: dry,
    taken: changed.length,
    updated: old,
    inPlaceOfOurs: overOurs,
    dealtAnew: weeks.dealtAnew,
    newTopics,
    files: files.map((file) => {
      const at = sound.indexOf(file);
      const { "over ours": inPlaceOfOurs = 0, ...counts } = fates[at] ?? { new: 0, updated: 0, unchanged: 0 };
      const { problems, notices = [] } = file.read;
      return { name: file.name, ...counts, inPlaceOfOurs, problems, notices };
    }),
    passedOver: passedOver.map(({ name, read }) => ({ name, reason: read.problems[0]?.what ?? "" })),
  };
}
