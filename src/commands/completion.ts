import type { Context } from "../context.ts";
import { filterTips } from "../core/filter.ts";
import { favoriteTips } from "../core/reading.ts";
import { cleanLine } from "../core/text.ts";
import { NothingFoundError } from "../errors.ts";
import { globalOptionsOf } from "../global-options.ts";
import { SETTING_NAMES, SETTINGS } from "../settings.ts";
import {
  type CompletionNode,
  type CompletionOption,
  type CompletionTable,
  type CompletionValues,
  LISTED,
} from "../shell/completion.ts";
import { SHELLS } from "../shell/snippet.ts";
import { type Argument, type Command, defineCommand, type Entry, isGroup, type Option } from "./command.ts";
import { readShell } from "./init.ts";

/** The command, for a table that holds it too: so the table is asked for when it runs. */
export function defineCompletion(entries: () => readonly Entry[]): Command {
  return defineCommand({
    name: "completion",
    summary: "print a script that completes commands, options and names",
    arguments: [
      { name: "shell", summary: "the shell", choices: SHELLS, optional: true, completion: "shell" },
    ],
    options: {
      values: {
        kind: "text",
        value: "of",
        summary: "print the names that there are, as the scripts do",
        choices: LISTED,
      },
      described: { kind: "flag", summary: "with --values: and what each is called, behind a tab" },
    },
    examples: [
      { line: "cstip completion bash > ~/.local/share/bash-completion/completions/cstip", does: "for bash" },
      { line: "cstip completion zsh > ~/.zfunc/_cstip", does: "for zsh, with ~/.zfunc in fpath" },
      { line: "cstip completion fish > ~/.config/fish/completions/cstip.fish", does: "for fish" },
      { line: "cstip completion powershell >> $PROFILE", does: "for PowerShell" },
    ],
    formats: [],
    async run({ arguments: [shell], options }, context) {
      if (options.values !== undefined) {
        const names = namesOf(options.values, context);
        if (names.length === 0) throw new NothingFoundError(`there is no ${options.values}`);
        const lines = names.map(({ id, called }) => (options.described ? `${id}\t${called}\n` : `${id}\n`));
        return { view: { kind: "text", text: lines.join("") } };
      }
      const { SCRIPTS } = await import("../shell/index.ts");
      const text = SCRIPTS[readShell(shell)].completion(completionTable(entries()));
      return { view: { kind: "text", text } };
    },
  });
}

/** What the scripts ask for when a name is completed, so that imported tips and favorites are known too. */
function namesOf(kind: string, context: Context): { id: string; called: string }[] {
  const { tips, topics } = context.library();
  if (kind === "topic") return topics.map(({ id, name }) => ({ id, called: cleanLine(name) }));
  const only = kind === "tip" ? undefined : idsOf(kind, context);
  return filterTips(tips, { only }).map(({ id, title }) => ({ id, called: cleanLine(title) }));
}

function idsOf(kind: string, context: Context): ReadonlySet<string> {
  if (kind === "favorite") return favoriteTips(context.journal.read().events);
  return new Set(context.imports.read().tips.map(({ id }) => id));
}

/** The program, each command and each group. Where no command is named, `today` runs: its own options count too. */
export function completionTable(entries: readonly Entry[]): CompletionTable {
  const shown = entries.filter(({ hidden }) => !hidden);
  const nodes = shown.flatMap((entry) => nodesOf(entry, [""]));
  const today = shown.find(({ name }) => name === "today");
  const program: CompletionNode = {
    path: "",
    paths: [""],
    commands: [...shown.map(wordOf), { text: "help", summary: "print help on a command" }],
    options: [
      ...optionsOf(today && !isGroup(today) ? today : undefined, globalOptionsOf(undefined)),
      { flags: ["--version", "-V"], summary: "print the version" },
    ],
    ...NO_ARGUMENTS,
  };
  return [program, ...nodes];
}

function nodesOf(entry: Entry, above: readonly string[]): CompletionNode[] {
  const names = [entry.name, ...(entry.aliases ?? [])];
  const paths = above.flatMap((start) => names.map((name) => (start ? `${start} ${name}` : name)));
  const [path = ""] = paths;
  if (isGroup(entry)) {
    const inner = entry.commands.filter(({ hidden }) => !hidden);
    const group = {
      path,
      paths,
      commands: inner.map(wordOf),
      options: optionsOf(undefined),
      ...NO_ARGUMENTS,
    };
    return [group, ...inner.flatMap((command) => nodesOf(command, paths))];
  }
  return [
    {
      path,
      paths,
      commands: [],
      options: optionsOf(entry),
      ...argumentsOf(entry),
    },
  ];
}

const NO_ARGUMENTS = { values: { words: [] }, repeats: true, after: [] } as const;

function argumentsOf({
  arguments: args = [],
}: Command): Pick<CompletionNode, "values" | "repeats" | "after"> {
  const [first, second] = args;
  if (!first) return NO_ARGUMENTS;
  const isOfSetting = second && first.completion === "setting";
  return {
    values: valuesOf(first),
    repeats: first.variadic ?? false,
    after: isOfSetting
      ? SETTING_NAMES.map((name) => ({ first: name, values: { words: SETTINGS[name].choices } }))
      : [],
  };
}

function wordOf({ name, summary }: Entry) {
  return { text: name, summary };
}

/** A command's own options before the global ones; one of the same name takes the other's place. */
function optionsOf(command: Command | undefined, globals = globalOptionsOf(command)): CompletionOption[] {
  const own = command?.options ?? {};
  const all: Readonly<Record<string, Option>> = { ...globals, ...own };
  const names = [...new Set([...Object.keys(own), ...Object.keys(all)])];
  const options = names.flatMap((name) => {
    const option = all[name];
    if (!option) return [];
    const flags = [`--${name}`, ...(option.short ? [`-${option.short}`] : [])];
    const { summary } = option;
    return option.kind === "flag" ? [{ flags, summary }] : [{ flags, summary, values: valuesOf(option) }];
  });
  return [...options, { flags: ["--help", "-h"], summary: "print help" }];
}

const DATES = ["today", "yesterday", "tomorrow", "+1w", "-1w"];

function valuesOf({ choices, completion: kind }: Option | Argument): CompletionValues {
  if (choices) return { words: choices };
  const source = kind === "file" ? kind : LISTED.find((listed) => listed === kind);
  if (source) return { words: [], source };
  return { words: kind === "date" ? DATES : kind === "shell" ? SHELLS : [] };
}
