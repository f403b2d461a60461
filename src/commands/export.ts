import type { Context } from "../context.ts";
import type { Format } from "../core/choices.ts";
import { cleanLine, counted } from "../core/text.ts";
import type { Library, Tip } from "../core/tip.ts";
import { type Choice, tipOfTheWeek } from "../core/tip-of-the-week.ts";
import { NothingFoundError, UsageError } from "../errors.ts";
import type { CollectionView } from "../render/view.ts";

import { defineCommand } from "./command.ts";
import { eventsFor, FILTER_OPTIONS, pickTips } from "./filters.ts";

const WEEKS = 52;
const MOST_WEEKS = 5200;

/** Names of standard output. To open such a file fails where it is a socket, as under some programs. */
const STDOUT: ReadonlySet<string> = new Set(["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]);

export const exportTips = defineCommand({
  name: "export",
  summary: "tips as a file: JSON, Markdown, a page to print, or a calendar",
  description: [
    "JSON and Markdown can be imported again: the tips are the same. The format is that of the file's ending, or JSON, unless --format says; any other ending, such as .txt or .pdf, is refused without it. HTML is one page without anything outside it. A calendar has one event a week, on its Tuesday, with the tip of that week among the tips picked.",
  ],
  options: {
    ...FILTER_OPTIONS,
    output: { kind: "text", short: "o", value: "file", summary: "write to this file", completion: "file" },
    force: { kind: "flag", summary: "replace the file where it is there already" },
    weeks: {
      kind: "count",
      value: "count",
      summary: `weeks of a calendar, from this one on; ${WEEKS} unless told`,
    },
  },
  examples: [
    { line: "cstip export --output tips.json", does: "all, for a colleague" },
    { line: "cstip export -t empathy -o empathy.html", does: "one topic, to print" },
    { line: "cstip export --weeks 26 -o tips.ics", does: "half a year in your calendar" },
  ],
  formats: ["json", "markdown", "html", "ics"],
  usualFormat: (textOf) => usualFormatOf(textOf("output")),
  async run({ options, output }, context) {
    const { output: named, force = false, weeks } = options;
    const file = named !== undefined && STDOUT.has(named) ? "-" : named;
    if (weeks !== undefined && output.format !== "ics") {
      throw new UsageError("--weeks is for a calendar", "add --format ics");
    }
    if (weeks !== undefined && weeks > MOST_WEEKS) {
      throw new UsageError(`--weeks cannot be ${weeks}`, `it takes a whole number from 1 to ${MOST_WEEKS}`);
    }
    const library = context.library();
    const tips = pickTips(library.tips, options, eventsFor(options, context));
    if (tips.length === 0) {
      const what = `none of ${counted(library.tips.length, "tip")} matches`;
      throw new NothingFoundError(what, "loosen a filter, or see 'cstip topics'");
    }
    const calendar = output.format === "ics" ? weeksFrom(tips, weeks ?? WEEKS, context) : [];
    const view = collectionOf(library, tips, calendar);
    if (file === undefined) return { view };
    await context.save(view, output, file, force);
    const written = calendar.length > 0 ? counted(calendar.length, "week") : counted(tips.length, "tip");
    return { view: { kind: "text", text: file === "-" ? "" : reportOf(written, file, output.format) } };
  },
});

/** Names the format where the file's name does not. */
function reportOf(written: string, file: string, format: Format | undefined): string {
  const told = format === undefined || ENDINGS[endingOf(file)] === format ? "" : ` as ${NAMES[format]}`;
  return `${written} written to ${cleanLine(file)}${told}\n`;
}

/** The format that the ending of a file's name stands for. Throws a UsageError where it stands for none that we have. */
function usualFormatOf(file = ""): Format {
  const ending = endingOf(file);
  const format = ending === "" ? "json" : ENDINGS[ending];
  if (format) return format;
  throw new UsageError(
    `export writes no .${ending}`,
    "end the name in .json, .md, .html or .ics, or say which with --format",
  );
}

/** In small letters; none where the name begins with its dot, ends in a number, or in what mktemp makes up. */
function endingOf(path: string): string {
  return /[^/\\]\.([a-z][a-z0-9]{0,7})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

const NAMES: Readonly<Record<Format, string>> = {
  card: "cards",
  plain: "plain text",
  json: "JSON",
  markdown: "Markdown",
  html: "HTML",
  ics: "a calendar",
};

const ENDINGS: Readonly<Record<string, Format>> = {
  json: "json",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  ics: "ics",
};

function collectionOf(library: Library, tips: readonly Tip[], weeks: readonly Choice[]): CollectionView {
  const used = new Set(tips.flatMap(({ topics }) => topics));
  return { kind: "collection", tips, topics: library.topics.filter(({ id }) => used.has(id)), weeks };
}

/** The tips of so many weeks from this one on, up to the last that a calendar has. */
function weeksFrom(tips: readonly Tip[], count: number, context: Context): Choice[] {
  const today = context.today();
  return Array.from({ length: count }, (_, week) => tipOfTheWeek({ tips }, today + week * 7)).flatMap(
    (choice) => choice ?? [],
  );
}
