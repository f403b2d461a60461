import { Command as Parser, Argument as ParserArgument, Option as ParserOption } from "commander";
import { type Command, type Entry, isGroup, type Option, type Options } from "./commands/command.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";

/** From the table of commands to commander, and back to plain values. */

/** The texts given for an option: none for a flag. Undefined where the option was not given. */
export type Given = (name: string) => readonly string[] | undefined;

/** A command that a command line calls. */
export interface Call {
  readonly command: Command;
  /** The words that lead to it, without the program's own name and without aliases. */
  readonly words: readonly string[];
  readonly args: readonly string[];
  readonly given: Given;
}

export interface ParserSetup {
  readonly version: string;
  /** Whether there are options on the command line: where there are none, setting them up is for nothing. */
  readonly takesOptions: boolean;
  /** Takes the version. */
  readonly print: (text: string) => void;
  /** Takes the words of the command that help is asked on. */
  readonly askHelp: (words: readonly string[]) => void;
  readonly act: (call: Call) => Promise<void>;
}

/** A commander program of these commands, which throws instead of leaving the process. */
export function createParser(entries: readonly Entry[], setup: ParserSetup): Parser {
  const program = new Parser("cstip")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: setup.print, writeErr: () => {} })
    .configureHelp({
      formatHelp: (command) => {
        setup.askHelp(wordsOf(command));
        return "";
      },
    });
  if (setup.takesOptions) {
    program.version(setup.version, "-V, --version", "print the version");
    addOptions(program, GLOBAL_OPTIONS);
  }
  for (const entry of entries) addEntry(program, entry, setup);
  return program;
}

/** The words that lead to a command, without the program's own name. */
function wordsOf(command: Parser): string[] {
  return command.parent ? [...wordsOf(command.parent), command.name()] : [];
}

function addEntry(parent: Parser, entry: Entry, setup: ParserSetup): void {
  const { name, hidden = false, aliases = [] } = entry;
  const parser = parent.command(name, { hidden }).aliases([...aliases]);
  if (isGroup(entry)) {
    for (const command of entry.commands) addEntry(parser, command, setup);
    return;
  }
  for (const { name: argument, optional, variadic, words } of entry.arguments ?? []) {
    const inner = `${argument}${variadic || words ? "..." : ""}`;
    parser.addArgument(new ParserArgument(optional ? `[${inner}]` : `<${inner}>`));
  }
  const options = entry.options ?? {};
  if (setup.takesOptions) addOptions(parser, options);
  parser.action(async () => {
    const given = parser.optsWithGlobals<Record<string, unknown>>();
    const textsGiven: Given = (option) => {
      const names = [option, ...(options[option]?.aliases ?? [])];
      return names.map((each) => textsOf(given, each)).find((texts) => texts !== undefined);
    };
    await setup.act({ command: entry, words: wordsOf(parser), args: parser.args, given: textsGiven });
  });
}

function addOptions(parser: Parser, options: Options): void {
  for (const [name, option] of Object.entries(options)) {
    parser.addOption(parserOption(name, option));
    for (const alias of option.aliases ?? [])
      parser.addOption(parserOption(alias, { ...option, short: undefined }));
  }
}

function textsOf(given: Readonly<Record<string, unknown>>, name: string): readonly string[] | undefined {
  if (name.startsWith("no-")) return given[name.slice(3)] === false ? [] : undefined;
  const value = given[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
  return Array.isArray(value) ? value : value === true ? [] : undefined;
}

function parserOption(
  name: string,
  { kind, short, value }: Pick<Option, "kind" | "value"> & { short?: string | undefined },
): ParserOption {
  const taken = kind === "flag" ? "" : ` <${value ?? kind}>`;
  const made = new ParserOption(`${short ? `-${short}, ` : ""}--${name}${taken}`);
  if (kind !== "flag")
    made.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
  return made;
}
