import {
  type Argument,
  type Command,
  type Entry,
  type Group,
  isGroup,
  type Option,
  type Sample,
} from "./commands/command.ts";
import { globalOptionsOf } from "./global-options.ts";
import { widthOf } from "./render/width.ts";
import { padTo, wrap, wrapWith } from "./render/wrap.ts";

/** The text of `--help`, from the table of commands: loaded where it is asked for. */

const SUMMARY = "Customer-service tips in your terminal: one a week, and the right one when you need it.";
const MORE = "'man cstip' tells of the settings, the variables and the files.";
const EXAMPLES: Command["examples"] = [
  { line: "cstip", does: "the tip of the week" },
  { line: "cstip search empathy", does: "what helps with a word, a phrase or a question" },
];

/** A term and what is said of it. */
type Item = readonly [term: string, text: string];

/** A text beside its term needs so many columns, or it stands under it. */
const LEAST_BESIDE = 30;
const HELP: Item = ["-h, --help", "print help"];
const VERSION: Item = ["-V, --version", "print the version"];

/** Help on the program of these commands, or on what the words name among them. */
export function helpText(commands: readonly Entry[], words: readonly string[], width: number): string {
  const path: Entry[] = [];
  for (const word of words) {
    const last = path.at(-1);
    const among: readonly Entry[] = last ? (isGroup(last) ? last.commands : []) : commands;
    const found = among.find(({ name }) => name === word);
    if (found) path.push(found);
  }
  const entry = path.at(-1);
  const line = ["cstip", ...path.map(({ name }) => name)].join(" ");
  const blocks =
    entry === undefined
      ? programBlocks(commands, width)
      : isGroup(entry)
        ? groupBlocks(entry, line, width)
        : commandBlocks(entry, line, width);
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

function programBlocks(commands: readonly Entry[], width: number): string[][] {
  return [
    usage("cstip [options] [command]", width),
    wrap(SUMMARY, width),
    items("Commands", [...entryItems(commands), ["help [command]", "print help on a command"]], width),
    items("Options", [...optionItems(globalOptionsOf(undefined)), VERSION, HELP], width),
    exampleLines(EXAMPLES, width),
    wrap(MORE, width),
  ];
}

function groupBlocks(group: Group, line: string, width: number): string[][] {
  const list = group.commands.some(({ name }) => name === "list");
  return [
    usage(`${line} [options] ${list ? "[command]" : "<command>"}`, width),
    ...described(group, width),
    ...(list ? [wrap(`Without a command it is '${line} list'.`, width)] : []),
    items("Commands", entryItems(group.commands), width),
    items("Options", [HELP], width),
    exampleLines(
      group.commands.flatMap(({ examples }) => examples.slice(0, 1)),
      width,
    ),
  ];
}

function commandBlocks(command: Command, line: string, width: number): string[][] {
  const { arguments: args = [], options = {}, samples = [], examples } = command;
  return [
    usage([line, "[options]", ...args.map(argumentTerm)].join(" "), width),
    ...described(command, width),
    ...(args.length > 0 ? [items("Arguments", args.map(argumentItem), width)] : []),
    items("Options", [...optionItems(options), HELP], width),
    items("Global options", optionItems(globalOptionsOf(command)), width),
    ...samples.map((sample) => sampleLines(sample, width)),
    exampleLines(examples, width),
  ];
}

function sampleLines({ title, lines }: Sample, width: number): string[] {
  const set = lines.flatMap((line) => {
    const text = line.trimStart();
    const indent = " ".repeat(2 + line.length - text.length);
    return wrapWith(indent, text, width, indent);
  });
  return [...wrap(`${title}:`, width), ...set.map((text) => text.trimEnd())];
}

function usage(text: string, width: number): string[] {
  return wrapWith("Usage: ", text, width, "  ");
}

/** Summary, aliases and what else is to be said. */
function described({ summary, aliases = [], description = [] }: Entry, width: number): string[][] {
  const also = aliases.length > 0 ? ` Also: ${aliases.join(", ")}.` : "";
  return [`${sentence(summary)}${also}`, ...description].map((text) => wrap(text, width));
}

function entryItems(entries: readonly Entry[]): Item[] {
  return entries
    .filter(({ hidden }) => !hidden)
    .map((entry) => {
      const args = isGroup(entry) ? [] : (entry.arguments ?? []).map(argumentTerm);
      return [[entry.name, ...args].join(" "), entry.summary] as const;
    });
}

function argumentItem(argument: Argument): Item {
  return [argument.name, withChoices(argument)];
}

function argumentTerm({ name, optional, variadic }: Argument): string {
  const inner = `${name}${variadic ? "..." : ""}`;
  return optional ? `[${inner}]` : `<${inner}>`;
}

function optionItems(options: Readonly<Record<string, Option>>): Item[] {
  return Object.entries(options).map(([name, option]) => {
    const { short, kind, value } = option;
    const taken = kind === "flag" ? "" : ` <${value ?? kind}>`;
    return [`${short ? `-${short}, ` : ""}--${name}${taken}`, withChoices(option)];
  });
}

function withChoices({ summary, choices }: Option | Argument): string {
  return choices ? `${summary} (${choices.join(", ")})` : summary;
}

function items(title: string, all: readonly Item[], width: number): string[] {
  const columns = Math.max(...all.map(([term]) => widthOf(term))) + 4;
  const beside = width - columns >= LEAST_BESIDE;
  const lines = all.flatMap(([term, text]) =>
    beside
      ? wrapWith(padTo(`  ${term}`, columns), text, width)
      : [...wrapWith("  ", term, width), ...wrapWith("      ", text, width)],
  );
  return [...wrap(`${title}:`, width), ...lines];
}

/** A line is never broken where it can stand whole: it is there to be copied. */
function exampleLines(examples: Command["examples"], width: number): string[] {
  const columns = Math.max(...examples.map(({ line }) => widthOf(line))) + 4;
  const beside = examples.every(({ does }) => columns + widthOf(does) <= width);
  const lines = examples.flatMap(({ line, does }) =>
    beside
      ? [`${padTo(`  ${line}`, columns)}${does}`]
      : [
          ...wrap(line, width - 4).map((part, at) => (at === 0 ? `  ${part}` : `    ${part}`)),
          ...wrapWith("      ", does, width),
        ],
  );
  return ["Examples:", ...lines];
}

function sentence(summary: string): string {
  return `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;
}
