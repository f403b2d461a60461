import { quoted } from "../core/text.ts";
import { DATE_FORMS, isDateText } from "./date-text.ts";
import type { Problem } from "./imported.ts";
import { plainOf } from "./markdown-inline.ts";
import { withoutClosing } from "./markdown-text.ts";

/** Where in a Markdown file the tips begin: at a title with a date under it. */

/** The lines of one tip, from its title on. */
export interface Page {
  /** From 0. */
  readonly at: number;
  readonly title: string;
  readonly date: string;
  readonly topics: string;
  readonly lines: readonly string[];
}

interface Head extends Omit<Page, "lines"> {
  /** The line of the date, from 0. */
  readonly under: number;
}

const TITLE = /^# +(?=\S)/;
/** Topics are four at most. */
const LONGEST_LINE = 5000;

/** The tips of a file, and what in it belongs to none of them or would be lost in another. */
export function pagesOf(lines: readonly string[]): { pages: Page[]; problems: Problem[] } {
  const heads: Head[] = [];
  const problems: Problem[] = [];
  for (const [at, line] of lines.entries()) {
    if (!TITLE.test(line)) continue;
    let under = at + 1;
    while (lines[under]?.trim() === "") under++;
    const title = plainOf(withoutClosing(line.replace(TITLE, "").trim()));
    const below = (lines[under] ?? "").slice(0, LONGEST_LINE).trim();
    const dated = dateLineOf(below);
    if (dated) heads.push({ at, title, ...dated, under });
    else if (isMarked(below)) problems.push({ line: under + 1, what: noDate(title, below) });
  }
  const pages = heads.map(({ under, ...head }, index) => ({
    ...head,
    lines: lines.slice(under + 1, heads[index + 1]?.at),
  }));
  return { pages, problems: [...textBefore(lines, heads[0]?.at ?? 0, problems), ...problems] };
}

/** `*January 20, 2026 · Empathy, Mindset*`, with the marks of emphasis or without. */
function dateLineOf(line: string): { date: string; topics: string } | undefined {
  const [mark = ""] = /^[*_]{0,2}/.exec(line) ?? [];
  if (!line.endsWith(mark)) return undefined;
  const [date = "", ...topics] = line.slice(mark.length, line.length - mark.length).split(" · ");
  return isDateText(date) ? { date: date.trim(), topics: topics.join(" · ") } : undefined;
}

/** Whether emphasis takes a line from its beginning to its end, as it does a date. */
function isMarked(line: string): boolean {
  return /^([*_])(?![\s*_])[^*_]+\1$/.test(line) && !/\s.$/.test(line);
}

function noDate(title: string, below: string): string {
  return `under ${quoted(title)} stands ${quoted(below.slice(1, -1))}, which is no date: ${DATE_FORMS}`;
}

/** Text before the first tip, unless it has been told of already. */
function textBefore(lines: readonly string[], end: number, told: readonly Problem[]): Problem[] {
  const at = lines.slice(0, end).findIndex((line) => line.trim() !== "");
  if (at < 0 || told.some(({ line = 0 }) => line <= end)) return [];
  const text = quoted(lines[at] ?? "");
  return [{ line: at + 1, what: `${text} stands before the first title with a date under it, in no tip` }];
}
