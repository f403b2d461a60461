import type { Command, Entry, Option, Options, Sample } from "../commands/command.ts";
import { isGroup } from "../commands/command.ts";
import { allowedFor, SETTING_NAMES, SETTINGS, variableOf } from "../settings.ts";
import { EXIT_CODES, FILES, PRECEDENCE, VARIABLES } from "./man-tables.mts";

/** The manual page, from the same tables as `--help`. */

export interface ManSource {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly summary: string;
  readonly commands: readonly Entry[];
  readonly globalOptions: Options;
}

/** The page in the man macros. */
export function manPage({ version, date, summary, commands, globalOptions }: ManSource): string {
  const shown = commands.filter(({ hidden }) => !hidden);
  return [
    `.TH CSTIP 1 "${date}" "cstip ${roff(version)}" "User Commands"`,
    ".SH NAME",
    "cstip \\- customer\\-service tips in your terminal",
    ".SH SYNOPSIS",
    ".B cstip",
    "[\\fIoptions\\fR] [\\fIcommand\\fR] [\\fIarguments\\fR]",
    ".SH DESCRIPTION",
    line(summary),
    line("Without a command it shows the tip of the week."),
    ".SH COMMANDS",
    ...shown.flatMap((entry) => (isGroup(entry) ? groupLines(entry) : commandLines(entry, ""))),
    ".SH OPTIONS",
    line("These stand before or behind the name of a command."),
    ...optionLines(globalOptions),
    ...termed("\\fB\\-h\\fR, \\fB\\-\\-help\\fR", "print help"),
    ...termed("\\fB\\-V\\fR, \\fB\\-\\-version\\fR", "print the version"),
    ".SH SETTINGS",
    line(PRECEDENCE),
    ...SETTING_NAMES.flatMap((name) =>
      termed(
        `\\fB${roff(name)}\\fR, \\fB${roff(variableOf(name))}\\fR`,
        `${SETTINGS[name].summary}. It takes ${allowedFor(name)}; the default is ${SETTINGS[name].fallback}.`,
      ),
    ),
    ".SH ENVIRONMENT",
    ...VARIABLES.flatMap(([name, does]) => termed(`\\fB${roff(name)}\\fR`, does)),
    ".SH FILES",
    ...FILES.flatMap(([name, holds]) => termed(`\\fI${roff(name)}\\fR`, holds)),
    ".SH EXIT STATUS",
    ...EXIT_CODES.flatMap(([code, means]) => termed(`\\fB${code}\\fR`, means)),
    ".SH EXAMPLES",
    ...shown.flatMap(exampleLines),
    "",
  ].join("\n");
}

function groupLines(entry: Extract<Entry, { commands: unknown }>): string[] {
  return [
    `.SS "${roff([entry.name, ...(entry.aliases ?? [])].join(", "))}"`,
    line(`${sentence(entry.summary)}`),
    ...entry.commands.flatMap((command) => commandLines(command, `${entry.name} `)),
  ];
}

function commandLines(command: Command, before: string): string[] {
  const { name, aliases = [], summary, description = [], options = {}, samples = [] } = command;
  const args = (command.arguments ?? []).map(({ name: arg, optional, variadic }) => {
    const inner = `\\fI${roff(arg)}\\fR${variadic ? " ..." : ""}`;
    return optional ? `[${inner}]` : inner;
  });
  const usage = [`\\fB${roff(`cstip ${before}${name}`)}\\fR`, ...args].join(" ");
  const told = [".TP", usage, line(sentence(summary))];
  if (before) return [...told, ...nested(options)];
  const heading = `.SS "${roff([name, ...aliases].join(", "))}"`;
  return [
    heading,
    ...told,
    ...description.flatMap((paragraph) => [".IP", line(paragraph)]),
    ...samples.flatMap(sampleLines),
    ...optionLines(options),
  ];
}

function sampleLines({ title, lines }: Sample): string[] {
  return [".IP", line(`${title}:`), ".IP", ".nf", ...lines.map(verbatim), ".fi"];
}

/** Options of a command inside a group, indented under it. */
function nested(options: Options): string[] {
  const lines = optionLines(options);
  return lines.length > 0 ? [".RS", ...lines, ".RE"] : [];
}

function optionLines(options: Options): string[] {
  return Object.entries(options).flatMap(([name, option]) =>
    termed(optionTerm(name, option), optionText(option)),
  );
}

function optionTerm(name: string, { short, kind, value }: Option): string {
  const long = `\\fB\\-\\-${roff(name)}\\fR${kind === "flag" ? "" : ` \\fI${roff(value ?? kind)}\\fR`}`;
  return short ? `\\fB\\-${short}\\fR, ${long}` : long;
}

function optionText({ summary, choices }: Option): string {
  return choices ? `${summary} (${choices.join(", ")})` : summary;
}

/** Under what their command does, without which few of them say anything. */
function exampleLines(entry: Entry): string[] {
  const commands = isGroup(entry) ? entry.commands : [entry];
  return [
    `.SS "${roff(`${entry.name}: ${entry.summary}`)}"`,
    ...commands.flatMap(({ examples }) =>
      examples.flatMap(({ line: command, does }) => termed(`\\fB${roff(command)}\\fR`, sentence(does))),
    ),
  ];
}

function termed(term: string, text: string): string[] {
  return [".TP", term, line(text)];
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** Text in lines of at most 80 characters; none that begins with a dot or a quote, which would make it a request. */
function line(text: string): string {
  const lines = [""];
  for (const word of roff(text).split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length + 1 > MOST_COLUMNS) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.map((each) => (/^[.']/.test(each) ? `\\&${each}` : each)).join("\n");
}

/** A line as it is; an empty one would be a fault in roff. */
function verbatim(text: string): string {
  const words = text.trimStart();
  return words === "" ? "\\&" : text.slice(0, text.length - words.length) + line(words);
}

const MOST_COLUMNS = 78;

/** Text in which nothing is read as a mark: a minus that can be copied, and ASCII alone. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("'", "\\(aq")
    .replaceAll('"', "\\(dq")
    .replace(
      /[^\n -~]/gu,
      (character) => `\\[u${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}]`,
    );
}
