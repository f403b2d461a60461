import {
  type Command,
  type Entry,
  type Group,
  isGroup,
  type Option,
  type Options,
} from "./commands/command.ts";
import { READING_COMMANDS } from "./commands/reading.ts";
import { namesNone, parseDate } from "./core/dates.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";

/** Which command a command line names, before a parser sees it. */

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
  if (at === "help") return [...argv];
  if (at === "none" || isDate(argv.slice(at), commands)) return arrange(["today", ...argv], commands);
  if (argv[at] === "help") return arrangeHelp(argv.slice(at + 1), commands);
  const command = entryNamed(argv[at], commands);
  if (command && isGroup(command)) return arrangeGroup(argv, at, command);
  if (!command?.arguments?.some(({ minus }) => minus)) return [...argv];
  const end = argv.indexOf("--");
  return argv.map((word, index) => {
    const after = index > at && (end < 0 || index < end);
    const isWord = after && isMinusWord(word) && !isOptionWithValue(word, command);
    return isWord ? `−${word.slice(1)}` : word;
  });
}

/** A group alone, or with options only, is its list. A command's name comes before its options. */
function arrangeGroup(argv: readonly string[], at: number, { commands }: Group): string[] {
  const words = argv.slice(0, at + 1);
  const rest = argv.slice(at + 1);
  for (const command of commands) {
    const place = nameBehindOptions(rest, command);
    if (place >= 0) return [...words, command.name, ...rest.slice(0, place), ...rest.slice(place + 1)];
  }
  const namesNone = commandPosition(rest) === "none" && rest[pastOptions(rest, GLOBAL_OPTIONS)] !== "--";
  const hasList = commands.some(({ name }) => name === "list");
  return namesNone && hasList && !rest.some((word) => entryNamed(word, commands))
    ? [...words, "list", ...rest]
    : [...argv];
}

/** Where a command of a group is named, behind its own options or those of all; -1 where it is not. */
function nameBehindOptions(words: readonly string[], command: Command): number {
  const at = pastOptions(words, { ...GLOBAL_OPTIONS, ...command.options });
  return entryNamed(words[at], [command]) ? at : -1;
}

/** `-email`, `-2w`; a letter alone is an option. */
function isMinusWord(word: string): boolean {
  // The long options first: they are the usual ones, and the expression takes time to make.
  return word.startsWith("-") && !word.startsWith("--") && /^-[\p{L}\p{N}]./u.test(word);
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

export function entryNamed<Kind extends Entry>(
  word: string | undefined,
  commands: readonly Kind[],
): Kind | undefined {
  return commands.find(({ name, aliases }) => name === word || aliases?.includes(word ?? ""));
}

/** `cstip tomorrow` is `cstip today tomorrow`, and it says what is wrong with a day that does not exist. */
function isDate(typed: readonly string[], commands: readonly Entry[]): boolean {
  const [first = ""] = typed;
  if (entryNamed(first, commands)) return false;
  const options = typed.findIndex((word, index) => index > 0 && word.startsWith("-"));
  const words = typed.slice(0, options < 0 ? typed.length : options).join(" ");
  // Which day it is does not matter to that.
  return [first, words].some((text) => parseDate(text, 0) !== undefined || namesNone(text, false, 0));
}

/** Where the name of the command stands. `help` where only help or the version is asked for. */
export function commandPosition(argv: readonly string[]): number | "none" | "help" {
  const at = pastOptions(argv, GLOBAL_OPTIONS);
  const word = argv[at];
  if (word === undefined) return "none";
  if (!word.startsWith("-") || word === "-") return at;
  return ["-h", "--help", "-V", "--version"].includes(word) ? "help" : "none";
}

/** The place of the first word that is neither one of these options nor the value of one. */
function pastOptions(argv: readonly string[], options: Options): number {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? "";
    const option = word.startsWith("-") && word !== "-" ? optionNamed(word, options) : undefined;
    if (!option) return index;
    if (option.kind !== "flag" && !word.includes("=") && (word.startsWith("--") || word.length === 2))
      index++;
  }
  return argv.length;
}

function optionNamed(word: string, options: Options): Option | undefined {
  const entries = Object.entries(options);
  if (word.startsWith("--")) return entries.find(([name]) => name === word.slice(2).split("=")[0])?.[1];
  return entries.find(([, { short }]) => short !== undefined && word[1] === short)?.[1];
}

/** `-n5` and `-fjson` are an option with its value; `-email` leaves a word out. */
function isOptionWithValue(word: string, command: Command): boolean {
  const options: Option[] = [...Object.values(GLOBAL_OPTIONS), ...Object.values(command.options ?? {})];
  const option = options.find(({ short, kind }) => short === word[1] && kind !== "flag");
  const value = word.slice(2);
  return option !== undefined && (option.choices?.includes(value) ?? /^[+-]?\d/.test(value));
}
