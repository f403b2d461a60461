import type { Context } from "../context.ts";
import type { Day } from "../core/calendar.ts";
import type { Format } from "../core/choices.ts";
import type { NewEvent } from "../core/journal-event.ts";
import type { OutputRequest, View } from "../render/view.ts";

/**
 * What a command is, as data: the command line, `--help`, the man page and the completions are all made from it.
 * `program.ts` reads the values; a command sees only sound ones.
 */

/** The value of an option, by its kind. A flag has no value on the command line. */
interface Values {
  flag: boolean;
  text: string;
  /** A whole number from 1. */
  count: number;
  /** Any whole number. */
  integer: number;
  /** Columns of a text, 20 to 400. */
  width: number;
  /** 1 to 9999 each. */
  years: readonly number[];
  date: Day;
  /** A day, or the first and the last of the month or year that is named. */
  start: Day;
  end: Day;
  /** Ids of topics that exist. */
  topics: readonly string[];
}

/** What can stand for an argument or value, for completion. */
export type Completion = "tip" | "topic" | "date" | "file" | "shell" | "setting" | "favorite" | "imported";

export interface Option {
  readonly kind: keyof Values;
  /** Other spellings, which help does not name. */
  readonly aliases?: readonly string[];
  /** A letter for short, where there is one. */
  readonly short?: string;
  /** How help names the value. */
  readonly value?: string;
  readonly summary: string;
  /** The only values allowed, of a text. */
  readonly choices?: readonly string[];
  readonly completion?: Completion;
}

export interface Argument {
  readonly name: string;
  readonly summary: string;
  readonly optional?: boolean;
  /** Takes all words that are left. */
  readonly variadic?: boolean;
  /** May be of several words, for which it takes all that are left; the command joins them. */
  readonly words?: boolean;
  /** May begin with a minus, and is then no option. */
  readonly minus?: boolean;
  readonly choices?: readonly string[];
  readonly completion?: Completion;
}

export interface Example {
  readonly line: string;
  readonly does: string;
}

export interface Sample {
  readonly title: string;
  readonly lines: readonly string[];
}

export type Options = Readonly<Record<string, Option>>;

export type OptionValues<Declared extends Options> = {
  readonly [Name in keyof Declared]: Values[Declared[Name]["kind"]] | undefined;
};

/** What a command answers: what to show. Where nothing is shown the exit code is that of a command that is done. */
export interface Outcome {
  readonly view: View;
  /** Said on stderr after the view, and 1 is the exit code: nothing was found. */
  readonly nothingFound?: string;
  /** For the journal, once the view was shown: what nobody saw was not read. */
  readonly events?: readonly NewEvent[];
}

export interface Invocation<Declared extends Options> {
  readonly arguments: readonly string[];
  readonly options: OptionValues<Declared>;
  readonly output: OutputRequest;
}

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  /** What help says beyond the summary, one paragraph each. */
  readonly description?: readonly string[];
  /** Says nothing of settings that cannot be used, or tells of them by itself. */
  readonly tellsOfSettings?: boolean;
  /** Left out of help. */
  readonly hidden?: boolean;
}

export interface Command<Declared extends Options = Options> extends Named {
  readonly arguments?: readonly Argument[];
  readonly options?: Declared;
  readonly examples: readonly Example[];
  /** What help shows as it is, such as the form of a file. */
  readonly samples?: readonly Sample[];
  /** The formats it has; none for one whose text is always the same. */
  readonly formats: readonly Format[];
  /** Does nothing where the journal is off. */
  readonly needsJournal?: boolean;
  /** What it is set in where no format is asked for, by its options' texts; without one the terminal decides. */
  readonly usualFormat?: (textOf: (option: string) => string | undefined) => Format;
  run(invocation: Invocation<Declared>, context: Context): Promise<Outcome> | Outcome;
}

/** Commands under one name, such as `favorite add`. */
export interface Group extends Named {
  readonly commands: readonly Command[];
}

export type Entry = Command | Group;

export function isGroup(entry: Entry): entry is Group {
  return "commands" in entry;
}

/** Declares a command; the names and kinds of its options give the types of their values. */
export function defineCommand<const Declared extends Options>(command: Command<Declared>): Command {
  return command as unknown as Command;
}
