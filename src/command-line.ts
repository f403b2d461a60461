import {
  type CommanderError,
  Command as Parser,
  Argument as ParserArgument,
  Option as ParserOption,
} from "commander";
import { type Command, type Entry, type Group, isGroup, type Option } from "./commands/command.ts";
import { READING_COMMANDS } from "./commands/reading.ts";
import { parseDate } from "./core/dates.ts";
import { cleanLine, joined, startOf } from "./core/text.ts";
import { UsageError } from "./errors.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";

/** From the table of commands to commander, and back to plain values. */

/** The texts given for an option: none for a flag. Undefined where the option was not given. */
export type Given = (name: string) => readonly string[] | undefined;

export interface ParserSetup {
  readonly version: string;
  /** Columns of help. */
  readonly columns: number;
  /** Takes help and version. */
  readonly print: (text: string) => void;
  readonly act: (command: Command, args: readonly string[], given: Given) => Promise<void>;
}

const PROGRAM_SUMMARY =
  "Customer-service tips in your terminal: one a week, and the right one when you need it.";

/** A commander program of these commands, which throws instead of leaving the process. */
export function createParser(entries: readonly Entry[], setup: ParserSetup): Parser {
  const program = new Parser("cstip")
    .description(PROGRAM_SUMMARY)
    .version(setup.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help on a command")
    .exitOverride()
    .configureOutput({
      writeOut: setup.print,
      writeErr: () => {},
      getOutHelpWidth: () => setup.columns,
      getOutHasColors: () => false,
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      "after",
      examplesText([
        { line: "cstip", does: "the tip of the week" },
        {
          line: "cstip search empathy",
          does: "what helps with a word, a phrase or a question",
        },
      ]),
    );
  for (const [name, option] of Object.entries(GLOBAL_OPTIONS)) program.addOption(parserOption(name, option));
  for (const entry of entries) addEntry(program, entry, setup);
  return program;
}

/** The commands among which a command line can name one: all, or where it names one of the usual ones just those. */
export async function commandsFor(argv: readonly string[]): Promise<readonly Entry[]> {
  const at = commandPosition(argv);
  const named = at === "none" || (at !== "help" && entryNamed(argv[at], READING_COMMANDS));
  return named ? READING_COMMANDS : (await import("./commands/index.ts")).COMMANDS;
}

/**
 * The command line as commander is to see it: `today` where no command is named, and words that begin with a minus
 * told from options, for commands that take such words. Those get a typographic minus, which means the same to them.
 */
export function arrange(argv: readonly string[], commands: readonly Entry[]): string[] {
  const at = commandPosition(argv);
  if (at === "none" || isDate(argv[at as number], commands)) return arrange(["today", ...argv], commands);
  if (at === "help") return [...argv];
  if (argv[at] === "help") return arrangeHelp(argv.slice(at + 1), commands);
  const command = entryNamed(argv[at], commands);
  if (!command || isGroup(command) || !command.arguments?.some(({ minus }) => minus)) return [...argv];
  const end = argv.indexOf("--");
  return argv.map((word, index) => {
    const after = index > at && (end < 0 || index < end);
    const isWord = after && /^-[\p{L}\p{N}]./u.test(word) && !isOptionWithValue(word, command);
    return isWord ? `−${word.slice(1)}` : word;
  });
}

/** `help list` as `list --help`; commander has no word for a command that is not there. */
function arrangeHelp(words: readonly string[], commands: readonly Entry[]): string[] {
  const [name] = words;
  if (name === undefined || name.startsWith("-")) return ["--help"];
  return name === "help" ? ["--help"] : entryNamed(name, commands) ? [...words, "--help"] : [name];
}

/** The commands that a command line can be about: the one it names, or all. To set up the others takes time. */
export function entriesFor(argv: readonly string[], commands: readonly Entry[]): readonly Entry[] {
  const at = commandPosition(argv);
  const named = typeof at === "number" ? entryNamed(argv[at], commands) : undefined;
  return named ? [named] : commands;
}

function entryNamed(word: string | undefined, commands: readonly Entry[]): Entry | undefined {
  return commands.find(({ name, aliases }) => name === word || aliases?.includes(word ?? ""));
}

/** `cstip tomorrow` is `cstip today tomorrow`. Which day it is does not matter to that. */
function isDate(word: string | undefined, commands: readonly Entry[]): boolean {
  return word !== undefined && !entryNamed(word, commands) && parseDate(word, 0) !== undefined;
}

/** Where the name of the command stands. `help` where only help or the version is asked for. */
function commandPosition(argv: readonly string[]): number | "none" | "help" {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? "";
    if (!word.startsWith("-") || word === "-") return index;
    if (["-h", "--help", "-V", "--version"].includes(word)) return "help";
    const option = globalOption(word);
    if (!option) return "none";
    if (option.kind !== "flag" && !word.includes("=") && (word.startsWith("--") || word.length === 2))
      index++;
  }
  return "none";
}

function globalOption(word: string): Option | undefined {
  const options: [string, Option][] = Object.entries(GLOBAL_OPTIONS);
  if (word.startsWith("--")) return options.find(([name]) => name === word.slice(2).split("=")[0])?.[1];
  return options.find(([, { short }]) => short !== undefined && word[1] === short)?.[1];
}

/** `-n5` and `-fjson` are an option with its value; `-email` leaves a word out. */
function isOptionWithValue(word: string, command: Command): boolean {
  const options: Option[] = [...Object.values(GLOBAL_OPTIONS), ...Object.values(command.options ?? {})];
  const option = options.find(({ short, kind }) => short === word[1] && kind !== "flag");
  const value = word.slice(2);
  return option !== undefined && (option.choices?.includes(value) ?? /^[+-]?\d/.test(value));
}

/** What commander says is wrong, in our own form. */
export function usageErrorOf(
  error: CommanderError,
  argv: readonly string[],
  commands: readonly Entry[],
): UsageError {
  const said = error.message.replace(/^error: /, "");
  const hint = /\n\(Did you mean (.*)\?\)$/.exec(said);
  const meant = hint?.[1];
  const what = startOf(cleanLine(hint ? said.slice(0, hint.index) : said), 200).replace(/\.$/, "");
  return new UsageError(
    what,
    meant ? `did you mean ${meant.replace(/^one of /, "")}?` : adviceFor(error, argv, commands),
  );
}

function adviceFor({ code }: CommanderError, argv: readonly string[], commands: readonly Entry[]): string {
  const at = commandPosition(argv);
  const entry = typeof at === "number" ? entryNamed(argv[at], commands) : undefined;
  if (entry) return `see 'cstip ${entry.name} --help'`;
  const words = cleanLine(argv.slice(typeof at === "number" ? at : 0).join(" ")).slice(0, 60);
  const sought = code === "commander.unknownCommand" && /^[\p{L}\p{N} ]+$/u.test(words);
  return sought
    ? `'cstip search ${words}' looks for it, and 'cstip --help' names the commands`
    : "see 'cstip --help'";
}

function addName(parent: Parser, entry: Entry): Parser {
  const { name, hidden = false, summary, aliases = [] } = entry;
  return parent
    .command(name, { hidden })
    .summary(summary)
    .aliases([...aliases]);
}

function addEntry(parent: Parser, entry: Entry, setup: ParserSetup): void {
  const parser = addName(parent, entry).description(
    [sentence(entry.summary), ...(entry.description ?? [])].join("\n\n"),
  );
  if (isGroup(entry)) {
    parser.addHelpText("after", examplesText(entry.commands.flatMap(({ examples }) => examples.slice(0, 1))));
    parser.exitOverride((error) => {
      throw error.code === "commander.help" && error.exitCode !== 0 ? commandMissing(entry) : error;
    });
    for (const command of entry.commands) addEntry(parser, command, setup);
    return;
  }
  for (const argument of entry.arguments ?? []) {
    const { name, optional, variadic, summary } = argument;
    const inner = `${name}${variadic ? "..." : ""}`;
    parser.addArgument(new ParserArgument(optional ? `[${inner}]` : `<${inner}>`, summary));
  }
  for (const [name, option] of Object.entries(entry.options ?? {}))
    parser.addOption(parserOption(name, option));
  parser.addHelpText("after", examplesText(entry.examples));
  parser.action(async () => {
    const given = parser.optsWithGlobals<Record<string, unknown>>();
    await setup.act(entry, parser.args, (name) => textsOf(given, name));
  });
}

function commandMissing({ name, commands }: Group): UsageError {
  const names = joined(
    commands.map((command) => command.name),
    "or",
  );
  return new UsageError(`'${name}' needs a command`, `${names}; see 'cstip ${name} --help'`);
}

function textsOf(given: Readonly<Record<string, unknown>>, name: string): readonly string[] | undefined {
  if (name.startsWith("no-")) return given[name.slice(3)] === false ? [] : undefined;
  const value = given[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
  return Array.isArray(value) ? value : value === true ? [] : undefined;
}

function parserOption(name: string, option: Option): ParserOption {
  const { kind, short, value, summary, choices } = option;
  const flags = `${short ? `-${short}, ` : ""}--${name}${kind === "flag" ? "" : ` <${value ?? kind}>`}`;
  const made = new ParserOption(flags, choices ? `${summary} (${choices.join(", ")})` : summary);
  if (kind !== "flag")
    made.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
  return made;
}

function sentence(summary: string): string {
  return `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;
}

function examplesText(examples: Command["examples"]): string {
  const columns = Math.max(...examples.map(({ line }) => line.length)) + 2;
  return ["", "Examples:", ...examples.map(({ line, does }) => `  ${line.padEnd(columns)}${does}`)].join(
    "\n",
  );
}
