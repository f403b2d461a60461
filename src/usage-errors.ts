import type { CommanderError } from "commander";
import { commandPosition, entryNamed } from "./command-words.ts";
import { type Command, type Entry, isGroup } from "./commands/command.ts";
import type { Tips } from "./context.ts";
import { DATE_FORMS } from "./core/dates.ts";
import { inFull } from "./core/find-tip.ts";
import { cleanLine, counted, joined, quoted, startOf } from "./core/text.ts";
import type { Tip } from "./core/tip.ts";
import { UsageError } from "./errors.ts";

/** What is wrong with a command line, in our own sentences: loaded where something is. */

/** Longer texts are cut. */
const LONGEST = 60;

/** What a command line names: a command or a group, with the words that lead to it. */
interface Named {
  readonly path: string;
  readonly entry: Entry | undefined;
}

export function usageErrorOf(
  error: CommanderError,
  argv: readonly string[],
  commands: readonly Entry[],
  library: Tips["library"],
): UsageError {
  const named = namedIn(argv, commands);
  const { path, entry } = named;
  const help = path === "" ? "see 'cstip --help'" : `see 'cstip ${path} --help'`;
  const command = entry && !isGroup(entry) ? entry : undefined;
  const meant = /\n\(Did you mean (?:one of )?(.*)\?\)$/.exec(error.message)?.[1];
  const advice = meant ? `did you mean ${meant}?` : help;
  const [, name = ""] = /'(.*)'/s.exec(error.message) ?? [];
  switch (error.code) {
    case "commander.missingArgument":
      return new UsageError(`'${path}' needs <${name}>`, exampleOf(command, help));
    case "commander.optionMissingArgument":
      return new UsageError(`${/--[\w-]+/.exec(name)?.[0]} needs a value`, help);
    case "commander.excessArguments":
      return new UsageError(tooManyFor(command, path), command && takesDate(command, argv) ? DATES : help);
    case "commander.unknownOption":
      return new UsageError(`there is no option ${quoted(name)}`, advice);
    case "commander.unknownCommand":
      return new UsageError(
        `there is no command ${quoted(name)}`,
        (path === "" && showing(typedIn(argv), library().tips)) ||
          (meant || path !== "" ? advice : searching(typedIn(argv), commands, help)),
      );
    case "commander.help":
      return missingCommand(named, help);
    default:
      return new UsageError(startOf(cleanLine(error.message.replace(/^error: /, "")), 200), help);
  }
}

const DATES = `a date of several words stands in quotes; read are ${DATE_FORMS}`;

function namedIn(argv: readonly string[], commands: readonly Entry[]): Named {
  const at = commandPosition(argv);
  const entry = typeof at === "number" ? entryNamed(argv[at], commands) : undefined;
  if (!entry || typeof at !== "number") return { path: "", entry: undefined };
  if (!isGroup(entry)) return { path: entry.name, entry };
  const inner = argv.slice(at + 1).map((word) => entryNamed(word, entry.commands));
  const command = inner.find((found) => found !== undefined);
  return command ? { path: `${entry.name} ${command.name}`, entry: command } : { path: entry.name, entry };
}

function exampleOf(command: Command | undefined, help: string): string {
  const example = command?.examples[0];
  return example ? `as in '${example.line}'; ${help}` : help;
}

function tooManyFor(command: Command | undefined, path: string): string {
  const most = command?.arguments?.length ?? 0;
  return most === 0
    ? `'${path}' takes no argument`
    : `'${path}' takes ${counted(most, "argument")} and no more`;
}

/** Whether an option on the command line takes a date: `--since last week` leaves a word over. */
function takesDate({ options = {} }: Command, argv: readonly string[]): boolean {
  const dated = Object.entries(options).filter(([, { completion }]) => completion === "date");
  return dated.some(([name]) => argv.some((word) => word.split("=")[0] === `--${name}`));
}

/** The words from the place on where a command should be named. */
function typedIn(argv: readonly string[]): readonly string[] {
  const at = commandPosition(argv);
  const from = typeof at === "number" ? at : 0;
  // `help foo` asked about `foo`.
  return argv.slice(argv[from] === "help" && argv.length > from + 1 ? from + 1 : from);
}

/** Somebody who types a tip without a command wants to see it; undefined where the words are none. */
function showing(typed: readonly string[], tips: readonly Tip[]): string | undefined {
  const options = typed.findIndex((word) => word.startsWith("-"));
  const words = options < 0 ? typed : typed.slice(0, options);
  const whole = words.join(" ");
  const references = inFull(tips, whole).length > 0 ? [whole] : words;
  const names: string[] = [];
  for (const reference of references) {
    const [tip, ...others] = inFull(tips, reference);
    if (!tip || others.length > 0) return undefined;
    names.push(/^#?\d+$/.test(reference) ? reference.replace("#", "") : tip.id);
  }
  const shown = names.join(" ");
  return shown === "" || shown.length > LONGEST ? undefined : `'cstip show ${shown}' shows it`;
}

/** Somebody who types words without a command is perhaps looking for them. */
function searching(typed: readonly string[], commands: readonly Entry[], help: string): string {
  const words = startOf(cleanLine(typed.join(" ")), LONGEST);
  // A small number was meant for that of a tip; a longer one may be a year.
  const canBeWords = /^[\p{L}\p{N} ]+$/u.test(words) && !/^\d{1,3}$/.test(words);
  const canSearch = canBeWords && entryNamed("search", commands) !== undefined;
  return canSearch ? `'cstip search ${words}' looks for it, and 'cstip --help' names the commands` : help;
}

function missingCommand({ path, entry }: Named, help: string): UsageError {
  const names = entry && isGroup(entry) ? entry.commands.map(({ name }) => name) : [];
  return new UsageError(`'${path}' needs a command`, `${joined(names, "or")}; ${help}`);
}
